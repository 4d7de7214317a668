"""From the gold form to markup: where words without a place are put."""

from pathlib import Path
from typing import Any

import pytest

from annotated import GOLD, write
from vnreport.annotation import AnnotationError, Markup, gold, of_gold


def read(folder: Path, **changes: Any) -> Markup:
    return of_gold(write(folder, **changes))


def person(**changes: Any) -> dict[str, Any]:
    return {"people": [{**GOLD["people"][0], **changes}]}


def words(markup: Markup, label: str) -> list[str]:
    return [markup.words(region) for region in markup.regions if region.label == label]


def test_every_string_gets_its_place(tmp_path: Path) -> None:
    markup = read(tmp_path)
    assert words(markup, "Person") == ["Lê Văn An", "An"]
    assert words(markup, "Position") == ["Bí thư Huyện ủy Tân Lập"]
    assert words(markup, "Measure") == ["huyện thu"]
    assert words(markup, "Byline") == ["Thu Hà"]


def test_short_title_does_not_hide_in_a_long_one_if_it_stands_alone(tmp_path: Path) -> None:
    path = write(tmp_path, **person(titles=["Bí thư Huyện ủy Tân Lập", "bí thư"]))
    text = path.with_suffix(".txt")
    text.write_text(text.read_text("utf-8") + " Vị bí thư đồng ý.", "utf-8")
    markup = of_gold(path)
    assert words(markup, "Position") == ["Bí thư Huyện ủy Tân Lập", "bí thư"]


def test_what_stands_nowhere_in_one_run_is_kept_beside_its_place(tmp_path: Path) -> None:
    meeting = {**GOLD["meeting"], "kind": "buổi công bố"}
    markup = read(tmp_path, meeting=meeting, **person(titles=["Ủy viên Ban Thường vụ"]))
    assert [region.fields.get("as") for region in markup.regions if region.label in ("Meeting", "Position")] == [
        "Ủy viên Ban Thường vụ",
        "buổi công bố",
    ]
    assert gold(markup)["meeting"]["kind"] == "buổi công bố"
    assert gold(markup)["people"][0]["titles"] == ["Ủy viên Ban Thường vụ"]


def test_words_in_another_case_are_kept_as_annotated(tmp_path: Path) -> None:
    markup = read(tmp_path, meeting={**GOLD["meeting"], "kind": "Hội nghị"})
    assert words(markup, "Meeting") == ["hội nghị"]
    assert gold(markup)["meeting"]["kind"] == "Hội nghị"


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        (person(mentions=[]), "Lê Văn An has no mention in the text"),
        ({"bylines": ["H.N"]}, "the byline 'H.N' is not in the text"),
        ({"meeting": {**GOLD["meeting"], "kind": None}}, "the meeting has no kind"),
        (
            {"meeting": {**GOLD["meeting"], "speakers": ["Bà Lan"]}},
            "Bà Lan chairs or speaks, but is none of the people",
        ),
    ],
)
def test_what_cannot_be_shown_in_the_text_is_refused(tmp_path: Path, changes: dict[str, Any], says: str) -> None:
    with pytest.raises(AnnotationError, match=says):
        read(tmp_path, **changes)


def test_layers_are_handed_through(tmp_path: Path) -> None:
    markup = read(tmp_path, layers=["mentions"])
    assert gold(markup)["layers"] == ["mentions"]


def test_meeting_of_no_text_is_refused(tmp_path: Path) -> None:
    nobody = {"people": [], "bylines": [], "dates": [], "figures": [], "documents": []}
    path = write(tmp_path, **nobody, meeting={**GOLD["meeting"], "chairs": [], "speakers": []})
    path.with_suffix(".txt").write_text("")
    with pytest.raises(AnnotationError, match="a meeting, but no text"):
        of_gold(path)
