"""The page of known errors: what it says that an example gives is what comes out, and what would be right is not."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import vnreport
from vnreport.records import Report

PAGE = (Path(__file__).parents[1] / "docs" / "limits.md").read_text("utf-8")


def measures(report: Report) -> list[str]:
    return [figure.measure.text for figure in report.figures if figure.measure is not None]


def figures(report: Report) -> list[str]:
    return [figure.text for figure in report.figures] + measures(report)


def dates(report: Report) -> list[str]:
    return [date.text for date in report.dates] + [str(date.start) for date in report.dates if date.start]


def documents(report: Report) -> list[str]:
    return [document.text for document in report.documents] + [document.number or "" for document in report.documents]


def people(report: Report) -> list[str]:
    return [mention.text for person in report.people for mention in person.mentions]


def titles(report: Report) -> list[str]:
    held = [(person.name, position.text) for person in report.people for position in person.positions]
    return [text for _, text in held] + [f"{name}: {text}" for name, text in held]


def meetings(report: Report) -> list[str]:
    meeting = report.meeting
    if meeting is None:
        return []
    host = [meeting.host.text] if meeting.host is not None else []
    return [meeting.kind.text, str(meeting.form), *host, *meeting.chairs, *meeting.speakers]


SECTIONS: dict[str, Callable[[Report], list[str]]] = {
    "People": people,
    "Titles": titles,
    "Meetings": meetings,
    "Figures: what is measured": measures,
    "Figures: the numbers": figures,
    "Dates": dates,
    "Documents": documents,
}
ENTRY = re.compile(
    r"`(?P<example>[^`]+)` gives (?P<gives>nothing|`[^`]+`|the whole)[^;`]*; (?P<right>nothing|`[^`]+`) would be right"
)


def entries() -> list[tuple[str, str, str]]:
    """Section, heading and text of every entry of the sections whose examples are run."""
    found = []
    for section in PAGE.split("\n## ")[1:]:
        name, _, body = section.partition("\n")
        for entry in re.split(r"\n\n(?=\*\*)", body.strip()) if name in SECTIONS else ():
            heading, _, text = entry.removeprefix("**").partition("**")
            found.append((name, heading, " ".join(text.split())))
    return found


def quoted(text: str) -> str:
    return text.strip("`")


def test_all_sections_have_entries() -> None:
    assert {section for section, _, _ in entries()} == set(SECTIONS)


@pytest.mark.parametrize(("section", "heading", "text"), entries(), ids=[heading for _, heading, _ in entries()])
def test_an_entry_gives_what_it_says(section: str, heading: str, text: str) -> None:
    entry = ENTRY.search(text)
    assert entry is not None, f"{heading} has no example that says what it gives and what would be right"
    found = SECTIONS[section](vnreport.parse(entry["example"]))
    if entry["gives"] == "nothing":
        assert found == []
    elif entry["gives"] != "the whole":
        assert quoted(entry["gives"]) in found
    assert quoted(entry["right"]) not in found
