"""Who spoke, and of how much money: a program whose types are checked (`mypy --strict`) against the installed package.

python examples/typed_program.py examples/ward-party-committee.txt 2022-03-11
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from vnreport import Figure, Meeting, Person, Pipeline, Report, parse_many


def speakers(report: Report) -> Iterator[tuple[str, str]]:
    meeting: Meeting | None = report.meeting
    people: dict[str, Person] = {person.name: person for person in report.people}
    for name in meeting.speakers if meeting is not None else ():
        yield name, ", ".join(position.text for position in people[name].positions)


def money(report: Report) -> Iterator[tuple[str, Decimal]]:
    figure: Figure
    for figure in report.figures:
        if figure.unit == "đồng" and figure.value is not None:
            yield figure.measure.text if figure.measure else figure.text, figure.value


def main(paths: list[str], published: dt.date) -> None:
    articles = ({"text": Path(path).read_text("utf-8"), "published": published, "id": path} for path in paths)
    for report in parse_many(articles, pipeline=Pipeline(stages=["dates", "figures", "people", "meeting"])):
        print(report.id)
        for name, office in speakers(report):
            print(f"  {name}, {office}")
        for what, value in money(report):
            print(f"  {value:,} {what}")


if __name__ == "__main__":
    main(sys.argv[1:-1], dt.date.fromisoformat(sys.argv[-1]))
