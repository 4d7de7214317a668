"""The mechanism of grammars: which rule is tried where, and which wins. The grammars themselves: `test_grammars`."""

import re

import pytest

from vnreport.document import Document
from vnreport.grammar import DIGIT, Example, Grammar, Rule
from vnreport.text.words import numbers_before


def rule(name: str, pattern: str, *first: str) -> Rule[str]:
    def read(match: re.Match[str], document: Document) -> str | None:
        return None if match[0].endswith("x") else match[0]

    return Rule(name, first, pattern, read, (Example("", ""),))


def hits(text: str, *rules: Rule[str]) -> list[tuple[str, str]]:
    return [(hit.rule, hit.value) for hit in Grammar("test", rules).scan(Document(text))]


def test_longest_match_wins_and_the_earlier_rule_where_two_are_as_long() -> None:
    rules = rule("short", "năm", "năm"), rule("long", "năm nay", "năm"), rule("same", "năm nay", "năm")
    assert hits("Năm nay", *rules) == [("long", "năm nay")]


def test_match_that_reads_as_nothing_gives_way() -> None:
    assert hits("năm x", rule("long", "năm x", "năm"), rule("short", "năm", "năm")) == [("short", "năm")]


def test_rules_are_tried_at_whole_words_and_marks_only() -> None:
    rules = rule("word", "an", "an"), rule("number", r"\d+", DIGIT), rule("mark", r"-\d", "-")
    assert hits("ban an-5 a7 _3", *rules) == [("word", "an"), ("mark", "-5")]


def test_search_goes_on_behind_a_hit() -> None:
    assert hits("5 6 7", rule("pair", r"\d \d", DIGIT)) == [("pair", "5 6")]


def test_number_is_tried_by_what_follows_it() -> None:
    rules = rule("days", r"\d+ ?ngày", *numbers_before("ngày")), rule("any", r"\d", DIGIT)
    assert hits("5 ngày 6ngày 7 năm", *rules) == [("days", "5 ngày"), ("days", "6ngày"), ("any", "7")]


def test_rule_is_not_tried_at_a_number_before_what_it_does_not_list() -> None:
    assert hits("5 năm 5", rule("number", r"\d", *numbers_before("ngày"))) == []


def test_match_of_nothing_is_none() -> None:
    assert hits("5", rule("empty", r"\d?(?=6)|", DIGIT)) == []


def test_two_rules_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="two rules of one name"):
        Grammar("test", (rule("a", "x", "x"), rule("a", "y", "y")))


@pytest.mark.parametrize("first", ["hai từ", "us$", ""])
def test_rule_that_begins_with_more_than_a_word_is_refused(first: str) -> None:
    with pytest.raises(ValueError, match="one word or one mark"):
        Grammar("test", (rule("a", "x", first),))
