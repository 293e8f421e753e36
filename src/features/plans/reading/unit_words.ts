/** Words of which the names of Vietnamese offices are made. Folded (see fold.ts); "+" stands for any joining: comma, dash, "và", "&" or blank; "~" for the same without comma. */

/** Fields of ministries, departments (sở) and district offices (phòng), under their names before and after 2025. */
const FIELDS = [
  'thông tin+truyền thông', 'văn hóa+thể thao+du lịch', 'văn hóa+thể thao', 'văn hóa+thông tin+thể thao', 'văn hóa+thông tin', 'văn hóa+xã hội',
  'lao động+thương binh+xã hội', 'lao động+tbxh', 'nông nghiệp+phát triển nông thôn', 'nông nghiệp+ptnt', 'nông nghiệp+môi trường', 'nông nghiệp',
  'tài nguyên+môi trường', 'kế hoạch+đầu tư', 'giáo dục+đào tạo', 'khoa học+công nghệ~thông tin', 'khoa học+công nghệ', 'giao thông vận tải~xây dựng',
  'giao thông vận tải', 'giao thông công chánh', 'giao thông', 'xây dựng', 'quy hoạch+kiến trúc', 'công thương', 'công nghiệp+thương mại', 'y tế',
  'tư pháp', 'nội vụ~lao động+thương binh+xã hội', 'nội vụ', 'tài chính~kế hoạch', 'tài chính', 'ngoại vụ', 'ngoại giao', 'dân tộc+tôn giáo', 'dân tộc',
  'du lịch', 'an toàn thực phẩm', 'kinh tế+hạ tầng+đô thị', 'kinh tế+hạ tầng', 'kinh tế', 'quản lý đô thị', 'văn hóa~khoa học~thông tin',
  'tôn giáo', 'thương mại+du lịch',
  // Usual abbreviations.
  'tt&tt', 'tt-tt', 'tttt', 'vh,? ?tt ?[&-] ?dl', 'vh-tt ?& ?dl', 'vh ?& ?tt', 'vhtt ?& ?dl', 'vhttdl', 'vhtt-dl', 'vh-tt-dl', 'vh-tt', 'vhtt', 'vhtt&dl', 'lđ ?- ?tb ?[&-] ?xh', 'lđ ?- ?tbxh', 'lđtb ?& ?xh',
  'lđtbxh', 'nn ?[&-] ?ptnt', 'nnptnt', 'nn ?[&-] ?mt', 'nnmt', 'tn ?[&-] ?mt', 'tnmt', 'kh ?[&-] ?đt', 'khđt', 'gd ?[&-] ?đt', 'gdđt', 'kh ?[&-] ?cn',
  'khcn', 'gtvt', 'tc ?- ?kh', 'tckh', 'kt ?- ?ht', 'dt ?& ?tg', 'qlđt', 'ct', 'xd', 'nv', 'tc', 'tp', 'nội vụ',
];

/** What a generic head ("Ban", "Trung tâm", "Hội") is followed by when its words would else be taken for a verb or cut at a comma. */
const BODIES = [
  'phòng, chống thiên tai+tìm kiếm cứu nạn+phòng thủ dân sự', 'phòng, chống thiên tai+tìm kiếm cứu nạn', 'phòng,? chống thiên tai', 'phòng, chống tham nhũng', 'phòng cháy,? chữa cháy+cứu nạn,? cứu hộ', 'phòng cháy,? chữa cháy',
  'phòng, chống ma túy(?: và tội phạm)?', 'quản lý dự án đầu tư xây dựng', 'quản lý đầu tư xây dựng', 'đầu tư xây dựng', 'quản lý dự án', 'quản lý khu kinh tế', 'quản lý các khu công nghiệp', 'quản lý các khu kinh tế',
  'quản lý khu công nghiệp', 'quản lý khu du lịch', 'giáo dục nghề nghiệp+giáo dục thường xuyên', 'giáo dục thường xuyên', 'gdnn-gdtx',
  'dịch vụ việc làm', 'việc làm', 'văn hóa+thông tin+thể thao+du lịch', 'văn hóa+thể thao+du lịch', 'văn hóa+thể thao+truyền thanh', 'văn hóa+thông tin+truyền thông', 'văn hóa+truyền thanh+truyền hình',
  'văn hóa+thông tin+thể thao', 'văn hóa+truyền thông+thể thao', 'văn hóa+thể thao+truyền thông', 'truyền thông+văn hóa+thể thao', 'truyền thông+văn hóa', 'văn hóa+thể thao', 'văn hóa+thông tin', 'văn hóa+truyền thông', 'văn hóa+nghệ thuật', 'văn học+nghệ thuật', 'xúc tiến đầu tư+thương mại+du lịch',
  'xúc tiến thương mại+du lịch', 'khoa học+kỹ thuật', 'trồng trọt+bảo vệ thực vật', 'chăn nuôi+thú y', 'an toàn vệ sinh thực phẩm', 'phát thanh+truyền hình', 'pt ?[-&] ?th', 'ptth',
  'truyền thanh+truyền hình', 'báo+phát thanh+truyền hình', 'thể dục+thể thao', 'huấn luyện+thi đấu thể dục+thể thao', 'thi đua+khen thưởng', 'tuyên giáo+dân vận',
  'giám định y khoa', 'kiểm soát bệnh tật', 'kiểm tra', 'kiểm tra đảng', 'tổ chức', 'chính trị+hành chính', 'tổ chức+nội vụ',
  'tiêu chuẩn+đo lường+chất lượng', 'quản lý chất lượng nông lâm sản+thủy sản', 'quản lý thị trường', 'hỗ trợ nông dân', 'hỗ trợ doanh nghiệp', 'điều phối chương trình mục tiêu quốc gia xây dựng nông thôn mới', 'điều phối nông thôn mới', 'điều phối xây dựng nông thôn mới', 'xây dựng nông thôn mới',
  'phát triển quỹ đất', 'phục vụ hành chính công', 'công tác xã hội', 'công tác mặt trận', 'chỉ đạo', 'đối ngoại trung ương',
  'chính sách xã hội', 'công nghệ thông tin+truyền thông', 'công nghệ thông tin', 'công nghệ số cộng đồng', 'công nghệ số', 'đào tạo,? bồi dưỡng(?: cán bộ)?', 'nghệ thuật biểu diễn', 'lãnh sự+người việt nam ở nước ngoài', 'nhà nước về người việt nam ở nước ngoài', 'người việt nam ở nước ngoài', 'quản lý rừng(?: phòng hộ| đặc dụng)?', 'hậu cần+kỹ thuật', 'hậu cần', 'thông tin cơ sở+thông tin đối ngoại', 'thông tin đối ngoại', 'thông tin cơ sở', 'thông tin+xúc tiến du lịch', 'xúc tiến du lịch', 'xúc tiến đầu tư', 'xúc tiến thương mại', 'dịch vụ tổng hợp', 'dịch vụ nông nghiệp', 'dịch vụ sự nghiệp công', 'cung ứng dịch vụ sự nghiệp công', 'cung ứng dịch vụ công', 'đăng ký đất đai', 'cán sự đảng', 'thi hành án dân sự', 'các công trình giao thông', 'nạn nhân chất độc da cam(?:/dioxin)?', 'khuyến học', 'người cao tuổi', 'cựu thanh niên xung phong', 'cựu giáo chức', 'luật gia', 'nhà báo', 'chữ thập đỏ', 'đông y', 'hữu nghị', 'các tổ chức hữu nghị', 'các hội khoa học+kỹ thuật', 'giáo dục chính trị', 'kinh tế+xã hội', 'hội đồng nhân dân và ủy ban nhân dân', 'hđnd và ubnd', 'hđnd&ubnd', 'hđnd-ubnd', 'đoàn đbqh và hđnd', 'đoàn đại biểu quốc hội và hội đồng nhân dân',
];

/** One pattern for a "+"-joined list of names, the longest first. */
const names = (list: string[]) =>
  [...new Set(list)]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/\+/g, '(?:\\s?,\\s?|\\s?[-&]\\s?|\\s+và\\s+|\\s+)').replace(/~/g, '(?:\\s?[-&]\\s?|\\s+và\\s+|\\s+)').replace(/ /g, '\\s+').replace(/\\s\+\?/g, '\\s?'))
    .join('|');

export const FIELD = names(FIELDS);
export const BODY = names(BODIES);

/** Kinds of places that have a people's committee. */
export const PLACE_KIND = 'tỉnh|huyện|thị\\s+xã|thành\\s+phố|quận|xã(?!\\s+hội)|phường|thị\\s+trấn|đặc\\s+khu|tp\\.?|tx\\.?';

/** Heads of offices' names other than sở, bộ, phòng and committees. The number is how many lower-case words may follow before a name is needed. */
export const HEADS = [
  'ban', 'trung\\s+tâm', 'chi\\s+cục', 'tổng\\s+cục', 'cục', 'vụ', 'chi\\s+nhánh', 'đài', 'báo', 'báo\\s+và\\s+(?:đài\\s+)?phát\\s+thanh(?:,|\\s+-|\\s+và)?\\s+truyền\\s+hình', 'tạp\\s+chí', 'hội', 'hiệp\\s+hội', 'liên\\s+hiệp', 'liên\\s+minh', 'liên\\s+đoàn',
  'bệnh\\s+viện', 'trường', 'học\\s+viện', 'viện', 'đồn', 'hải\\s+đội', 'trạm', 'hạt', 'công\\s+ty', 'tổng\\s+công\\s+ty', 'tập\\s+đoàn', 'ngân\\s+hàng', 'kho\\s+bạc', 'bảo\\s+hiểm\\s+xã\\s+hội', 'bhxh',
  'thanh\\s+tra', 'tòa\\s+án(?:\\s+nhân\\s+dân)?', 'viện\\s+kiểm\\s+sát(?:\\s+nhân\\s+dân)?', 'vksnd', 'tand', 'bưu\\s+điện', 'viễn\\s+thông', 'điện\\s+lực', 'văn\\s+phòng', 'vp', 'thư\\s+viện', 'bảo\\s+tàng', 'nhà\\s+văn\\s+hóa', 'nhà\\s+thiếu\\s+nhi', 'nhà\\s+hát', 'đoàn',
  'đảng\\s+ủy', 'đảng\\s+đoàn', 'đảng\\s+bộ', 'chi\\s+bộ', 'hải\\s+quan', 'quân\\s+sự', 'thuế', 'tổ', 'đội', 'quỹ', 'sư\\s+đoàn', 'trung\\s+đoàn', 'lữ\\s+đoàn', 'tiểu\\s+đoàn', 'bộ\\s+đội', 'bộ\\s+tham\\s+mưu', 'bộ\\s+tư\\s+lệnh', 'bộ\\s+chỉ\\s+huy', 'bộ\\s+chqs', 'bch', 'ban\\s+chỉ\\s+huy', 'ban\\s+chqs', 'bđbp', 'lđlđ', 'vườn', 'ủy\\s+ban', 'ub', 'mặt\\s+trận', 'mttq', 'ubmttq(?:vn)?', 'ubmt', 'hội\\s+đồng', 'hđnd',
  'c[ôổ]ng\\s+(?:thông\\s+tin\\s+điện\\s+tử|ttđt)', 'trang\\s+thông\\s+tin\\s+điện\\s+tử', 'công\\s+đoàn', 'công\\s+chức', 'bộ\\s+phận', 'công\\s+an', 'cảnh\\s+sát', 'phòng', 'hợp\\s+tác\\s+xã', 'htx', 'đoàn\\s+thanh\\s+niên', 'xí\\s+nghiệp', 'doanh\\s+nghiệp', 'viettel', 'vnpt', 'mobifone', 'fpt',
].sort((a, b) => b.length - a.length);

/** Whole names without a tail of their own. */
export const WHOLE = 's(?:tttt|vhttdl|ldtbxh|lđtbxh|nnptnt|tnmt|khđt|gdđt|khcn|gtvt)|p[acvx]\\d{2}|thuế\\s+cơ\\s+sở(?:\\s+\\d+)?|bộ\\s+công\\s+an|bộ\\s+quốc\\s+phòng|(?:ban\\s+thường\\s+vụ\\s+|thường\\s+trực\\s+)?(?:các\\s+)?(?:huyện|thị|thành|quận|tỉnh)\\s+ủy(?:(?:\\s*,\\s*|\\s+và\\s+)(?:các\\s+)?(?:huyện|thị|thành|quận|đảng)\\s+ủy)*(?:\\s+trực\\s+thuộc(?:\\s+tỉnh\\s+ủy)?)?|tỉnh\\s+đoàn|huyện\\s+đoàn|thành\\s+đoàn|thị\\s+đoàn|quận\\s+đoàn|xã\\s+đoàn|đoàn\\s+xã|tỉnh\\s+ủy|huyện\\s+ủy|thành\\s+ủy|thị\\s+ủy|quận\\s+ủy|trung\\s+ương\\s+đoàn|thông\\s+tấn\\s+xã\\s+việt\\s+nam';

/** Words with which a predicate or a complement begins: a name ends before them when they are not capitalised. */
export const STOPS = new RegExp(
  `^(?:${`chủ trì|chủ động|chủ tịch|phối hợp|phối kết hợp|tổ chức|thực hiện|triển khai|xây dựng|tham mưu|hướng dẫn|kiểm tra|giám sát|đôn đốc|theo|theo dõi|tổng hợp|báo|báo cáo|rà soát|cung cấp|bố trí|cân đối|thẩm định|thẩm tra|quyết toán|cấp phát|đề xuất|trình|ban hành|chỉ đạo|lồng ghép|tăng cường|đẩy mạnh|tuyên truyền|vận động|phổ biến|giới thiệu|quảng bá|mở|đăng|đăng tải|phát sóng|phát|đưa|đưa tin|chịu|có|căn cứ|trên|trong|tiếp tục|khẩn trương|nghiêm túc|thường xuyên|định kỳ|kịp thời|là|làm|phải|cần|sẽ|đã|đang|được|bị|không|cùng|với|để|do|bởi|tại|về|từ|đến|tới|khi|nếu|trước|sau|nhằm|giao|yêu cầu|đề nghị|phân công|tạo|hỗ trợ|quản lý|vận hành|duy trì|cập nhật|tiếp nhận|xử lý|giải quyết|lập|soạn|biên soạn|biên tập|biên dịch|in|phát hành|ký|chuẩn bị|huy động|khảo sát|đánh giá|sơ kết|tổng kết|nghiên cứu|lựa chọn|bảo đảm|đảm bảo|nâng cao|phát huy|phát triển|phát động|phân bổ|phê duyệt|quyết định|tham gia|thông báo|thống nhất|thống kê|tiến hành|thành lập|truyền thông|tư vấn|ưu tiên|vận dụng|xác định|xem xét|gửi|giúp|họp|kết nối|khai thác|khắc phục|kiện toàn|mời|nắm|ngăn chặn|nộp|phản ánh|phân cấp|quán triệt|sử dụng|tích hợp|tích cực|tập trung|tập huấn|thu|bồi dưỡng|đăng ký|điều phối|điều tra|điều chỉnh|đối chiếu|đồng thời|hoàn thành|hoàn thiện|nhân rộng|rút|số hóa|chọn|cử|thăm|trao|tặng|vận chuyển|xuất bản|bổ sung|công bố|công khai|cải tạo|chuyển|dành|dự|đầu tư|đặt|đón|ghi|góp|hợp đồng|hòa giải|kêu gọi|khen|kiểm soát|liên hệ|liên quan|lắp|mua|nhận|phụ trách|quy định|sản xuất|sắp xếp|so|sửa|thiết kế|thanh tra|thanh toán|thí điểm|thông tin|thuê|tìm|tính|tiếp|trao đổi|treo|tuần tra|tuyển|vừa|vẽ|xóa|xử phạt|yểm trợ|và|hoặc|hay|cho|của|như|nhất|mà|thì|nhưng|gồm|bao gồm|còn|nơi|ở|ra|vào|lên|qua|bằng|các|những|mỗi|mọi|khác|này|nêu|thuộc|trực thuộc|đóng|gắn|hằng|hàng|năm|tháng|quý|ngày|đề|đến hết|xong|chậm nhất|dưới|ngoài|trực tiếp|trực|bám|khuyến khích|tự|đại diện|dựng|bảo vệ|bảo quản|chia sẻ|trang bị|trích|tôn tạo|tôn vinh|tham dự|sưu tầm|phục dựng|nhập|mời gọi|luân chuyển|kiến nghị|in ấn|hiệp đồng|hằng năm|hàng năm|dẫn|dạy|cấp|cắm|bàn|ấn hành|áp dụng|tuyên dương|nắm bắt|chấn chỉnh|chấm|chăm|bảo trì|bảo dưỡng|hạn chế|ứng dụng|xét|kiểm kê|kiểm đếm|khám|chữa|điều trị|cấp cứu|trồng|chăm sóc|bảo tồn|phục hồi|trưng bày|triển lãm|chiếu|viết|quay|dịch|đo đạc|đo|san|khoanh|chỉnh lý|cưỡng chế|xét xử|truy tố|bắt|đấu tranh|phòng ngừa|phòng chống|phòng, chống|kiểm dịch|thông quan|cho vay|giải ngân|tạm ứng|chi trả|thu gom|xây|sửa chữa|nạo vét|cung ứng|mở rộng|thử nghiệm|nhắc|phân loại|phân tích|niêm yết|khuyến cáo|cảnh báo|dự báo|quan trắc|ứng phó|ứng cứu|sơ tán|cứu trợ|diễn tập|luyện tập|tiêm|truyền tải|phủ sóng|lắp đặt|nâng cấp|giao lưu|kết nghĩa|ký kết|tháo gỡ|tập hợp|xác minh|xác nhận|thu thập|ghi hình|tường thuật|lan tỏa|thay thế|lựa|vào cuộc|mang|gắn kết|chấp hành|thi hành|soi|cắt|nuôi|đổi mới|đa dạng|kéo|bổ nhiệm|miễn|giảm|tiết kiệm|tận dụng|tra cứu|trả lời|trả|phát hiện|phong tỏa|phân định|phân giới|phân luồng|phun|quay phim|quét|rút kinh nghiệm|rải|san lấp|sáng tác|siết|sẵn sàng|tái|tặng quà|thắp|thiết lập|thông qua|tố giác|tổng rà|trích lập|trợ giúp|trực ban|truy quét|tự chủ|tuyển chọn|ưu đãi|vớt|xem|xóa bỏ|xúc tiến|xử|lãnh đạo|điều hành|đề cao|kết hợp|có nhiệm vụ|nghiêm|nêu cao|khởi công|khánh thành|bế giảng|khai giảng`
    .split('|')
    .sort((a, b) => b.length - a.length)
    .map((words) => words.replace(/ /g, '\\s+'))
    .join('|')})(?![\\p{L}\\p{M}])`,
  'u',
);

/** The office a person heads: "Giám đốc Sở Y tế" is Sở Y tế. Longest first. */
export const POSTS =
  '(?:đồng\\s+chí\\s+)?(?:phó\\s+)?(?:giám\\s+đốc|tổng\\s+giám\\s+đốc|chủ\\s+tịch|chánh|thủ\\s+trưởng|người\\s+đứng\\s+đầu|chỉ\\s+huy\\s+trưởng|bí\\s+thư|tổng\\s+biên\\s+tập|hiệu\\s+trưởng|chi\\s+cục\\s+trưởng|tổng\\s+cục\\s+trưởng|cục\\s+trưởng|vụ\\s+trưởng|viện\\s+trưởng|chánh\\s+án|tư\\s+lệnh|đồn\\s+trưởng|trạm\\s+trưởng|hạt\\s+trưởng|đội\\s+trưởng|tổ\\s+trưởng|kế\\s+toán\\s+trưởng|trưởng|bộ\\s+trưởng|lãnh\\s+đạo|thường\\s+trực|chính\\s+ủy|tổng\\s+thư\\s+ký)';

/** Two syllables of a name that would be taken for a verb when the second stands alone: "Văn phòng Đăng ký | đất đai". */
export const PAIRS = 'đăng ký|kiểm tra|giám sát|quản lý|phát triển|xây dựng|thông tin|truyền thông|tuyên truyền|hướng dẫn|điều phối|điều hành|hỗ trợ|đào tạo|bồi dưỡng|tư vấn|kiểm định|kiểm nghiệm|bảo vệ|bảo tồn|bảo trợ|ứng dụng|nghiên cứu|chuyển giao|kiểm soát|giới thiệu|cung ứng|giải quyết|thẩm định|tổng hợp|phục hồi|thống kê|cấp nước|xét nghiệm|dịch vụ|tổ chức|thi hành|cứu hộ|thanh tra|huấn luyện|kế hoạch|xúc tiến|khai thác|công báo|chế biến|chỉ đạo|chỉ huy|phục vụ|tiếp công dân|trợ giúp|cai nghiện|điều dưỡng|giám định|quan trắc|khuyến công|sát hạch|đăng kiểm|điều tra|kỹ thuật|an ninh|cảnh sát'
  .split('|').map((pair) => pair.replace(/ /g, '\\s+')).join('|');

/** "Tổ chức", "Hội nghị", "Ban hành" are words, not offices. */
const NO_OFFICE = `(?!(?:${'tổ chức|tổ hợp|hội nghị|hội thảo|hội thi(?! đua)|hội diễn|hội viên|hội nhập|hội chợ|hội trường|ban hành|ban đầu|ban ngày|đội ngũ|đội hình|đoàn kết|đoàn viên|đoàn thể|đoàn kiểm|đoàn công|báo cáo|báo chí|báo động|báo hiệu|báo in|báo điện|trường hợp|trường học|viện trợ|viện dẫn|vụ việc|vụ án|trang bị|trang thiết|đài thọ|quỹ đất|quỹ tiền|cục diện|hạt giống|đồn điền|phòng chống|phòng ngừa|phòng tránh|phòng, chống|thuế suất|thuế giá|thuế đất|trạm biến|viện phí|hội đàm|làng nghề'.replace(/ /g, '\\s+')})(?![\\p{L}]))`;

/** Any head word of an office, as a pattern. */
export const HEAD_WORD = `${NO_OFFICE}(?:${HEADS.join('|')})(?![\\p{L}\\p{M}\\p{N}])`;
