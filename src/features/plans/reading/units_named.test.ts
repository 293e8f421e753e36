import { expect, it } from 'vitest';
import { lexicon } from './lexicon.ts';
import { mentions } from './units.ts';

/** Offices stand in brackets; "[written=name]" where the name is not as written. */
const NAMED = String.raw`
[Bộ Văn hóa, Thể thao và Du lịch] ban hành tài liệu gửi [Bộ Ngoại giao] góp ý.
[Bộ Khoa học và Công nghệ] phối hợp với [Bộ Dân tộc và Tôn giáo], [Bộ Nông nghiệp và Môi trường] triển khai.
[Bộ Quốc phòng], [Bộ Công an] chỉ đạo lực lượng.
[Đảng ủy các đồn Biên phòng] lãnh đạo xây dựng địa bàn.
[Chi bộ Viện Kiểm sát nhân dân huyện], [Chi bộ Tòa án nhân dân huyện] lãnh đạo việc xét xử.
[Các đảng ủy trực thuộc Tỉnh ủy], [cấp ủy các xã, phường] xây dựng chương trình.
[Ban Tuyên giáo và Dân vận các đảng ủy trực thuộc] nắm tình hình.
[UBKT Đảng ủy] giám sát chuyên đề.
[Ban Phong trào] chủ trì, [Văn phòng] phối hợp.
Giao [Văn phòng] theo dõi.
[Ban Tuyên giáo và Dân vận Trung ương] định hướng nội dung.
[Cục Thông tin cơ sở và Thông tin đối ngoại] cung cấp tài liệu.
[Đài Truyền hình Việt Nam], [Đài Tiếng nói Việt Nam], [Thông tấn xã Việt Nam] mở chuyên mục.
[Ủy ban Dân tộc] hướng dẫn thực hiện.
[Văn phòng Chính phủ] theo dõi, đôn đốc.
[Học viện Chính trị quốc gia Hồ Chí Minh] biên soạn giáo trình.
[Ủy ban nhân dân tỉnh] chỉ đạo chung.
[UBND tỉnh Đồng Nai] ban hành kế hoạch.
[Hội đồng nhân dân tỉnh] giám sát.
[HĐND tỉnh], [UBND tỉnh] quyết định.
[Đoàn Đại biểu Quốc hội tỉnh] giám sát.
[Văn phòng Đoàn ĐBQH và HĐND tỉnh] phối hợp theo dõi.
[Văn phòng UBND tỉnh] đôn đốc các đơn vị.
[Văn phòng Tỉnh ủy] bố trí lịch.
[Ban Tuyên giáo Tỉnh ủy] định hướng tuyên truyền.
[Ban Tuyên giáo và Dân vận Tỉnh ủy] chủ trì.
[Ban Dân vận Tỉnh ủy] phối hợp với [Ban Nội chính Tỉnh ủy], [Ban Tổ chức Tỉnh ủy] và [Ủy ban Kiểm tra Tỉnh ủy] rà soát.
[Đảng ủy các cơ quan Đảng tỉnh] tổ chức học tập.
[Đảng ủy UBND tỉnh] lãnh đạo thực hiện.
[Trường Chính trị tỉnh] mở lớp bồi dưỡng.
[Sở Dân tộc và Tôn giáo] chủ trì, phối hợp với [Sở Nội vụ] thực hiện.
[Sở Khoa học và Công nghệ] vận hành hệ thống; [Sở Tài chính] cân đối kinh phí.
[Sở Nông nghiệp và Môi trường] hướng dẫn; [Sở Xây dựng], [Sở Công Thương], [Sở Tư pháp] phối hợp.
[Sở Văn hóa, Thể thao và Du lịch], [Sở Ngoại vụ] và [Sở Giáo dục và Đào tạo] xây dựng kịch bản.
[Sở VHTTDL] chủ trì, phối hợp với [Sở GDĐT], [Sở TTTT] tổ chức.
[Sở VH-TT&DL] phối hợp với [Sở GD&ĐT], [Sở KH&CN], [Sở NN&MT] tổ chức.
[Sở LĐTBXH] và [Sở NN&PTNT], [Sở TN&MT], [Sở KH&ĐT] rà soát.
Giao các sở: [Y tế=sở Y tế], [Nội vụ=sở Nội vụ], [Tài chính=sở Tài chính] phối hợp.
Các Sở [Y tế=Sở Y tế], [Tư pháp=Sở Tư pháp] và [Ngoại vụ=Sở Ngoại vụ] tham gia.
[Thanh tra tỉnh] kiểm tra việc chấp hành.
[Công an tỉnh] bảo đảm an ninh trật tự.
[Công an xã] nắm tình hình địa bàn; [Ban Chỉ huy Quân sự xã] phối hợp tuần tra.
[Bộ Chỉ huy Quân sự tỉnh] chỉ đạo; [Bộ CHQS tỉnh] phối hợp với [Bộ Chỉ huy Bộ đội Biên phòng tỉnh] tuần tra.
[Ban Chỉ huy Bộ đội Biên phòng] chỉ đạo lực lượng.
[BCH BĐBP tỉnh] chủ trì; [BCHQS tỉnh] phối hợp.
[Ban CHQS phường] huy động dân quân.
[Đồn Biên phòng Hoa Lư], [Lộc Thịnh=Đồn Biên phòng Lộc Thịnh] phát tờ rơi.
[Đồn Biên phòng Cửa khẩu quốc tế Hoa Lư] tiếp nhận tài liệu.
[Các đồn biên phòng] phối hợp với [UBND các xã biên giới] tuyên truyền.
[Trạm Kiểm soát Biên phòng cửa khẩu Hoàng Diệu] phát tài liệu.
[Hải đội 2] tuần tra trên biển.
[Binh đoàn 16] tham gia giúp dân.
[Trung đoàn 719] tham gia giúp dân.
[Đoàn Kinh tế - Quốc phòng 778] tham gia giúp dân.
[Ban Quản lý Khu kinh tế] chủ trì, phối hợp với [Ban Quản lý cửa khẩu quốc tế Hoa Lư] sắp xếp.
[Hải quan cửa khẩu Hoa Lư] làm thủ tục.
[Chi cục Hải quan khu vực XVIII] tạo điều kiện thông quan.
[Chi cục Kiểm lâm] tuần tra bảo vệ rừng; [Hạt Kiểm lâm Bù Gia Mập] phối hợp.
[Hạt Kiểm lâm khu vực Lộc Ninh] tổ chức tuyên truyền.
[Vườn quốc gia Bù Gia Mập] cắm biển báo.
[Khu bảo tồn thiên nhiên Văn hóa Đồng Nai] tổ chức tham quan.
[Ban quản lý rừng phòng hộ Tân Phú] trồng rừng.
[Khu dự trữ sinh quyển Đồng Nai] xây dựng sản phẩm du lịch.
[Chi cục Thủy lợi] kiểm tra hồ đập; [Chi cục Chăn nuôi và Thú y] tiêm phòng.
[Chi cục Trồng trọt và Bảo vệ thực vật] hướng dẫn kỹ thuật.
[Chi cục An toàn vệ sinh thực phẩm] kiểm tra.
[Chi cục Thuế khu vực XV] thu thuế; [Thuế tỉnh Đồng Nai] hỗ trợ.
[Chi cục Thống kê tỉnh] cung cấp số liệu; [Cục Thống kê tỉnh] thẩm định.
[Kho bạc Nhà nước khu vực XVII] kiểm soát chi.
[Ngân hàng Nhà nước chi nhánh tỉnh] chỉ đạo tín dụng.
[Ngân hàng Chính sách xã hội tỉnh] cho vay vốn.
[Ngân hàng Nhà nước Khu vực 2] theo dõi.
[Chi nhánh Ngân hàng Chính sách xã hội tỉnh] cho vay vốn.
[Agribank Chi nhánh Bình Phước] hỗ trợ lãi suất.
[Bảo hiểm xã hội tỉnh] cấp thẻ; [BHXH huyện] rà soát.
[Cục Quản lý thị trường tỉnh] kiểm tra; [Đội Quản lý thị trường số 3] xử lý.
[Tòa án nhân dân tỉnh] xét xử; [Viện kiểm sát nhân dân tỉnh] kiểm sát.
[Cục Thi hành án dân sự tỉnh] thi hành.
[VNPT Bình Phước], [Viettel Bình Phước], [MobiFone Bình Phước] nâng cấp mạng.
[Viễn thông Bình Phước] phủ sóng; [Bưu điện tỉnh] chuyển phát.
[Tập đoàn Công nghiệp - Viễn thông Quân đội] phủ sóng.
[Công ty Điện lực Bình Phước] cấp điện; [Điện lực Lộc Ninh] sửa chữa.
[Công ty TNHH MTV Cao su Lộc Ninh] vận động công nhân.
[Công ty Cổ phần Cấp thoát nước Bình Phước] cấp nước.
[Công ty TNHH một thành viên Xổ số kiến thiết tỉnh] tài trợ.
[Quỹ Bảo vệ và Phát triển rừng] chi trả; [Quỹ Hỗ trợ nông dân] cho vay.
[Quỹ Đầu tư phát triển tỉnh] cho vay.
[Ban Quản lý dự án đầu tư xây dựng tỉnh] làm chủ đầu tư.
[Ban QLDA đầu tư xây dựng huyện] làm chủ đầu tư.
[Văn phòng Điều phối nông thôn mới tỉnh] tổng hợp.
[Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh] vận động nhân dân.
[Ủy ban MTTQ Việt Nam tỉnh] và [các tổ chức chính trị - xã hội] giám sát.
[UBMTTQ Việt Nam xã] giám sát.
[Tỉnh đoàn] phát động; [Hội Liên hiệp Phụ nữ tỉnh], [Hội Nông dân tỉnh], [Hội Cựu chiến binh tỉnh] vận động.
[Hội LHPN tỉnh], [Hội CCB tỉnh], [LĐLĐ tỉnh] vận động.
[Liên đoàn Lao động tỉnh] chăm lo công nhân.
[Đoàn TNCS Hồ Chí Minh xã] ra quân.
[Liên hiệp các tổ chức hữu nghị tỉnh] tổ chức giao lưu.
[Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh] phản biện.
[Hội Văn học Nghệ thuật tỉnh] sáng tác; [Hội Nhà báo tỉnh] tập huấn; [Hội Luật gia tỉnh] tư vấn.
[Hội Chữ thập đỏ tỉnh] cứu trợ; [Hội Khuyến học tỉnh] trao học bổng; [Hội Người cao tuổi xã] vận động.
[Hội Cựu Thanh niên xung phong tỉnh] phối hợp.
[Hiệp hội Du lịch tỉnh] kết nối; [Hiệp hội Doanh nghiệp tỉnh] tham gia.
[Liên minh Hợp tác xã tỉnh] hỗ trợ.
[Hội hữu nghị Việt Nam - Campuchia tỉnh] tổ chức đoàn.
[Báo Bình Phước] mở chuyên trang; [Đài Phát thanh - Truyền hình] và [Báo Bình Phước] phát sóng.
[Báo và Phát thanh, Truyền hình Đồng Nai] mở chuyên mục.
[Cổng Thông tin điện tử tỉnh] đăng tải.
[Tạp chí Văn nghệ Bình Phước] đăng bài.
[Các cơ quan báo chí của tỉnh] đưa tin.
[Bệnh viện Đa khoa tỉnh] tiếp nhận; [Bệnh viện Y học cổ truyền] điều trị.
[Trung tâm Y tế huyện Lộc Ninh] khám bệnh; [Trạm Y tế xã] theo dõi.
[Trung tâm Kiểm soát bệnh tật tỉnh] giám sát.
[Trung tâm Y tế khu vực Bù Đốp] khám bệnh.
[Trường THPT Lộc Ninh], [Trường THCS Lộc Thạnh] tổ chức ngoại khóa.
[Trường PTDTNT THCS&THPT Bù Đốp] tổ chức ngoại khóa.
[Trường Phổ thông Dân tộc nội trú tỉnh] tổ chức ngoại khóa.
[Trường Cao đẳng Bình Phước] đào tạo nghề.
[Trường Đại học Đồng Nai] nghiên cứu.
[Thư viện tỉnh] trưng bày sách; [Bảo tàng tỉnh] triển lãm.
[Trung tâm Văn hóa tỉnh] chiếu phim; [Nhà Thiếu nhi tỉnh] tổ chức trại hè.
[Trung tâm Khuyến nông tỉnh] tập huấn.
[Trung tâm Phục vụ hành chính công xã] tiếp nhận hồ sơ.
[Trung tâm Phục vụ hành chính công tỉnh] niêm yết.
[Trung tâm Công nghệ thông tin và Truyền thông] vận hành.
[Trung tâm Xúc tiến Đầu tư, Thương mại và Du lịch] quảng bá.
[Trung tâm Dịch vụ tổng hợp xã] phát thanh.
[Trung tâm Cung ứng dịch vụ sự nghiệp công phường] phát thanh.
[Trung tâm Văn hóa, Thể thao và Truyền thanh huyện] phát thanh.
[Trung tâm Trợ giúp pháp lý nhà nước tỉnh] tư vấn.
[Văn phòng Đăng ký đất đai tỉnh] đo đạc.
[UBND huyện Lộc Ninh] chủ trì; [UBND thị trấn Lộc Ninh] phối hợp.
[UBND các huyện, thị xã, thành phố] xây dựng kế hoạch.
[UBND các xã, phường, đặc khu] xây dựng kế hoạch.
[UBND các xã, phường] xây dựng kế hoạch.
UBND các xã: [Lộc Tấn=UBND xã Lộc Tấn], [Lộc Thạnh=UBND xã Lộc Thạnh], [Lộc Thành=UBND xã Lộc Thành] rà soát.
[UBND đặc khu Phú Quốc] tổ chức; [UBND phường Bình Long] phối hợp.
[Phòng Văn hóa - Xã hội] chủ trì; [Phòng Kinh tế] phối hợp.
[Phòng Kinh tế, Hạ tầng và Đô thị] chủ trì; [Phòng Văn hóa - Xã hội xã] phối hợp.
[Phòng Kinh tế (Hạ tầng và Đô thị)] chủ trì.
[Phòng Văn hóa và Thông tin huyện] tham mưu; [Phòng Tài chính - Kế hoạch] bố trí vốn.
[Phòng Giáo dục và Đào tạo], [Phòng Nội vụ], [Phòng Tư pháp] phối hợp.
[Phòng Nông nghiệp và Phát triển nông thôn huyện] hướng dẫn.
[Phòng Lao động - Thương binh và Xã hội] rà soát.
[Phòng Quản lý Báo chí - Xuất bản] tham mưu; [Phòng Kế hoạch - Tài chính] bố trí.
[Phòng Tham mưu] và [Phòng Chính trị] hướng dẫn.
[Phòng An ninh chính trị nội bộ] nắm tình hình; [Phòng PA03] phối hợp.
[Phòng Cảnh sát quản lý hành chính về trật tự xã hội] phối hợp.
[Văn phòng HĐND và UBND xã] tổng hợp.
[Văn phòng HĐND và UBND huyện] tổng hợp; [Ban Tuyên giáo Huyện ủy] định hướng.
[Ban Xây dựng Đảng xã] hướng dẫn.
[Đảng ủy xã Lộc Tấn] lãnh đạo; [Chi bộ ấp Thạnh Biên] triển khai.
[Huyện ủy Lộc Ninh] chỉ đạo; [Huyện đoàn Lộc Ninh] ra quân.
[Tổ công nghệ số cộng đồng] hướng dẫn người dân.
[Tổ công nghệ số cộng đồng các ấp] hướng dẫn người dân.
[Ban nhân dân ấp Thạnh Biên] vận động; [Ban nhân dân các thôn, ấp] phối hợp.
[Ban Nhân dân khu phố 3] vận động.
[Trưởng các thôn, ấp] phối hợp vận động nhân dân.
[Ban Công tác Mặt trận ấp] giám sát.
[Ban Chỉ đạo Công tác thông tin đối ngoại tỉnh] họp.
[Ban Chỉ đạo 35 tỉnh] phản bác; [Ban Chỉ đạo chuyển đổi số xã] họp.
[Hội đồng phối hợp phổ biến, giáo dục pháp luật tỉnh] họp.
[Giám đốc Sở Y tế=Sở Y tế] chịu trách nhiệm; [Chủ tịch UBND các xã=UBND các xã] thực hiện.
[Thủ trưởng các sở, ban, ngành=các sở, ban, ngành] thực hiện.
[Chánh Văn phòng UBND tỉnh=Văn phòng UBND tỉnh] theo dõi.
[Trưởng phòng Văn hóa - Xã hội=phòng Văn hóa - Xã hội] tham mưu.
[Hiệu trưởng Trường THCS Lộc Tấn=Trường THCS Lộc Tấn] tổ chức.
[Đồn trưởng Đồn Biên phòng Hoa Lư=Đồn Biên phòng Hoa Lư] chỉ huy.
[Chỉ huy trưởng Bộ CHQS tỉnh=Bộ CHQS tỉnh] chỉ đạo.
[Trưởng Công an xã=Công an xã] phối hợp; [Bí thư Đoàn Thanh niên xã=Đoàn Thanh niên xã] ra quân.
[Trưởng ban Ban Quản lý khu kinh tế=Ban Quản lý khu kinh tế] sắp xếp.
[Giám đốc Trung tâm Phục vụ hành chính công xã=Trung tâm Phục vụ hành chính công xã] niêm yết.
[SỞ TÀI CHÍNH] phối hợp với các cơ quan liên quan.
[ỦY BAN NHÂN DÂN CÁC XÃ BIÊN GIỚI]
[CÔNG AN TỈNH]
[BAN CHỈ HUY BỘ ĐỘI BIÊN PHÒNG TỈNH]
[BÁO VÀ PHÁT THANH, TRUYỀN HÌNH ĐỒNG NAI]
[Các doanh nghiệp viễn thông] đầu tư trạm phát sóng.
[Các sở, ban, ngành tỉnh] và [UBND các xã, phường] thực hiện.
[Các cơ sở giáo dục] tổ chức ngoại khóa.
[Các hội, đoàn thể] vận động hội viên.
[Sở Tài chính] phối hợp với các cơ quan, đơn vị liên quan tổng hợp.
Phát hành 500 tờ gấp, tổ chức hội nghị và báo cáo kết quả.
Nâng cao chất lượng đội ngũ cán bộ, hội viên, đoàn viên.
Bảo đảm trật tự tại khu vực cửa khẩu và các lối mở.
Xây dựng trường học, trạm biến áp và đường điện.
Công tác thanh tra, kiểm tra được tăng cường.
[CC Văn hóa - Xã hội] chủ trì; [CC Địa chính - Xây dựng] phối hợp.
Giao [BTQ buôn Khanh] và [BTQ thôn Ea Lang] lập danh sách.
[Ban tự quản các thôn,buôn] vận động nhân dân.
[Ban tự quản thôn Ea Bar] vận động nhân dân.
[BTQ các buôn] họp dân.
Giao [bộ phận Một cửa xã] niêm yết.
[Bộ phận Tiếp nhận và Trả kết quả xã] hướng dẫn người dân.
[Tổ hòa giải ở cơ sở] tiếp nhận đơn.
[Trung tâm Y tế huyện đảo Lý Sơn] khám bệnh.
[UBND huyện đảo Lý Sơn] tổ chức.
[Bảo tàng - Thư viện tỉnh] trưng bày.
[Ban Quản lý Khu bảo tồn thiên nhiên Ngọc Linh] trồng rừng.
[Ban Quản lý Vườn quốc gia Yok Đôn] trồng rừng.
[Ban Quản lý Khu du lịch Măng Đen] quảng bá.
[Ban Quản lý Di tích tỉnh] tu bổ.
[Ban Quản lý Khu Nông nghiệp ứng dụng công nghệ cao] sản xuất.
[Bệnh viện Quân dân y 16] khám bệnh; [Bệnh viện Sản - Nhi tỉnh] điều trị; [Bệnh viện Lao và Bệnh phổi tỉnh] tầm soát.
[Bệnh viện Phục hồi chức năng tỉnh] điều trị; [Bệnh viện Tâm thần] quản lý.
[Trung tâm Hỗ trợ phát triển giáo dục hòa nhập tỉnh] mở lớp.
[Trung tâm GDNN-GDTX huyện] mở lớp.
[Trung tâm Truyền thông - Văn hóa huyện] phát thanh.
[Trung tâm Truyền thông, Văn hóa và Thể thao huyện] phát thanh.
[Trung tâm Chuyển đổi số tỉnh] vận hành.
[Trung tâm Chính trị huyện] mở lớp; [Trung tâm Bồi dưỡng chính trị huyện] mở lớp.
[Ban Văn hóa - Xã hội HĐND tỉnh] giám sát; [Ban Dân tộc HĐND tỉnh] giám sát.
[Ban Thường vụ Đảng ủy xã] lãnh đạo; [Văn phòng Đảng ủy xã] theo dõi; [Ban Xây dựng Đảng Đảng ủy xã] hướng dẫn; [Ủy ban Kiểm tra Đảng ủy xã] giám sát.
[Thường trực HĐND xã=HĐND xã] giám sát.
[Ban Tổ chức Huyện ủy] hướng dẫn; [Ban Dân vận Huyện ủy] phối hợp; [Ủy ban Kiểm tra Huyện ủy] giám sát; [Văn phòng Huyện ủy] theo dõi.
[Ban Thường trực Ủy ban MTTQ Việt Nam xã] giám sát.
[Phòng Tham mưu Công an tỉnh] tổng hợp; [Phòng Quản lý xuất nhập cảnh Công an tỉnh] quản lý; [Phòng Cảnh sát giao thông] phân luồng.
[Phòng An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao Công an tỉnh] rà soát.
[Phòng Chính trị Bộ Chỉ huy BĐBP tỉnh] hướng dẫn.
[Phòng Trinh sát] nắm tình hình; [Phòng Phòng, chống ma túy và tội phạm] đấu tranh.
[Tiểu đoàn Huấn luyện - Cơ động] tham gia; [Hải đội 2 Biên phòng] tuần tra.
[Đồn Biên phòng Cửa khẩu cảng Quy Nhơn] kiểm soát.
[Bộ Tư lệnh Vùng 3 Hải quân] tuyên truyền; [Lữ đoàn 162] phối hợp; [Bộ Tư lệnh Vùng Cảnh sát biển 2] phối hợp.
[Đội Vận động quần chúng] xuống bản; [Đội Vũ trang] tuần tra.
[Tổ bảo vệ an ninh, trật tự ở cơ sở] tuần tra.
[Tổ công tác Đề án 06 xã] hướng dẫn; [Tổ giúp việc Ban Chỉ đạo] tổng hợp.
[Đội thông tin lưu động huyện] biểu diễn; [Đội Tuyên truyền lưu động tỉnh] chiếu phim.
[Tổ truyền thông cộng đồng] vận động.
[Ban Bồi thường, giải phóng mặt bằng huyện] kiểm đếm; [Trung tâm Phát triển quỹ đất tỉnh] lập phương án.
[Trường Tiểu học Lê Lợi], [Trường Mầm non Hoa Sen], [Trường TH&THCS Y Tý], [Trường PTDTBT THCS A Lù] tổ chức ngoại khóa.
[Các trường mầm non, tiểu học, THCS trên địa bàn xã] tổ chức ngoại khóa.
[Đài PT-TH tỉnh] phát sóng; [Báo và Đài PTTH tỉnh] mở chuyên mục; [Trung tâm Truyền thông tỉnh] mở chuyên mục; [Cổng TTĐT tỉnh] đăng tải.
[Báo và Đài Phát thanh và Truyền hình tỉnh] mở chuyên mục.
[MTTQ] và [các đoàn thể xã] vận động.
[Ủy ban MTTQ Việt Nam] và [các tổ chức chính trị - xã hội xã] vận động.
[Hội LHPN], [Hội Nông dân], [Đoàn Thanh niên xã] ra quân.
[Ngân hàng Nông nghiệp và Phát triển nông thôn Chi nhánh tỉnh] cho vay.
[Phòng giao dịch Ngân hàng CSXH huyện] cho vay; [NHCSXH huyện] cho vay.
[Bưu điện Văn hóa xã] cấp phát báo.
[Cảng vụ Hàng hải Quy Nhơn] thông báo cho tàu.
[Chi cục Hải quan cửa khẩu quốc tế Bờ Y] làm thủ tục.
[Trạm Kiểm dịch động vật cửa khẩu Bờ Y] kiểm tra; [Trung tâm Kiểm dịch y tế quốc tế] giám sát.
[Công đoàn Viên chức tỉnh] vận động; [Công đoàn ngành Giáo dục] phát động.
[Hội Doanh nhân trẻ tỉnh] tài trợ; [Hội Di sản văn hóa tỉnh] sưu tầm; [Hội Bảo vệ thiên nhiên và môi trường tỉnh] vận động.
[Ban Trị sự Giáo hội Phật giáo Việt Nam tỉnh] vận động phật tử.
Giao [đ/c Trưởng Công an xã=Công an xã] thực hiện.
Giao [đồng chí Chủ tịch Hội Nông dân xã=Hội Nông dân xã] thực hiện.
Giao [đ/c Chỉ huy trưởng Ban CHQS xã=Ban CHQS xã] thực hiện.
[Hiệu trưởng các trường trên địa bàn xã=các trường trên địa bàn xã] tổ chức.
Giám đốc các Sở: [Y tế=Sở Y tế], [Nội vụ=Sở Nội vụ] thực hiện.
Trưởng các phòng: [Kinh tế=phòng Kinh tế], [Văn hóa - Xã hội=phòng Văn hóa - Xã hội] thực hiện.
Đảng ủy các xã: [Lộc Tấn=Đảng ủy xã Lộc Tấn], [Lộc Thạnh=Đảng ủy xã Lộc Thạnh] lãnh đạo.
Các đồn Biên phòng: [Hoa Lư=đồn Biên phòng Hoa Lư], [Lộc Thịnh=đồn Biên phòng Lộc Thịnh] tuần tra.
Các thôn: [Choản Thèn=thôn Choản Thèn], [Lao Chải=thôn Lao Chải], [Sim San=thôn Sim San] họp dân.
Chủ trì: [Sở Y tế]; phối hợp: [thôn Choản Thèn].
UBND xã: [Lộc Tấn=UBND xã Lộc Tấn], [Lộc Thạnh=UBND xã Lộc Thạnh] rà soát.
[UBND xã Lộc Tấn], [Lộc Thạnh=UBND xã Lộc Thạnh] và [phường Bình Long=UBND phường Bình Long] rà soát.
Đề nghị [UBND các huyện, thành phố]: Quan tâm bố trí kinh phí.
Đề nghị [UBND các xã]: Tăng cường tuyên truyền.
[UBND các xã biên giới]: Chỉ đạo công an xã tuần tra.
Các Trung tâm: [Y tế=Trung tâm Y tế], [Văn hóa=Trung tâm Văn hóa] phối hợp.
[Văn phòng Điều phối Chương trình MTQG xây dựng nông thôn mới tỉnh] tổng hợp.
[Văn phòng Ban An toàn giao thông tỉnh] tổng hợp; [Ban An toàn giao thông huyện] kiểm tra.
[Ban Đại diện Hội Người cao tuổi tỉnh] vận động.
[Hội Nạn nhân chất độc da cam/dioxin xã] vận động.
[Trạm Khuyến nông huyện] tập huấn; [Trung tâm Dịch vụ nông nghiệp huyện] tập huấn; [Hạt Quản lý đê] kiểm tra.
[Đoàn Nghệ thuật Khmer tỉnh] biểu diễn; [Nhà hát Ca múa nhạc dân tộc tỉnh] biểu diễn.
[Trường Năng khiếu Thể dục thể thao tỉnh] thi đấu.
[Bộ phận Văn hóa - Thông tin] phát thanh; [Bộ phận Văn phòng - Thống kê] tổng hợp.
[Công an các xã, phường] tuần tra; [Trạm Y tế các xã] theo dõi; [Trung tâm Y tế các huyện] điều trị.
[Công an các huyện, thành phố] tuần tra.
[Ban CHQS các xã, phường] huy động.
[Sở Văn hóa, Thể thao và Du lịch (cơ quan thường trực)=Sở Văn hóa, Thể thao và Du lịch] chủ trì.
[Ban Quản lý Cửa khẩu] sắp xếp; [BQL Khu kinh tế cửa khẩu] sắp xếp; [BQL Di tích] mở cửa.
[Thuế cơ sở 5] thu thuế; [Kho bạc Nhà nước Khu vực XV] chi.
[Trung tâm Sát hạch lái xe] tổ chức.
[Đồn Công an Khu kinh tế] tuần tra.
[Khối Mặt trận, đoàn thể xã] vận động.
[Khối Đảng ủy xã] phối hợp.
[Trung tâm Hành chính công tỉnh] tiếp nhận.
[Phòng Lao động - TB&XH] rà soát; [Phòng VH&TT] phát thanh; [Phòng TN&MT] đo đạc; [Phòng NN&PTNT] hướng dẫn; [Phòng KT&HT] kiểm tra; [Phòng TC-KH] cấp phát.
[Phòng VH-XH] chủ trì; [Phòng Kinh tế - Hạ tầng] phối hợp; [Phòng VHXH xã] tổng hợp.
[Ban VHXH xã] phát thanh.
[Sở DT&TG] chủ trì; [Sở NV] phối hợp; [Sở GD-ĐT] tổ chức; [Sở VHTT] đăng tải; [Sở NN-MT] rà soát; [Sở KHCN] vận hành.
[Sở VH,TT&DL] chủ trì; [Sở VHTT&DL] phối hợp; [Sở GD và ĐT] tổ chức; [Sở TT&TT] đăng tải.
[TTYT huyện] khám bệnh; [TYT xã] theo dõi; [CDC tỉnh] giám sát; [BVĐK tỉnh] điều trị.
[TT Văn hóa huyện] phát thanh; [TT Dịch vụ tổng hợp xã] phát thanh.
[VP UBND tỉnh] đôn đốc; [VP HĐND&UBND xã] tổng hợp.
[CA xã] tuần tra; [QS xã] huy động; [ĐTN xã] ra quân; [MTTQ xã] vận động; [HPN xã] vận động; [HND xã] vận động.
Phối hợp: [Công an], [Quân sự], [Biên phòng].
[Báo và Phát thanh, Truyền hình Gia Lai] tăng thời lượng tin, bài.
[Sở Y tế] tăng thời lượng; [Báo Gia Lai] tăng thời lượng; [Công an xã Ia Dom] tăng cường.
[UBND xã Ia Dom] đề ra giải pháp; [Đồn Biên phòng Ia Nan] bố phòng.
UBND các xã biên giới [Ia Dom=UBND xã Ia Dom], [Ia Nan=UBND xã Ia Nan], [Ia Púch=UBND xã Ia Púch] chủ trì.
[UBND các xã biên giới] chủ trì.
[Trung tâm Dịch vụ sự nghiệp công xã Ia Dom] phát thanh.
[Ban Chỉ huy Quân sự xã Ia Dom] huy động dân quân.
[Đảng ủy xã Ia Dom], [HĐND xã], [UBND xã] và [Ủy ban MTTQ Việt Nam xã] phối hợp.
[Đồn Biên phòng Cửa khẩu Quốc tế Lệ Thanh] tuần tra; [Hải quan Cửa khẩu Lệ Thanh] kiểm soát.
[Ban Quản lý Khu kinh tế tỉnh] rà soát; [Ban Quản lý các khu công nghiệp tỉnh] rà soát.
[Hội Văn học - Nghệ thuật tỉnh], [Hội Luật gia], [Đoàn Luật sư tỉnh] tham gia.
[Trung tâm Văn hóa - Điện ảnh tỉnh] chiếu phim; [Bảo tàng tỉnh Gia Lai] trưng bày.
[Cục Hải quan tỉnh Gia Lai - Kon Tum] kiểm soát.
[Sở Văn hóa, Thể thao và Du lịch], [Sở Khoa học và Công nghệ]; [Báo và phát thanh, truyền hình Gia Lai] phối hợp.
[Thủ trưởng các đơn vị trực thuộc Sở=các đơn vị trực thuộc Sở] thực hiện.
[Giám đốc Công an tỉnh=Công an tỉnh], [Chỉ huy trưởng Bộ Chỉ huy Quân sự tỉnh=Bộ Chỉ huy Quân sự tỉnh] chỉ đạo.
[Trưởng ban Ban Quản lý Khu kinh tế=Ban Quản lý Khu kinh tế] thực hiện.
[Bí thư Đảng ủy xã=Đảng ủy xã], [Chủ tịch UBND xã=UBND xã] chỉ đạo.
[Các tổ chức chính trị - xã hội], [các tổ chức xã hội] vận động.
[Các chi bộ trực thuộc Đảng ủy xã] quán triệt; [Các chi, đảng bộ cơ sở] quán triệt.
[Các cơ quan Trung ương đóng trên địa bàn tỉnh] phối hợp.
[Các xã, phường biên giới] rà soát; [Các địa phương biên giới] rà soát.
Các ấp: [1=ấp 1], [2=ấp 2] và [3=ấp 3] họp dân.
[Phòng Tổ chức - Hành chính], [Phòng Kế hoạch tổng hợp] và [Khoa Dược] dự trù thuốc.
[Ban Thư ký tòa soạn] chủ trì.
Ban quản lý các ấp: [Phước Tây=Ban quản lý ấp Phước Tây], [Phước Đông=Ban quản lý ấp Phước Đông] thành lập tổ xung kích.
Tổ công nghệ số cộng đồng các bản [Na Loi=Tổ công nghệ số cộng đồng bản Na Loi], [Piêng Phà=Tổ công nghệ số cộng đồng bản Piêng Phà] khảo sát; [Tổ công nghệ số cộng đồng các bản] đến từng hộ.
[Chi hội Nông dân các bản] vận động; [Ban tự quản các thôn, làng] họp; [Chi bộ các thôn] quán triệt.
[Công chức Địa chính - Xây dựng - Nông nghiệp và Môi trường] khảo sát; [Địa chính - Nông nghiệp - Xây dựng] đo đạc.
[Phòng Phòng chống ma túy và tội phạm] điều tra; [Quân y Đồn Biên phòng Ia Nan] khám bệnh cùng quân y [các đồn].
[Báo và phát thanh, truyền hình Gia Lai] hiệu đính bản dịch; phát các bản tin, sửa các bản đồ.
Các phòng: [Quản lý Công nghiệp=phòng Quản lý Công nghiệp] (QLCN), [Quản lý Năng lượng=phòng Quản lý Năng lượng] (QLNL) triển khai.
Các sở: [Nội vụ=sở Nội vụ] (SNV), [Tài chính=sở Tài chính] (STC) thẩm định.
[Các bản], [Đoàn Thanh niên xã] ra quân; [các xã] và [Công ty Điện lực Gia Lai] cắt tỉa; [Các Sở, Ban, Ngành tỉnh] phối hợp.
[Các ban xây dựng Đảng Huyện ủy], [Văn phòng Huyện ủy] chủ trì; [các cơ quan tham mưu, giúp việc Tỉnh ủy] phối hợp.
[Cấp ủy, chính quyền các xã, thị trấn] lãnh đạo; [cấp ủy, tổ chức đảng các cấp] quán triệt.
[Các thành viên Ban Chỉ đạo] kiểm tra; [Ban Chỉ đạo] họp; [Các đồng chí Ủy viên Ban Thường vụ Huyện ủy] dự.
[Ban Chỉ đạo phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số tỉnh] chỉ đạo.
[Bí thư chi bộ các thôn=chi bộ các thôn] báo cáo; [Bí thư Đảng ủy=Đảng ủy] kiểm tra; [Trưởng ban công tác Mặt trận các thôn=ban công tác Mặt trận các thôn] vận động.
Đồn trưởng, Chính trị viên các Đồn Biên phòng: [Ia O=Đồn Biên phòng Ia O], [Cửa khẩu quốc tế Lệ Thanh=Đồn Biên phòng Cửa khẩu quốc tế Lệ Thanh] chịu trách nhiệm.
[Phòng PC04 Công an tỉnh] cung cấp tài liệu; [Phòng khám Đa khoa khu vực Ia Púch] khám bệnh; [Phòng giao dịch NHCSXH] cho vay.
[Câu lạc bộ Cồng chiêng làng Bi] biểu diễn; [Tổ Hợp tác dệt thổ cẩm] trưng bày; tổ hợp các hoạt động.
UBND các xã [Sóc Hà=UBND xã Sóc Hà], [Trường Hà=UBND xã Trường Hà], [Hội An=UBND xã Hội An] và [Trường Tiểu học Sóc Hà] ra quân; [UBND các xã còn lại] phối hợp.
[Phòng Chính sách] (sau đây gọi tắt là Phòng CS), [Phòng Văn hóa - Xã hội] (Phòng VH-XH) và [Sở Nông nghiệp và Môi trường] ([Chi cục Kiểm lâm]) tham mưu.
[Công đoàn], [Chi đoàn] vận động; [Ban đại diện cha mẹ học sinh] hỗ trợ; phối hợp: [Đồn Biên phòng Nậm Cắn], GVCN.
[Đội Quản lý người nước ngoài], [Đội 2] phụ trách; do [Đoàn Thanh niên Phòng] và [Xã đoàn Bờ Y] tổ chức.
Tăng cường ứng dụng khoa học, an toàn giao thông, tổ chức phát thanh.
`;

const lines = NAMED.trim().split('\n');
const none = lexicon([], '');

it.each(lines)('IV.0, X-1: names offices: %s', (line) => {
  const expected = [...line.matchAll(/\[([^\]=]+)(?:=([^\]]+))?\]/g)].map((m) => m[2] ?? m[1]);
  const text = line.replace(/\[([^\]=]+)(?:=[^\]]+)?\]/g, '$1');
  expect(mentions(text, none).flatMap((m) => (m.vague ? [] : [m.name]))).toEqual(expected);
});

it('IV.0: the table of offices is wide', () => expect(NAMED.match(/\[/g)?.length).toBeGreaterThan(200));
