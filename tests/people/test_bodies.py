"""Titles run through the whole name of the body, wherever they stand: the bodies that reports of meetings name."""

import pytest

from vnreport import Pipeline

PIPELINE = Pipeline(stages=["people"], tagger=None)

TITLES = """
Trưởng Ban Tổ chức Tỉnh ủy
Trưởng Ban Tuyên giáo và Dân vận Tỉnh ủy
Phó Trưởng Ban Thường trực Ban Nội chính Thành ủy
Chủ nhiệm Ủy ban Kiểm tra Tỉnh ủy
Phó Chủ nhiệm Thường trực UBKT Huyện ủy
Trưởng Ban Chính sách, chiến lược Trung ương
Trưởng Ban Đối ngoại Trung ương
Trưởng Ban Bảo vệ, chăm sóc sức khỏe cán bộ tỉnh
Phó Chánh Văn phòng Tỉnh ủy
Chủ tịch Hội đồng Lý luận Trung ương
Giám đốc Học viện Chính trị quốc gia Hồ Chí Minh
Hiệu trưởng Trường Chính trị tỉnh
Giám đốc Trung tâm Chính trị huyện
Giám đốc Trung tâm Bồi dưỡng chính trị huyện
Giám đốc Báo và Phát thanh, Truyền hình tỉnh Hòa Lạc
Tổng Biên tập Báo và Đài Phát thanh - Truyền hình tỉnh
Giám đốc Đài PT-TH tỉnh
Bí thư Đảng ủy Khối các cơ quan tỉnh
Bí thư Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh
Phó Bí thư Đảng ủy các cơ quan Đảng tỉnh
Phó Bí thư Thường trực Đảng ủy UBND tỉnh
Chính ủy Bộ Chỉ huy Quân sự tỉnh
Chỉ huy trưởng Bộ CHQS tỉnh
Chỉ huy trưởng Ban CHQS huyện
Phó Chỉ huy trưởng Bộ đội Biên phòng tỉnh
Chính trị viên Ban Chỉ huy Quân sự xã
Trưởng Ban Công tác Mặt trận thôn Đông Hòa
Trưởng Ban Công tác phía Nam
Phó Chủ tịch Ủy ban MTTQ Việt Nam tỉnh
Phó Chủ tịch Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam huyện
Chủ tịch Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
Chủ tịch Liên đoàn Lao động tỉnh
Chủ tịch LĐLĐ huyện
Chủ tịch Công đoàn Viên chức tỉnh
Chủ tịch Công đoàn các Khu công nghiệp tỉnh
Chủ tịch Hội Cựu chiến binh tỉnh
Chủ tịch Hội CCB huyện
Chủ tịch Hội Cựu thanh niên xung phong tỉnh
Chủ tịch Hội Người cao tuổi huyện
Chủ tịch Hội Chữ thập đỏ tỉnh
Chủ tịch Hội Khuyến học tỉnh
Chủ tịch Hội Nạn nhân chất độc da cam/dioxin tỉnh
Chủ tịch Hội Người mù huyện
Chủ tịch Hội Bảo vệ quyền trẻ em tỉnh
Chủ tịch Hội Luật gia tỉnh
Chủ tịch Hội Làm vườn tỉnh
Chủ tịch Hội Sinh vật cảnh tỉnh
Chủ tịch Hội Đông y tỉnh
Chủ tịch Hội Kế hoạch hóa gia đình tỉnh
Chủ tịch Hội Bảo trợ người khuyết tật và trẻ mồ côi tỉnh
Chủ tịch Hội Khoa học lịch sử tỉnh
Chủ tịch Liên minh Hợp tác xã tỉnh
Chủ tịch Liên minh HTX tỉnh
Chủ tịch Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh
Chủ tịch Liên hiệp các tổ chức hữu nghị tỉnh
Chủ tịch Hội Văn học nghệ thuật tỉnh
Chủ tịch Hội Nhà báo tỉnh
Bí thư Tỉnh đoàn
Bí thư Huyện đoàn
Phó Bí thư Thường trực Tỉnh Đoàn
Chủ tịch Hội Liên hiệp Thanh niên Việt Nam tỉnh
Chủ tịch Hội LHTN Việt Nam huyện
Chủ tịch Hội đồng Đội tỉnh
Chủ tịch Hội Doanh nhân trẻ tỉnh
Chủ tịch Hiệp hội Doanh nghiệp tỉnh
Chủ tịch Hội Doanh nghiệp nhỏ và vừa tỉnh
Trưởng Ban Quản lý Khu kinh tế tỉnh
Phó Trưởng ban Ban Quản lý các Khu công nghiệp tỉnh
Trưởng Ban Quản lý Khu kinh tế cửa khẩu Đồng Đăng
Giám đốc Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh
Giám đốc Ban QLDA đầu tư xây dựng huyện
Giám đốc Trung tâm Phát triển quỹ đất tỉnh
Giám đốc Trung tâm Văn hóa, Thông tin và Thể thao huyện
Giám đốc Trung tâm Văn hóa - Thông tin - Thể thao và Truyền thông huyện
Giám đốc Trung tâm Dịch vụ nông nghiệp huyện
Giám đốc Trung tâm Kỹ thuật nông nghiệp huyện
Giám đốc Trung tâm Khuyến nông tỉnh
Giám đốc Trung tâm Y tế huyện
Giám đốc Trung tâm GDNN-GDTX huyện
Giám đốc Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên huyện
Hạt trưởng Hạt Kiểm lâm huyện
Chi cục trưởng Chi cục Kiểm lâm tỉnh
Chi cục trưởng Chi cục Thuế khu vực Tân Lập
Chi cục trưởng Chi cục Thi hành án dân sự huyện
Cục trưởng Cục Thi hành án dân sự tỉnh
Giám đốc Kho bạc Nhà nước tỉnh
Giám đốc Bảo hiểm xã hội tỉnh
Giám đốc BHXH huyện
Giám đốc Ngân hàng Chính sách xã hội tỉnh
Giám đốc Phòng giao dịch NHCSXH huyện
Giám đốc Ngân hàng Nhà nước chi nhánh tỉnh
Giám đốc Agribank chi nhánh huyện
Giám đốc Điện lực huyện
Giám đốc Công ty Điện lực Hòa Lạc
Chánh án Tòa án nhân dân tỉnh
Chánh án TAND khu vực 5
Viện trưởng Viện Kiểm sát nhân dân tỉnh
Viện trưởng VKSND huyện
Trưởng phòng Kinh tế, Hạ tầng và Đô thị phường
Trưởng phòng Văn hóa - Xã hội xã
Trưởng phòng Nông nghiệp và Môi trường huyện
Trưởng phòng Lao động - Thương binh và Xã hội huyện
Trưởng phòng Tài nguyên và Môi trường huyện
Trưởng phòng Tài chính - Kế hoạch huyện
Trưởng phòng Kinh tế và Hạ tầng huyện
Trưởng phòng Quản lý đô thị thành phố
Trưởng phòng Nội vụ huyện
Trưởng phòng Tư pháp huyện
Trưởng phòng Dân tộc huyện
Trưởng phòng Y tế huyện
Trưởng phòng Công tác học sinh, sinh viên
Trưởng phòng Tổ chức - Hành chính
Trưởng phòng Công tác đại biểu Quốc hội
Trưởng phòng Đào tạo
Trưởng phòng Kế hoạch - Nghiệp vụ
Giám đốc Trung tâm Phục vụ hành chính công tỉnh
Phó Giám đốc Trung tâm Phục vụ hành chính công xã
Giám đốc Trung tâm Cung ứng dịch vụ sự nghiệp công xã
Trưởng Ban Xây dựng Đảng xã
Trưởng Ban Xây dựng Đảng Đảng ủy phường
Trưởng Ban Kinh tế - Ngân sách HĐND huyện
Trưởng Ban Pháp chế HĐND tỉnh
Trưởng Ban Văn hóa - Xã hội HĐND tỉnh
Trưởng Ban Dân tộc HĐND tỉnh
Trưởng Ban Đô thị HĐND thành phố
Giám đốc Sở Dân tộc và Tôn giáo
Giám đốc Sở Nông nghiệp và Môi trường tỉnh Hòa Lạc
Giám đốc Sở Khoa học và Công nghệ
Giám đốc Sở Văn hóa, Thể thao và Du lịch
Giám đốc Sở Lao động - Thương binh và Xã hội
Giám đốc Sở Kế hoạch và Đầu tư
Giám đốc Sở Giao thông vận tải
Giám đốc Sở Thông tin và Truyền thông
Giám đốc Sở Công Thương
Giám đốc Sở Quy hoạch - Kiến trúc
Giám đốc Sở Du lịch
Giám đốc Sở Ngoại vụ
Chánh Thanh tra tỉnh
Chánh Văn phòng UBND tỉnh
Chánh Văn phòng Đoàn ĐBQH và HĐND tỉnh
Phó Chánh Văn phòng HĐND và UBND huyện
Chánh Văn phòng Điều phối nông thôn mới tỉnh
Chánh Văn phòng Ban An toàn giao thông tỉnh
Phó Trưởng đoàn chuyên trách Đoàn ĐBQH tỉnh
Trưởng đoàn ĐBQH tỉnh
Ủy viên Ủy ban Kinh tế và Tài chính của Quốc hội
Ủy viên Thường trực Ủy ban Văn hóa và Xã hội của Quốc hội
Chủ nhiệm Ủy ban Pháp luật và Tư pháp của Quốc hội
Phó Chủ nhiệm Ủy ban Quốc phòng, An ninh và Đối ngoại của Quốc hội
Chủ tịch Hội đồng Dân tộc của Quốc hội
Tổng Thư ký Quốc hội
Phó Chủ nhiệm Văn phòng Chính phủ
Chủ nhiệm Văn phòng Quốc hội
Phó Chủ nhiệm Văn phòng Chủ tịch nước
Phó Chánh Văn phòng Trung ương Đảng
Phó Trưởng Ban Tuyên giáo và Dân vận Trung ương
Tổng Kiểm toán Nhà nước
Thứ trưởng Bộ Nông nghiệp và Môi trường
Thứ trưởng Bộ Dân tộc và Tôn giáo
Thứ trưởng Bộ Giáo dục và Đào tạo
Bộ trưởng Bộ Khoa học và Công nghệ
Cục trưởng Cục Trồng trọt và Bảo vệ thực vật
Cục trưởng Cục Công tác phía Nam
Cục trưởng Cục Công tác Đảng và công tác chính trị
Cục trưởng Cục Cảnh sát điều tra tội phạm về ma túy
Cục trưởng Cục An ninh nội địa
Cục trưởng Cục Quản lý đê điều và Phòng, chống thiên tai
Vụ trưởng Vụ Tổ chức cán bộ
Vụ trưởng Vụ Kế hoạch - Tài chính
Tư lệnh Quân khu 4
Phó Tư lệnh Quân khu 7
Chính ủy Quân chủng Hải quân
Tư lệnh Vùng 4 Hải quân
Sư đoàn trưởng Sư đoàn 968
Lữ đoàn trưởng Lữ đoàn 146
Đồn trưởng Đồn Biên phòng Cửa khẩu quốc tế Lao Bảo
Trưởng phòng Cảnh sát Phòng cháy, chữa cháy và Cứu nạn, cứu hộ
Trưởng phòng Cảnh sát quản lý hành chính về trật tự xã hội
Trưởng phòng Tham mưu Công an tỉnh
Phó Trưởng phòng PC06 Công an tỉnh
Trưởng Công an xã Tân Lập
Phó Trưởng Công an phường
Hiệu trưởng Trường THPT Lê Lợi
Hiệu trưởng Trường Tiểu học và THCS Tân Lập
Hiệu trưởng Trường Phổ thông Dân tộc nội trú huyện
Hiệu trưởng Trường Mầm non Hoa Hồng
Hiệu trưởng Trường Cao đẳng Nghề số 1
Hiệu trưởng Trường Đại học Sư phạm Kỹ thuật Hòa Lạc
Trưởng khoa Hồi sức tích cực - Chống độc, Bệnh viện Đa khoa tỉnh
Giám đốc Bệnh viện Y học cổ truyền và Phục hồi chức năng tỉnh
Giám đốc Trung tâm Kiểm soát bệnh tật tỉnh
Giám đốc Hợp tác xã Nông nghiệp Tân Lập
Giám đốc HTX dịch vụ nông nghiệp Tân Lập
Tổng Giám đốc Công ty Cổ phần Đầu tư và Xây dựng Hòa Lạc
Giám đốc Công ty TNHH MTV Thủy lợi Hòa Lạc
Chủ tịch HĐQT Công ty CP Mía đường Hòa Lạc
Tổng Giám đốc Tập đoàn Điện lực Việt Nam
Chủ tịch Hội đồng thành viên Tập đoàn Dầu khí Quốc gia Việt Nam
Phó Tổng Giám đốc Tổng Công ty Bưu điện Việt Nam
Bí thư Chi bộ thôn Đông
Trưởng khu phố 3
Tổ trưởng Tổ dân phố số 5
Trưởng ban Công tác Mặt trận Tổ dân phố 7
Chi hội trưởng Chi hội Phụ nữ thôn Đông
Chi hội trưởng Chi hội Nông dân ấp 3
Trưởng Ban Đại diện Hội Người cao tuổi tỉnh
Trưởng Ban Trị sự Giáo hội Phật giáo Việt Nam tỉnh
Phó Chủ tịch Hội đồng Trị sự Trung ương Giáo hội Phật giáo Việt Nam
Chủ tịch Ủy ban Đoàn kết Công giáo Việt Nam tỉnh
Trưởng Ban Bầu cử huyện
Chủ tịch Ủy ban Bầu cử tỉnh
Trưởng Ban Chỉ đạo 35 tỉnh
Phó Trưởng Ban Chỉ đạo thực hiện Chương trình mục tiêu quốc gia xây dựng nông thôn mới tỉnh
Trưởng Tiểu ban Văn kiện
Giám đốc Bảo tàng tỉnh
Giám đốc Thư viện tỉnh
Giám đốc Vườn Quốc gia Ba Vì
Giám đốc Khu Bảo tồn thiên nhiên Pù Hu
Giám đốc Ban Quản lý rừng phòng hộ Sông Đà
Giám đốc Nhà máy Thủy điện Hòa Lạc
Trưởng Trạm Y tế xã
Trạm trưởng Trạm Chăn nuôi và Thú y huyện
Trưởng Trạm Khuyến nông huyện
Giám đốc Văn phòng Đăng ký đất đai tỉnh
Giám đốc Trung tâm Xúc tiến đầu tư, thương mại và du lịch tỉnh
Giám đốc Quỹ Bảo vệ và Phát triển rừng tỉnh
Chủ tịch Hội đồng nghĩa vụ quân sự huyện
Chủ tịch Hội Nước mắm Phú Quốc
Đại sứ Việt Nam tại Lào
Đại sứ đặc mệnh toàn quyền Nhật Bản tại Việt Nam
Tổng Lãnh sự Việt Nam tại Savannakhet
Phó Tỉnh trưởng tỉnh Savannakhet
Trưởng Đại diện UNICEF tại Việt Nam
Giám đốc Quốc gia WWF Việt Nam
Chủ tịch Tổng Liên đoàn Lao động Việt Nam
Bí thư thứ nhất Trung ương Đoàn TNCS Hồ Chí Minh
Bí thư Trung ương Đoàn
Chủ tịch Trung ương Hội Nông dân Việt Nam
Chủ tịch Hội Liên hiệp Phụ nữ Việt Nam
Chủ tịch Hội Nông dân xã
Chủ tịch Hội LHPN huyện
Phó Chủ tịch Trung ương Hội Chữ thập đỏ Việt Nam
Trưởng Ban Tôn giáo Chính phủ
Chủ tịch Phòng Thương mại và Công nghiệp Việt Nam
Giám đốc VCCI chi nhánh Hòa Lạc
Trưởng Cơ quan Thường trực khu vực miền Trung
Giám đốc Cơ quan thường trú Đài Truyền hình Việt Nam
Trưởng Văn phòng đại diện Báo Nhân Dân tại Hòa Lạc
Thư ký Tòa soạn Báo Hòa Lạc
Trưởng Ban Liên lạc cựu chiến binh Sư đoàn 3
Trưởng Ban Giám sát đầu tư cộng đồng xã
Trưởng Ban Thanh tra nhân dân xã
Trưởng Ban Quản lý chợ Đông Hòa
Trưởng Ban Quản lý di tích tỉnh
Công chức Văn hóa - Xã hội xã
Công chức Tư pháp - Hộ tịch xã
Cán bộ Văn phòng - Thống kê xã
""".strip().split("\n")

FORMS = (
    "Ông Trần Văn Nam, {}, phát biểu tại hội nghị.",
    "Đồng chí Trần Văn Nam - {} phát biểu tại hội nghị.",
    "Đồng chí {} Trần Văn Nam cho biết như vậy.",
)


@pytest.mark.parametrize("title", TITLES)
def test_title_is_read_whole_in_front_of_the_name_and_behind_it(title: str) -> None:
    for form in FORMS:
        (person,) = PIPELINE.parse(form.format(title)).people
        assert (person.name, [position.text for position in person.positions]) == ("Trần Văn Nam", [title])
