"""The documentation: its generated parts are up to date, its code runs, its site needs nothing from outside."""

import functools
import http.server
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tools import tool

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[1]


REFERENCE = tool("reference")


@pytest.mark.parametrize("name", REFERENCE.BLOCKS)
def test_reference_is_what_its_generator_makes(name: str) -> None:
    if name == "tables":
        pytest.importorskip("pyarrow")
    file, make = REFERENCE.BLOCKS[name]
    page = (ROOT / file).read_text("utf-8")
    assert REFERENCE.readme.replace(page, name, make()) == page  # `make reference` writes it anew


@pytest.mark.once  # what it prints is that of the newest libraries
@pytest.mark.parametrize("name", ["tutorial.md", "grammar.md"])
def test_code_of_the_page_prints_what_stands_below_it(name: str) -> None:
    for extra in ("duckdb", "jinja2", "networkx", "pandas", "polars", "pyarrow"):
        pytest.importorskip(extra)
    page = (ROOT / "docs" / name).read_text("utf-8")
    assert tool("pages").run(page, name) == page  # `make reference` writes it anew


def test_a_page_shows_what_its_code_prints() -> None:
    page = "```python\nprint(6 * 7)\n```\n\n```text\nold\n```\n\n```console\n$ echo a\nold\n```\n"
    assert tool("pages").run(page) == page.replace("old", "42", 1).replace("old", "a")


def test_code_that_fails_is_no_page() -> None:
    with pytest.raises(RuntimeError, match="exit code 3"):
        tool("pages").run("```console\n$ exit 3\n```\n")


@pytest.mark.parametrize("page", ["index.md", "quality.md", "speed.md"])
def test_tables_of_the_docs_are_those_of_the_readme(page: str) -> None:
    hooks = tool("mkdocs_hooks")
    text = (ROOT / "docs" / page).read_text("utf-8")
    (name,) = hooks.WANTED.findall(text)
    assert f"\n{hooks.block(name)}\n" in (ROOT / "README.md").read_text("utf-8")
    assert hooks.block(name) in hooks.on_page_markdown(text)


def test_a_table_that_the_readme_lacks_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"README\.md has no <!-- colour -->"):
        tool("mkdocs_hooks").block("colour")


def test_doctests_of_docstrings_are_shown_as_code() -> None:
    pytest.importorskip("griffe")
    fenced = tool("griffe_doctests").fenced
    assert fenced("Adds.\n\n>>> 1 + 1\n2\n\nMore.") == "Adds.\n\n```pycon\n>>> 1 + 1\n2\n```\n\nMore."


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as `make docs` builds it."""
    for module in ("mkdocs", "material", "mkdocstrings"):
        pytest.importorskip(module, reason="needs the extra docs")
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


class Loads(HTMLParser):
    """Collects the addresses that a page makes a browser load, and what its styles import."""

    ATTRIBUTES = (("script", "src"), ("img", "src"), ("iframe", "src"), ("source", "src"), ("embed", "src"),
                  ("object", "data"), ("video", "src"), ("audio", "src"), ("image", "href"),
                  ("use", "href"))  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        self.loaded: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.loaded += [given[name] or "" for element, name in self.ATTRIBUTES if element == tag and name in given]
        if tag == "link" and set((given.get("rel") or "").split()) - {"canonical", "next", "prev"}:
            self.loaded.append(given.get("href") or "")


OUTSIDE = re.compile(r"^\s*(?:[a-z]+:)?//", re.IGNORECASE)


def test_pages_load_nothing_from_outside(site: Path) -> None:
    outside = []
    for page in site.rglob("*.html"):
        parser = Loads()
        parser.feed(page.read_text("utf-8"))
        outside += [(page.name, address) for address in parser.loaded if OUTSIDE.match(address)]
    assert outside == []


def test_styles_load_nothing_from_outside(site: Path) -> None:
    styles = [path for path in site.rglob("*") if path.suffix in (".css", ".html", ".svg")]
    wanted = re.compile(r"(?:@import\s+|url\()\s*[\"']?((?:[a-z]+:)?//[^\s\"')]+)", re.IGNORECASE)
    assert [found for path in styles for found in wanted.findall(path.read_text("utf-8"))] == []


def test_links_within_the_site_lead_somewhere(site: Path) -> None:
    dead = []
    for page in site.rglob("*.html"):
        if page.name == "404.html":  # its links begin at the site's address
            continue
        for target in re.findall(r'href="([^"#?]+)', page.read_text("utf-8")):
            if not re.match(r"[a-z]+:", target) and not (page.parent / target).exists():
                dead.append((page.name, target))
    assert dead == []


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """The site on a server of its own: browsers run no search from a file."""
    handler = functools.partial(Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", ["index", "tutorial", "record", "cli", "grammar", "architecture", "quality", "api"])
def test_page_stays_within_its_width_and_asks_nobody_else(
    browser: "Browser", address: str, name: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    asked: list[str] = []
    failed: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.goto(f"{address}/{name}.html", wait_until="load")
    assert page.locator("h1").first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    assert failed == []
    page.close()


def test_search_finds_a_field(browser: "Browser", address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{address}/index.html")
    page.locator("input.md-search__input").click()
    page.keyboard.type("unit_kind")
    page.locator('.md-search-result__link[href*="record.html"]').first.wait_for()
    page.close()
