"""From a record to markup."""

import pytest

import vnreport
from vnreport.annotation import AnnotationError, of_report
from vnreport.records import Person, Report

TEXT = (
    "Ngày 11/3/2022, ông Lê Văn An, Bí thư Huyện ủy, chủ trì hội nghị. Huyện thu 30,5 tỷ đồng, tăng 5% so với cùng kỳ."
)


def test_record_brings_its_article_along() -> None:
    report = vnreport.parse(TEXT, id="a")
    assert of_report(report).text == TEXT
    assert of_report(Report.from_json(report.to_json()), TEXT) == of_report(report)


def test_relations_lead_from_people_and_figures() -> None:
    markup = of_report(vnreport.parse(TEXT, id="a"))
    words = {region.id: markup.words(region) for region in markup.regions}
    arrows = {(arrow.name, words[arrow.source], words[arrow.target]) for arrow in markup.relations}
    assert ("holds", "Lê Văn An", "Bí thư Huyện ủy") in arrows
    assert ("against", "5%", "so với cùng kỳ") in arrows


def test_position_that_two_people_share_is_one_region() -> None:
    markup = of_report(vnreport.parse("Các Phó Chủ tịch UBND tỉnh: Lê Văn An, Trần Thị Lan dự họp.", id="a"))
    holders = [arrow.source for arrow in markup.relations if arrow.name == "holds"]
    assert len(holders) == 2
    assert len([region for region in markup.regions if region.label == "Position"]) == 1


def test_record_without_a_name_takes_the_one_given() -> None:
    assert of_report(vnreport.parse(TEXT), id="b").id == "b"


def test_record_without_a_name_is_refused() -> None:
    with pytest.raises(ValueError, match="no id: give one"):
        of_report(vnreport.parse(TEXT))


def test_record_without_its_article_is_refused() -> None:
    with pytest.raises(ValueError, match="give the text"):
        of_report(Report(id="a"))


def test_record_of_another_article_is_refused() -> None:
    with pytest.raises(ValueError, match="not the text of this report"):
        of_report(vnreport.parse(TEXT, id="a"), " " + TEXT)


def test_person_without_a_mention_is_refused() -> None:
    report = Report(id="a", people=(Person(id="p1", name="Lan"),)).with_source("")
    with pytest.raises(AnnotationError, match="a: Lan has no mention in the text"):
        of_report(report)
