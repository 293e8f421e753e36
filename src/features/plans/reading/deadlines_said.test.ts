import { expect, it } from 'vitest';
import { deadlinesIn } from './deadlines.ts';

/** Words that say when stand in brackets with their kind; a line that begins with "|" is a cell about time. */
const SAID = String.raw`
Hoàn thành [trước ngày 30/6/2024:date].
Phổ biến pháp luật về biên giới quốc gia cho học sinh nội trú [trước ngày 30/11/2024:date].
Quán triệt Luật Biên giới quốc gia cho cán bộ xã [trước ngày 30/11/2024:date].
Tổ chức tìm hiểu Luật Biên giới quốc gia năm 2003 [trước ngày 30/11/2024:date].
Gửi dự thảo [trước ngày 05 tháng 3 năm 2024:date] để thẩm định.
Báo cáo kết quả [chậm nhất ngày 15/12/2025:date].
Gửi về Sở [chậm nhất là ngày 20/11/2025:date].
Gửi về Sở [chậm nhất trước ngày 20/11/2025:date].
Hoàn thành [muộn nhất là ngày 31/8/2025:date].
Trình ký [không quá ngày 10/4/2025:date].
Gửi hồ sơ [không muộn hơn ngày 10/4/2025:date].
Gửi hồ sơ [không chậm hơn ngày 10/4/2025:date].
Nộp hồ sơ [trước 17 giờ 00 ngày 12/5/2025:date].
Nộp hồ sơ [trước 16h30 ngày 12/5/2025:date].
Nộp hồ sơ [trước 11 giờ, ngày 12/5/2025:date].
Kéo dài [đến hết ngày 31/12/2025:date].
Thực hiện [đến ngày 30/9/2025:date].
Hạn gửi báo cáo: [ngày 15/7/2025:date].
Thời hạn hoàn thành [trước ngày 01.10.2025:date].
Hoàn thành [trước ngày 01-10-2025:date].
Hoàn thành [trước ngày 01 / 10 / 2025:date].
Hoàn thành xong [trước ngày 20/9/2025:date].
Hoàn thành xong [trước 20/9/2025:date].
Tổ chức lễ phát động vào [ngày 02/9/2025:date].
Tổ chức hội nghị tổng kết vào sáng [ngày 20/12/2025:date].
Khai mạc lúc 8 giờ [ngày 20/12/2025:date].
Dự kiến [ngày 25/4/2026:date] tại Nhà văn hóa.
Tổng kết [trước ngày 25/12/2025:date] và nộp hồ sơ quyết toán [trước ngày 15/01/2026:date].
Sơ kết [trước ngày 30/6/2025:date]; tổng kết [trước ngày 15/12/2025:date].
Xong phần nền [trước 30/4/2025:date], phần mái [trước 31/8/2025:date].
Gửi [trước ngày 15/6:yearly] và [15/12 hằng năm:yearly].
Gửi báo cáo [trước ngày 20/6:yearly].
Gửi báo cáo [trước 20/6 hằng năm:yearly].
Gửi báo cáo [trước ngày 20/6 hàng năm:yearly].
Gửi báo cáo [trước ngày 20 tháng 6 hằng năm:yearly].
Gửi báo cáo [trước ngày 15 tháng 6:yearly] và [15 tháng 12 hằng năm:yearly].
Gửi báo cáo [trước ngày 15 tháng 6:yearly] và [ngày 15 tháng 12 hằng năm:yearly].
Gửi báo cáo [trước ngày 15/6:yearly], [15/12 hằng năm:yearly].
Gửi báo cáo 6 tháng [trước ngày 15/6:yearly], báo cáo năm [trước ngày 15/12:yearly].
Báo cáo 6 tháng ([trước ngày 10/6:yearly]) và cả năm ([trước ngày 10/12:yearly]).
Hằng năm, [trước ngày 30/11:yearly], báo cáo Ủy ban nhân dân tỉnh.
Hằng năm, [chậm nhất vào ngày 30 tháng 11:yearly], báo cáo Ủy ban nhân dân tỉnh.
Gửi kế hoạch năm sau [trước ngày 31/12 của năm trước:yearly].
Gửi kế hoạch [trước ngày 15/11 mỗi năm:yearly].
Nộp [chậm nhất 05/12:yearly].
Tổ chức nhân [dịp 30/4:yearly] và 01/5.
Phát quà [trước ngày 27/7:yearly].
Tổ chức Ngày hội Biên phòng toàn dân [ngày 03/3 hằng năm:yearly].
Gửi tin bài [trước ngày 05:yearly] và [20 tháng 6:yearly].
Gửi báo cáo [trước ngày 25 hằng tháng:monthly].
Gửi báo cáo [trước ngày 25 hàng tháng:monthly].
Gửi báo cáo vào [ngày 25 hằng tháng:monthly].
Gửi báo cáo vào [ngày 25 mỗi tháng:monthly].
Gửi báo cáo [trước ngày 05 của tháng sau:monthly].
Gửi báo cáo [chậm nhất ngày 03 tháng kế tiếp:monthly].
Gửi báo cáo quý [trước ngày 15 tháng cuối quý:monthly].
Gửi báo cáo quý [trước ngày 15 của tháng cuối quý:monthly].
Gửi báo cáo quý [trước ngày 20 của tháng cuối mỗi quý:monthly].
Gửi báo cáo quý [ngày 20 của tháng cuối quý:monthly].
Gửi báo cáo quý [trước ngày 10 của tháng đầu quý sau:monthly].
Gửi báo cáo quý [trước ngày 20 tháng cuối cùng của quý:monthly].
Gửi báo cáo quý [trước ngày 05 của quý sau:monthly].
Gửi báo cáo tháng [trước ngày 20 của tháng báo cáo:monthly].
Gửi tin [ngày 15:monthly] và [ngày 30 hằng tháng:monthly].
Gửi tin [ngày 10:monthly] và [25 hằng tháng:monthly].
Hoàn thành [trong tháng 8/2025:month].
Hoàn thành [trong tháng 8 năm 2025:month].
Hoàn thành [trong tháng 5:month].
Tổ chức vào [tháng 3/2026:month].
Tổ chức vào [đầu tháng 4/2025:month].
Tổ chức vào [đầu tháng 4:month].
Tổ chức [giữa tháng 10/2025:month].
Xong [cuối tháng 11/2025:month].
Xong [trước tháng 10/2025:month].
Xong [đến hết tháng 6/2025:month].
Kéo dài [đến hết tháng 6:month].
Báo cáo vào [tháng 6:month] và [tháng 12 hằng năm:month].
Tổ chức [tháng 3:month] và [tháng 9 hằng năm:month].
Tổ chức [tháng 3, 6, 9 và 12/2025:month].
Báo cáo [tháng 5:month], [tháng 11 hằng năm:month].
Hoàn thành [tháng 6-2025:month].
Phát động [trong tháng Năm:month].
Tổ chức [trong tháng Mười Một:month].
Thẩm định [trong quý II/2025:quarter].
Thẩm định [trong quý II năm 2025:quarter].
Thẩm định [trong Quý 2/2025:quarter].
Thẩm định [quý I hằng năm:quarter].
Thẩm định [trước quý III/2025:quarter].
Thẩm định [cuối quý IV/2025:quarter].
Thẩm định [đầu quý I/2026:quarter].
Thẩm định [trong quý II:quarter] và [quý IV năm 2025:quarter].
Thẩm định [quý I, II/2025:quarter].
Thẩm định [quý I:quarter], [quý II năm 2025:quarter].
Thẩm định [hết quý III/2025:quarter].
Thẩm định [quý III-2025:quarter].
Thẩm định [Quý IV.2025:quarter].
Thẩm định [Q1/2025:quarter].
Thẩm định [Q.II/2025:quarter].
Thẩm định [trong quý một năm 2025:quarter].
Hoàn thành [trong năm 2025:year].
Hoàn thành [năm 2025:year].
Hoàn thành [trước năm 2026:year].
Hoàn thành [trước cuối năm 2025:year].
Xong [cuối năm 2024:year].
Xong [đến hết năm 2025:year].
Xong [hết năm 2025:year].
Tổ chức vào [giữa năm 2025:year].
Tổ chức [đầu năm 2026:year].
Hoàn thành [từ ngày 15/6 đến ngày 15/7/2025:range].
Hoàn thành [từ 15/6/2025 đến 15/7/2025:range].
Hoàn thành [từ ngày 15 đến ngày 20/7/2025:range].
Hoàn thành [từ ngày 15 đến 20 tháng 7 năm 2025:range].
Hoàn thành [từ ngày 15/6 - 15/7/2025:range].
Hoàn thành [từ ngày 15/6 tới ngày 15/7/2025:range].
Hoàn thành [từ ngày 15 tháng 5 đến ngày 15 tháng 6 năm 2025:range].
Ra quân [từ ngày 15/5 đến ngày 15/6 hằng năm:range].
Ra quân [từ ngày 15/5 đến hết ngày 15/6:range].
Thực hiện [từ tháng 3 đến tháng 6/2025:range].
Thực hiện [từ tháng 3/2025 đến tháng 6/2026:range].
Thực hiện [từ tháng 3 - 6/2025:range].
Thực hiện [tháng 4-6/2025:range].
Thực hiện [tháng 4–6/2025:range].
Thực hiện [tháng 4 đến tháng 6 năm 2025:range].
Thực hiện [từ tháng 10 đến hết tháng 12:range].
Thực hiện [từ tháng 02 năm 2025 đến hết tháng 10 năm 2025:range].
Thực hiện [từ tháng 6/2025 đến hết năm 2025:range].
Thực hiện [từ quý II/2025 đến quý I/2026:range].
Thực hiện [từ quý II đến hết năm 2025:range].
Thực hiện [từ quý II - quý IV/2025:range].
Thực hiện [quý II – III:range].
Thực hiện [Quý II đến Quý III năm 2025:range].
Thực hiện [từ năm 2023 đến năm 2025:range].
Thực hiện [từ năm 2023 đến hết năm 2025:range].
Thực hiện [trong giai đoạn 2023-2025:range].
Thực hiện giai đoạn [từ năm 2023 đến năm 2025:range].
Thực hiện trong 02 [năm 2024 - 2025:range].
Thực hiện [trong các năm 2023, 2024, 2025:range].
Thực hiện [từ nay đến hết năm 2025:range].
Thực hiện [từ nay đến ngày 30/6/2025:range].
Thực hiện [từ nay đến cuối năm:range].
Thực hiện [từ nay đến hết tháng 9/2025:range].
Thực hiện [trong 6 tháng đầu năm 2025:range].
Thực hiện [6 tháng cuối năm:range].
Thực hiện [trong sáu tháng đầu năm 2025:range].
Thực hiện [9 tháng đầu năm 2025:range].
Thực hiện [3 tháng cuối năm 2025:range].
Thực hiện [quý cuối năm 2025:quarter].
Tuyên truyền [thường xuyên:ongoing] trên hệ thống loa.
Tuyên truyền [thường xuyên, liên tục:ongoing].
Tuyên truyền [liên tục:ongoing] trong các đợt cao điểm.
Duy trì [trong suốt thời gian thực hiện Kế hoạch:ongoing].
Duy trì [suốt quá trình triển khai:ongoing].
Duy trì [trong suốt năm 2025:ongoing].
Duy trì [xuyên suốt:ongoing] cả giai đoạn.
Trực [trong suốt mùa mưa lũ:ongoing].
Phát sóng [mỗi tháng:every] 02 chuyên mục.
Bảo đảm điện cho kho lạnh [trong suốt vụ thu hoạch vải, nhãn:ongoing].
Rà soát [hằng năm:every].
Rà soát [hàng năm:every].
Rà soát [mỗi năm một lần:every].
Rà soát [mỗi năm 01 lần:every].
Rà soát [01 lần/năm:every].
Rà soát [ít nhất 02 lần/năm:every].
Rà soát [một năm hai lần:every].
Họp [mỗi quý một lần:every].
Họp [mỗi quý 01 lần:every].
Họp [01 quý/lần:every].
Họp [3 tháng/lần:every].
Họp [06 tháng một lần:every].
Họp [6 tháng/lần:every].
Họp [sáu tháng một lần:every].
Báo cáo [định kỳ 6 tháng, năm:every].
Báo cáo [định kỳ 6 tháng, 1 năm:every].
Báo cáo [định kỳ hằng quý, 6 tháng, năm:every].
Báo cáo [định kỳ hằng tháng:every].
Báo cáo [định kỳ (6 tháng, năm):every].
Báo cáo [định kỳ quý, 6 tháng, 9 tháng và năm:every].
Báo cáo [theo quý:every].
Đăng tin [hằng tuần:every].
Giao ban [thứ Sáu hằng tuần:every].
Giao ban [vào thứ Hai hằng tuần:every].
Giao ban [chiều thứ Năm hằng tuần:every].
Phát thanh [mỗi ngày hai lần:every].
Phát thanh [hằng ngày:every].
Giao ban [mỗi tuần một lần:every].
Giao ban [hai tuần một lần:every].
Kiểm tra [tối thiểu 01 lần/quý:every].
Báo cáo [khi có yêu cầu:on_request].
Báo cáo [đột xuất khi có yêu cầu:on_request].
Báo cáo [đột xuất theo yêu cầu:on_request].
Báo cáo [theo yêu cầu của Ủy ban:on_request] nhân dân tỉnh.
Báo cáo [theo yêu cầu:on_request].
Báo cáo [khi được yêu cầu:on_request].
Báo cáo [khi cần thiết:on_request].
Báo cáo [khi cần:on_request].
Báo cáo [đột xuất:on_request].
Báo cáo ngay [khi phát sinh:on_request].
Báo cáo [khi có vụ việc phát sinh:on_request].
Báo cáo [định kỳ 6 tháng, năm:every] hoặc [đột xuất:on_request].
Báo cáo [hằng quý:every] và [đột xuất khi có yêu cầu:on_request].
Gửi báo cáo [trước ngày 15/6:yearly] (6 tháng), [15/12:yearly] (năm).
Gửi báo cáo [trước ngày 15/6:yearly] đối với báo cáo 6 tháng, [15/12:yearly] đối với báo cáo năm.
Thực hiện trong [năm học 2024-2025:range].
Tổ chức vào [tuần cuối tháng 6/2025:month].
Tổ chức vào [trung tuần tháng 7/2025:month].
Phát sóng [01 kỳ/tháng:every].
Phát hành [02 số/quý:every].
Giao ban [thứ Hai tuần đầu hằng tháng:every].
Hằng năm vào [tháng 11:month] tổ chức tập huấn.
Thẩm định [quý I+II/2025:quarter].
| [30/6/2025:date]
| [30.6.2025:date]
| [Ngày 30/6/2025:date]
| [Trước 30/6/2025:date]
| [Trước ngày\n30/6/2025:date]
| Xong [trước 30/9:yearly]
| [30/6:yearly], [31/12:yearly]
| [15/6:yearly] và [15/12 hằng năm:yearly]
| [T3-T5/2025:range]
| [T3 - T5/2025:range]
| [T3–T5:range]
| [T6/2025:month]
| [Tháng 3-5:range]
| [Tháng 4 - 6:range]
| [Tháng 9 - 12/2025:range]
| [Từ tháng 9/2025 - 3/2026:range]
| [9/2025 - 3/2026:range]
| [01/2025-6/2025:range]
| [Tháng 6:month]
| [Tháng 6, 12:month]
| [Tháng\n6/2025:month]
| [6/2025:month]
| [Quý I, II:quarter]
| [Quý I - II:range]
| [Quý I/2025:quarter]
| [Q1:quarter]
| [Q.I - Q.II/2025:range]
| [Quý I/2025 - Quý II/2026:range]
| [Quý II,\nIII/2025:quarter]
| [2025:year]
| [Năm 2025:year]
| [Trong năm 2025:year]
| [Trong năm:year]
| [Cả năm:ongoing]
| [Cả năm 2025:year]
| [2024-2025:range]
| [2024, 2025:range]
| [2023 – 2025:range]
| [Giai đoạn 2023 - 2025:range]
| [Năm 2024 và 2025:range]
| [15/5 - 15/6/2025:range]
| [01/6 - 30/6:range]
| [Từ 01/6 đến 30/6/2025:range]
| [6 tháng đầu năm:range]
| [6 tháng cuối năm 2025:range]
| [Hằng năm:every]
| [Hàng quý:every]
| [Định kỳ:every]
| [Thường xuyên:ongoing]
| [Thường xuyên hằng năm:ongoing]
| [Liên tục:ongoing]
| [Khi có yêu cầu:on_request]
| [Khi phát sinh:on_request]
| [Theo yêu cầu:on_request]
| [Đột xuất:on_request]
| [Tháng 3/2025:month]; [tháng 9/2025:month]
| [Quý IV hằng năm:quarter]
| [Ngày 25 hằng tháng:monthly]
Tiếp nhận đơn [liên tục trong suốt đợt kê khai:ongoing], ghi sổ đầy đủ.
Trực chốt [trong suốt đợt cao điểm:ongoing].
Tuyên truyền [quanh năm:ongoing].
Cung cấp số liệu [đột xuất:on_request] cho Sở.
Hoàn thành [chậm nhất trong tháng 6/2025:month].
Hoàn thành [chậm nhất đến hết ngày 15/6/2025:date].
Báo cáo [định kỳ 6 tháng, hằng năm:every] về Sở.
Tổ chức họp [định kỳ 6 tháng một lần:every].
| [QIII:quarter]
Báo cáo tháng [trước ngày 20:monthly], báo cáo quý [trước ngày 15 của tháng cuối quý:monthly], báo cáo năm [trước ngày 10/12:yearly].
Báo cáo 6 tháng [trước 10/6:yearly], năm [trước 10/11:yearly].
Hội trại mở cửa [từ 07h30 ngày 10 đến 17h00 ngày 12/8/2025:range].
Thực hiện từ ngày ký [đến hết ngày 31/12/2025:date].
Hoàn thành [trong nửa cuối năm 2025:range].
Thực hiện trong 3 năm ([2025 - 2027:range]).
Phát [02 tin, bài/tháng:every] trên loa; hỗ trợ 50 đồng/tháng.
Tổ chức [ít nhất 01 buổi truyền thông/quý:every].
Kiểm tra [hằng quý:every] hoặc [đột xuất:on_request].
`;

const lines = SAID.trim().split('\n');

it.each(lines)('C-0: says when: %s', (line) => {
  const cell = line.startsWith('| ');
  const written = line.replace(/^\| /, '').replaceAll('\\n', '\n');
  const expected = [...written.matchAll(/\[([^\]]+):(\w+)\]/g)].map((m) => `${m[1]} (${m[2]})`);
  const text = written.replace(/\[([^\]]+):\w+\]/g, '$1');
  expect(deadlinesIn(text, cell).map((d) => `${text.slice(d.start, d.end)} (${d.rule.kind})`)).toEqual(expected);
});

it('C-0: the table of ways is wide', () => expect(new Set(lines).size).toBeGreaterThan(200));
