"""One article, its annotation, and the record that the annotation asks for."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from vnreport.records import Position, Report, Span

TEXT = (
    "Sáng 11/3/2022, ông Lê Văn An, Bí thư Huyện ủy Tân Lập, chủ trì hội nghị. Ông An cho biết huyện thu 30,5 tỷ đồng, "
    "khoảng 17 công trình theo Nghị quyết số 09.\nThu Hà"
)
GOLD: dict[str, Any] = {
    "id": "a1",
    "published": "2022-03-11",
    "people": [
        {
            "name": "Lê Văn An",
            "honorific": "ông",
            "titles": ["Bí thư Huyện ủy Tân Lập"],
            "mentions": ["Lê Văn An", "An"],
        }
    ],
    "bylines": ["Thu Hà"],
    "dates": [
        {"text": "Sáng 11/3/2022", "kind": "date", "start": "2022-03-11", "end": "2022-03-11", "time": None}
    ],
    "figures": [
        {
            "text": "30,5 tỷ đồng", "value": 30.5e9, "value_to": None, "unit": "đồng",
            "bound": "exact", "measure": "huyện thu",
        },
        {
            "text": "17 công trình", "value": 17, "value_to": None, "unit": "công trình",
            "bound": "approx", "measure": None,
        },
    ],
    "documents": [{"text": "Nghị quyết số 09", "type": "Nghị quyết", "number": "09"}],
    "meeting": {
        "kind": "hội nghị", "start": "2022-03-11", "end": "2022-03-11", "form": "in_person",
        "chairs": ["Lê Văn An"], "speakers": ["Lê Văn An"],
    },
}  # fmt: skip


def write(folder: Path, **changes: Any) -> Path:
    """The article in a folder, with some keys of its annotation changed; the path of the annotation."""
    folder.mkdir(exist_ok=True)
    path = folder / "a1.json"
    path.write_text(json.dumps({**GOLD, **changes}), encoding="utf-8")
    path.with_suffix(".txt").write_text(TEXT, encoding="utf-8")
    return path


def perfect() -> dict[str, Any]:
    """The record that the annotation asks for."""

    def at(words: str, start: int = 0) -> dict[str, Any]:
        begin = TEXT.index(words, start)
        return {"text": words, "span": Span(begin, begin + len(words))}

    title = "Bí thư Huyện ủy Tân Lập"
    return {
        "people": [
            {
                "id": "p1",
                "name": "Lê Văn An",
                "positions": [Position(**at(title), role="Bí thư")],
                "mentions": [at("Lê Văn An"), at("An", TEXT.index("Ông An"))],
            }
        ],
        "dates": [{**at("Sáng 11/3/2022"), "kind": "date", "start": "2022-03-11", "end": "2022-03-11"}],
        "figures": [
            {**at("30,5 tỷ đồng"), "value": 30_500_000_000, "unit": "đồng", "measure": at("huyện thu")},
            {**at("17 công trình"), "value": 17, "unit": "công trình", "bound": "approx"},
        ],
        "documents": [{**at("Nghị quyết số 09"), "type": "Nghị quyết", "number": "09"}],
        "meeting": {
            "kind": at("hội nghị"),
            "start": "2022-03-11",
            "end": "2022-03-11",
            "form": "in_person",
            "chairs": ["Lê Văn An"],
            "speakers": ["Lê Văn An"],
        },
    }


def plain(value: Any) -> Any:
    if isinstance(value, Span):
        return {"start": value.start, "end": value.end}
    if isinstance(value, Position):
        return {"text": value.text, "span": plain(value.span), "role": value.role}
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, list) else value


def record(change: Callable[[dict[str, Any]], object] = lambda record: None) -> Report:
    """That record, changed."""
    data = perfect()
    change(data)
    return Report.from_json(json.dumps(plain(data)))
