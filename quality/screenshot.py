"""The README's picture of a page: docs/picture.txt as `vnreport render` shows it, in the system's Chromium.

python quality/screenshot.py    writes docs/assets/page.png
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import vnreport

ROOT = Path(__file__).parents[1]
OUT = ROOT / "docs" / "assets" / "page.png"
WIDTH, HEIGHT = 1180, 600


def main() -> None:
    from playwright.sync_api import sync_playwright

    report = vnreport.parse((ROOT / "docs" / "picture.txt").read_text("utf-8"), published="2022-04-09")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "page.html"
        file.write_text(report.to_html(), "utf-8")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto(file.as_uri())
        page.screenshot(path=OUT)
        browser.close()


if __name__ == "__main__":
    main()
