"""The layout, the legal and the meeting stage, each alone.

python benchmarks/meeting.py [ARCHIVE.jsonl[.gz] | FOLDER] [--articles 500]
"""

from harness import report

from vnreport import legal, meeting
from vnreport.text.layout import layout

STAGES = {"layout": lambda document, _: layout(document.text), "legal": legal.find, "meeting": meeting.find}
HOSTILE = {
    "layout": ("Ảnh: ", "Thu Giang. ", "Thu Giang\n", "(Ảnh: A/", "A."),
    "legal": ("Nghị quyết về ", "Luật ", "Hiệp định An về ", "Quyết định số 1/", "các nghị quyết, ", "1.1."),
    "meeting": (
        "tổ chức hội nghị ", "Ông Tá chủ trì hội nghị. ", "“Tốt”, ông Tá nói. ", "hội nghị, ",
        "Tham dự có ông Phan Văn Tá, ",
    ),
}  # fmt: skip

if __name__ == "__main__":
    report(STAGES, HOSTILE, __doc__)
