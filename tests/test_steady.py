"""The same record from any thread, any process and any hash seed; pipelines travel; nothing reaches for a network."""

import copy
import gc
import multiprocessing
import os
import pickle
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

from reading import OPEN, articles, read
from vnreport import Pipeline, Report, parse_many
from vnreport.document import Document, Found

TESTS = Path(__file__).parent
ROOT = TESTS.parent
FOLDERS = [str(ROOT / "examples"), str(TESTS / "gold")]
THREADS = 6


@pytest.fixture(scope="module")
def expected() -> list[str]:
    """The records as this process reads them."""
    return [report.to_json() for report in read(articles(FOLDERS))]


def _printed(*arguments: str, **environment: str) -> list[str]:
    """The records that a fresh process reads, each as its line."""
    command = [sys.executable, str(TESTS / "reading.py"), *arguments, *FOLDERS]
    result = subprocess.run(command, capture_output=True, check=True, env={**os.environ, **environment})
    assert result.stderr == b""
    return result.stdout.decode("utf-8", "surrogatepass").split("\n")


@pytest.mark.parametrize("seed", ["0", "4294967295"])
def test_record_is_the_same_with_any_hash_seed(expected: list[str], seed: str) -> None:
    assert _printed("1", PYTHONHASHSEED=seed) == expected


@pytest.mark.parametrize("attempt", range(2))
def test_record_is_the_same_from_many_threads_at_first_use(expected: list[str], attempt: int) -> None:
    assert _printed(str(THREADS)) == expected * THREADS


def test_record_is_the_same_optimised(expected: list[str]) -> None:
    # Assertions and docstrings are gone with -OO, and nothing may hang on them.
    assert _printed("1", PYTHONOPTIMIZE="2") == expected


@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
def test_record_is_the_same_in_any_locale(expected: list[str], locale: str) -> None:
    assert _printed("1", LC_ALL=locale, PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", TZ="Pacific/Kiritimati") == expected


@pytest.mark.parametrize("way", multiprocessing.get_all_start_methods())
@pytest.mark.filterwarnings("ignore:.*use of fork\\(\\) may lead to deadlocks:DeprecationWarning")  # what is tested
def test_record_is_the_same_from_any_process(expected: list[str], way: str) -> None:
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context(way)) as pool:
        found = list(pool.map(read, [articles(FOLDERS)] * 2))
    assert [[report.to_json() for report in each] for each in found] == [expected] * 2


def test_nothing_keeps_an_article_that_was_read() -> None:
    # Its own twin, with a number that is read by what the rest of the text proves, and a word too long for any list.
    text = "Sáng 11/3/2022, ông Trần Văn An chi 1,458 tỷ đồng cho 1,234,567 hộ ở " + "W" * 100_000
    held = sys.getrefcount(text)
    assert Document(text).text is text
    assert Pipeline(tagger=None).parse(text).figures
    gc.collect()
    assert sys.getrefcount(text) == held


# The collector of cycles rests while an article is read


@pytest.fixture
def collector() -> Iterator[None]:
    gc.collect()
    yield
    gc.enable()


def test_reading_leaves_no_cycles(expected: list[str], collector: None) -> None:
    pipeline = Pipeline(tagger=None)
    texts = articles(FOLDERS)
    for text in texts:  # what is compiled at first use has cycles of its own
        pipeline.parse(text)
    gc.collect()
    gc.disable()
    for text in texts:
        pipeline.parse(text)
    assert gc.collect() == 0


def test_collector_goes_on_after_reading(collector: None) -> None:
    Pipeline().parse("Sáng 11/3, xã họp.")
    assert gc.isenabled()


def test_collector_goes_on_after_a_stage_that_fails(collector: None) -> None:
    def failing(document: Document, found: Found) -> tuple[()]:
        raise RuntimeError("on purpose")

    with pytest.raises(RuntimeError, match="on purpose"):
        Pipeline({"dates": failing}).parse("Sáng 11/3, xã họp.")
    assert gc.isenabled()


def test_collector_that_was_stopped_stays_stopped(collector: None) -> None:
    gc.disable()
    Pipeline().parse("Sáng 11/3, xã họp.")
    assert not gc.isenabled()


# Pipelines travel


def own_stage(document: Document, found: Found) -> tuple[()]:
    return ()


def own_tagger(sentence: str) -> list[tuple[int, int]]:
    return [(0, 7)] if sentence.startswith("Hôm qua") else []


PIPELINES = {
    "default": Pipeline(),
    "two stages": Pipeline(stages=["dates", "people"]),
    "a stage of one's own": Pipeline(stages={"figures": own_stage, "meeting": None}),
    "without tagger": Pipeline(tagger=None),
    "a tagger of one's own": Pipeline(tagger=own_tagger),
}


def _read(pipeline: Pipeline) -> list[Report]:
    return [pipeline.parse(text, published="2022-03-11") for text in articles(FOLDERS[:1])]


@pytest.mark.parametrize("protocol", [2, pickle.HIGHEST_PROTOCOL])
@pytest.mark.parametrize("name", PIPELINES)
def test_pipeline_pickles(name: str, protocol: int) -> None:
    again = pickle.loads(pickle.dumps(PIPELINES[name], protocol))
    assert _read(again) == _read(PIPELINES[name])


@pytest.mark.parametrize("name", PIPELINES)
def test_pipeline_can_be_copied(name: str) -> None:
    assert _read(copy.deepcopy(PIPELINES[name])) == _read(PIPELINES[name])


@pytest.mark.parametrize("name", PIPELINES)
def test_pipeline_reads_the_same_in_other_processes(name: str) -> None:
    texts = articles(FOLDERS)
    found = parse_many([{"text": text, "published": "2022-03-11"} for text in texts], 2, pipeline=PIPELINES[name])
    assert list(found)[: len(articles(FOLDERS[:1]))] == _read(PIPELINES[name])


# No network


@pytest.mark.parametrize("address", [("192.0.2.1", 80), ("2001:db8::1", 443, 0, 0)])
def test_network_is_out_of_reach(address: tuple, attempts: Path) -> None:
    family = socket.AF_INET6 if len(address) == 4 else socket.AF_INET
    with socket.socket(family) as asked, pytest.raises(ConnectionRefusedError, match="reach for no network"):
        asked.connect(address)
    assert address[0] in attempts.read_text("utf-8")
    attempts.write_text("")


def test_network_is_out_of_reach_for_child_processes(attempts: Path) -> None:
    code = "import socket\ntry: socket.getaddrinfo('vnreport.invalid', 80)\nexcept OSError as error: print(error)"
    child = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert child.stdout == "tests reach for no network: socket.getaddrinfo vnreport.invalid\n"
    assert attempts.read_text("utf-8") == "socket.getaddrinfo vnreport.invalid\n"
    attempts.write_text("")


CUT = ["unshare", "--map-root-user", "--net"]


def _no_namespace() -> str | None:
    """Why commands cannot be run without any network here, None where they can."""
    if shutil.which("unshare") is None:
        return "needs unshare (util-linux)"
    tried = subprocess.run([*CUT, "true"], capture_output=True)
    return "may not make namespaces here" if tried.returncode else None


needs_namespace = pytest.mark.skipif(_no_namespace() is not None, reason=str(_no_namespace()))


@needs_namespace
def test_namespace_is_without_any_network() -> None:
    # Asked by a program that is no Python, which the hook of tests/offline does not watch.
    with socket.create_server(("127.0.0.1", 0)) as server:
        call = ["bash", "-c", f"exec 3<>/dev/tcp/127.0.0.1/{server.getsockname()[1]}"]
        assert subprocess.run(call, capture_output=True).returncode == 0
        assert subprocess.run([*CUT, *call], capture_output=True).returncode != 0


def _made(here: Path, prefix: list[str], article: Path) -> dict[str, bytes]:
    """What every command leaves or prints, run where no library finds what it fetched before."""
    home = here / "home"
    home.mkdir(parents=True)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    printed = {}
    for command, *arguments in (
        ["parse", str(article), "--published", "11 Mar 2022 at 8am"],
        ["render", str(article), "--out", "article.html"],
        ["batch", str(article.parent), str(ROOT / "examples" / "archive"), "--out", "tables", "--workers", "1"],
        ["dashboard", "tables", "--out", "charts.html"],
        ["export", str(article), "--to", "brat", "--out", "brat"],
        ["import", "brat", "--from", "brat", "--out", "gold"],
        ["evaluate", "gold"],
        ["schema"],
    ):
        done = subprocess.run([*prefix, sys.executable, "-m", "vnreport", command, *arguments], cwd=here,
                              capture_output=True, env={**environment, "HOME": str(home)})  # fmt: skip
        assert done.returncode == 0, done.stderr.decode()
        printed[command] = done.stdout
    files = {str(path.relative_to(here)): path.read_bytes() for path in here.rglob("*") if path.is_file()}
    return {**files, **printed}


@needs_namespace
def test_commands_make_the_same_without_any_network(tmp_path: Path) -> None:
    for module in ("jinja2", "polars", "pyarrow", "trafilatura", "vl_convert"):
        pytest.importorskip(module)
    article = tmp_path / "news" / "article.txt"
    article.parent.mkdir()
    text = (ROOT / "examples" / "signing-ceremony.txt").read_text("utf-8") + OPEN
    article.write_text(text, "utf-8")
    paragraphs = "".join(f"<p>{line}</p>" for line in text.splitlines())
    article.with_name("page.html").write_text(f"<html><body><article>{paragraphs}</article></body></html>", "utf-8")
    with ThreadPoolExecutor(2) as pool:  # side by side, since each takes its time
        without, within = pool.map(_made, [tmp_path / "without", tmp_path / "within"], [CUT, []], [article] * 2)
    assert without == within
    assert {"parse", "article.html", "charts.html", "gold/article.json"} <= without.keys()


def test_what_is_read_here_asks_every_library() -> None:
    # Those that most articles do without are the ones that might look for a model or for data.
    asked = (
        f"import sys; sys.path.insert(0, {str(TESTS)!r}); import reading; reading.read(reading.articles({FOLDERS!r}))"
    )
    code = f"{asked}; print({{'dateparser', 'lunar_vn', 'underthesea'}} - set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
