"""The page in a browser: charts stand, what is chosen is shown, hostile words stay words."""

import re

import pytest

pytest.importorskip("polars")
pytest.importorskip("vl_convert")
pytest.importorskip("playwright")

from playwright.sync_api import expect

from dashboard.archives import REPORTS, finish, write
from vnreport.dashboard import to_html
from vnreport.dashboard.page import embedded

EVIL = "</script></style><script>alert(1)</script><img src=x onerror=alert(2)>"


def built(folder, reports, **options):
    path = folder / "page.html"
    path.write_text(to_html(write(folder / "tables", reports), **options), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def page_of_reports(tmp_path_factory):
    return built(tmp_path_factory.mktemp("dashboard"), REPORTS, title="Huyện Sơn Đài 2021")


@pytest.fixture
def page(look, page_of_reports):
    opened = look.open(page_of_reports)
    opened.wait_for_selector("html[data-drawn]", state="attached")
    return opened


def test_the_head_counts_what_the_archive_holds(page) -> None:
    tiles = dict(
        zip(page.locator("#tiles dt").all_inner_texts(), page.locator("#tiles dd").all_inner_texts(), strict=True)
    )
    assert (tiles["bài báo"], tiles["cuộc họp"], tiles["tên người"], tiles["số liệu"]) == ("3", "3", "3", "6")
    assert page.title() == page.locator("h1").inner_text() == "Huyện Sơn Đài 2021"
    assert page.locator("html").get_attribute("lang") == "vi"
    assert "5/3/2021 – 8/7/2021" in page.locator("#span").inner_text()


def test_every_chart_is_drawn(page) -> None:
    assert page.locator("#chart-meetings svg .bars_marks path").count() == 3
    assert page.locator("#chart-network svg .nodes_marks path").count() == 3
    assert page.locator("#chart-network svg .ties_marks line").count() == 2
    assert page.locator("#chart-offices svg .held_marks line").count() == 4
    assert page.locator("#chart-figures svg .points_marks path").count() == 3


def test_the_chart_says_names_and_days_in_vietnamese(page) -> None:
    assert "Vũ Thị Hạ Lan" in page.locator("#chart-network svg").text_content()
    assert re.search(r"\d/2021", page.locator("#chart-meetings svg").text_content())


def test_choosing_a_person_shows_their_meetings_and_company(page) -> None:
    page.locator("#person-list button", has_text="Phan Đăng Khôi").click()
    panel = page.locator("#person")
    assert panel.locator("li").count() == 3
    assert "Vũ Thị Hạ Lan (2)" in panel.inner_text()
    assert "Mai Phương Chi (1)" in panel.inner_text()
    panel.get_by_role("button", name="Bỏ chọn").click()
    assert panel.is_hidden()


def test_pointing_at_a_person_shows_their_neighbours(page) -> None:
    node = page.locator("#chart-network svg .nodes_marks path").nth(2)  # met one of the two others
    node.hover()
    assert "Mai Phương Chi" in page.locator("#tip").inner_text()
    expect(page.locator("#chart-network svg .names_marks text")).to_have_count(2)
    assert page.locator("#chart-network svg .names_marks text").all_text_contents() == [
        "Mai Phương Chi",
        "Phan Đăng Khôi",
    ]


def test_clicking_a_person_in_the_network_chooses_them(page) -> None:
    page.locator("#chart-network svg .nodes_marks path").nth(0).click()
    assert page.locator("#person h3").inner_text().startswith("Phan Đăng Khôi")
    assert page.locator("#person-list [aria-pressed=true]").inner_text().startswith("Phan Đăng Khôi")


def test_people_are_searched_without_marks_and_chosen_by_keyboard(page) -> None:
    page.locator("#person-search").fill("ha lan")
    assert page.locator("#person-list button").count() == 1
    page.locator("#person-search").press("Tab")
    page.keyboard.press("Enter")
    assert page.locator("#person h3").inner_text().startswith("Vũ Thị Hạ Lan: 2 cuộc họp")


def test_an_interval_narrows_meetings_and_people(page) -> None:
    page.locator("#from").fill("2021-04-01")
    page.locator("#from").dispatch_event("change")
    assert page.locator("#meeting-list li").count() == 2
    assert "2 cuộc họp" in page.locator("#list-h").inner_text()
    counts = {
        each.split("\n")[0]: each.split("\n")[1] for each in page.locator("#person-list button").all_inner_texts()
    }
    assert counts["Vũ Thị Hạ Lan"].startswith("1 cuộc họp")
    page.locator("#whole").click()
    assert page.locator("#meeting-list li").count() == 3


def test_dragging_over_the_bars_chooses_an_interval(page) -> None:
    bar = page.locator("#chart-meetings svg .bars_marks path").nth(1).bounding_box()
    middle = bar["x"] + bar["width"] / 2
    page.mouse.move(middle - 30, bar["y"] + 5)
    page.mouse.down()
    page.mouse.move(middle + 30, bar["y"] + 5, steps=4)
    page.mouse.up()
    assert page.locator("#meeting-list li").count() == 1
    assert page.locator("#from").input_value() < "2021-04-06" < page.locator("#to").input_value()


def test_clicking_a_bar_chooses_its_days(page) -> None:
    page.locator("#chart-meetings svg .bars_marks path").nth(0).click()
    assert (page.locator("#from").input_value(), page.locator("#to").input_value()) == ("2021-03-01", "2021-03-07")


def test_meetings_are_coloured_by_form_when_asked(page) -> None:
    assert "hội nghị (2)" in page.locator("#meetings-legend").inner_text()
    page.get_by_label("hình thức").check()
    assert "trực tuyến (1)" in page.locator("#meetings-legend").inner_text()


def test_one_persons_offices_are_shown_when_asked(page) -> None:
    page.locator("#office-person").select_option(label="Phan Đăng Khôi")
    assert page.locator("#chart-offices svg .held_marks line").count() == 2
    page.locator("#office button", has_text="nguyên Chủ tịch UBND huyện").click()
    assert page.locator("#office li").all_inner_texts() == ["8/7/2021\nKhai mạc kỳ họp HĐND huyện"]


def test_choosing_a_measure_shows_its_figures_with_their_sentences(page) -> None:
    page.locator("#measure-search").fill("ho ngheo")
    page.locator("#measure-list button").click()
    expect(page.locator("#chart-figures svg .points_marks path")).to_have_count(2)
    table = page.locator("#figure-table tbody tr")
    assert table.count() == 2
    assert "6 tháng đầu năm 2021" in table.nth(0).inner_text()
    assert "Tỷ lệ hộ nghèo còn 3%." in table.nth(0).inner_text()
    assert table.nth(0).locator("mark").inner_text() == "3%"


def test_units_are_kept_apart(page) -> None:
    page.get_by_label("phần trăm").check()
    assert page.locator("#measure-list").inner_text().count("(%)") == 2
    page.get_by_label("tiền", exact=True).check()
    assert page.locator("#measure-list button").count() == 1
    assert "thu ngân sách (đồng)" in page.locator("#measure-list").inner_text()


def test_a_figure_opens_its_article_at_its_sentence(page) -> None:
    page.locator("#figure-table button").first.click()
    page.wait_for_selector("#article-text mark.sentence")
    assert page.locator("#article h2").inner_text() == "Khai mạc kỳ họp HĐND huyện"
    assert (
        page.locator("#article-text mark.sentence").inner_text()
        == "6 tháng đầu năm 2021, thu ngân sách đạt 247 tỷ đồng."
    )
    assert page.locator("#article-text mark mark").inner_text() == "247 tỷ đồng"
    assert "archive.jsonl:3" in page.locator("#article-meta").inner_text()
    page.keyboard.press("Escape")
    assert page.locator("#article").is_hidden()


def test_an_article_known_by_its_address_is_a_link(page) -> None:
    page.locator("#meeting-list button", has_text="Sơn Đài triển khai").click()
    link = page.locator("#article-meta a")
    assert link.get_attribute("href") == "https://bao.example/2?a=1&b=2"
    assert "noopener" in link.get_attribute("rel")


def test_limits_of_nought_leave_a_page(look, tmp_path) -> None:
    page = look.open(built(tmp_path, REPORTS, figures=0, people=0, texts=0))
    page.wait_for_selector("html[data-drawn]", state="attached")
    assert page.locator("#meeting-list li").count() == 3
    assert page.locator("#person-list button, #measure-list button").count() == 0


def test_a_text_left_out_leaves_the_sentence_and_says_so(look, tmp_path) -> None:
    page = look.open(built(tmp_path, REPORTS, texts=0))
    page.wait_for_selector("html[data-drawn]", state="attached")
    page.locator("#figure-table button").first.click()
    page.wait_for_selector("#article-text mark")
    assert "247 tỷ đồng." in page.locator("#article-text").inner_text()
    assert "--texts" in page.locator("#article-text").inner_text()
    assert "0 trong 3 bài" in page.locator("#limits").text_content()


def test_what_the_limits_cut_off_is_said(look, tmp_path) -> None:
    page = look.open(built(tmp_path, REPORTS, figures=3, people=2))
    page.wait_for_selector("html[data-drawn]", state="attached")
    assert "4 số liệu khác" in page.locator("#figures-hint").inner_text()
    assert "2 người dự nhiều cuộc họp nhất, trong 3 người" in page.locator("#people-hint").inner_text()


@pytest.mark.parametrize("look", [390, 1280], indirect=True)
def test_the_page_is_no_wider_than_the_screen(page, look) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator("#chart-figures svg").bounding_box()["width"] <= page.viewport_size["width"]


def test_figures_behind_characters_of_two_units_are_marked_right(look, tmp_path) -> None:
    text = "Thu ngân sách 😀😀\n\nNăm 2020, xã 😀 Tân Hòa thu ngân sách 5,5 tỷ đồng. Hết."
    page = look.open(built(tmp_path, [{"id": "a", "text": text}]))
    page.wait_for_selector("html[data-drawn]", state="attached")
    assert page.locator("#figure-table mark").inner_text() == "5,5 tỷ đồng"
    page.locator("#figure-table button").first.click()
    page.wait_for_selector("#article-text mark mark")
    assert page.locator("#article-text mark mark").inner_text() == "5,5 tỷ đồng"


def hostile():
    text = (
        f"Họp {EVIL}\n\nSáng 4/3/2021, ông Trần{EVIL} Văn Lâm, Chủ tịch UBND xã {EVIL}, chủ trì hội nghị {EVIL}. "
        f"Năm 2020, thu ngân sách {EVIL} đạt 5,5 tỷ đồng {EVIL}. <!-- ${{alert(3)}} {{{{ 7 * 7 }}}} \x00 \u202e"
    )
    return [
        {"id": "javascript:alert(4)", "text": text, "published": "2021-03-05"},
        {"id": f"https://x.example/\"'>{EVIL}", "text": text},
        {"id": EVIL, "text": text},
        {"id": "data:text/html,<script>alert(5)</script>", "text": text},
    ]


def test_hostile_words_stay_words(look, tmp_path) -> None:
    page = look.open(built(tmp_path, hostile(), title=EVIL))
    page.wait_for_selector("html[data-drawn]", state="attached")
    assert page.locator("h1").inner_text() == EVIL
    assert page.locator("img").count() == 0
    for button in page.locator("#meeting-list button").all():
        button.click()
        expect(page.locator("#article-text")).to_contain_text("<script>")
        page.keyboard.press("Escape")
    for button in page.locator("#figure-table button").all():
        button.click()
        page.wait_for_selector("#article-text mark")
        page.keyboard.press("Escape")
    schemes = page.evaluate("[...document.querySelectorAll('a')].map((a) => a.protocol)")
    assert set(schemes) <= {"file:", "https:"}


def test_only_addresses_of_the_web_are_links(look, tmp_path) -> None:
    page = look.open(built(tmp_path, hostile()))
    page.wait_for_selector("html[data-drawn]", state="attached")
    links = []
    for button in page.locator("#meeting-list button").all():
        button.click()
        links.append(page.locator("#article-meta a").count())
        page.keyboard.press("Escape")
    assert sorted(links) == [0, 0, 0, 1]


def test_no_data_can_end_its_element() -> None:
    assert "<" not in embedded({EVIL: [EVIL, "<!--", "]]>"]})


@pytest.mark.parametrize("reports", [[], [{"id": "a", "text": "Trời đẹp."}]], ids=["none", "one that says nothing"])
def test_an_archive_with_nothing_in_it_says_so(look, tmp_path, reports) -> None:
    page = look.open(built(tmp_path, reports))
    page.wait_for_selector("html[data-drawn]", state="attached")
    assert page.locator("#tiles dd").first.inner_text() == str(len(reports))
    shown = page.locator("body").inner_text()
    assert ("chưa có bài nào" in shown) == (not reports)
    assert ("Kho này không có cuộc họp nào." in shown) == bool(reports)


def test_a_finished_run_of_no_articles_has_a_page(look, tmp_path) -> None:
    finish(tmp_path, rows={}, parts=0)
    (tmp_path / "page.html").write_text(to_html(tmp_path), encoding="utf-8")
    page = look.open(tmp_path / "page.html")
    page.wait_for_selector("html[data-drawn]", state="attached")
    assert page.locator("#empty").is_visible()


def test_the_same_tables_give_the_same_page(tmp_path) -> None:
    folder = write(tmp_path / "tables", REPORTS + hostile())
    assert to_html(folder) == to_html(folder)


def test_the_policy_allows_these_scripts_alone(page_of_reports) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page_of_reports.read_text("utf-8"))[1]
    assert "default-src &#39;none&#39;" in policy
    assert "unsafe-eval" not in policy
    assert re.search(r"script-src (&#39;sha256-[\w+/=]{44}&#39; ?){2};", policy)
