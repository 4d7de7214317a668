"""Small archives made for tests, in every format, and pipelines that misbehave when an article tells them to."""

import csv
import gzip
import io
import json
import os
import signal
import time
from pathlib import Path

from vnreport import Pipeline, Report

NAMES = ("Trần Thu Hà", "Lê Văn Bình", "Nguyễn Thị Sen", "Phạm Quốc Đạt")


def article(number):
    """An invented report; no two are alike."""
    name = NAMES[number % len(NAMES)]
    text = (
        f"Xã Tân Hòa họp lần thứ {number}\n\n"
        f"Sáng {number % 28 + 1}/3, bà {name}, Bí thư Đảng ủy xã Tân Hòa, chủ trì hội nghị lần thứ {number}. "
        f"Trong quý 1, xã thu ngân sách {number + 2},5 tỷ đồng, tăng {number % 9 + 1}% so với cùng kỳ. "
        f"Hội nghị nghe báo cáo theo Nghị quyết số {number + 1}-NQ/HU."
    )
    return {"id": f"a{number}", "published": "2022-03-30", "title": f"Xã Tân Hòa họp lần thứ {number}", "text": text}


def jsonl(rows):
    return b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows)


def csv_bytes(rows, delimiter=","):
    out = io.StringIO()
    writer = csv.DictWriter(out, ["id", "published", "title", "text"], delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def parquet(rows, **options):
    import pyarrow as pa
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), out, **options)
    return out.getvalue()


def page(row):
    body = "".join(f"<p>{line}</p>" for line in row["text"].split("\n") if line and line != row["title"])
    return (
        f'<html><head><meta charset="utf-8"><title>{row["title"]}</title>'
        f'<meta property="article:published_time" content="{row["published"]}T08:00:00+07:00"></head>'
        f"<body><nav><a href='/'>Trang chủ</a></nav><article><h1>{row['title']}</h1>{body}</article></body></html>"
    ).encode()


def warc_record(uri, body, *, status="200 OK", type="text/html; charset=utf-8", headers=""):
    http = f"HTTP/1.1 {status}\r\nContent-Type: {type}\r\n{headers}Content-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2022-03-30T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{abs(hash(uri)) % 10**12:012}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def compressed(data, suffix):
    if suffix == ".gz":
        return gzip.compress(data, mtime=0)
    if suffix == ".zst":
        import zstandard

        return zstandard.compress(data)
    return data


class Faulty:
    """A pipeline that does as the article says: fail, sleep, or kill the process it runs in."""

    def __init__(self, once: Path | None = None):
        self.once = once  # where it stands that a process has been killed, if that is to happen only once

    def parse(self, text, *, published=None, id=None):
        if "CHẾT MỘT LẦN" in text and not self.once.exists():
            self.once.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        if "CHẾT LUÔN" in text:
            os.kill(os.getpid(), signal.SIGSEGV)
        if "NGỦ" in text:
            time.sleep(60)
        if "LỖI" in text:
            raise ArithmeticError("as asked")
        return Pipeline(stages=[], tagger=None).parse(text, published=published, id=id)


class Hashing:
    """A pipeline whose answer depends on how its process hashes strings."""

    def parse(self, text, *, published=None, id=None):
        raise ArithmeticError(hash(text))


class Stillborn:
    """A pipeline that cannot be brought to life in a worker."""

    def __getstate__(self):
        return {"never": None}

    def __setstate__(self, state):
        raise RuntimeError("stillborn")

    def parse(self, text, *, published=None, id=None):
        raise AssertionError("never reached")


class Slow:
    """A pipeline that takes its time, so that there is a midway to be killed at."""

    def __init__(self, seconds: float = 0.01):
        self.seconds = seconds
        self.pipeline = Pipeline(tagger=None)

    def parse(self, text, *, published=None, id=None) -> Report:
        time.sleep(self.seconds)
        return self.pipeline.parse(text, published=published, id=id)
