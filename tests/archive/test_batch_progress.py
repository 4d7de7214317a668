"""What a batch shows of itself: a bar on a terminal, lines elsewhere, and an honest guess of the time left."""

import io

import pytest

from vnreport.archive.session import Status
from vnreport.cli import progress
from vnreport.cli.progress import Bar, Lines, Pace


def status(articles, read, *, before=0, failed=0, total=1000):
    return Status(articles, articles - before, failed, read, total)


def test_the_rate_is_that_of_this_session():
    pace = Pace(None, 0.0)
    assert pace.rate(status(150, 500, before=100), 10.0) == pytest.approx(5.0)


def test_the_time_left_follows_from_the_bytes_read():
    pace = Pace(None, 0.0)
    assert pace.left(status(0, 0), 0.0) is None
    assert pace.left(status(50, 250), 10.0) == pytest.approx(30.0)


def test_the_time_left_of_a_run_that_goes_on_leaves_out_what_was_done_before():
    pace = Pace(None, 0.0)
    pace.left(status(100, 500, before=100), 0.0)
    assert pace.left(status(150, 750, before=100), 10.0) == pytest.approx(10.0)


def test_a_limit_counts_where_it_comes_before_the_end():
    assert Pace(10, 0.0).fraction(status(5, 1)) == 0.5
    assert Pace(10, 0.0).fraction(status(0, 999)) == 0.999


def test_an_archive_of_no_bytes_is_read():
    assert Pace(None, 0.0).fraction(status(0, 0, total=0)) == 1.0


def test_lines_come_now_and_then(capsys, monkeypatch):
    now = 100.0
    monkeypatch.setattr(progress.time, "monotonic", lambda: now)
    with Lines(None) as lines:
        lines.show(status(0, 0))
        now = 105.0
        lines.show(status(50, 250))
        now = 110.0
        lines.show(status(1234, 500, failed=2))
        lines.note("a worker died")
    assert capsys.readouterr().err == "1,234 articles (50%), 2 failed, 123 a second, 0:10 left\na worker died\n"


def test_the_bar_shows_rate_time_left_and_failures(monkeypatch):
    now = 100.0
    monkeypatch.setattr(progress.time, "monotonic", lambda: now)
    with Bar(None) as bar:
        bar._progress.console.file = out = io.StringIO()
        bar._progress.console.width = 200
        bar.show(status(0, 0))
        now = 110.0
        bar.show(status(1000, 500, failed=2))
        bar.note("a worker died at [/x]")
    assert "1,000 articles, 100/s, 0:10 left, 2 failed" in out.getvalue()
    assert "a worker died at [/x]" in out.getvalue()


@pytest.mark.parametrize(("terminal", "kind"), [(True, Bar), (False, Lines)])
def test_the_bar_is_for_terminals(monkeypatch, terminal, kind):
    monkeypatch.setattr(progress.sys.stderr, "isatty", lambda: terminal, raising=False)
    assert isinstance(progress.display(None), kind)
