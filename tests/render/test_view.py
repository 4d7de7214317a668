"""The page of one article in a browser: either side shows the other, by pointer, by keys, by touch."""

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("jinja2")
pytest.importorskip("playwright")

from playwright.sync_api import expect

from render.articles import HOSTILE, TEXT, report
from vnreport import Report
from vnreport.records import DateExpression, Figure, LegalDocument, Mention, Person, Span

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from conftest import Looked

PHONE = pytest.mark.parametrize("look", [390], indirect=True)


@pytest.fixture
def page(look: "Looked", tmp_path: Path) -> "Page":
    return opened(look, tmp_path, report())


def opened(look: "Looked", folder: Path, shown: Report) -> "Page":
    file = folder / "page.html"
    file.write_text(shown.to_html(), "utf-8")
    page = look.open(file)
    page.emulate_media(reduced_motion="reduce")
    return page


def lit(page: "Page", name: str = "on") -> list[str]:
    """The marks that are lit up: the text of each, its segments joined."""
    script = """name => {
        const marks = new Map();
        for (const piece of document.querySelectorAll(`.text .m.${name}`))
            marks.set(piece.dataset.m, (marks.get(piece.dataset.m) ?? "") + piece.textContent);
        return [...marks.values()];
    }"""
    found: list[str] = page.evaluate(script, name)
    return found


def mark(page: "Page", words: str) -> "Locator":
    return page.locator(".text .m", has_text=words).first


def entry(page: "Page", words: str) -> "Locator":
    return page.locator(".record li[data-i]", has=page.locator(".head", has_text=words)).first


def in_sight(where: "Locator") -> bool:
    script = """element => {
        const box = element.getBoundingClientRect();
        const at = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 20));
        return element.contains(at) || at?.contains(element);
    }"""
    seen: bool = where.evaluate(script)
    return seen


def test_pointing_at_a_mark_shows_its_entry(page: "Page") -> None:
    mark(page, "18/NQ-HĐND").hover()
    expect(page.locator(".record li.on .head")).to_have_text("Nghị quyết số 18/NQ-HĐND ngày 9/12/2020 của HĐND huyện")
    page.wait_for_timeout(300)
    assert in_sight(page.locator(".record li.on"))


def test_pointing_at_a_person_shows_all_mentions_and_positions(page: "Page") -> None:
    entry(page, "Trần Văn Lâm").hover()
    assert sorted(lit(page)) == sorted(
        ["Ủy viên Ban Thường vụ Tỉnh ủy", "Bí thư Huyện ủy", "Trần Văn Lâm", "Trần Văn Lâm"]
    )


def test_pointing_at_a_figure_shows_what_it_is_of_and_its_period(page: "Page") -> None:
    mark(page, "30,539").hover()
    assert {"30,539 tỷ đồng"} < set(lit(page))
    assert any("ngân sách" in words for words in lit(page))
    assert lit(page, "rel") == ["năm 2021"]
    expect(page.locator(".record section.date li.rel .head")).to_have_text("năm 2021")


def test_what_a_figure_is_against_is_shown(page: "Page") -> None:
    entry(page, "12%").hover()
    assert any("cùng kỳ" in words for words in lit(page))


def test_looking_away_lets_go(page: "Page") -> None:
    mark(page, "30,539").hover()
    page.mouse.move(5, 500)
    expect(page.locator(".on, .rel, .at")).to_have_count(0)


def test_an_entry_out_of_sight_brings_its_mark_into_sight(look: "Looked", tmp_path: Path) -> None:
    far = TEXT + "\n\n" + "Công tác giảm nghèo được quan tâm. " * 200 + "\n\nÔng Lý Văn Sơn phát biểu."
    page = opened(look, tmp_path, report(far))
    entry(page, "Lý Văn Sơn").hover()
    page.wait_for_timeout(300)
    assert in_sight(mark(page, "Lý Văn Sơn"))


def test_a_click_pins_and_escape_releases(page: "Page") -> None:
    mark(page, "Đỗ Thị Nguyệt").click()
    page.mouse.move(5, 500)
    mark(page, "30,539").hover()
    expect(page.locator(".record li.on .head")).to_have_text("Đỗ Thị Nguyệt")
    page.keyboard.press("Escape")
    expect(page.locator(".on")).to_have_count(0)


def test_a_click_again_releases(page: "Page") -> None:
    mark(page, "Đỗ Thị Nguyệt").click()
    mark(page, "Đỗ Thị Nguyệt").click()
    page.mouse.move(5, 500)
    expect(page.locator(".on")).to_have_count(0)


def test_one_mention_can_be_chosen(page: "Page") -> None:
    entry(page, "Trần Văn Lâm").get_by_role("link", name="Chỗ 2").click()
    assert lit(page, "at") == ["Trần Văn Lâm"]
    second = page.locator(".text .m.name", has_text="Trần Văn Lâm").nth(1)
    expect(second).to_have_class("m person name on at")


def test_names_in_the_meeting_show_the_person(page: "Page") -> None:
    page.locator(".meeting .who", has_text="Đỗ Thị Nguyệt").first.click()
    expect(page.locator(".record li.on .head")).to_have_text("Đỗ Thị Nguyệt")


def test_the_address_names_what_is_pinned(page: "Page") -> None:
    entry(page, "Đỗ Thị Nguyệt").locator(".head").click()
    mark(page, "30,539").click()
    page.go_back()
    expect(page.locator(".record li.on .head")).to_have_text("Đỗ Thị Nguyệt")
    page.go_back()
    expect(page.locator(".on")).to_have_count(0)


def test_an_address_opens_the_page_at_an_item(look: "Looked", tmp_path: Path) -> None:
    page = opened(look, tmp_path, report())
    page.goto("about:blank")
    page.goto((tmp_path / "page.html").as_uri() + "#p2")
    expect(page.locator(".record li.on .head")).to_have_text("Đỗ Thị Nguyệt")


@pytest.mark.parametrize("address", ["#%", "#p999", "#m999", "#__proto__", "#<b>"])
def test_an_address_of_nothing_opens_nothing(look: "Looked", tmp_path: Path, address: str) -> None:
    page = opened(look, tmp_path, report())
    page.goto("about:blank")
    page.goto((tmp_path / "page.html").as_uri() + address)
    expect(page.locator(".on")).to_have_count(0)


def test_the_legend_switches_a_kind_off_and_on(page: "Page") -> None:
    line = "element => getComputedStyle(element).textDecorationLine"
    assert mark(page, "30,539").evaluate(line) == "underline"
    page.get_by_label("Số liệu").uncheck()
    assert mark(page, "30,539").evaluate(line) == "none"
    expect(page.locator("section.figure")).to_be_hidden()
    mark(page, "30,539").hover()
    expect(page.locator(".record li.on[data-i^=f]")).to_have_count(0)
    page.get_by_label("Số liệu").check()
    assert mark(page, "30,539").evaluate(line) == "underline"


def test_every_kind_has_a_line_of_its_own(page: "Page") -> None:
    script = """() => [...document.querySelectorAll(".legend .sample")].map(sample => {
        const style = getComputedStyle(sample);
        return [style.textDecorationLine, style.textDecorationStyle, style.boxShadow === "none"].join(" ");
    })"""
    lines = page.evaluate(script)
    assert len(lines) == 6
    assert len(set(lines)) == 6


def test_keys_go_from_mark_to_mark(page: "Page") -> None:
    seen = []
    for key in ("n", "n", "ArrowRight", "p", "ArrowLeft"):
        page.keyboard.press(key)
        seen.append(page.evaluate("document.activeElement.dataset.m"))
        expect(page.locator(".record li.on").first).to_be_attached()
    assert seen[0] != seen[1]
    assert seen[1] == seen[3]
    assert seen[0] == seen[4]


def test_tab_stops_once_on_either_side_and_arrows_go_on(page: "Page") -> None:
    page.locator(".theme").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.text') !== null")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.record') !== null")
    first = page.evaluate("document.activeElement.closest('li[data-i]').dataset.i")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('li[data-i]').dataset.i") != first
    expect(page.locator(".text .on").first).to_be_attached()


def test_what_has_the_focus_is_seen_to_have_it(page: "Page") -> None:
    page.keyboard.press("n")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_enter_pins_what_has_the_focus(page: "Page") -> None:
    page.keyboard.press("n")
    page.keyboard.press("Enter")
    page.mouse.move(5, 500)
    assert page.evaluate("location.hash") != ""
    expect(page.locator(".record li.on")).to_have_count(1)


def test_light_and_dark_can_be_changed_by_hand(page: "Page") -> None:
    page.emulate_media(color_scheme="light")
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator(".theme").click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_every_ground(page: "Page", scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    script = """() => {
        const canvas = new OffscreenCanvas(1, 1).getContext("2d", {willReadFrequently: true});
        const pixel = (...layers) => {
            for (const layer of layers) { canvas.fillStyle = layer; canvas.fillRect(0, 0, 1, 1); }
            return canvas.getImageData(0, 0, 1, 1).data;
        };
        const light = ([r, g, b]) => [r, g, b].map(part => part / 255)
            .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
            .reduce((sum, part, n) => sum + part * [0.2126, 0.7152, 0.0722][n], 0);
        const paper = getComputedStyle(document.body).backgroundColor;
        const ratios = [];
        const elements = ".m, .note, .part, .value, .record dt, .sample, .chip, .bound";
        for (const element of document.querySelectorAll(elements)) {
            element.classList.add("on", "at");
            const style = getComputedStyle(element);
            const ground = pixel(paper, style.backgroundColor);
            const [a, b] = [light(pixel(style.color)), light(ground)].sort((x, y) => y - x);
            ratios.push([(a + 0.05) / (b + 0.05), element.className]);
        }
        return ratios.sort((x, y) => x[0] - y[0])[0];
    }"""
    ratio, where = page.evaluate(script)
    assert ratio >= 4.5, where


@pytest.mark.parametrize("look", [1280, 390], indirect=True)
def test_help_lies_above_the_page_and_goes_when_it_is_left(page: "Page") -> None:
    page.get_by_label("Cách dùng").click()
    keys = page.locator(".help dt").last
    assert in_sight(keys)
    page.mouse.click(200, 700)
    expect(keys).to_be_hidden()


@PHONE
def test_nothing_overflows_a_phone(page: "Page") -> None:
    assert page.evaluate("document.documentElement.scrollWidth") == 390


@PHONE
@pytest.mark.parametrize("word", ["a" * 400, "Nguyễn" * 60])
def test_a_word_without_end_does_not_overflow_a_phone(look: "Looked", tmp_path: Path, word: str) -> None:
    long = Report(title=Mention(text=word, span=Span(0, len(word))), id=word).with_source(f"{word}\n\n{word}")
    page = opened(look, tmp_path, long)
    assert page.evaluate("document.documentElement.scrollWidth") == 390


@PHONE
def test_a_tap_brings_the_entry_up_and_the_cross_puts_it_away(page: "Page") -> None:
    expect(page.get_by_role("button", name="Đóng")).to_be_hidden()
    mark(page, "Đỗ Thị Nguyệt").click()
    assert in_sight(page.locator(".record li.on"))
    assert in_sight(mark(page, "Đỗ Thị Nguyệt"))
    page.get_by_role("button", name="Mục sau").click()
    expect(page.locator(".record li.on .head")).to_have_text("Đỗ Thị Nguyệt")  # her position stands behind her name
    assert lit(page, "at") == ["Chủ tịch UBND huyện"]
    page.get_by_role("button", name="Đóng").click()
    expect(page.locator(".on")).to_have_count(0)


@PHONE
def test_a_tap_in_the_record_below_brings_the_mark_into_sight(page: "Page") -> None:
    entry(page, "30,539").locator(".head").click()
    assert in_sight(mark(page, "30,539"))
    assert in_sight(page.locator(".record li.on"))


@PHONE
def test_on_paper_the_record_stands_below_whatever_was_pinned(page: "Page") -> None:
    mark(page, "Đỗ Thị Nguyệt").click()
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.querySelector('.record')).position") == "static"
    expect(page.locator(".record li[data-i]:visible")).to_have_count(page.locator(".record li[data-i]").count())
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(29, 31, 33)"


def test_hostile_text_stays_text(look: "Looked", tmp_path: Path) -> None:
    shown = report(HOSTILE, id="</script><script>alert('id')</script>")
    page = opened(look, tmp_path, shown)
    assert page.evaluate("document.querySelectorAll('script').length") == 1
    assert page.locator("img, iframe, .text style").count() == 0
    assert page.evaluate("[...document.querySelectorAll('a')].every(a => a.getAttribute('href').startsWith('#'))")
    for line in ("<script>alert('tiêu đề')</script> họp", "</template></noscript><!-- {{ 7*7 }} &amp; javascript:"):
        assert line in page.locator(".text").text_content()  # type: ignore[operator]
    expect(page.locator(".record section.source")).to_contain_text("</script><script>alert('id')</script>")


def test_the_article_is_all_there(page: "Page") -> None:
    lines = page.locator(".text > *").all_text_contents()
    assert lines == [line for line in TEXT.split("\n") if line]


def test_marks_that_cross_are_both_shown(look: "Looked", tmp_path: Path) -> None:
    text = "Quyết định số 5 ngày 3/5/2021 tại xã"
    crossing = Report(
        documents=(LegalDocument(text=text[:20], span=Span(0, 20), type="Quyết định"),),
        dates=(DateExpression(text=text[16:29], span=Span(16, 29), kind="date"),),
    )
    page = opened(look, tmp_path, crossing.with_source(text))
    page.locator(".text .m.document").first.hover()
    assert lit(page) == [text[:20]]
    page.locator(".text .m.date").last.hover()
    assert lit(page) == [text[16:29]]


def test_what_lies_around_the_mark_pointed_at_is_shown_too(page: "Page") -> None:
    mark(page, "ngày 9/12/2020").last.hover()
    page.locator(".text .m.date", has_text="9/12/2020").hover()
    expect(page.locator(".record li.on .head")).to_have_text("ngày 9/12/2020")
    expect(page.locator(".record li.rel .head").first).to_contain_text("18/NQ-HĐND")


def test_names_of_hostile_people_and_units_stay_text(look: "Looked", tmp_path: Path) -> None:
    name = '<b onclick="alert(1)">A</b>'
    span = Span(0, len(name))
    person = Person(id="p1", name=name, honorific=name, mentions=(Mention(text=name, span=span),))
    figure = Figure(text=name, span=span, value=Decimal(1), unit=name)
    page = opened(look, tmp_path, Report(people=(person,), figures=(figure,)).with_source(name))
    expect(page.locator(".record .person .head")).to_have_text(name)
    expect(page.locator(".record .figure .value")).to_have_text(f"= 1 {name}")


def test_it_reads_with_scripts_off(browser: "Page", tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(report().to_html(), "utf-8")
    page = browser.new_page(java_script_enabled=False)  # type: ignore[attr-defined]
    page.goto(file.as_uri())
    page.locator(".record .person .head").first.click()
    assert page.url.endswith("#" + page.locator(".text .m.name").first.get_attribute("id"))
    page.get_by_label("Số liệu").uncheck()
    expect(page.locator("section.figure")).to_be_hidden()
    page.close()
