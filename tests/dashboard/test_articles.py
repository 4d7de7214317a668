"""Titles and texts of the articles that the page refers to, and places that keep people apart."""

import base64
import json
import zlib

import pytest

pytest.importorskip("polars")

from hypothesis import given
from hypothesis import strategies as st

from dashboard.archives import Rows
from vnreport.dashboard import articles
from vnreport.dashboard.people import _apart


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=20), max_size=60))
def test_packed_texts_are_unpacked_by_block(texts) -> None:
    blocks = [json.loads(zlib.decompress(base64.b64decode(block))) for block in articles.packed(texts)]
    assert [text for block in blocks for text in block] == texts
    assert all(len(block) == articles.BLOCK for block in blocks[:-1])


def test_packed_texts_cannot_end_their_element() -> None:
    assert all("<" not in block for block in articles.packed(["</script>"]))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Xã Tân Hòa họp.\nSáng nay, xã họp.", "Xã Tân Hòa họp."),
        ("\n\n  Xã Tân   Hòa họp", "Xã Tân Hòa họp"),
        ("họp " * 100, "họp " * 26 + "họp…"),
        ("", ""),
    ],
    ids=["first line", "blanks", "long line", "nothing"],
)
def test_an_article_without_a_title_is_called_by_its_first_line(text, title) -> None:
    tables = Rows(articles=[{"article_id": "a"}])
    assert articles.titles_of(tables, {"a": ("place", text)}) == {"a": title}


def test_references_are_numbered_in_order_and_once() -> None:
    refer = articles.References()
    assert [refer("b"), refer("a"), refer("b")] == [0, 1, 0]
    assert refer.ids == ["b", "a"]


def test_people_at_one_place_are_moved_apart() -> None:
    (x, y), (u, v) = _apart([0.5, 0.5], [0.5, 0.5])
    assert (x - u) ** 2 + (y - v) ** 2 > 0.05**2


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), max_size=20))
def test_moving_apart_keeps_everybody_in_the_frame(places) -> None:
    moved = _apart([x for x, _ in places], [y for _, y in places])
    assert len(moved) == len(places)
    assert all(0 <= value <= 1 for place in moved for value in place)
