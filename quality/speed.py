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
    "text": ("text layer: twin, sentences, layout", "lớp văn bản: chuẩn hóa, tách câu, bố cục"),
    "dates": ("dates", "ngày tháng"),
    "documents": ("legal documents", "văn bản pháp quy"),
    "figures": ("figures", "số liệu"),
    "people": ("people, by grammar", "người, theo ngữ pháp"),
    "tagger": ("people, asking the tagger", "người, phần hỏi bộ gán nhãn"),
    "meeting": ("meeting", "cuộc họp"),
    "whole record": ("whole record", "cả bản ghi"),
}
WORDS = {
    "en": {
        "head": ("part", "ms an article", "token passes"),
        "sample": "{articles:,} articles of {characters:,.0f} characters; one core: {per_second:,.0f} articles a "
        "second; import vnreport: {import_milliseconds:.0f} ms",
        "memory": "; peak memory, the tagger's model included: {peak_megabytes:.0f} MB",
    },
    "vi": {
        "head": ("phần việc", "ms mỗi bài", "số lượt quét từ"),
        "sample": "{articles:,} bài, trung bình {characters:,.0f} ký tự; một nhân xử lý: {per_second:,.0f} bài mỗi "
        "giây; `import vnreport`: {import_milliseconds:.0f} ms",
        "memory": "; bộ nhớ lúc cao nhất, kể cả mô hình của bộ gán nhãn: {peak_megabytes:.0f} MB",
    },
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--language", choices=list(WORDS), default="en", help="of the table's words and numbers")
    print(table(json.loads(MEASURED.read_text("utf-8")), parser.parse_args().language))


def table(measured: dict[str, Any], language: str = "en") -> str:
    """The table and its caption, in English or Vietnamese."""
    words, column = WORDS[language], list(WORDS).index(language)
    milliseconds = measured["milliseconds"]
    lines = ["| " + " | ".join(words["head"]) + " |", "|---|--:|--:|"]
    for name, labels in PARTS.items():
        cells = f"{milliseconds[name]:.2f} | {milliseconds[name] / milliseconds['token pass']:.1f}"
        lines.append(f"| {labels[column]} | {_number(cells, language)} |")
    caption = str(words["sample"]).format(**measured, per_second=1000 / milliseconds["whole record"])
    if measured["peak_megabytes"] is not None:
        caption += str(words["memory"]).format(**measured)
    return "\n".join([*lines, "", _number(caption, language) + "."])


def _number(text: str, language: str) -> str:
    return re.sub(r"(?<=\d)[.,](?=\d)", lambda mark: ",."[".,".index(mark[0])], text) if language == "vi" else text


if __name__ == "__main__":
    main()
