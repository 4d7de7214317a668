"""The ways in which a title and a name stand together, each with its examples."""

from __future__ import annotations

from dataclasses import dataclass

from vnreport.grammar import Example


@dataclass(frozen=True)
class Way:
    """One way to tie a title to a name.

    `examples`: `reads` is the title, ``gives["person"]`` its holder. `misses`: texts in which nobody gets a title in
    this way.
    """

    name: str
    examples: tuple[Example, ...]
    misses: tuple[str, ...] = ()


WAYS: tuple[Way, ...] = (
    Way(
        "in front",
        (
            Example("Chủ tịch UBND xã Trần Văn Bình chủ trì.", "Chủ tịch UBND xã", {"person": "Trần Văn Bình"}),
            Example("Phó Bí thư, Chủ tịch huyện Lê Thị Hạnh dự.", "Phó Bí thư", {"person": "Lê Thị Hạnh"}),
            Example("GS.TS. Đỗ Minh Quân phát biểu.", "GS.TS", {"person": "Đỗ Minh Quân"}),
            Example("Cùng TS - BS Đỗ Minh Quân tìm hiểu.", "TS", {"person": "Đỗ Minh Quân"}),
            Example("Dự có Bí thư xã Lê Thị Hạnh, Trưởng Công an xã Thiếu tá Đỗ Quân.", "Trưởng Công an xã",
                    {"person": "Đỗ Quân"}),
            Example("Bí thư Huyện ủy Sơn Đài Vũ Thị Lan chủ trì.", "Bí thư Huyện ủy Sơn Đài",
                    {"person": "Vũ Thị Lan"}),
        ),
        misses=("Thừa lệnh Thủ tướng. Phan Văn Lực ký.", "Xã cần 20 bác sĩ. Bà Lê Thị Hạnh đề nghị thế."),
    ),
    Way(
        "behind",
        (
            Example("Ông Trần Văn Bình, Giám đốc Sở Y tế, cho biết.", "Giám đốc Sở Y tế", {"person": "Trần Văn Bình"}),
            Example("Bà Lê Thị Hạnh (45 tuổi) - Hiệu trưởng.", "Hiệu trưởng", {"person": "Lê Thị Hạnh"}),
            Example("Ông Đỗ Quân hiện là Trưởng ấp.", "Trưởng ấp", {"person": "Đỗ Quân"}),
            Example("Bà Lê Thị Hạnh, tân Chủ tịch HĐND phường, nói.", "Chủ tịch HĐND phường",
                    {"person": "Lê Thị Hạnh"}),
            Example("Ông Đỗ Quân, Trưởng Ban Chỉ đạo phát triển khoa học, công nghệ và chuyển đổi số tỉnh.",
                    "Trưởng Ban Chỉ đạo phát triển khoa học, công nghệ và chuyển đổi số tỉnh", {"person": "Đỗ Quân"}),
            Example("Ông Đỗ Quân, Chủ tịch Hội Hữu nghị Việt Nam - Cuba, nói.", "Chủ tịch Hội Hữu nghị Việt Nam - Cuba",
                    {"person": "Đỗ Quân"}),
            Example("Chủ tịch Trần Văn Bình và bà Lê Thị Hạnh, Chủ tịch kiêm Giám đốc Quỹ, dự.", "Giám đốc Quỹ",
                    {"person": "Lê Thị Hạnh"}),
            Example("Thiếu tướng Đỗ Quân: - Giám đốc Công an tỉnh.", "Giám đốc Công an tỉnh", {"person": "Đỗ Quân"}),
            Example("Bà Lê Thị Hạnh, Ủy viên Trung ương Đảng khóa XII, Bí thư Tỉnh ủy.", "Bí thư Tỉnh ủy",
                    {"person": "Lê Thị Hạnh"}),
        ),
        misses=(
            "Ông Trần Văn Bình về. Giám đốc Sở Y tế ở lại.",
            "Ông Trần Văn Bình, phó của Trưởng Ban Chỉ đạo, phát triển dự án.",
            "Theo ông Trần Văn Bình, Bí thư Tỉnh ủy phải làm rõ.",
        ),
    ),
    Way(
        "before the address",
        (Example("Tổng Thư ký Hội, ông Trần Văn Bình, nói.", "Tổng Thư ký Hội", {"person": "Trần Văn Bình"}),),
        misses=("Trao đổi với Giám đốc Sở Y tế, ông Trần Văn Bình nói.",),
    ),
    Way(
        "predicate",
        (Example("Chủ tịch Hội đồng trường là ông Trần Văn Bình.", "Chủ tịch Hội đồng trường",
                 {"person": "Trần Văn Bình"}),),
        misses=("Ông Lê Quân làm Giám đốc là nhờ ông Trần Văn Bình.",),
    ),
    Way(
        "shared",
        (
            Example("Dự có các Phó Chủ tịch UBND tỉnh: Trần Văn Bình, Lê Thị Hạnh và Đỗ Minh Quân.",
                    "Phó Chủ tịch UBND tỉnh", {"person": "Đỗ Minh Quân"}),
            Example("Có các đồng chí Tỉnh ủy viên: Trần Văn Bình, Bí thư Huyện ủy; Đỗ Quân, Chủ tịch UBND xã.",
                    "Tỉnh ủy viên", {"person": "Đỗ Quân"}),
            Example("Cựu Bộ trưởng như các ông Trần Văn Bình, Đỗ Quân.", "Cựu Bộ trưởng", {"person": "Đỗ Quân"}),
            Example("Ông Trần Văn Bình và bà Lê Thị Hạnh được bầu làm Phó Chủ tịch.", "Phó Chủ tịch",
                    {"person": "Trần Văn Bình"}),
            Example("Thành viên Ban kiểm soát khóa II gồm ông Trần Văn Bình và ThS. Đỗ Quân nêu trên.",
                    "Thành viên Ban kiểm soát", {"person": "Đỗ Quân"}),
            Example("Hai Phó Chánh án là ông Trần Văn Bình và ông Đỗ Quân.", "Phó Chánh án", {"person": "Đỗ Quân"}),
            Example("Phó Chủ tịch Hội gồm các ông: Trần Văn Bình, Đỗ Quân.", "Phó Chủ tịch Hội",
                    {"person": "Đỗ Quân"}),
            Example("Ông Trần Văn Bình và bà Lê Thị Hạnh - các Phó Chủ tịch HĐND tỉnh - cùng dự.",
                    "Phó Chủ tịch HĐND tỉnh", {"person": "Trần Văn Bình"}),
            Example("Dự có các đồng chí Trần Văn Bình và Lê Thị Hạnh, Phó Chủ tịch HĐND tỉnh.",
                    "Phó Chủ tịch HĐND tỉnh", {"person": "Trần Văn Bình"}),
        ),
        misses=(
            "Các Phó Chủ tịch UBND tỉnh cùng dự với Trần Văn Bình.",
            "Ông Trần Văn Bình và bà Lê Thị Hạnh, Phó Chủ tịch HĐND tỉnh, cùng dự.",
            "Ông Trần Văn Bình, các Phó Chủ tịch HĐND tỉnh cùng dự.",
        ),
    ),
    Way(
        "told",
        (
            Example("Ông Trần Văn Bình từng đảm nhiệm các chức vụ Trưởng ban, Bí thư Huyện ủy.", "Bí thư Huyện ủy",
                    {"person": "Trần Văn Bình"}),
            Example("Miễn nhiệm chức vụ Phó Chủ tịch HĐND đối với bà Lê Thị Hạnh.", "Phó Chủ tịch HĐND",
                    {"person": "Lê Thị Hạnh"}),
            Example("Bà Lê Thị Hạnh bị kiểm điểm. Khi giữ chức Hiệu trưởng, bà đã sai.", "Hiệu trưởng",
                    {"person": "Lê Thị Hạnh"}),
            Example("Bà Lê Thị Hạnh có trình độ cao, Tiến sĩ Kinh tế.", "Tiến sĩ Kinh tế", {"person": "Lê Thị Hạnh"}),
            Example("Ông Đỗ Quân sinh năm 1960. Trình độ chuyên môn: cao, Kỹ sư Xây dựng.", "Kỹ sư Xây dựng",
                    {"person": "Đỗ Quân"}),
            Example("Ông Đỗ Quân quê ở Huế. Ông là Ủy viên Trung ương Đảng khóa XI; Đại biểu Quốc hội.",
                    "Đại biểu Quốc hội", {"person": "Đỗ Quân"}),
            Example("Khi giữ chức Hiệu trưởng (từ 2014), rồi làm việc khác, ông Đỗ Quân đã sai.", "Hiệu trưởng",
                    {"person": "Đỗ Quân"}),
            Example("Bộ trưởng Đỗ Quân giao nhiệm vụ Phó Chánh Thanh tra cho TS Trần Văn Bình.", "Phó Chánh Thanh tra",
                    {"person": "Trần Văn Bình"}),
            Example("Bộ bổ nhiệm ThS Đỗ Quân, Trưởng phòng, về và bổ nhiệm chức vụ Phó Chánh Thanh tra.",
                    "Phó Chánh Thanh tra", {"person": "Đỗ Quân"}),
        ),
        misses=("Ông Trần Văn Bình gặp các hộ là cán bộ thôn.",),
    ),
    Way(
        "bare",
        (
            Example("Bí thư Quận ủy Quận 3 Trần Văn Bình dự. Bí thư Quận ủy nhấn mạnh.", "Bí thư Quận ủy",
                    {"person": "Trần Văn Bình"}),
            Example("Phó Bí thư Hà Tiên bị kỷ luật\nBà Lê Thị Hạnh, Phó Bí thư Thị ủy, đã sai.", "Phó Bí thư Hà Tiên",
                    {"person": "Lê Thị Hạnh"}),
        ),
        misses=(
            "Phó Chủ tịch xã Trần Văn Bình và Phó Chủ tịch huyện Lê Thị Hạnh dự. Phó Chủ tịch nói.",
            "Bí thư Huyện ủy Trần Văn Bình dự. Bí thư Đoàn nói.",
        ),
    ),
)  # fmt: skip
