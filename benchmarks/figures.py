"""The figures stage alone.

python benchmarks/figures.py [ARCHIVE.jsonl[.gz] | FOLDER] [--articles 500]
"""

from harness import report

from vnreport import figures

HOSTILE = (
    "1.", "1.234.", "1 234 ", "1/1/", "một trăm hai mươi ", "1 nghìn tỷ ", "5, ", "5 công trình, ", "(5 % (", "tăng ",
    "7", "a",
)  # fmt: skip

if __name__ == "__main__":
    report({"figures": figures.find}, {"figures": HOSTILE}, __doc__)
