"""A README's table of speed, as Markdown, of what `benchmarks/pipeline.py --json` measured into quality/speed.json.

python quality/speed.py [--language vi]
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from typing import Any

MEASURED = Path(__file__).with_name("speed.json")
PARTS = {
    "token pass": ("one `regex` token pass", "một lượt quét từ bằng `regex`"),
    "text": ("text layer: twin, words, sentences, layout", "lớp văn bản: chuẩn hóa, tách từ, tách câu, bố cục"),
    "dates": ("dates", "ngày tháng"),
    "documents": ("legal documents", "văn bản pháp quy"),
    "figures": ("figures", "số liệu"),
    "people": ("people, by grammar", "người, theo ngữ pháp"),
    "tagger": ("people, asking the tagger", "người, phần hỏi bộ gán nhãn"),
    "meeting": ("meeting", "cuộc họp"),
    "whole record": ("whole record", "cả bản ghi"),
}
WORDS: dict[str, dict[str, Any]] = {
    "en": {
        "head": ("part", "ms an article", "token passes"),
        "beside": ("`underthesea.ner`, by sentence", "{faster:.0f} times the whole record"),
        "caption": (
            "{articles:,} articles of {characters:,.0f} characters, one core; `underthesea.ner` on {compared:,} of "
            "them.",
            "Articles a second of `vnreport batch`, its start and its writing included: {rates}.",
            "A worker process holds at most {worker_megabytes:.0f} MB, the tagger's model included; `import vnreport` "
            "takes {import_milliseconds:.0f} ms.",
        ),
        "rate": ("{rate:,.0f} with {workers} worker", "{rate:,.0f} with {workers} workers"),
        "and": " and ",
    },
    "vi": {
        "head": ("phần việc", "ms mỗi bài", "số lượt quét từ"),
        "beside": ("`underthesea.ner`, theo từng câu", "gấp {faster:.0f} lần cả bản ghi"),
        "caption": (
            "{articles:,} bài, trung bình {characters:,.0f} ký tự, một nhân xử lý; `underthesea.ner` chạy trên "
            "{compared:,} bài trong số đó.",
            "Số bài `vnreport batch` đọc mỗi giây, kể cả lúc khởi động và ghi: {rates}.",
            "Mỗi tiến trình chiếm nhiều nhất {worker_megabytes:.0f} MB bộ nhớ, kể cả mô hình của bộ gán nhãn; "
            "`import vnreport` mất {import_milliseconds:.0f} ms.",
        ),
        "rate": ("{rate:,.0f} với {workers} tiến trình",) * 2,
        "and": " và ",
    },
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--language", choices=list(WORDS), default="en", help="of the table's words and numbers")
    print(table(json.loads(MEASURED.read_text("utf-8")), parser.parse_args().language))


def table(measured: dict[str, Any], language: str = "en") -> str:
    """The table and its caption, in English or Vietnamese."""
    words, column = WORDS[language], list(WORDS).index(language)
    milliseconds, beside = measured["milliseconds"], measured["beside"]
    lines = ["| " + " | ".join(words["head"]) + " |", "|---|--:|--:|"]
    for name, labels in PARTS.items():
        cells = f"{milliseconds[name]:.2f} | {milliseconds[name] / milliseconds['token pass']:.1f}"
        lines.append(f"| {labels[column]} | {_number(cells, language)} |")
    label, times = words["beside"]
    cells = f"{beside['underthesea']:,.0f} | {times.format(faster=beside['underthesea'] / beside['vnreport'])}"
    lines.append(f"| {label} | {_number(cells, language)} |")
    caption = " ".join(words["caption"]).format(
        **measured, compared=beside["articles"], rates=_rates(measured["articles_per_second"], words)
    )
    return "\n".join([*lines, "", _number(caption, language)])


def _rates(rates: dict[str, float], words: dict[str, Any]) -> str:
    one, more = words["rate"]
    said = [(one if workers == "1" else more).format(rate=rate, workers=workers) for workers, rate in rates.items()]
    return words["and"].join([", ".join(said[:-1]), said[-1]] if len(said) > 1 else said)


def _number(text: str, language: str) -> str:
    return re.sub(r"(?<=\d)[.,](?=\d)", lambda mark: ",."[".,".index(mark[0])], text) if language == "vi" else text


if __name__ == "__main__":
    main()
