/** Words with which a predicate or a complement begins: a name ends before them when they are not capitalised. */
const VERBS = `
  chủ trì; chủ động; chủ tịch; phối hợp; phối kết hợp; tổ chức; thực hiện; triển khai; xây dựng; tham mưu; hướng dẫn;
  kiểm tra; giám sát; đôn đốc; theo; theo dõi; tổng hợp; báo; báo cáo; rà soát; cung cấp; bố trí; cân đối; thẩm định;
  thẩm tra; quyết toán; cấp phát; đề xuất; trình; ban hành; chỉ đạo; lồng ghép; tăng cường; đẩy mạnh; tuyên truyền;
  vận động; phổ biến; giới thiệu; quảng bá; mở; đăng; đăng tải; phát sóng; phát; đưa; đưa tin; chịu; có; căn cứ; trên;
  trong; tiếp tục; khẩn trương; nghiêm túc; thường xuyên; định kỳ; kịp thời; là; làm; phải; cần; sẽ; đã; đang; được; bị;
  không; cùng; với; để; do; bởi; tại; về; từ; đến; tới; khi; nếu; trước; sau; nhằm; giao; yêu cầu; đề nghị; phân công; tạo;
  hỗ trợ; quản lý; vận hành; duy trì; cập nhật; tiếp nhận; xử lý; giải quyết; lập; soạn; biên soạn; biên tập; biên dịch;
  in; phát hành; ký; chuẩn bị; huy động; khảo sát; đánh giá; sơ kết; tổng kết; nghiên cứu; lựa chọn; bảo đảm; đảm bảo;
  nâng cao; phát huy; phát triển; phát động; phân bổ; phê duyệt; quyết định; tham gia; thông báo; thống nhất; thống kê;
  tiến hành; thành lập; truyền thông; tư vấn; ưu tiên; vận dụng; xác định; xem xét; gửi; giúp; họp; kết nối; khai thác;
  khắc phục; kiện toàn; mời; nắm; ngăn chặn; nộp; phản ánh; phân cấp; quán triệt; sử dụng; tích hợp; tích cực; tập trung;
  tập huấn; thu; bồi dưỡng; đăng ký; điều phối; điều tra; điều chỉnh; đối chiếu; đồng thời; hoàn thành; hoàn thiện;
  nhân rộng; rút; số hóa; chọn; cử; thăm; trao; tặng; vận chuyển; xuất bản; bổ sung; công bố; công khai; cải tạo; chuyển;
  dành; dự; đầu tư; đặt; đón; ghi; góp; hợp đồng; hòa giải; kêu gọi; khen; kiểm soát; liên hệ; liên quan; lắp; mua; nhận;
  phụ trách; quy định; sản xuất; sắp xếp; so; sửa; thiết kế; thanh tra; thanh toán; thí điểm; thông tin; thuê; tìm; tính;
  tiếp; trao đổi; treo; tuần tra; tuyển; vừa; vẽ; xóa; xử phạt; yểm trợ; và; hoặc; hay; cho; của; như; nhất; mà; thì;
  nhưng; gồm; bao gồm; còn; nơi; ở; ra; vào; lên; qua; bằng; các; những; mỗi; mọi; khác; này; nêu; thuộc; trực thuộc; đóng;
  gắn; hằng; hàng; năm; tháng; quý; ngày; đề; đến hết; xong; chậm nhất; dưới; ngoài; trực tiếp; trực; bám; khuyến khích;
  tự; đại diện; dựng; bảo vệ; bảo quản; chia sẻ; trang bị; trích; tôn tạo; tôn vinh; tham dự; sưu tầm; phục dựng; nhập;
  mời gọi; luân chuyển; kiến nghị; in ấn; hiệp đồng; hằng năm; hàng năm; dẫn; dạy; cấp; cắm; bàn; ấn hành; áp dụng;
  tuyên dương; nắm bắt; chấn chỉnh; chấm; chăm; bảo trì; bảo dưỡng; hạn chế; ứng dụng; xét; kiểm kê; kiểm đếm; khám; chữa;
  điều trị; cấp cứu; trồng; chăm sóc; bảo tồn; phục hồi; trưng bày; triển lãm; chiếu; viết; quay; dịch; đo đạc; đo; san;
  khoanh; chỉnh lý; cưỡng chế; xét xử; truy tố; bắt; đấu tranh; phòng ngừa; phòng chống; phòng, chống; kiểm dịch;
  thông quan; cho vay; giải ngân; tạm ứng; chi trả; thu gom; xây; sửa chữa; nạo vét; cung ứng; mở rộng; thử nghiệm; nhắc;
  phân loại; phân tích; niêm yết; khuyến cáo; cảnh báo; dự báo; quan trắc; ứng phó; ứng cứu; sơ tán; cứu trợ; diễn tập;
  luyện tập; tiêm; truyền tải; phủ sóng; lắp đặt; nâng cấp; giao lưu; kết nghĩa; ký kết; tháo gỡ; tập hợp; xác minh;
  xác nhận; thu thập; ghi hình; tường thuật; lan tỏa; thay thế; lựa; vào cuộc; mang; gắn kết; chấp hành; thi hành; soi;
  cắt; nuôi; đổi mới; đa dạng; kéo; bổ nhiệm; miễn; giảm; tiết kiệm; tận dụng; tra cứu; trả lời; trả; phát hiện; phong tỏa;
  phân định; phân giới; phân luồng; phun; quay phim; quét; rút kinh nghiệm; rải; san lấp; sáng tác; siết; sẵn sàng; tái;
  tặng quà; thắp; thiết lập; thông qua; tố giác; tổng rà; trích lập; trợ giúp; trực ban; truy quét; tự chủ; tuyển chọn;
  ưu đãi; vớt; xem; xóa bỏ; xúc tiến; xử; lãnh đạo; điều hành; đề cao; kết hợp; có nhiệm vụ; nghiêm; nêu cao; đào tạo;
  định hướng; chỉ huy; đầu mối; nghiệm thu; bàn giao; phản biện; phản bác; duyệt; hưởng ứng; phấn đấu; quan tâm; thu hút;
  đóng góp; thực thi; vinh danh; cam kết; đăng cai; đồng hành; đồng tổ chức; thúc đẩy; tri ân; tìm hiểu; chú trọng;
  chăm lo; ghi nhận; đảm nhận; đảm nhiệm; đảm trách; hợp tác; truyền dạy; biểu dương; biểu diễn; khởi công; khánh thành;
  bế giảng; khai giảng; xuống; đi; nói chuyện; kể; hiến; dọn; tổng vệ sinh; chốt; rà quét; tọa đàm; học tập; thắp sáng; dự trù;
  tăng; bố phòng; giữ; giữ gìn; gìn giữ; khôi phục
`;

/** Nouns that begin like one of these: "An toàn giao thông", "Quản lý xuất nhập cảnh". */
const NOUNS = 'báo\\s+chí|giao\\s+(?:thông|dịch)|nhập\\s+(?:cảnh|khẩu)|cấp\\s+ủy|in\\s+ấn\\s+phẩm';

export const STOPS = new RegExp(
  `^(?!(?:${NOUNS})(?![\\p{L}]))(?:${VERBS.split(';')
    .map((words) => words.trim())
    .toSorted((a, b) => b.length - a.length)
    .map((words) => words.replace(/ /g, '\\s+'))
    .join('|')})(?![\\p{L}\\p{M}])`,
  'u',
);
