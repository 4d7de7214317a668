from decimal import Decimal

import pytest

from vnreport import Pipeline
from vnreport.figures.table import COLUMNS
from vnreport.records import Report

PIPELINE = Pipeline(stages=["dates", "documents", "figures"], tagger=None)
TEXT = "Xã Hòa An\n\nNăm 2021, thu ngân sách đạt 30,5 tỷ đồng, tăng 6,5% so với cùng kỳ. Đạt 19/22 chỉ tiêu."


def table() -> list[dict[str, object]]:
    return PIPELINE.parse(TEXT, published="2022-01-05").figures_table(TEXT)


def test_a_row_for_each_figure_in_the_order_of_the_text() -> None:
    assert [(row["value"], row["unit"]) for row in table()] == [
        (30500000000, "đồng"), (Decimal("6.5"), "%"), (19, "chỉ tiêu"),
    ]  # fmt: skip


def test_rows_have_the_columns_in_order() -> None:
    assert [tuple(row) for row in table()] == [COLUMNS] * 3


def test_cells_hold_the_words_of_the_text() -> None:
    row = table()[1]
    assert row["measure"] == "thu ngân sách"
    assert (row["change"], row["against"], row["bound"]) == ("up", "so với cùng kỳ", "exact")
    assert row["sentence"] == "Năm 2021, thu ngân sách đạt 30,5 tỷ đồng, tăng 6,5% so với cùng kỳ."


def test_the_period_is_given_in_iso_8601() -> None:
    assert table()[0]["period"] == "2021-01-01/2021-12-31"


def test_the_whole_of_a_part_has_its_column() -> None:
    assert table()[2]["of"] == 22


def test_another_text_is_refused() -> None:
    report = PIPELINE.parse(TEXT)
    with pytest.raises(ValueError, match="not the text of this report"):
        report.figures_table(TEXT.replace("Xã", "Phường"))


def test_a_report_without_figures_has_no_rows() -> None:
    assert Report().figures_table("") == []


def test_it_works_on_a_text_with_accidents() -> None:
    text = TEXT.replace("ngân sách", "nga\u0302n\u00a0sách").replace("\n", "\r\n")
    rows = PIPELINE.parse(text).figures_table(text)
    assert rows[0]["measure"] == "thu nga\u0302n\u00a0sách"
