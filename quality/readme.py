"""Puts Markdown from standard input into a README between its markers, so that no table is pasted by hand.

command | python quality/readme.py NAME [FILE]    replaces what stands between <!-- NAME --> and <!-- /NAME -->
"""

from __future__ import annotations

import sys
from pathlib import Path


def replace(text: str, name: str, block: str) -> str:
    """`text` with `block` between the markers of `name`. Raises `ValueError` where it does not have both, once each."""
    begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    if text.count(begin) != 1 or text.count(end) != 1 or text.index(begin) > text.index(end):
        raise ValueError(f"no {begin} … {end}")
    before, _, rest = text.partition(begin)
    return f"{before}{begin}\n{block.strip()}\n{end}{rest.partition(end)[2]}"


def main() -> None:
    name, *file = sys.argv[1:]
    path = Path(file[0]) if file else Path(__file__).parents[1] / "README.md"
    block = sys.stdin.read()
    if not block.strip():
        sys.exit("quality/readme.py: nothing to put in; the README stays as it is")
    path.write_text(replace(path.read_text("utf-8"), name, block), "utf-8")


if __name__ == "__main__":
    main()
