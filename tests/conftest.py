"""What holds for all tests, and the browser that pages are looked at with."""

import importlib.util
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# No deadline for one example: on a busy machine it says nothing about the code. Laws on time have tests of their own.
settings.register_profile("vnreport", deadline=None, print_blob=True)
settings.register_profile("few", settings.get_profile("vnreport"), max_examples=20)  # for `make lowest`
settings.load_profile("vnreport")

# No network, here and in every process that a test starts; see tests/offline/sitecustomize.py.
OFFLINE = Path(__file__).parent / "offline"
_SPEC = importlib.util.spec_from_file_location("offline", OFFLINE / "sitecustomize.py")
assert _SPEC is not None
assert _SPEC.loader is not None
_SPEC.loader.exec_module(importlib.util.module_from_spec(_SPEC))
# Both change the process that imports them, as pytest does when it looks for doctests.
collect_ignore = ["offline", "work.py"]


@pytest.fixture(scope="session", autouse=True)
def attempts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The file in which every attempt to reach a network is noted."""
    noted = tmp_path_factory.mktemp("network") / "attempts.txt"
    noted.touch()
    with pytest.MonkeyPatch.context() as env:
        env.setenv("VNREPORT_TESTS_ATTEMPTS", str(noted))
        env.setenv("PYTHONPATH", str(OFFLINE), prepend=os.pathsep)
        yield noted


@pytest.fixture(autouse=True)
def _no_network(attempts: Path) -> Iterator[None]:
    """Fails the test that reached for a network, even where what it called hid the refusal."""
    yield
    if attempts.stat().st_size:
        said = attempts.read_text("utf-8")
        attempts.write_text("")
        pytest.fail(f"reached for a network: {said}")


CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
# It runs as root in containers, where its sandbox cannot; and it must not look for its maker's hosts.
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
           "--disable-component-update", "--disable-sync"]  # fmt: skip


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """Headless Chromium, the system's."""
    if CHROMIUM is None:
        pytest.skip("needs Chromium (Debian: apt-get install chromium)")
    playwright_api = pytest.importorskip("playwright.sync_api")
    with playwright_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield chromium
        chromium.close()


class Looked:
    """A page in the browser, with all it asked for from outside (`fetched`) and all it complained of (`errors`)."""

    def __init__(self, page: "Page") -> None:
        self.page = page
        self.fetched: list[str] = []
        self.errors: list[str] = []
        page.on("request", lambda request: self._note(request.url))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        page.on("dialog", lambda dialog: (self.errors.append(f"dialog: {dialog.message}"), dialog.dismiss()))

    def _note(self, url: str) -> None:
        if not url.startswith(("file:", "data:", "blob:")):
            self.fetched.append(url)

    def open(self, file: Path) -> "Page":
        """Load a page from disk, and wait until it has."""
        self.page.goto(file.as_uri())
        return self.page


@pytest.fixture(params=[1280], ids=lambda width: f"{width}px")
def look(browser: "Browser", request: pytest.FixtureRequest) -> Iterator[Looked]:
    """Opens pages `param` pixels wide (1280; parametrize indirectly for others). Fails the test where a page reaches
    for the network or its script fails."""
    page = browser.new_page(viewport={"width": request.param, "height": 900})
    looked = Looked(page)
    yield looked
    page.close()
    assert looked.fetched == []
    assert looked.errors == []
