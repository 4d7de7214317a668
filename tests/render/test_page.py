"""Pages: the article whole, its items marked, nothing taken for markup."""

import html
import re

import pytest

pytest.importorskip("jinja2")

from hypothesis import given
from hypothesis import strategies as st

import vnreport
from vnreport.records import Span
from vnreport.render import to_html
from vnreport.render.page import Mark, pieces

TEXT = (
    "Xã Thạch Khê họp\n\nSáng 5/3/2021, ông Trần Văn Lâm, Bí thư Đảng ủy xã, nêu 17 công trình <mới> "
    "theo Nghị quyết số 18/NQ-HĐND ngày 9/12/2020."
)


def _article(page: str) -> str:
    body = re.search(r"<article>(.*)</article>", page, re.DOTALL)
    assert body is not None
    return body[1]


def test_the_article_is_all_there() -> None:
    body = _article(to_html(vnreport.parse(TEXT), TEXT))
    assert html.unescape(re.sub(r"</?mark[^>]*>", "", body)) == TEXT


def test_every_kind_of_item_is_marked() -> None:
    body = _article(to_html(vnreport.parse(TEXT), TEXT))
    assert {"person", "date", "figure", "document"} == set(re.findall(r'<mark class="(\w+)"', body))


def test_a_mark_inside_another_nests() -> None:
    body = _article(to_html(vnreport.parse(TEXT), TEXT))
    assert re.search(r'class="document"[^>]*>[^<]*<mark class="date" title="2020-12-09">[^<]*</mark></mark>', body)


def test_a_text_shorter_than_the_record_is_refused() -> None:
    with pytest.raises(ValueError, match="another article"):
        to_html(vnreport.parse(TEXT), "Xã họp")


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)), max_size=8))
def test_pieces_keep_the_text_and_close_what_they_open(text: str, spans: list[tuple[int, int]]) -> None:
    marked = [Mark(Span(a, a + n), "date", "") for a, n in spans if a + n <= len(text)]
    cut = list(pieces(text, marked))
    depth = 0
    for _, kind, _ in cut:
        depth += 1 if kind else -1 if kind == "" else 0
        assert depth >= 0
    assert depth == 0
    assert "".join(words for words, _, _ in cut) == text
