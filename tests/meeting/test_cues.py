"""Every cue for a meeting fires in its examples and not in its near misses."""

import pytest

from vnreport.document import Document
from vnreport.meeting import cues, events

EXAMPLES = [pytest.param(cue, text, id=f"{cue.name}: {text}") for cue in cues.CUES for text in cue.examples]
MISSES = [pytest.param(cue, text, id=f"{cue.name}: {text}") for cue in cues.CUES for text in cue.misses]


def _fired(text: str) -> list[str]:
    document = Document(text)
    return [cue.name for place in events.places(document, []) for cue in cues.fired(document, place.start, place.end)]


@pytest.mark.parametrize("cue", cues.CUES, ids=lambda cue: cue.name)
def test_every_cue_has_an_example_and_a_near_miss(cue: cues.Cue) -> None:
    assert cue.examples
    assert cue.misses


@pytest.mark.parametrize(("cue", "text"), EXAMPLES)
def test_a_cue_fires_in_its_example(cue: cues.Cue, text: str) -> None:
    assert cue.name in _fired(text)


@pytest.mark.parametrize(("cue", "text"), MISSES)
def test_a_cue_does_not_fire_in_a_near_miss(cue: cues.Cue, text: str) -> None:
    assert cue.name not in _fired(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Sáng 3/4, ông Tá đến thăm và làm việc với huyện An Hòa.", "làm việc"),
        ("Chiều 3/4, Ban Bí thư đã họp, xem xét báo cáo.", "sit"),
        ("Ngày 3/4, Chủ tịch nước đã tiếp Đại sứ Hòa Quốc.", "receive"),
    ],
)
def test_a_meeting_may_be_told_by_a_verb(text: str, kind: str) -> None:
    families = {"sit": "họp", "receive": "gặp"}
    assert families.get(kind, kind) in {place.family for place in events.places(Document(text), [])}


@pytest.mark.parametrize(
    "text",
    [
        "Công an đang làm việc với nghi phạm.",
        "Tôi làm việc với nhau đã lâu.",
        "Ông Tá đã làm việc nhiều giờ.",
    ],
)
def test_other_work_and_company_is_no_meeting(text: str) -> None:
    assert not events.places(Document(text), [])
