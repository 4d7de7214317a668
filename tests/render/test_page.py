"""What a page is made of: alone, policed, its ids unique, in the wheel."""

import base64
import hashlib
import re
from collections import Counter
from functools import partial
from html.parser import HTMLParser
from importlib import resources

import msgspec
import pytest

pytest.importorskip("jinja2")

from hypothesis import given

import vnreport
from growth import growth
from render.articles import HOSTILE, TEXT, report
from strategies import TEXTS
from vnreport.records import Report, Span
from vnreport.render import to_html, to_page
from vnreport.render.page import single


class Outline(HTMLParser):
    """The elements of a page: their ids, what is left open, addresses, handlers; `noscript` as with scripts off."""

    VOID = frozenset({"meta", "input", "base"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.open: list[str] = []
        self.elements: Counter[str] = Counter()
        self.handlers: list[str] = []
        self.language: str | None = None
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements[tag] += 1
        if tag not in self.VOID:
            self.open.append(tag)
        for name, value in attrs:
            if name == "id":
                self.ids[value or ""] += 1
            if name in ("href", "src", "action", "srcdoc"):
                self.links.append(value or "")
            if name.startswith("on") or name == "style":
                self.handlers.append(name)
            if tag == "html" and name == "lang":
                self.language = value

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_a_page_is_vietnamese() -> None:
    assert Outline(report().to_html()).language == "vi"


@pytest.mark.parametrize("text", [TEXT, HOSTILE])
def test_links_lead_to_what_is_on_the_page(text: str) -> None:
    for page in (report(text).to_html(), to_page([report(text), report(TEXT)])):
        outline = Outline(page)
        assert outline.open == []
        assert max(outline.ids.values()) == 1
        assert {link.removeprefix("#") for link in outline.links} <= set(outline.ids)
        assert outline.handlers == []


@given(TEXTS)
def test_any_article_makes_a_sound_page(text: str) -> None:
    shown = vnreport.parse(text, id=text)
    for page in (shown.to_html(), to_page([shown])):
        page.encode("utf-8")
        outline = Outline(page)
        assert outline.open == []
        assert {link.removeprefix("#") for link in outline.links} <= set(outline.ids)
        assert (outline.elements["script"], outline.elements["style"]) == (1, 1)


@pytest.mark.parametrize("element", ["script", "style"])
def test_the_policy_lets_through_what_the_page_brings_and_nothing_else(element: str) -> None:
    page = report(HOSTILE).to_html()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    code = re.search(rf"<{element}>(.*?)</{element}>", page, re.DOTALL)
    assert policy is not None
    assert code is not None
    digest = base64.b64encode(hashlib.sha256(code[1].encode()).digest()).decode()
    assert policy[1].replace("&#39;", "'").startswith("default-src 'none';")
    assert f"{element}-src 'sha256-{digest}'" in policy[1].replace("&#39;", "'").replace("&#43;", "+")


def test_another_article_is_refused() -> None:
    with pytest.raises(ValueError, match="not the text of this report"):
        to_html(report(), "Xã họp")


def test_the_time_for_a_page_grows_with_the_article_and_no_faster() -> None:
    def prepare(times: int) -> partial[object]:
        shown = Report(dates=vnreport.parse(TEXT).dates * times)
        moved = [msgspec.structs.replace(date, span=Span(n, n + 4)) for n, date in enumerate(shown.dates)]
        long = msgspec.structs.replace(shown, dates=tuple(moved))
        long.__dict__["source"] = "x" * (len(moved) + 9)
        return partial(single, long)

    assert growth(prepare, 200, 1600, enough=3) < 3


@pytest.mark.parametrize("name", ["assets/page.css", "assets/view.js", "assets/list.js", "assets/main.js"])
def test_what_a_page_is_made_of_is_in_the_package(name: str) -> None:
    assert resources.files("vnreport.render").joinpath(name).is_file()
