"""The date stage alone, every expression resolved.

python benchmarks/dates.py [ARCHIVE.jsonl[.gz] | FOLDER] [--articles 500]
"""

from harness import report

from vnreport import dates

HOSTILE = (
    "1.1.", "1/1/", "5-5-", "ngày 3, 4, ", "năm ", "năm 2016, 2017, ", "từ 5/2 đến ", "14 giờ 30 ", "aaaa", "(",
    "so với cùng kỳ ", "a 1/1: ", "(2010, ", "trước 15.5 ", "tháng 3, 4, ", "đêm 5 rạng sáng 6/", "“hôm nay ",
)  # fmt: skip

if __name__ == "__main__":
    report({"dates": dates.find}, {"dates": HOSTILE}, __doc__)
