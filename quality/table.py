"""A README's table of quality, as Markdown: vnreport measured now, the others as docs/peers.toml has them.

python quality/table.py GOLD_DIR [--language vi]
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from vnreport import evaluation

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).parents[1]
OWN = (ROOT / "tests" / "gold").resolve()
ASKS = {
    "mentions": ("names of people, exact spans", "tên người, khớp đúng vị trí"),
    "people": ("distinct people, by full name", "từng người, theo tên đầy đủ"),
    "titles": ("(person, title) pairs, equal words", "cặp (người, chức vụ), trùng từng chữ"),
    "titles~": (
        "the same, a longer or shorter form of the title too",
        "như trên, nhận cả cách viết dài hoặc ngắn hơn",
    ),
    "dates": ("dates and durations, exact spans", "ngày giờ và độ dài thời gian, khớp đúng vị trí"),
    "dates~": ("the same, overlapping spans", "như trên, vị trí chồng lên nhau là được"),
    "dates=": (
        "overlapping spans with the right kind, first and last day",
        "chồng lên nhau và đúng loại, ngày đầu, ngày cuối",
    ),
    "figures": ("figures, exact spans", "số liệu, khớp đúng vị trí"),
    "figures~": ("the same, overlapping spans", "như trên, vị trí chồng lên nhau là được"),
    "figures=": ("overlapping spans with the right value and unit", "chồng lên nhau và đúng giá trị, đơn vị"),
    "documents": ("laws, resolutions, decrees, with the right number", "luật, nghị quyết, nghị định…, đúng số hiệu"),
    "chairs": ("who chaired the meeting", "ai chủ trì"),
    "speakers": ("who spoke at it", "ai phát biểu"),
    "bound": (
        "exact, over, under, about (of the figures that are right)",
        "đúng bằng, trên, dưới, khoảng (trong các số liệu đã đúng)",
    ),
    "measure": ("what the figure is of, shared words", "con số nói về cái gì, theo số từ trùng nhau"),
    "meeting_day": ("the day of the meeting", "ngày họp"),
    "meeting_form": ("online, hybrid, in person", "trực tuyến, kết hợp hay trực tiếp"),
}
WORDS = {
    "en": {
        "head": ["layer", "asks for", "precision", "recall", "F1"],
        "peer": "{} F1",
        "accuracy": "accuracy",
        "own": "articles of `tests/gold`, written for this project",
        "development": "development articles, from real newspapers",
        "measured": "Measured on the {} {}.",
        "same": "The other systems' figures are of the same articles.",
        "others": "The other systems' figures were measured on the {} development articles ({} characters), "
        "so they are no comparison here.",
        "dash": "A dash: the system does not answer the question.",
        "in view": "vnreport was built with the development articles in view.",
    },
    "vi": {
        "head": ["hạng mục", "yêu cầu", "độ chuẩn xác", "độ phủ", "F1"],
        "peer": "F1 của {}",
        "accuracy": "tỷ lệ đúng",
        "own": "bài trong `tests/gold`, viết riêng cho dự án",
        "development": "bài của tập phát triển, lấy từ báo thật",
        "measured": "Đo trên {} {}.",
        "same": "Các hệ thống khác cũng được đo trên chính những bài ấy.",
        "others": "Các hệ thống khác được đo trên {} bài của tập phát triển ({} ký tự), nên không so sánh ở đây được.",
        "dash": "Dấu gạch: hệ thống không trả lời câu hỏi ấy.",
        "in view": "Khi viết vnreport, tác giả đã xem các bài của tập phát triển.",
    },
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, help="annotated articles: ID.txt with ID.json beside it")
    parser.add_argument("--language", choices=list(WORDS), default="en", help="of the table's words and numbers")
    options = parser.parse_args()
    peers = tomllib.loads((ROOT / "docs" / "peers.toml").read_text("utf-8"))
    scores = evaluation.evaluate(evaluation.paths(options.gold))
    print(table(scores, peers, own=options.gold.resolve() == OWN, language=options.language))


def table(scores: evaluation.Scores, peers: dict[str, Any], *, own: bool, language: str = "en") -> str:
    """The table and its caption; `own`: the articles are the project's, and not those that `peers` were measured on."""
    words, column = WORDS[language], list(WORDS).index(language)
    names = [f"`{peer['name']}`" if "." in peer["name"] else peer["name"] for peer in peers["peers"]]
    head = [*words["head"], *(words["peer"].format(name) for name in names)]
    lines = ["| " + " | ".join(head) + " |", "|---|---|" + "--:|" * (len(head) - 2)]
    for name, layer in scores.layers.items():
        others = [peer["layers"].get(name) for peer in peers["peers"]]
        cells = [f"{x:.3f}" for x in (layer.precision, layer.recall)] + [f"**{layer.f1:.3f}**"]
        cells += [f"{other['f1']:.3f}" if other else "–" for other in others]
        lines.append(f"| `{name}` | {ASKS[name][column]} | " + number(" | ".join(cells), language) + " |")
    for name, accuracy in scores.accuracies.items():
        cells = ["", "", number(f"**{accuracy.accuracy:.3f}**", language), *["–"] * len(names)]
        lines.append(f"| `{name}` | {ASKS[name][column]} ({words['accuracy']}) | " + " | ".join(cells) + " |")
    others = [peers["articles"], number(f"{peers['characters']:,}", language)]
    same = not own and scores.articles == peers["articles"]
    caption = [
        words["measured"].format(scores.articles, words["own" if own else "development"]),
        words["same"] if same else words["others"].format(*others),
        words["dash"],
        words["in view"],
    ]
    return "\n".join([*lines, "", " ".join(caption)])


def number(text: str, language: str) -> str:
    """`text`, whose numbers are written as in English, with marks as `language` has them."""
    return text.translate(str.maketrans(".,", ",.")) if language == "vi" else text


if __name__ == "__main__":
    main()
