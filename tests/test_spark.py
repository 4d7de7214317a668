"""The Spark adapter, on a cluster of two real executors; skipped, with the reason, where it cannot run."""

import datetime as dt
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from vnreport import Pipeline, spark


def _lacks() -> str | None:
    """Why no cluster can be started here."""
    if importlib.util.find_spec("pyspark") is None:
        return "pyspark is not installed (extra spark)"
    home = os.environ.get("JAVA_HOME")
    java = shutil.which(str(Path(home, "bin", "java")) if home else "java")
    if java is None or subprocess.run([java, "-version"], capture_output=True).returncode:
        return "there is no Java (Debian: openjdk-17-jre-headless)"
    return None


_REASON = _lacks()
pytestmark = pytest.mark.skipif(_REASON is not None, reason=f"Spark is not tested: {_REASON}")

ARTICLES = [
    (str(i), f"Ngày {i % 28 + 1}/3, UBND xã Tân Lập họp phiên thứ {i}.", dt.date(2021, 3, i % 28 + 1))
    for i in range(60)
]


@pytest.fixture(scope="module")
def session() -> Iterator:
    import pyspark
    from pyspark.sql import SparkSession

    home = Path(pyspark.__file__).parent
    with pytest.MonkeyPatch.context() as env:
        env.setenv("SPARK_HOME", str(home))
        env.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        env.setenv("SPARK_LOCAL_HOSTNAME", "localhost")
        env.setenv("PYSPARK_PYTHON", sys.executable)
        session = (
            SparkSession.builder.master("local-cluster[2,1,1024]")
            .appName("vnreport-tests")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.ui.enabled", "false")
            .config("spark.scheduler.minRegisteredResourcesRatio", "1.0")  # no task before both executors are up
            .config("spark.sql.session.timeZone", "Asia/Ho_Chi_Minh")
            .config("spark.sql.execution.arrow.maxRecordsPerBatch", "8")
            .getOrCreate()
        )
        session.sparkContext.setLogLevel("OFF")  # a killed worker fills the screen with its traces
        app = session.sparkContext.applicationId
        yield session
        session.stop()
        shutil.rmtree(home / "work" / app, ignore_errors=True)  # the executors' folders


def _rows(frame) -> dict[str, dict]:
    rows = [row.asDict(recursive=True) for row in frame.collect()]
    assert len(rows) == len({row["id"] for row in rows})
    return {row["id"]: row for row in rows}


def test_records_are_those_of_the_kernel(session) -> None:
    from vnreport.archive.arrow import ARTICLE_SCHEMA, parse_batches

    pa = pytest.importorskip("pyarrow")
    columns = [pa.array([str(value) for value in column]) for column in zip(*ARTICLES, strict=True)]
    (batch,) = parse_batches([pa.record_batch(columns, schema=ARTICLE_SCHEMA)])
    frame = session.createDataFrame(ARTICLES, "id string, text string, published date").repartition(4)
    assert _rows(spark.parse(frame, published="published")) == {row["id"]: row for row in batch.to_pylist()}


def test_both_executors_parse(session, tmp_path: Path) -> None:
    frame = session.createDataFrame(ARTICLES, "id string, text string, published date").repartition(8)
    assert len(_rows(spark.parse(frame, pipeline=_on_executors(_Witness(tmp_path))))) == len(ARTICLES)
    assert len(list(tmp_path.iterdir())) == 2


def test_a_killed_worker_loses_no_row_and_doubles_none(session, tmp_path: Path) -> None:
    marker = tmp_path / "killed"
    frame = session.createDataFrame(ARTICLES, "id string, text string, published date").repartition(2)
    rows = _rows(spark.parse(frame, pipeline=_on_executors(_Killer(marker))))
    assert marker.exists()
    assert sorted(rows) == sorted(id for id, _, _ in ARTICLES)
    assert not any(row["error"] for row in rows.values())


def test_an_article_that_fails_is_a_row_with_its_reason(session) -> None:
    frame = session.createDataFrame([("a", None), ("b", "Xã họp.")], "id string, text string")
    rows = _rows(spark.parse(frame))
    assert rows["a"]["error"] == "ValueError: no text"
    assert rows["b"]["error"] is None


def test_columns_are_chosen_by_name_whatever_their_name_and_type(session) -> None:
    late = dt.datetime(2021, 3, 2, 23, 30)
    frame = session.createDataFrame([(7, "Xã họp.", late)], "`số` int, `bài.viết` string, `ngày đăng` timestamp_ntz")
    rows = _rows(spark.parse(frame, text="bài.viết", id="số", published="ngày đăng"))
    assert rows["7"]["published"] == late.date()


def test_a_timestamp_is_its_day_in_the_time_zone_of_the_session(session) -> None:
    from pyspark.sql.functions import timestamp_seconds

    moment = dt.datetime(2021, 3, 2, 22, tzinfo=dt.timezone.utc).timestamp()  # five in the morning in Viet Nam
    frame = session.createDataFrame([("a", "Xã họp.", moment)], "id string, text string, seconds double")
    frame = frame.withColumn("at", timestamp_seconds("seconds"))
    assert _rows(spark.parse(frame, published="at"))["a"]["published"] == dt.date(2021, 3, 3)


def test_a_missing_column_is_named_with_those_there_are(session) -> None:
    frame = session.createDataFrame([("a", "Xã họp.")], "id string, body string")
    with pytest.raises(ValueError, match="no column for text='text', published='day'; the data frame has id, body"):
        spark.parse(frame, published="day")


class _Witness:
    """Leaves a file named for each executor that parsed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def parse(self, text, *, published=None, id=None):
        (self.folder / str(os.getppid())).touch()  # an executor's Python daemon forks its workers
        return Pipeline(stages=[]).parse(text, published=published, id=id)


class _Killer:
    """Kills its own process, once, in the middle of a partition."""

    def __init__(self, marker: Path) -> None:
        self.marker = marker
        self.parsed = 0

    def parse(self, text, *, published=None, id=None):
        self.parsed += 1
        if self.parsed == 13 and not self.marker.exists():
            self.marker.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return Pipeline(stages=[]).parse(text, published=published, id=id)


def _on_executors(pipeline):
    """`pipeline`, sent by value, since the executors cannot import this module."""
    from pyspark import cloudpickle

    cloudpickle.register_pickle_by_value(sys.modules[__name__])
    return pipeline
