"""Invented articles for the pages."""

import vnreport
from vnreport import Report

TEXT = (
    "Huyện Lạc Thủy tổng kết năm 2021\n\n"
    "(baolacthuy.vn) - Sáng 5/3/2022, Huyện ủy Lạc Thủy tổ chức hội nghị trực tuyến tổng kết công tác. Ủy viên Ban "
    "Thường vụ Tỉnh ủy, Bí thư Huyện ủy Trần Văn Lâm chủ trì hội nghị; tham dự có đồng chí Đỗ Thị Nguyệt, Chủ tịch "
    "UBND huyện.\n\n"
    "Thu ngân sách huyện năm 2021 đạt 30,539 tỷ đồng, tăng 12% so với cùng kỳ; toàn huyện có 17 công trình xây dựng "
    "mới theo Nghị quyết số 18/NQ-HĐND ngày 9/12/2020 của HĐND huyện.\n\n"
    "Kết luận hội nghị, Bí thư Huyện ủy Trần Văn Lâm nhấn mạnh công tác giảm nghèo.\n\n"
    "L.T\n"
)

HOSTILE = (
    "<script>alert('tiêu đề')</script> họp\n\n"
    "Sáng 5/3/2022, ông Trần Văn <img src=x onerror=alert(1)> Lâm, Bí thư Huyện ủy Trần Văn Lâm, chủ trì hội nghị "
    "</style></title></script></template></noscript><!-- {{ 7*7 }} &amp; javascript:alert(1) \x00 \ud800 \u202e \r\n"
    'Thu ngân sách đạt 5 tỷ đồng "\' onmouseover=alert(1) x="\n'
)


def report(text: str = TEXT, id: str | None = "bài-1") -> Report:
    return vnreport.parse(text, published="2022-03-06", id=id)
