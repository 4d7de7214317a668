"""A report in a notebook: in a frame of its own, many on one page, never an exception."""

import sys
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

import vnreport
from strategies import TEXTS
from vnreport import Report
from vnreport.records import Figure, Mention, Span

pytest.importorskip("jinja2")
pytest.importorskip("playwright")

from playwright.sync_api import expect

from render.articles import HOSTILE, report

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from conftest import Looked

STYLE = "<style>a { color: red !important } .text { display: none }</style><p class=text id=p1>Sổ tay</p>"


def notebook(look: "Looked", folder: Path, *reports: Report) -> "Page":
    file = folder / "notebook.html"
    cells = "".join(f"<div>{shown._repr_html_()}</div>" for shown in reports)
    file.write_text(f"<!DOCTYPE html><meta charset=utf-8>{STYLE}{cells}", "utf-8")
    return look.open(file)


def test_two_reports_on_one_notebook_each_show_their_own(look: "Looked", tmp_path: Path) -> None:
    page = notebook(look, tmp_path, report(), vnreport.parse("Sáng 5/3/2021, ông Lý Văn Sơn phát biểu."))
    first, second = page.frame_locator("iframe").nth(0), page.frame_locator("iframe").nth(1)
    first.locator(".text .m.name", has_text="Đỗ Thị Nguyệt").click()
    expect(first.locator(".record li.on .head")).to_have_text("Đỗ Thị Nguyệt")
    expect(second.locator(".on")).to_have_count(0)
    expect(second.locator(".record .person .head")).to_have_text("Lý Văn Sơn")


def test_the_notebook_is_left_alone(look: "Looked", tmp_path: Path) -> None:
    page = notebook(look, tmp_path, report())
    page.frame_locator("iframe").locator(".record .head").first.click()
    assert page.url.endswith("notebook.html")
    assert page.evaluate("history.length") <= 2
    expect(page.locator("script")).to_have_count(0)


def test_hostile_text_stays_in_its_frame(look: "Looked", tmp_path: Path) -> None:
    page = notebook(look, tmp_path, report(HOSTILE))
    expect(page.locator("iframe")).to_have_count(1)
    expect(page.frame_locator("iframe").locator("h1")).to_have_text("<script>alert('tiêu đề')</script> họp")


def test_a_report_without_its_article_shows_the_record(look: "Looked", tmp_path: Path) -> None:
    page = notebook(look, tmp_path, Report.from_json(report().to_json()))
    frame = page.frame_locator("iframe")
    expect(frame.locator(".record .person .head").first).to_have_text("Trần Văn Lâm")
    expect(frame.locator(".text")).to_have_count(0)


def test_an_empty_report_shows_that_it_is(look: "Looked", tmp_path: Path) -> None:
    page = notebook(look, tmp_path, Report())
    expect(page.frame_locator("iframe").locator(".record")).to_contain_text("Không đọc được mục nào")


def test_without_jinja2_there_is_no_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    from vnreport.render import page

    page._environment.cache_clear()
    try:
        assert report()._repr_html_() is None
    finally:
        page._environment.cache_clear()


@pytest.mark.parametrize("value", ["NaN", "Infinity", "1E+999999999"])
def test_numbers_that_are_none_are_shown(value: str) -> None:
    strange = Figure(text="x", span=Span(9, 3), value=Decimal(value), period=-7)
    shown = Report(figures=(strange,), title=Mention(text="\ud800", span=Span(-1, 5)))._repr_html_()
    assert shown is not None
    shown.encode("utf-8")


@given(TEXTS)
def test_any_report_has_a_picture_that_can_be_written(text: str) -> None:
    shown = vnreport.parse(text, id=text)._repr_html_()
    assert shown is not None
    shown.encode("utf-8")
