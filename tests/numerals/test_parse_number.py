from contextlib import suppress
from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnreport.numerals import parse_number
from vnreport.numerals.words import WORDS

ONES = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
NORTH = {"and": "linh", "thousand": "nghìn", "five": "lăm", "four": "tư", "billion": "tỷ"}
SOUTH = {"and": "lẻ", "thousand": "ngàn", "five": "nhăm", "four": "bốn", "billion": "tỉ"}


def below_hundred(n: int, words: dict[str, str]) -> str:
    tens, ones = divmod(n, 10)
    if not tens:
        return ONES[ones]
    head = "mười" if tens == 1 else f"{ONES[tens]} mươi"
    if not ones:
        return head
    last = {1: "mốt" if tens > 1 else "một", 4: words["four"] if tens > 1 else "bốn", 5: words["five"]}
    return f"{head} {last.get(ones, ONES[ones])}"


def below_thousand(n: int, words: dict[str, str], *, full: bool) -> str:
    hundreds, rest = divmod(n, 100)
    if not hundreds and not full:
        return below_hundred(rest, words)
    head = f"{ONES[hundreds]} trăm"
    if not rest:
        return head
    return f"{head} {words['and']} {ONES[rest]}" if rest < 10 else f"{head} {below_hundred(rest, words)}"


def write(n: int, words: dict[str, str]) -> str:
    """`n` in words, as schools teach it: groups of three, with `không trăm` before a short one."""
    if n < 1000:
        return below_thousand(n, words, full=False)
    for size, name in ((10**9, words["billion"]), (10**6, "triệu"), (10**3, words["thousand"])):
        if n >= size:
            count, rest = divmod(n, size)
            head = f"{write(count, words)} {name}"
            return head if not rest else f"{head} {tail(rest, size, words)}"
    raise AssertionError(n)


def tail(n: int, size: int, words: dict[str, str]) -> str:
    """What stands behind a magnitude word: its greatest group in full, where none of its groups is left out."""
    if n < 1000:
        return below_thousand(n, words, full=True)
    for group, name in ((10**6, "triệu"), (10**3, words["thousand"])):
        if n >= group:
            count, rest = divmod(n, group)
            head = f"{below_thousand(count, words, full=group * 1000 == size)} {name}"
            return head if not rest else f"{head} {tail(rest, group, words)}"
    raise AssertionError(n)


@given(st.integers(0, 10**15) | st.integers(0, 10**6))
def test_every_integer_in_northern_words_reads_back(n: int) -> None:
    assert parse_number(write(n, NORTH)) == n


@given(st.integers(0, 10**15) | st.integers(0, 10**6))
def test_every_integer_in_southern_words_reads_back(n: int) -> None:
    assert parse_number(write(n, SOUTH)) == n


@pytest.mark.parametrize("n", [*range(1200), 10**15, 10**12, 10**9 + 1, 999_999_999_999_999])
def test_small_and_extreme_integers_read_back_in_both(n: int) -> None:
    assert parse_number(write(n, NORTH)) == parse_number(write(n, SOUTH)) == n


@given(st.integers(0, 10**15))
def test_every_way_of_grouping_reads_back(n: int) -> None:
    grouped = f"{n:,}"
    assert parse_number(str(n)) == n
    assert parse_number(grouped.replace(",", ".")) == n
    assert parse_number(grouped.replace(",", " ")) == n
    assert parse_number(grouped.replace(",", "\u00a0")) == n
    assert parse_number(grouped.replace(",", "'")) == n
    if n >= 10**6:
        assert parse_number(grouped) == n


@given(st.decimals(0, 10**9, places=2))
def test_decimals_read_back_in_vietnamese_and_english(value: Decimal) -> None:
    english = f"{value:,.2f}"
    vietnamese = english.translate(str.maketrans(",.", ".,"))
    assert parse_number(vietnamese) == parse_number(english) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("30,539", "30.539"),
        ("1.458", "1458"),
        ("1.5", "1.5"),
        ("2.350", "2350"),
        ("0.125", "0.125"),
        ("12345.678", "12345.678"),
        ("01", "1"),
        ("2 triệu rưỡi", "2500000"),
        ("1 tỷ 200 triệu", "1200000000"),
        ("3,2 nghìn tỷ", "3200000000000"),
        ("3 nghìn 500 tỷ", "3500000000000"),
        ("hai mươi mốt", "21"),
        ("hai mốt", "21"),
        ("ba lăm", "35"),
        ("một trăm linh năm", "105"),
        ("một trăm lẻ năm", "105"),
        ("ba phần tư", "0.75"),
        ("3/4", "0.75"),
        ("một nửa", "0.5"),
        ("nửa triệu", "500000"),
        ("hai chục", "20"),
        ("hai tá", "24"),
        ("15 vạn", "150000"),
        ("2 vạn rưỡi", "25000"),
        ("10K", "10000"),
        ("5tr", "5000000"),
        ("31nghìn", "31000"),
        ("âm 3,5", "-3.5"),
        ("-0,2", "-0.2"),
        ("−7", "-7"),
        ("+5", "5"),
        ("ba phẩy năm", "3.5"),
        ("không phẩy không hai", "0.02"),
        ("3 phẩy 05", "3.05"),
        ("1.000 phẩy 5", "1000.5"),
        ("hai phẩy năm triệu", "2500000"),
        ("một triệu hai", "1200000"),
        ("trăm rưỡi", "150"),
        ("Hai Trăm", "200"),
        ("  5  triệu ", "5000000"),
    ],
)
def test_reads(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", ".", "-", "abc", "5%", "5 người", "1-2", "1.2.3", "1..2", "1.234,567.8", "hai ba", "hai mươi năm",
        "một nghìn năm", "mươi", "triệu", "rưỡi", "linh năm", "hai không", "1 2", "1/0", "phần", "½x", "\x00", "\ud800",
        "１２", "5 triệu đồng", "²,5", "１,5", "3,٣", "12,", "11.458'000", "10, 6/'2458", "1.234,5 6", "1,5'000",
        "1,0 phẩy 5", "1 phẩy 2 phẩy 0", "3 phẩy ²", "3 phẩy 1,0",
    ],
)  # fmt: skip
def test_refuses_what_is_no_number_and_names_it(text: str) -> None:
    with pytest.raises(ValueError, match="not a number") as caught:
        parse_number(text)
    assert repr(text) in str(caught.value)


def test_refuses_other_types() -> None:
    with pytest.raises(TypeError):
        parse_number(5)  # type: ignore[arg-type]


@given(st.text(alphabet=st.characters(blacklist_categories=[]), max_size=60))
def test_any_text_gives_a_decimal_or_a_value_error(text: str) -> None:
    with suppress(ValueError):
        assert isinstance(parse_number(text), Decimal)


@given(st.text("0123456789.,'’/ -²١", max_size=14))
def test_any_digits_and_marks_give_a_decimal_or_a_value_error(text: str) -> None:
    with suppress(ValueError):
        assert isinstance(parse_number(text), Decimal)


@given(st.lists(st.sampled_from([*"0123456789", "phẩy", "rưỡi", "nửa", "1,0", "05", "²", *WORDS]), max_size=8))
def test_any_number_words_give_a_decimal_or_a_value_error(words: list[str]) -> None:
    with suppress(ValueError):
        assert parse_number(" ".join(words)).is_finite()


def test_number_of_any_length_is_read() -> None:
    assert parse_number("1" * 5000 + ",5") == Decimal("1" * 5000 + ".5")


def test_the_callers_decimal_context_rounds_nothing() -> None:
    with localcontext() as context:
        context.prec = 3
        assert parse_number("1.234.567") == 1234567
        assert parse_number("2/3") == Decimal("0.6666666666666666666666666667")
        assert parse_number("một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy") == 1234567
