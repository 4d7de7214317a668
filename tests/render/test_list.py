"""The page of many articles in a browser: searching the list, choosing, addresses, keys, a phone."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("jinja2")
pytest.importorskip("playwright")

from playwright.sync_api import expect

from render.articles import HOSTILE, TEXT, report
from vnreport import Report, parse
from vnreport.render import to_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

    from conftest import Looked

PHONE = pytest.mark.parametrize("look", [390], indirect=True)
OTHER = "Xã Đồng Tâm họp dân\n\nChiều 7/4/2021, bà Nguyễn Thị Đào, Chủ tịch UBND xã, tiếp 35 người dân.\n"


def shelf() -> list[Report]:
    return [
        report(TEXT, id="lạc-thủy"),
        parse(OTHER, published="2021-04-08", id="đồng tâm/1"),
        parse(HOSTILE, id="</noscript><script>alert(1)</script>"),
    ]


@pytest.fixture
def page(look: "Looked", tmp_path: Path) -> "Page":
    return opened(look, tmp_path)


def opened(look: "Looked", folder: Path, address: str = "") -> "Page":
    file = folder / "page.html"
    file.write_text(to_page(shelf(), title="Lưu trữ"), "utf-8")
    look.page.emulate_media(reduced_motion="reduce")
    look.page.goto(file.as_uri() + address)
    return look.page


def rows(page: "Page") -> "Locator":
    return page.locator(".list li:visible b")


def heading(page: "Page") -> "Locator":
    return page.locator("main h1")


def test_the_list_says_title_people_day_and_counts(page: "Page") -> None:
    row = page.locator(".list li").nth(1)
    for words in ("Xã Đồng Tâm họp dân", "Nguyễn Thị Đào", "8/4/2021", "1 người", "1 số liệu"):
        expect(row).to_contain_text(words)


def test_the_first_article_is_open(page: "Page") -> None:
    expect(heading(page)).to_have_text("Huyện Lạc Thủy tổng kết năm 2021")


def test_a_choice_is_shown_and_addressed_and_back_goes_back(page: "Page") -> None:
    page.locator(".list a", has_text="Xã Đồng Tâm").click()
    expect(heading(page)).to_have_text("Xã Đồng Tâm họp dân")
    assert page.url.endswith("#a2")
    assert page.title() == "Xã Đồng Tâm họp dân – Lưu trữ"
    page.locator(".list a", has_text="tiêu đề").click()
    page.go_back()
    expect(heading(page)).to_have_text("Xã Đồng Tâm họp dân")
    expect(page.locator(".list a[aria-current]")).to_contain_text("Đồng Tâm")


def test_only_the_chosen_article_is_built(page: "Page") -> None:
    expect(page.locator("article")).to_have_count(1)


@pytest.mark.parametrize("wanted", ["dong tam", "ĐỒNG TÂM", "nguyen thi dao", "Đào", "2021-04-08", "8/4/2021"])
def test_searching_finds_with_and_without_diacritics(page: "Page", wanted: str) -> None:
    page.get_by_role("searchbox").fill(wanted)
    expect(rows(page)).to_have_text(["Xã Đồng Tâm họp dân"])
    expect(page.locator(".found")).to_have_text("1 trong 3 bài")


def test_words_in_a_row_count_before_words_anywhere(look: "Looked", tmp_path: Path) -> None:
    apart = parse("Xã họp\n\nÔng Nguyễn Văn Đào và bà Trần Thị Nga dự họp.\n")
    (tmp_path / "page.html").write_text(to_page([*shelf(), apart]), "utf-8")
    page = look.open(tmp_path / "page.html")
    page.get_by_role("searchbox").fill("nguyen thi dao")
    expect(rows(page)).to_have_text(["Xã Đồng Tâm họp dân"])
    page.get_by_role("searchbox").fill("thi dao nga")
    expect(rows(page)).to_have_text(["Xã họp"])


def test_searching_decomposed_letters_finds_composed_ones(page: "Page") -> None:
    page.get_by_role("searchbox").fill("Nguyê\u0303n")
    expect(rows(page)).to_have_text(["Xã Đồng Tâm họp dân"])


def test_a_search_that_finds_nothing_says_so(page: "Page") -> None:
    page.get_by_role("searchbox").fill("không có đâu")
    expect(rows(page)).to_have_count(0)
    expect(page.get_by_text("Không có bài nào")).to_be_visible()
    page.get_by_role("searchbox").fill("")
    expect(rows(page)).to_have_count(3)


def test_an_address_names_an_article_and_an_item(look: "Looked", tmp_path: Path) -> None:
    page = opened(look, tmp_path, "#a2-p1")
    expect(heading(page)).to_have_text("Xã Đồng Tâm họp dân")
    expect(page.locator(".record li.on .head")).to_have_text("Nguyễn Thị Đào")


def test_an_address_may_name_an_id(look: "Looked", tmp_path: Path) -> None:
    page = opened(look, tmp_path, "#id=%C4%91%E1%BB%93ng%20t%C3%A2m/1")
    expect(heading(page)).to_have_text("Xã Đồng Tâm họp dân")


@pytest.mark.parametrize("address", ["#a0", "#a99", "#id=", "#id=x", "#%", "#a2-p99"])
def test_an_address_of_nothing_leaves_an_article_open(look: "Looked", tmp_path: Path, address: str) -> None:
    page = opened(look, tmp_path, address)
    expect(heading(page)).to_have_count(1)
    expect(page.locator(".on")).to_have_count(0)


def test_what_is_pinned_is_addressed_and_back_lets_go(page: "Page") -> None:
    page.locator(".list a", has_text="Xã Đồng Tâm").click()
    page.locator(".text .m.name").first.click()
    assert "#a2-m" in page.url
    page.go_back()
    expect(page.locator(".on")).to_have_count(0)
    expect(heading(page)).to_have_text("Xã Đồng Tâm họp dân")


def test_keys_search_and_choose(page: "Page") -> None:
    page.keyboard.press("/")
    page.keyboard.type("dong tam")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#a2"
    page.keyboard.press("Enter")
    expect(heading(page)).to_have_text("Xã Đồng Tâm họp dân")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "search"
    page.keyboard.press("Escape")
    expect(rows(page)).to_have_count(3)


def test_enter_in_the_search_opens_what_is_found_first(page: "Page") -> None:
    page.get_by_role("searchbox").fill("dong tam")
    page.keyboard.press("Enter")
    expect(heading(page)).to_have_text("Xã Đồng Tâm họp dân")


def test_the_legend_stays_as_it_was_set(page: "Page") -> None:
    page.get_by_role("checkbox", name="Người").uncheck()
    page.locator(".list a", has_text="Xã Đồng Tâm").click()
    expect(page.locator("section.person")).to_be_hidden()


def test_hostile_articles_stay_text(page: "Page") -> None:
    page.locator(".list a", has_text="tiêu đề").click()
    expect(heading(page)).to_have_text("<script>alert('tiêu đề')</script> họp")
    assert page.evaluate("document.querySelectorAll('script').length") == 1
    assert page.locator("img, iframe").count() == 0


@PHONE
def test_a_phone_shows_the_list_then_the_article(page: "Page") -> None:
    expect(page.locator(".list")).to_be_visible()
    expect(page.locator("article")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.locator(".list a", has_text="Xã Đồng Tâm").click()
    expect(page.locator(".list")).to_be_hidden()
    expect(heading(page)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.get_by_role("link", name="Danh sách").click()
    expect(page.locator(".list")).to_be_visible()


def test_all_articles_can_be_read_with_scripts_off(browser: "Browser", tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(to_page(shelf()), "utf-8")
    page = browser.new_page(java_script_enabled=False)
    page.goto(file.as_uri())
    expect(page.locator("article")).to_have_count(3)
    page.locator(".list a").nth(1).click()
    assert page.url.endswith("#a2")
    page.close()


def test_a_page_of_none_and_of_one(look: "Looked", tmp_path: Path) -> None:
    for count in (0, 1):
        file = tmp_path / "page.html"
        file.write_text(to_page(shelf()[:count]), "utf-8")
        page = look.open(file)
        expect(page.locator(".list li")).to_have_count(count)


def test_a_report_without_its_article_is_listed_and_shown(look: "Looked", tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(to_page([Report.from_json(shelf()[1].to_json())]), "utf-8")
    page = look.open(file)
    expect(page.locator(".record .person .head")).to_have_text("Nguyễn Thị Đào")
    expect(page.locator(".text")).to_have_count(0)
