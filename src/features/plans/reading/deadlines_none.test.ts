import { expect, it } from 'vitest';
import { deadlinesIn } from './deadlines.ts';

/** Numbers, days and years that are no deadlines. */
const NONE = `
Tổ chức cho trẻ dưới 16 tuổi tham gia.
Phụ nữ từ 15 đến 49 tuổi được khám.
Hỗ trợ 12 tháng lương cơ sở.
Kinh phí 1.250 triệu đồng từ ngân sách tỉnh.
Kinh phí năm 2025 là 350 triệu đồng.
Dự toán ngân sách năm 2025 được giao.
Từ nguồn ngân sách nhà nước năm 2025.
Nguồn kinh phí sự nghiệp năm 2024 chuyển sang.
Kinh phí chi thường xuyên của đơn vị.
Bố trí trong dự toán chi thường xuyên hằng năm.
Sử dụng nguồn kinh phí giao hằng năm.
Lồng ghép trong kế hoạch công tác hằng năm.
Theo Quyết định số 1191/QĐ-TTg ngày 05/8/2020 của Thủ tướng Chính phủ.
Theo Nghị định số 72/2015/NĐ-CP ngày 07 tháng 9 năm 2015 của Chính phủ.
Theo Công văn số 155/UBND-VX ngày 20/12/2024.
Theo Kế hoạch số 12/KH-UBND ngày 15-01-2025 của UBND tỉnh.
Theo tinh thần Nghị quyết 18-NQ/TW.
Triển khai Luật Biên phòng Việt Nam năm 2020.
Triển khai Luật Biên giới quốc gia ngày 17/6/2003.
Chương trình mục tiêu quốc gia phát triển kinh tế - xã hội giai đoạn 2021-2030.
Đề án chuyển đổi số đến năm 2025, định hướng đến năm 2030.
Chiến lược văn hóa đối ngoại đến năm 2030, tầm nhìn đến năm 2045.
Kế hoạch thông tin đối ngoại năm 2025 của tỉnh.
Nghị quyết phát triển du lịch giai đoạn 2021 - 2025, định hướng đến năm 2030.
Bộ chỉ số chuyển đổi số năm 2024.
Đến năm 2030 đạt 95% số xã biên giới có loa truyền thanh.
Đến năm 2025, 100% đồn biên phòng có tủ sách.
Phấn đấu đến hết năm 2025 có 80% hộ dân được tiếp cận thông tin.
Phấn đấu năm 2025 giảm 3% hộ nghèo.
Đến cuối năm 2025, ít nhất 90% cán bộ được tập huấn.
Trả lời trong 05 ngày kể từ ngày nhận hồ sơ.
Giải quyết trong thời hạn 10 ngày làm việc kể từ ngày ký.
Trong vòng 24 giờ sau khi phát hiện.
Chậm nhất 03 ngày làm việc sau khi kết thúc lớp học.
Sau 15 ngày kể từ ngày ban hành Kế hoạch này.
Năm 2022 đã tổ chức 12 lớp tập huấn.
Năm 2024, toàn tỉnh có 15 xã biên giới.
Kết quả thực hiện năm 2023 của các địa phương.
So với năm 2022 tăng 12%.
Tính đến ngày 31/12/2023 có 250 người tham gia.
Tổng kết công tác năm 2024 của ngành.
Sơ kết 6 tháng đầu năm theo quy định.
Kỷ niệm 50 năm Ngày Giải phóng miền Nam.
Kỷ niệm 80 năm Cách mạng Tháng Tám.
Kỷ niệm 66 năm Ngày truyền thống Bộ đội Biên phòng (03/3/1959 - 03/3/2025).
Nhiệm kỳ 2020 - 2025 của Đảng bộ.
Khóa XIII, nhiệm kỳ 2021-2026.
Đại hội lần thứ XIV.
In 5.000 tờ rơi khổ 20/30 cm.
Tỷ lệ 1/500 của bản đồ.
Diện tích 12/6 ha.
Đạt tỷ lệ 95,5% trở lên.
Cột mốc 68/5 và cột mốc 69.
Mốc 61 đến mốc 65 thuộc xã Lộc Thạnh.
Quốc lộ 13, đường tỉnh 759.
Cấp 24/24 giờ điện thoại đường dây nóng 0271.3888.999.
Đường dây nóng 02713.888.999.
Mẫu số 01/BC kèm theo.
Nghiên cứu mẫu 03/2024 kèm theo.
Đội 05 của xã Đak Ơ.
Tổ chức 03 lớp, mỗi lớp 40 người.
Cho 02 đợt, mỗi đợt 03 ngày.
Lớp tập huấn kéo dài 02 ngày.
Thời lượng 15 phút.
Sản phẩm đáp ứng theo yêu cầu kỹ thuật.
Nhiệm vụ thường xuyên của các đơn vị.
Học sinh lớp 6 tháng trước.
Người cao tuổi từ 60 tuổi trở lên.
Giáo dục thường xuyên cấp huyện.
Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên.
Ủy ban Thường vụ họp bàn năm 2019 đã nêu.
`;

const lines = NONE.trim().split('\n');

it.each(lines)('C-0: says no time for a duty: %s', (line) => {
  expect(deadlinesIn(line).map((d) => `${line.slice(d.start, d.end)} (${d.rule.kind})`)).toEqual([]);
});

it('C-0: the table of what is none is wide', () => expect(new Set(lines).size).toBeGreaterThan(60));
