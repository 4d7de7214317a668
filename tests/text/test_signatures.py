"""Every form of signing reads its examples; what is no signature is left alone."""

import pytest

from vnreport.text import signatures

FORMS = (*signatures.UNITS, *signatures.RUNS, *signatures.HEADS)
EXAMPLES = [pytest.param(*example, id=f"{form.name}: {example[0]}") for form in FORMS for example in form.examples]


def _run(line: str) -> list[str]:
    return [line[start:end] for start, end in signatures.run(line, 0, len(line))]


def _credit(text: str, *, bracket: bool = False) -> list[str]:
    start = text.index(":") + 2
    return [text[a:b] for a, b in signatures.credit(text, start, bracket=bracket)]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_form_has_an_example(form: signatures.Form) -> None:
    assert form.examples


@pytest.mark.parametrize(("line", "signs"), EXAMPLES)
def test_a_form_reads_its_examples(line: str, signs: tuple[str, ...]) -> None:
    assert tuple(_run(line)) == signs


@pytest.mark.parametrize(
    "line",
    [
        "Ông Phan Văn Tá",
        "Hội nghị kết thúc lúc 11h",
        "Xem thêm",
        "Đội hình: Tá; Nam, Bắc; Đông, Tây, Trung; Hòa",
        "Toàn cảnh buổi làm việc",
        "",
    ],
)
def test_other_lines_are_no_signatures(line: str) -> None:
    assert _run(line) == []


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("Ảnh: Thu Giang Chiều 8/5, xã họp", ["Thu Giang"]),
        ("Ảnh: Thu Giang Chủ tịch xã cho biết", ["Thu Giang"]),
        ("Ảnh: TTXVN Tổng Bí thư nói", ["TTXVN"]),
        ("Ảnh: Hà My/TTXVN Theo báo cáo", ["Hà My", "TTXVN"]),
        ("Ảnh: QUỲNH NGA Bản án nêu", ["QUỲNH NGA"]),
        ("Ảnh: N.A Căn cứ", ["N.A"]),
        ("Ảnh: Loan Lê Tuy nhiên, xã", ["Loan Lê"]),
        ("Ảnh: Thanh Vũ-TTXVN Nhu cầu vốn", ["Thanh Vũ", "TTXVN"]),
        ("Ảnh: Reuters.\nSau đó", ["Reuters"]),
        ("Ảnh: Cao Hà\nSau đó", ["Cao Hà"]),
        ("Ảnh: nhân vật cung cấp", []),
        ("Ảnh: Đoàn người đi qua cầu treo vào sáng sớm nay", []),
    ],
)
def test_a_credit_ends_before_the_next_sentence(text: str, signs: list[str]) -> None:
    assert _credit(text) == signs


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("(Ảnh: Trường đại học Hòa An) Theo", ["Trường đại học Hòa An"]),
        ("(Ảnh: vi.hoaan.org)", ["vi.hoaan.org"]),
        ("(Ảnh: Đức Nam - TTXVN)", ["Đức Nam", "TTXVN"]),
        ("(Ảnh: minh họa)", []),
    ],
)
def test_a_credit_in_brackets_ends_with_them(text: str, signs: list[str]) -> None:
    assert _credit(text, bracket=True) == signs
