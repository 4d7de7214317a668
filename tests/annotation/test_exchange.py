"""Files of articles: names, exact texts, what is refused."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.articles import marked
from strategies import TEXTS
from vnreport import annotation
from vnreport.annotation import AnnotationError, shelf
from vnreport.text.decode import decode


def put(folder: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


@given(TEXTS)
def test_text_reads_from_its_file_letter_for_letter(text: str) -> None:
    try:
        data = shelf.article_bytes(text, "a")
    except AnnotationError:
        assert any("\ud800" <= char <= "\udfff" for char in text)
    else:
        assert decode(data).text == text


@given(st.lists(st.text(), unique=True, max_size=8))
def test_names_of_files_are_safe_and_differ_on_any_file_system(ids: list[str]) -> None:
    names = shelf.stems(ids)
    assert set(names) == set(ids)
    assert len({name.casefold() for name in names.values()}) == len(ids)
    assert not any(set(name) & set('/\\:*?"<>|\0') or name.startswith(".") for name in names.values())


@pytest.mark.parametrize("format", ["brat", "conll2002"])
def test_folder_keeps_what_its_files_cannot(tmp_path: Path, format: annotation.Format) -> None:
    put(tmp_path, annotation.files([marked()], format))
    (back,) = annotation.read([tmp_path], format)
    assert isinstance(back, annotation.Markup)
    assert (back.id, back.text, back.published) == ("bài 1", marked().text, "2022-03-12")


def test_brat_files_without_a_shelf_are_the_article_themselves(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ông An", "utf-8")
    (tmp_path / "a.ann").write_text("T1\tPerson 4 6\tAn\n", "utf-8")
    (back,) = annotation.read([tmp_path / "a.ann"], "brat")
    assert isinstance(back, annotation.Markup)
    assert (back.id, back.text, back.published) == ("a", "Ông An", None)


def test_brat_text_that_was_changed_is_refused(tmp_path: Path) -> None:
    put(tmp_path, annotation.files([marked()], "brat"))
    text = next(tmp_path.glob("*.txt"))
    text.write_bytes(text.read_bytes() + b" ")
    (back,) = annotation.read([tmp_path], "brat")
    assert "is not the article of articles.jsonl any more" in str(back)


def test_conll_without_its_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.conll").write_text("An B-PER\n", "utf-8")
    (back,) = annotation.read([tmp_path], "conll2002")
    assert "no article of that name in articles.jsonl" in str(back)


def test_shelf_grows_and_takes_the_newer_of_one_name() -> None:
    with_day = shelf.lines([marked()], {"bài 1": "b1"})
    other = replace(marked(), id="c", published=None)
    assert shelf.merged(Path("/nowhere"), with_day) == with_day
    assert json.loads(shelf.lines([other], {"c": "c"}))["published"] is None


def test_shelf_of_another_making_is_refused(tmp_path: Path) -> None:
    (tmp_path / shelf.NAME).write_text('{"id": "a"}\n')
    with pytest.raises(AnnotationError, match=r"articles\.jsonl, line 1: no article with id"):
        shelf.entries(tmp_path)


def test_two_articles_of_one_id_are_refused() -> None:
    with pytest.raises(AnnotationError, match="two articles are called bài 1"):
        annotation.files([marked(), marked()], "brat")


def test_text_that_no_file_can_hold_makes_no_gold() -> None:
    with pytest.raises(AnnotationError, match="lone surrogates, which no file of text can"):
        annotation.files([marked()], "gold")


def test_annotated_articles_go_to_label_studio_as_annotations() -> None:
    other = replace(marked(), id="c")
    tasks = json.loads(annotation.files([marked(), other], "label-studio", {"c"})[annotation.TASKS])
    assert ["annotations" in task for task in tasks] == [False, True]


def test_layers_of_gold_come_back_from_every_format(tmp_path: Path) -> None:
    part = replace(marked(), layers=("mentions",))
    put(tmp_path, annotation.files([part], "brat"))
    (back,) = annotation.read([tmp_path], "brat")
    assert isinstance(back, annotation.Markup)
    assert back.layers == ("mentions",)


@pytest.mark.parametrize(
    ("content", "says"),
    [("{", "no JSON"), ("[1]", "task 1: no task"), ('[{"id": 1}]', "task 1: no task with data.text")],
)
def test_what_is_no_export_of_label_studio_is_refused(tmp_path: Path, content: str, says: str) -> None:
    path = tmp_path / "tasks.json"
    path.write_text(content)
    try:
        (error,) = annotation.read([path], "label-studio")
    except AnnotationError as raised:
        error = raised
    assert says in str(error)


def test_folder_without_such_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AnnotationError, match=r"no \*\.ann in this folder"):
        list(annotation.read([tmp_path], "brat"))


def test_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Xã", "utf-8")
    (tmp_path / "a.ann").write_bytes(b"T1\tPerson 0 2\tX\xe3")
    (error,) = annotation.read([tmp_path], "brat")
    assert "a.ann: not UTF-8 (byte " in str(error)
