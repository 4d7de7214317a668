"""TimeML."""

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnreport import Pipeline
from vnreport.dates.timex3 import timex3

PIPELINE = Pipeline(stages=["dates"], tagger=None)
TEXT = "Lúc 8h30 ngày 5/3/2019, xã A & B họp 2 giờ; hằng năm <họp>; quý I/2019 đạt 5%."


def test_elements_have_type_and_value() -> None:
    root = ET.fromstring(PIPELINE.parse(TEXT).to_timex3(TEXT).split("\n", 2)[2])
    assert [(e.text, e.get("type"), e.get("value")) for e in root] == [
        ("8h30 ngày 5/3/2019", "TIME", "2019-03-05T08:30"),
        ("2 giờ", "DURATION", "PT2H"),
        ("hằng năm", "SET", "P1Y"),
        ("quý I/2019", "DATE", "2019-01-01/2019-03-31"),
    ]


def test_text_comes_back_out_of_the_markup() -> None:
    root = ET.fromstring(PIPELINE.parse(TEXT).to_timex3(TEXT).split("\n", 2)[2])
    assert "".join(root.itertext()).strip() == TEXT


def test_another_text_is_refused() -> None:
    with pytest.raises(ValueError, match="not the text of this report"):
        PIPELINE.parse(TEXT).to_timex3("x" + TEXT)


def test_dates_that_overlap_are_refused() -> None:
    dates = PIPELINE.parse(TEXT).dates
    with pytest.raises(ValueError, match="dates overlap"):
        timex3(TEXT, [dates[0], dates[0]])


@given(st.text() | st.text("0123456789/.-: ngàytháng\n\x00\ud800<&", max_size=60))
def test_any_text_gives_well_formed_xml(text: str) -> None:
    ET.fromstring(PIPELINE.parse(text).to_timex3(text).split("\n", 2)[2])
