"""Laws of the stage on any text."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from vnreport import dates
from vnreport.document import Document, Found

VOCABULARY = """
    ngày tháng năm quý tuần thứ hai ba sáng chiều tối nay qua mai hôm cùng kỳ trước sau tới này đầu cuối nửa mùng rằm
    Tết đến từ - / . , và ( ) 1 2 3 12 31 2016 2017 2020 14h30 8 giờ 5/2 3-7 22.4 hằng mỗi cách đây mùa xuân thế kỷ XX
    âm lịch Bính Ngọ nhuận giêng chạp thập niên 1990 những N 0 00 99 9999 học
    các giờ đó mới nửa rạng SN1960 T5/2017 mùa này qua vòng đầu tuần 24h 15.5 2021-25 ( )
"""
WORDS = st.sampled_from(["\n", *VOCABULARY.split()])
TEXTS = st.lists(WORDS, max_size=30).map(" ".join) | st.text(max_size=80)


@given(TEXTS, st.none() | st.dates())
def test_expressions_are_ordered_disjoint_and_as_printed(text: str, published: dt.date | None) -> None:
    at = 0
    for date in dates.find(Document(text, published), Found()):
        assert at <= date.span.start < date.span.end
        assert text[date.span.start : date.span.end] == date.text
        at = date.span.end


@given(TEXTS, st.none() | st.dates())
def test_days_come_in_pairs_and_in_order(text: str, published: dt.date | None) -> None:
    for date in dates.find(Document(text, published), Found()):
        assert (date.start is None) == (date.end is None)
        assert date.start is None or date.start <= date.end
        assert date.kind in ("date", "period") or date.start is None
        assert date.kind != "date" or date.start == date.end
