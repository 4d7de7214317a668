"""Laws of the readers: they hold for whatever bytes an archive is made of."""

import io
import json
import re
from pathlib import PurePath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("pyarrow")

from vnreport.archive.extract import extract
from vnreport.archive.inputs import FORMATS, Inputs, _labels
from vnreport.archive.readers import Found, Settings, Unread, read
from vnreport.archive.streams import lines

names = st.lists(st.text("abc", min_size=1, max_size=2), min_size=1, max_size=4).map("/".join)


@given(st.binary().filter(lambda data: not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\0\0"))))
def test_lines_are_the_stream_cut_at_its_line_ends(data):
    found = list(lines(io.BytesIO(data), 1 << 20))
    assert b"".join(line.data for line in found) == data
    assert all(line.data.find(b"\n") in (-1, len(line.data) - 1) for line in found)


@given(st.lists(st.binary(max_size=40).map(lambda line: line.replace(b"\n", b"")), max_size=9), st.integers(4, 20))
def test_a_long_line_takes_no_other_with_it(parts, limit):
    data = b"x" + b"\n".join(parts)
    found = list(lines(io.BytesIO(data), limit))
    whole = list(lines(io.BytesIO(data), 1 << 20))
    assert [line.size for line in found] == [line.size for line in whole]
    for line, complete in zip(found, whole, strict=True):
        assert line.data is None if complete.size > limit + 1 else line.data in (None, complete.data)


ENCODINGS = [None, "utf-8", "utf-16", "utf-16-be", "utf-32", "cp1258", "tcvn3", "viscii", "latin-1"]


@settings(deadline=None, max_examples=300)
@given(
    st.sampled_from(sorted(FORMATS)), st.sampled_from(["", ".gz", ".zst"]), st.binary(max_size=300),
    st.sampled_from(ENCODINGS),
)  # fmt: skip
def test_any_bytes_give_articles_or_reasons(tmp_path_factory, suffix, compression, data, encoding):
    path = tmp_path_factory.mktemp("any") / f"a{suffix}{compression}"
    path.write_bytes(data)
    for source in Inputs([path]):
        for item in read(source, Settings(encoding=encoding)):
            assert isinstance(item, Found) or (isinstance(item, Unread) and item.reason)
            # A fault that names an exception is one that no reader has thought of.
            assert isinstance(item, Found) or not re.search(r"cannot be read[^:]*: \w+(Error|Exception): ", item.reason)
            item.place.encode("utf-8")


@given(st.lists(st.one_of(st.text(), st.integers(), st.none(), st.lists(st.text())), max_size=6))
def test_every_line_of_json_is_an_article_or_a_reason(tmp_path_factory, texts):
    path = tmp_path_factory.mktemp("any") / "a.jsonl"
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")
    found = [item for source in Inputs([path]) for item in read(source, Settings())]
    assert [item.place for item in found] == [f"a.jsonl:{number + 1}" for number in range(len(texts))]
    for item, text in zip(found, texts, strict=True):
        assert isinstance(item, Found) == (isinstance(text, str) and bool(text.strip()))


@given(st.text(min_size=1).filter(str.strip), st.one_of(st.none(), st.text().filter(str.strip)))
def test_a_text_keeps_its_characters_behind_its_title(text, title):
    made = extract(Found("a", None, "text", text, title=title), 1 << 20).text
    assert made.endswith("".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text))
    made.encode("utf-8")


@given(st.lists(names, min_size=1, max_size=6, unique=True))
def test_labels_tell_paths_apart(paths):
    labels = _labels([f"/{path}" for path in paths])
    assert len(set(labels)) == len(paths)
    assert all(
        PurePath("/" + path).parts[-len(label.split("/")) :] == tuple(label.split("/"))
        for path, label in zip(paths, labels, strict=True)
    )
