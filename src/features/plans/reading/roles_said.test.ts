import { expect, it } from 'vitest';
import { readPlan } from './read.ts';
import { sourceOf } from './sources.fixture.ts';

/** An item among the contents of a plan, and who it obliges in which role; "–" when it is nobody's task. */
const SAID = `
In tờ rơi song ngữ (Sở Tư pháp chủ trì, Sở Nội vụ phối hợp). => lead Sở Tư pháp, coordinate Sở Nội vụ
In tờ rơi song ngữ (Sở Tư pháp chủ trì; Sở Nội vụ, Sở Y tế phối hợp). => lead Sở Tư pháp, coordinate Sở Nội vụ, coordinate Sở Y tế
In tờ rơi song ngữ (chủ trì: Sở Tư pháp; phối hợp: Sở Nội vụ). => lead Sở Tư pháp, coordinate Sở Nội vụ
In tờ rơi song ngữ (Chủ trì: Sở Tư pháp. Phối hợp: Sở Nội vụ). => lead Sở Tư pháp, coordinate Sở Nội vụ
In tờ rơi song ngữ (Sở Tư pháp). => perform Sở Tư pháp
In tờ rơi song ngữ (Sở Tư pháp, Sở Nội vụ thực hiện). => perform Sở Tư pháp, perform Sở Nội vụ
In tờ rơi song ngữ (do Sở Tư pháp thực hiện). => perform Sở Tư pháp
In tờ rơi song ngữ (giao Sở Tư pháp chủ trì). => lead Sở Tư pháp
In tờ rơi song ngữ - Sở Tư pháp chủ trì. => lead Sở Tư pháp
In tờ rơi song ngữ, do Sở Tư pháp chủ trì. => lead Sở Tư pháp
In tờ rơi song ngữ; giao Sở Tư pháp chủ trì, phối hợp với Sở Nội vụ thực hiện. => lead Sở Tư pháp, coordinate Sở Nội vụ
In tờ rơi song ngữ. Giao Sở Tư pháp thực hiện. => perform Sở Tư pháp
In tờ rơi song ngữ. Đơn vị chủ trì: Sở Tư pháp; phối hợp: Sở Nội vụ, Sở Y tế. => lead Sở Tư pháp, coordinate Sở Nội vụ, coordinate Sở Y tế
In tờ rơi song ngữ. Cơ quan chủ trì: Sở Tư pháp; cơ quan phối hợp: Sở Nội vụ. => lead Sở Tư pháp, coordinate Sở Nội vụ
In tờ rơi song ngữ. Cơ quan thực hiện: Sở Tư pháp. => perform Sở Tư pháp
In tờ rơi song ngữ. Đơn vị thực hiện: Sở Tư pháp, Sở Nội vụ. => perform Sở Tư pháp, perform Sở Nội vụ
In tờ rơi song ngữ. Đơn vị đầu mối: Sở Tư pháp. => lead Sở Tư pháp
In tờ rơi song ngữ. Phân công: Sở Tư pháp. => perform Sở Tư pháp
In tờ rơi song ngữ. Trách nhiệm thực hiện: Sở Tư pháp. => perform Sở Tư pháp
In tờ rơi song ngữ. Chủ trì thực hiện: Sở Tư pháp; đơn vị phối hợp: UBND các xã. => lead Sở Tư pháp, coordinate UBND các xã
In tờ rơi song ngữ. Sở Tư pháp chủ trì, phối hợp với Sở Nội vụ, UBND các xã tổ chức. => lead Sở Tư pháp, coordinate Sở Nội vụ, coordinate UBND các xã
In tờ rơi song ngữ. Sở Tư pháp chịu trách nhiệm. => perform Sở Tư pháp
In tờ rơi song ngữ. Phân công Sở Tư pháp chủ trì. => lead Sở Tư pháp
Giao Sở Tư pháp chủ trì, phối hợp với các đơn vị liên quan in tờ rơi. => lead Sở Tư pháp
Giao Sở Tư pháp làm đầu mối tổng hợp. => lead Sở Tư pháp
Giao Sở Tư pháp là cơ quan đầu mối tổng hợp. => lead Sở Tư pháp
Giao cho Sở Tư pháp in tờ rơi. => perform Sở Tư pháp
Giao nhiệm vụ cho Sở Tư pháp in tờ rơi. => perform Sở Tư pháp
Giao Giám đốc Sở Tư pháp chỉ đạo in tờ rơi. => perform Sở Tư pháp
Phân công Phòng Tư pháp, Phòng Nội vụ in tờ rơi. => perform Phòng Tư pháp, perform Phòng Nội vụ
Đề nghị Hội Nông dân tỉnh vận động hội viên. => perform Hội Nông dân tỉnh
Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh chủ trì giám sát. => lead Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh
Yêu cầu UBND các xã biên giới rà soát số hộ chưa có thiết bị thu. => perform UBND các xã biên giới
Sở Tư pháp chủ trì, phối hợp với Công an tỉnh tổ chức tập huấn. => lead Sở Tư pháp, coordinate Công an tỉnh
Sở Tư pháp là đơn vị thường trực, tổng hợp kết quả. => lead Sở Tư pháp
Sở Tư pháp là cơ quan chủ trì biên soạn tài liệu. => lead Sở Tư pháp
Sở Tư pháp có trách nhiệm biên soạn tài liệu. => perform Sở Tư pháp
Sở Tư pháp chịu trách nhiệm trước UBND tỉnh về nội dung tài liệu. => perform Sở Tư pháp
Sở Tư pháp có trách nhiệm chủ trì, phối hợp với Sở Nội vụ biên soạn tài liệu. => lead Sở Tư pháp, coordinate Sở Nội vụ
Sở Tư pháp: Biên soạn tài liệu. => perform Sở Tư pháp
Sở Tư pháp, Sở Nội vụ: Biên soạn tài liệu. => perform Sở Tư pháp, perform Sở Nội vụ
Hội thi do Sở Tư pháp chủ trì, với sự tham gia của Sở Nội vụ. => lead Sở Tư pháp, coordinate Sở Nội vụ
Hội thi do Sở Tư pháp chủ trì với sự phối hợp của Sở Nội vụ. => lead Sở Tư pháp, coordinate Sở Nội vụ
Hội thi do Sở Tư pháp đăng cai tổ chức. => perform Sở Tư pháp
Hội thi do Sở Tư pháp chủ trì cùng với Sở Nội vụ tổ chức. => lead Sở Tư pháp, coordinate Sở Nội vụ
Sở Tư pháp chủ trì, cùng Công an tỉnh rà soát. => lead Sở Tư pháp, coordinate Công an tỉnh
Sở Tư pháp phối hợp cùng Công an tỉnh rà soát. => –
Sở Tư pháp làm đầu mối, phối hợp chặt chẽ với Công an tỉnh rà soát. => lead Sở Tư pháp, coordinate Công an tỉnh
Sở Tư pháp và Sở Nội vụ đồng chủ trì hội thảo. => lead Sở Tư pháp, lead Sở Nội vụ
Cung cấp tài liệu cho Sở Tư pháp và các đồn biên phòng. => –
Gửi báo cáo về Sở Tư pháp. => –
Nâng cao vai trò của Sở Tư pháp trong tuyên truyền. => –
Tuyên truyền theo tài liệu của Sở Tư pháp. => –
Tuyên truyền theo hướng dẫn của Bộ Văn hóa, Thể thao và Du lịch. => –
Phối hợp với Công an tỉnh tuyên truyền. => –
Tổ chức cho cán bộ Sở Tư pháp, Công an tỉnh học tập kinh nghiệm. => –
Cán bộ Sở Tư pháp và UBND các xã được tập huấn. => –
In tờ rơi song ngữ (CC Văn hóa - Xã hội chịu trách nhiệm). => perform CC Văn hóa - Xã hội
In tờ rơi song ngữ, giao đ/c Trưởng Công an xã và CC Địa chính - Xây dựng cùng thực hiện. => perform Công an xã, perform CC Địa chính - Xây dựng
Giao cho Tổ hòa giải ở cơ sở tiếp nhận đơn. => perform Tổ hòa giải ở cơ sở
Hội Nông dân xã chủ trì phối hợp với BTQ các buôn hướng dẫn bà con. => lead Hội Nông dân xã, coordinate BTQ các buôn
Sở Tư pháp chủ trì phối hợp Sở Nội vụ tổ chức tập huấn. => lead Sở Tư pháp, coordinate Sở Nội vụ
Sở Tư pháp có trách nhiệm phối hợp với Sở Nội vụ tổ chức tập huấn. => –
Sở Tư pháp là cơ quan đầu mối, có trách nhiệm tổng hợp kết quả. => lead Sở Tư pháp
In tờ rơi song ngữ: Sở Tư pháp chủ trì, Sở Nội vụ và Công an tỉnh phối hợp. => lead Sở Tư pháp, coordinate Sở Nội vụ, coordinate Công an tỉnh
In tờ rơi song ngữ (CQ chủ trì: Sở Tư pháp; CQ phối hợp: Sở Nội vụ). => lead Sở Tư pháp, coordinate Sở Nội vụ
In tờ rơi song ngữ (Chủ trì: Sở Tư pháp - Phối hợp: Sở Nội vụ). => lead Sở Tư pháp, coordinate Sở Nội vụ
In tờ rơi song ngữ (giao cho Sở Tư pháp). => perform Sở Tư pháp
In tờ rơi song ngữ. Cơ quan chủ trì thực hiện là Sở Tư pháp. => lead Sở Tư pháp
In tờ rơi song ngữ. Cơ quan chủ trì là Sở Tư pháp, cơ quan phối hợp là Sở Nội vụ. => lead Sở Tư pháp, coordinate Sở Nội vụ
In tờ rơi song ngữ. Đơn vị chịu trách nhiệm chính: Sở Tư pháp. => lead Sở Tư pháp
In tờ rơi song ngữ. Đơn vị chịu trách nhiệm: Sở Tư pháp. => perform Sở Tư pháp
In tờ rơi song ngữ. Đơn vị phụ trách: Sở Tư pháp; đơn vị hỗ trợ: Sở Nội vụ. => perform Sở Tư pháp, coordinate Sở Nội vụ
In tờ rơi song ngữ. Bộ phận phụ trách: Văn phòng Sở. => perform Văn phòng Sở
In tờ rơi song ngữ. Phân công Sở Tư pháp chủ trì, các sở: Nội vụ, Y tế phối hợp. => lead Sở Tư pháp, coordinate sở Nội vụ, coordinate sở Y tế
In tờ rơi song ngữ, Sở Tư pháp chủ trì. => lead Sở Tư pháp
In tờ rơi song ngữ do Sở Tư pháp phối hợp với Sở Nội vụ thực hiện. => perform Sở Tư pháp, coordinate Sở Nội vụ
Giao Sở Tư pháp là cơ quan chủ trì, phối hợp cùng các sở, ban, ngành tỉnh in tờ rơi. => lead Sở Tư pháp, coordinate các sở, ban, ngành tỉnh
Giao Sở Tư pháp phối hợp với Sở Nội vụ in tờ rơi. => coordinate Sở Tư pháp, coordinate Sở Nội vụ
Giao Sở Tư pháp, phối hợp với Sở Nội vụ in tờ rơi. => perform Sở Tư pháp, coordinate Sở Nội vụ
Giao trách nhiệm cho Sở Tư pháp in tờ rơi. => perform Sở Tư pháp
Giao Chủ tịch UBND các xã chịu trách nhiệm rà soát. => perform UBND các xã
Ủy quyền cho Sở Tư pháp ký kết. => perform Sở Tư pháp
UBND tỉnh giao Sở Tư pháp chủ trì in tờ rơi. => lead Sở Tư pháp
Sở Tư pháp cùng Sở Nội vụ chịu trách nhiệm in tờ rơi. => perform Sở Tư pháp, perform Sở Nội vụ
Sở Tư pháp cùng với Công an tỉnh tổ chức tập huấn. => perform Sở Tư pháp, perform Công an tỉnh
Mời Báo Kon Tum, Đài Phát thanh - Truyền hình tỉnh tham gia chuyến đi. => –
Tuyên truyền trên Báo Kon Tum, Đài Phát thanh - Truyền hình tỉnh, Cổng Thông tin điện tử tỉnh. => –
Tổ chức hội nghị tại Trung tâm Hội nghị tỉnh. => –
Sửa nhà văn hóa thôn (thôn Lao Chải). => –
Thôn Lao Chải: 05 hộ; thôn Sim San: 03 hộ. => –
Chọn thôn Lao Chải, thôn Sim San làm điểm. => –
Giao thôn Lao Chải họp dân. => perform thôn Lao Chải
In tờ rơi song ngữ, bàn giao cho Sở Tư pháp. => –
Sở Tư pháp phối hợp với Công an, Quân sự, Biên phòng tổ chức tập huấn. => –
Sở Tư pháp chủ trì, phối hợp với Công an, Quân sự, Biên phòng tập huấn. => lead Sở Tư pháp, coordinate Công an, coordinate Quân sự, coordinate Biên phòng
Thành lập đoàn công tác do đồng chí Phó Chủ tịch UBND tỉnh làm trưởng đoàn. => –
Sản xuất video clip, đầu mối thực hiện: Trung tâm Văn hóa. => lead Trung tâm Văn hóa
Sản xuất video clip; đầu mối là Trung tâm Văn hóa. => lead Trung tâm Văn hóa
Sản xuất video clip. Trung tâm Văn hóa là đơn vị thực hiện. => perform Trung tâm Văn hóa
Sản xuất video clip. Nhiệm vụ này giao cho Trung tâm Văn hóa. => perform Trung tâm Văn hóa
Sản xuất video clip (Trung tâm Văn hóa chủ trì, UBND các xã và Đồn Biên phòng Hoa Lư cùng thực hiện). => lead Trung tâm Văn hóa, perform UBND các xã, perform Đồn Biên phòng Hoa Lư
Sản xuất video clip (Trung tâm Văn hóa phối hợp Sở Tư pháp thực hiện). => perform Trung tâm Văn hóa, coordinate Sở Tư pháp
Sản xuất video clip (phối hợp với Sở Tư pháp). => –
Sản xuất video clip, phân công: Trung tâm Văn hóa chủ trì; Sở Tư pháp phối hợp. => lead Trung tâm Văn hóa, coordinate Sở Tư pháp
Trung tâm Văn hóa được giao sản xuất video clip. => perform Trung tâm Văn hóa
Trung tâm Văn hóa đảm nhiệm việc sản xuất video clip. => perform Trung tâm Văn hóa
Đối với các xã biên giới: giao Đồn Biên phòng phối hợp với Công an xã tuyên truyền. => coordinate Đồn Biên phòng, coordinate Công an xã
Sản xuất video clip (Trung tâm Văn hóa, quý II/2025). => perform Trung tâm Văn hóa
Sản xuất video clip (Trung tâm Văn hóa; hoàn thành trước 30/6/2025). => perform Trung tâm Văn hóa
Mở lớp tại nhà văn hóa các bản; Đoàn Thanh niên xã chịu trách nhiệm tổ chức trong tháng 7/2026. => perform Đoàn Thanh niên xã
Sở Tư pháp chủ trì soạn thảo quy chế phối hợp giữa Công an tỉnh và Sở Y tế. => lead Sở Tư pháp
In tờ rơi song ngữ. Phân công thực hiện: Sở Tư pháp (chủ trì); Sở Nội vụ, Sở Y tế (phối hợp). => lead Sở Tư pháp, coordinate Sở Nội vụ, coordinate Sở Y tế
In tờ rơi song ngữ (Sở Tư pháp - chủ trì, Sở Nội vụ và Sở Y tế - phối hợp). => lead Sở Tư pháp, coordinate Sở Nội vụ, coordinate Sở Y tế
Cắt giảm thủ tục; Đảng ủy UBND tỉnh lãnh đạo, chỉ đạo UBND tỉnh thực hiện. => perform Đảng ủy UBND tỉnh
Ban hành danh mục dự án (Đảng ủy UBND tỉnh chỉ đạo). => perform Đảng ủy UBND tỉnh
Trung tâm Văn hóa có nhiệm vụ xây dựng chuyên trang. => perform Trung tâm Văn hóa
In tờ rơi song ngữ. Đơn vị thực hiện: Sở Tư pháp, báo cáo UBND tỉnh. => perform Sở Tư pháp
In tờ rơi song ngữ. Đơn vị chủ trì: Sở Tư pháp, trình UBND tỉnh phê duyệt. => lead Sở Tư pháp
`;

const SAYS_WHO = SAID.trim()
  .split('\n')
  .map((line) => line.split(' => ') as [string, string]);

it.each(SAYS_WHO)('IV.0: %s → %s', (sentence, expected) => {
  const reading = readPlan(
    sourceOf(`II. NỘI DUNG\n1. Tuyên truyền biên giới\n- ${sentence}\n- Nâng cao nhận thức của nhân dân.`),
    [],
  );
  const given = reading.assignments.map((a) => `${a.role} ${a.unit.name}`).join(', ');
  expect(reading.tasks.length ? given : '–').toBe(expected);
});
