"""Readers: every format and compression gives the same articles; what cannot be read is named, and nothing is lost."""

import gzip
import json
import os
import tracemalloc

import pytest

pytest.importorskip("pyarrow")

from archive.archives import (
    article,
    compressed,
    csv_bytes,
    jsonl,
    page,
    parquet,
    warc_record,
)
from vnreport.archive.extract import ExtractError, extract
from vnreport.archive.inputs import InputError, Inputs
from vnreport.archive.readers import Fields, Found, Settings, Unread, read

ROWS = [article(number) for number in range(3)]
FILES = {
    "jsonl": jsonl(ROWS),
    "csv": csv_bytes(ROWS),
    "parquet": parquet(ROWS),
    "warc": b"".join(warc_record(f"https://bao.example/{row['id']}", page(row)) for row in ROWS),
    "txt": ROWS[0]["text"].encode(),
    "html": page(ROWS[0]),
}


def items(path, **settings):
    return [item for source in Inputs([path]) for item in read(source, Settings(**settings))]


def written(folder, name, data):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def words(text):
    return text.split()


@pytest.mark.parametrize("suffix", ["", ".gz", ".zst"])
@pytest.mark.parametrize("format", FILES)
def test_every_format_and_compression_gives_the_articles(tmp_path, format, suffix):
    path = written(tmp_path, f"news.{format}{suffix}", compressed(FILES[format], suffix))
    found = items(path)
    rows = ROWS[:1] if format in ("txt", "html") else ROWS
    articles = [extract(item, 10_000) for item in found]
    assert [words(each.text) for each in articles] == [words(row["text"]) for row in rows]
    if format != "txt":
        assert [each.published for each in articles] == ["2022-03-30"] * len(rows)


@pytest.mark.parametrize(
    ("format", "places"),
    [
        ("jsonl", ["news.jsonl:1", "news.jsonl:2", "news.jsonl:3"]),
        ("csv", ["news.csv#1", "news.csv#2", "news.csv#3"]),
        ("parquet", ["news.parquet#1", "news.parquet#2", "news.parquet#3"]),
        ("warc", ["news.warc#1", "news.warc#2", "news.warc#3"]),
        ("txt", ["news.txt"]),
    ],
)
def test_every_article_has_a_place(tmp_path, format, places):
    assert [item.place for item in items(written(tmp_path, f"news.{format}", FILES[format]))] == places


def test_ids_are_those_of_the_rows_and_the_addresses_of_pages(tmp_path):
    assert [item.id for item in items(written(tmp_path, "a.csv", FILES["csv"]))] == ["a0", "a1", "a2"]
    assert items(written(tmp_path, "a.warc", FILES["warc"]))[0].id == "https://bao.example/a0"


def test_fields_may_have_other_names(tmp_path):
    rows = [{"noi_dung": "Xã họp.", "ma": 7, "ngay": "3/7/2021", "tieu_de": "Họp xã"}]
    fields = Fields(text="noi_dung", id="ma", date="ngay", title="tieu_de")
    for name, data in (("a.jsonl", jsonl(rows)), ("a.parquet", parquet(rows))):
        (item,) = items(written(tmp_path, name, data), fields=fields)
        assert (item.content, item.id, item.published, item.title) == ("Xã họp.", "7", "3/7/2021", "Họp xã")


def test_a_title_that_the_text_lacks_becomes_its_first_line():
    found = Found("a:1", None, "text", "Sáng nay, xã họp.", title=" Xã \n Tân Hòa ")
    assert extract(found, 100).text == "Xã Tân Hòa\n\nSáng nay, xã họp."


@pytest.mark.parametrize("head", ["Họp  xã", "HỌP XÃ", "Chính trị\nHo\u0323p xa\u0303"])
def test_a_title_at_the_head_of_the_text_is_not_put_there_again(head):
    text = f"{head}\nSáng nay, xã họp."
    assert extract(Found("a:1", None, "text", text, title="Họp xã"), 100).text == text


def test_lone_surrogates_are_replaced_one_for_one():
    assert extract(Found("a:1", None, "text", "x\ud800y\udfff"), 100).text == "x\ufffdy\ufffd"


def test_dirty_lines_are_parsed_or_named(tmp_path):
    lines = [
        (b'{"text": "x"', "not JSON"),
        (b'["text"]', "not a JSON object but list"),
        (b'{"id": "3"}', "no field 'text'"),
        (b'{"text": "H\xe0 N\xff"}', "wrong encoding"),
        (b'{"text": ""}', "empty article"),
        (b'{"text": " \\n"}', "empty article"),
        (b'{"text": 5}', "the text is of type int"),
        (b'{"text": "x", "id": ["y"]}', "the id is of type list"),
        (b"[" * 50_000, "not JSON"),
        (b'{"text": "' + b"x" * 100_000 + b'"}', "too long: 1000"),
        (b'{"text": "a\\ud800b"}', "a\ud800b"),
        (b'{"text": "a\\u0000b"}', "a\0b"),
        (b'{"text": "a\0b"}', "a\0b"),
        (b'{"text": "x", "n": NaN}', "x"),
        (b'{"text": "x"}\r', "x"),
    ]
    path = written(tmp_path, "a.jsonl", b"\n".join(line for line, _ in lines))
    found = items(path, max_chars=8192)
    assert [item.place for item in found] == [f"a.jsonl:{number}" for number in range(1, len(lines) + 1)]
    for item, (_, expected) in zip(found, lines, strict=True):
        if isinstance(item, Unread):
            assert expected in item.reason
        else:
            assert item.content == expected


def test_a_line_in_an_old_vietnamese_encoding_is_read(tmp_path):
    text = "Sáng nay, huyện Tân Hòa họp đánh giá kết quả thu ngân sách của các xã trong quý."
    line = json.dumps({"text": text}, ensure_ascii=False)
    (item,) = items(written(tmp_path, "a.jsonl", line.encode("utf-16")))
    assert item.content == text
    (item,) = items(written(tmp_path, "b.jsonl", line.encode("utf-16-le")), encoding="utf-16-le")
    assert item.content == text


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
@pytest.mark.parametrize("format", ["jsonl", "csv", "txt"])
def test_wide_characters_without_a_mark_are_in_the_order_of_windows(tmp_path, format, encoding):
    data = FILES[format].decode().encode(f"{encoding}-le")
    found = items(written(tmp_path, f"a.{format}", data), encoding=encoding)
    rows = ROWS[:1] if format == "txt" else ROWS
    assert [extract(item, 10_000).text for item in found] == [row["text"] for row in rows]


@pytest.mark.parametrize("encoding", ["tcvn3", "tcvn5712", "viscii", "cp1258"])
@pytest.mark.parametrize("format", ["jsonl", "csv", "txt"])
def test_an_old_encoding_that_is_asked_for_is_obeyed(tmp_path, format, encoding):
    text = "Xa Tan Lap hop."  # in letters that all of them share
    data = {"jsonl": json.dumps({"text": text}), "csv": f"id,text\n1,{text}\n", "txt": text}[format].encode()
    (item,) = items(written(tmp_path, f"a.{format}", data), encoding=encoding)
    assert extract(item, 100).text == text


def test_a_csv_in_an_old_encoding_is_read_row_by_row(tmp_path):
    rows = [{**article(0), "title": ""}, {**article(1), "title": ""}]
    import unicodedata

    data = csv_bytes(rows).decode()
    legacy = "".join(
        char if char in "ăâđêôơưĂÂĐÊÔƠƯ" else unicodedata.normalize("NFD", char) for char in _cp1258(data)
    ).encode("cp1258")
    found = items(written(tmp_path, "a.csv", legacy))
    assert [unicodedata.normalize("NFC", item.content) for item in found] == [row["text"] for row in rows]
    found = items(written(tmp_path, "a.csv", legacy), encoding="cp1258")
    assert [unicodedata.normalize("NFC", item.content) for item in found] == [row["text"] for row in rows]


def _cp1258(text):
    """Letters with two marks as Windows writes them: the letter with its shape, then the tone."""
    import unicodedata

    out = []
    for char in text:
        parts = unicodedata.normalize("NFD", char)
        tones = [mark for mark in parts if mark in "\u0300\u0301\u0303\u0309\u0323"]
        shape = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in tones))
        out.append(shape + "".join(tones))
    return "".join(out)


def test_csv_marks_and_quoted_lines_are_understood(tmp_path):
    rows = [{**article(0), "text": 'Dòng một\r\nDòng "hai"; hết'}]
    for delimiter in ",;\t":
        (item,) = items(written(tmp_path, "a.csv", b"\xef\xbb\xbf" + csv_bytes(rows, delimiter)))
        assert (item.content, item.id) == (rows[0]["text"], "a0")


def test_dirty_csv_rows_are_parsed_or_named(tmp_path):
    data = (
        b"id,text\r\n"
        b"1,m\xe1\xff\r\n"  # bytes of no encoding
        b"2,\r\n"
        b"3\r\n"
        b"4,x,y,z\r\n"
        b"5,a\0b\r\n"
        b"\r\n"
        b"6," + b"x" * 100_000 + b"\r\n"
        b"7,xin\r\n"
    )
    found = items(written(tmp_path, "a.csv", data), max_chars=8192)
    reasons = [item.reason.split(":")[0] if isinstance(item, Unread) else item.content for item in found]
    assert [item.place for item in found] == [f"a.csv#{number}" for number in range(1, 8)]
    assert reasons[:4] == ["wrong encoding", "empty article", "no field 'text'; there is id", "not CSV"]
    assert reasons[4] == "a\0b"
    assert reasons[5:] == ["too long", "xin"]


def test_an_unclosed_quote_does_not_take_the_file_with_it(tmp_path):
    data = b'id,text\n1,"x\n' + b"2,yyyyyyyyyyyyyyyyyyyyyyyyyyyyy\n" * 4000
    found = items(written(tmp_path, "a.csv", data), max_chars=8192)
    assert "lines 2 to" in found[0].reason
    assert found[-1].content == "y" * 29


@pytest.mark.parametrize("name", ["a.csv", "a.parquet"])
def test_a_table_without_the_column_is_named_once(tmp_path, name):
    rows = [{"id": "1", "body": "x"}] * 3
    data = parquet(rows) if name.endswith("parquet") else b"id,body\n1,x\n1,x\n"
    (item,) = items(written(tmp_path, name, data))
    assert "no column 'text'; there is id, body" in item.reason


def test_parquet_whose_column_has_no_name_in_utf8_is_damaged(tmp_path):
    data = parquet([{"text": "Xã họp.", "zzzz": 1}]).replace(b"zzzz", b"z\xb7zz")
    (item,) = items(written(tmp_path, "a.parquet", data))
    assert item.reason == "the file cannot be read: damaged Parquet: no UTF-8 where there must be"


def test_page_without_an_address_has_no_id(tmp_path):
    record = warc_record("https://bao.example/a", page(ROWS[0])).replace(b"https://bao.example/a", b" ")
    (item,) = items(written(tmp_path, "a.warc", record))
    assert (type(item), item.id) == (Found, None)


def test_page_whose_server_names_no_encoding_that_can_be_is_read_as_any_file(tmp_path):
    served = page(ROWS[0])
    record = warc_record("https://bao.example/a", served).replace(b"charset=utf-8", b"charset=u\0f-8")
    assert b"u\0f-8" in record
    (item,) = items(written(tmp_path, "a.warc", record))
    assert ROWS[0]["title"] in extract(item, 10_000).text


def test_parquet_values_of_other_types_are_read(tmp_path):
    import datetime as dt

    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pa.table(
        {
            "id": pa.array([1, None]),
            "date": pa.array([dt.datetime(2022, 3, 11), None]),
            "text": pa.array(["Xã họp", "Huyện họp"]).dictionary_encode(),
            "other": pa.array([[1], [2]]),
        }
    )
    pq.write_table(table, tmp_path / "a.parquet")
    one, two = items(tmp_path / "a.parquet")
    assert (one.id, one.published, one.content) == ("1", "2022-03-11T00:00:00", "Xã họp")
    assert (two.id, two.published, two.content) == (None, None, "Huyện họp")


@pytest.mark.parametrize("format", FILES)
@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_a_file_cut_short_gives_what_it_holds_and_says_so(tmp_path, format, suffix):
    rows = [{**article(number), "x": os.urandom(2000).hex()} for number in range(200)]
    data = {
        "jsonl": jsonl(rows),
        "csv": csv_bytes([{key: row[key] for key in ("id", "published", "title", "text")} for row in rows]),
        "warc": b"".join(warc_record(row["id"], page(row) + row["x"].encode()) for row in rows),
    }.get(format, FILES[format])
    whole = compressed(data, suffix)
    found = items(written(tmp_path, f"a.{format}{suffix}", whole[: len(whole) * 9 // 10]))
    assert isinstance(found[-1], Unread)
    assert "cannot be read" in found[-1].reason
    if format in ("jsonl", "warc"):
        assert len(found) > 100


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.txt.zst", "a.parquet", "a.warc"])
def test_a_file_of_another_kind_is_named(tmp_path, name):
    found = items(written(tmp_path, name, b"this is nothing of the sort\n" * 20))
    assert all(isinstance(item, Unread) for item in found)
    assert found


def test_files_of_many_frames_are_read_to_the_end(tmp_path):
    one, two = jsonl(ROWS[:1]), jsonl(ROWS[1:])
    for suffix in (".gz", ".zst"):
        data = compressed(one, suffix) + compressed(b"", suffix) + compressed(two, suffix)
        assert len(items(written(tmp_path, f"a.jsonl{suffix}", data))) == 3


def test_of_a_crawl_only_pages_are_articles(tmp_path):
    good = page(ROWS[0])
    data = (
        warc_record("u:1", b"x", type="image/png")
        + warc_record("u:2", b"gone", status="404 Not Found")
        + warc_record("u:3", gzip.compress(good), headers="Content-Encoding: gzip\r\n")
        + warc_record("u:4", b"no gzip", headers="Content-Encoding: gzip\r\n")
        + warc_record("u:5", b" ")
        + warc_record("u:6", b"<html><body>" + b"x" * 100_000)
        + warc_record("u:7", good)
        + warc_record("u:8", gzip.compress(bytes(50_000_000)), headers="Content-Encoding: gzip\r\n")
        + warc_record("u:9", gzip.compress(good), headers="Transfer-Encoding: gzip\r\n")
    )
    found = items(written(tmp_path, "a.warc", data), max_chars=8192)
    assert [item.id for item in found] == ["u:3", "u:4", "u:5", "u:6", "u:7", "u:8", "u:9"]
    assert [type(item) for item in found] == [Found, Unread, Unread, Unread, Found, Unread, Unread]
    assert found[0].content == found[4].content == good
    assert found[5].reason == "too long: 65537 bytes, over the limit of 65536 (for 8192 characters), decompressed"
    assert found[6].reason == "damaged HTTP response: unknown transfer coding 'gzip'"


def test_a_page_is_read_in_the_encoding_it_names():
    row = article(0)
    data = page(row).replace(b"utf-8", b"utf-16").decode().encode("utf-16")
    assert words(extract(Found("a", None, "html", data, charset="nonsense"), 10_000).text) == words(row["text"])


def test_a_page_without_an_article_is_named():
    with pytest.raises(ExtractError, match="no article found"):
        extract(Found("a", None, "html", b"<html><body></body></html>"), 100)


def test_a_long_article_is_named_with_its_length():
    with pytest.raises(ExtractError, match="too long: 101 characters, over the limit of 100"):
        extract(Found("a", None, "text", "x" * 101), 100)


def test_a_text_file_in_no_encoding_is_named():
    with pytest.raises(ExtractError, match="wrong encoding"):
        extract(Found("a", None, "bytes", b"x\xff\xfe\x81"), 100)


def test_folders_globs_and_files_are_read_once_in_a_fixed_order(tmp_path):
    for name in ("b/2.txt", "b/1.txt", "b/c/3.txt", "b/notes.pdf", "b/.hidden.txt", "a.txt"):
        written(tmp_path, name, b"x")
    inputs = Inputs([tmp_path / "b", str(tmp_path / "**/*.txt"), tmp_path / "a.txt"])
    root = tmp_path.name
    assert [source.name for source in inputs] == ["b/1.txt", "b/2.txt", "b/c/3.txt", f"{root}/a.txt"]


def test_names_do_not_depend_on_where_the_archive_lies(tmp_path):
    for root in ("here", "there/deep"):
        for name in ("2017/news.txt", "2020/news.txt"):
            written(tmp_path, f"{root}/{name}", b"x")
    names = [
        [source.name for source in Inputs([tmp_path / root / "2017/news.txt", tmp_path / root / "2020/news.txt"])]
        for root in ("here", "there/deep")
    ]
    assert names[0] == names[1] == ["2017/news.txt", "2020/news.txt"]


def test_the_folder_for_the_tables_is_no_input(tmp_path):
    written(tmp_path, "a.jsonl", FILES["jsonl"])
    written(tmp_path, "out/errors.jsonl", b"{}")
    assert [source.name.split("/")[-1] for source in Inputs([tmp_path], without=tmp_path / "out")] == ["a.jsonl"]


@pytest.mark.parametrize(
    ("argument", "reason"),
    [
        ("nothing.txt", "no such file or folder"),
        ("*.txt", "matches no file"),
        ("empty", "holds no file"),
        ("a.pdf", "no reader for such a file"),
    ],
)
def test_inputs_that_lead_nowhere_are_refused(tmp_path, argument, reason):
    (tmp_path / "empty").mkdir()
    written(tmp_path, "a.pdf", b"x")
    with pytest.raises(InputError, match=reason):
        Inputs([str(tmp_path / argument)])


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.zst", "a.csv.gz"])
def test_memory_does_not_grow_with_the_file(tmp_path, name):
    rows = [{**article(number), "text": article(number)["text"] + os.urandom(10_000).hex()} for number in range(1000)]
    data = {"jsonl": jsonl, "csv": csv_bytes}[name.split(".")[1]](rows)
    path = written(tmp_path, name, compressed(data, name[name.rindex(".") :]))
    size = len(data)
    del data, rows
    tracemalloc.start()
    count = sum(1 for source in Inputs([path]) for _ in read(source, Settings()))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 1000
    assert peak < size / 4


def test_a_row_group_is_not_held_whole(tmp_path):
    import pyarrow as pa

    rows = [{"id": str(number), "text": os.urandom(10_000).hex()} for number in range(1000)]
    path = written(tmp_path, "a.parquet", parquet(rows, row_group_size=1000, use_dictionary=False, write_batch_size=16))
    del rows
    before = pa.total_allocated_bytes()
    held = [pa.total_allocated_bytes() - before for source in Inputs([path]) for _ in read(source, Settings())]
    assert len(held) == 1000
    assert max(held) < path.stat().st_size / 4


def test_a_line_without_end_is_counted_but_not_held(tmp_path):
    path = tmp_path / "a.jsonl"
    with path.open("wb") as file:
        for _ in range(300):
            file.write(b"x" * 100_000)
        file.write(b'\n{"text": "x"}\n')
    tracemalloc.start()
    found = items(path, max_chars=8192)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "too long: 30000001 bytes" in found[0].reason
    assert found[1].content == "x"
    assert peak < 3_000_000
