/** Bodies of plans as different offices habitually write them: the same duties must come out of each. */
import { expect, it } from 'vitest';
import { readPlan } from './read.ts';
import { sourceOf } from './sources.fixture.ts';
import type { TestCell } from './sources.fixture.ts';

interface Habit {
  body: string;
  rows?: TestCell[][];
  after?: string;
  /** "first words: role unit, …" per task. */
  tasks: string[];
  headings: string[];
}

const HABITS: Record<string, Habit> = {
  'duties numbered, the agency at the end in brackets': {
    body: `II. NHIỆM VỤ
1. Biên soạn sổ tay hỏi đáp về biên giới (Sở Ngoại vụ chủ trì, Sở Tư pháp phối hợp).
2. Phát thanh bằng tiếng Stiêng hai buổi mỗi tuần (Trung tâm Văn hóa tỉnh thực hiện).
3. Nâng cao nhận thức của nhân dân.`,
    tasks: [
      'Biên soạn sổ tay: lead Sở Ngoại vụ, coordinate Sở Tư pháp',
      'Phát thanh bằng tiếng Stiêng: perform Trung tâm Văn hóa tỉnh',
    ],
    headings: ['II. NHIỆM VỤ'],
  },
  'numbered points before any heading, one in which an agency only takes part': {
    body: `1. Sở Ngoại vụ phối hợp với Sở Tư pháp biên soạn tài liệu tuyên truyền biên giới.
2. Trung tâm Văn hóa tỉnh chủ trì phát thanh bằng tiếng Stiêng.`,
    tasks: [
      'Sở Ngoại vụ phối hợp: coordinate Sở Ngoại vụ, coordinate Sở Tư pháp',
      'Trung tâm Văn hóa tỉnh chủ trì: lead Trung tâm Văn hóa tỉnh',
    ],
    headings: [],
  },
  'duties numbered, the agency first': {
    body: `III. TỔ CHỨC THỰC HIỆN
1. Sở Ngoại vụ chủ trì, phối hợp với Sở Tư pháp biên soạn sổ tay.
2. Trung tâm Văn hóa tỉnh phát thanh bằng tiếng Stiêng.
3. Các cơ quan, đơn vị căn cứ Kế hoạch này tổ chức thực hiện, báo cáo kết quả về Sở Ngoại vụ trước ngày 10/12.`,
    tasks: [
      'Sở Ngoại vụ chủ trì: lead Sở Ngoại vụ, coordinate Sở Tư pháp',
      'Trung tâm Văn hóa tỉnh phát: perform Trung tâm Văn hóa tỉnh',
    ],
    headings: ['III. TỔ CHỨC THỰC HIỆN'],
  },
  'the agency is the heading, its duties are bullets': {
    body: `IV. TỔ CHỨC THỰC HIỆN
1. Sở Ngoại vụ
- Chủ trì, phối hợp với Sở Tư pháp biên soạn sổ tay.
- Dịch sổ tay sang tiếng Khmer.
2. Sở Tài chính
Cân đối kinh phí thực hiện.`,
    tasks: [
      'Chủ trì, phối hợp: lead Sở Ngoại vụ, coordinate Sở Tư pháp',
      'Dịch sổ tay: perform Sở Ngoại vụ',
      'Cân đối kinh phí: perform Sở Tài chính',
    ],
    headings: ['IV. TỔ CHỨC THỰC HIỆN', '1. Sở Ngoại vụ', '2. Sở Tài chính'],
  },
  'several agencies in one heading': {
    body: `IV. TỔ CHỨC THỰC HIỆN
1. Sở Ngoại vụ, Sở Tư pháp và Công an tỉnh
- Rà soát tài liệu lưu hành ở cửa khẩu.
2. UBND các huyện: Lộc Ninh, Bù Đốp
- Phát tài liệu cho nhân dân.`,
    tasks: [
      'Rà soát tài liệu: perform Sở Ngoại vụ, perform Sở Tư pháp, perform Công an tỉnh',
      'Phát tài liệu: perform UBND huyện Lộc Ninh, perform UBND huyện Bù Đốp',
    ],
    headings: ['IV. TỔ CHỨC THỰC HIỆN', '1. Sở Ngoại vụ, Sở Tư pháp và Công an tỉnh', '2. UBND các huyện: Lộc Ninh, Bù Đốp'],
  },
  'headings say whose responsibility it is': {
    body: `IV. PHÂN CÔNG TRÁCH NHIỆM
1. Trách nhiệm của Sở Ngoại vụ
a) Biên soạn sổ tay.
b) Dịch sổ tay.
2. Trách nhiệm của UBND các xã
a) Phát sổ tay.
3. Đối với Công an tỉnh
a) Bảo đảm an ninh.
4. Nhiệm vụ của Sở Tài chính
a) Cân đối kinh phí.`,
    tasks: [
      'Biên soạn sổ tay: perform Sở Ngoại vụ',
      'Dịch sổ tay: perform Sở Ngoại vụ',
      'Phát sổ tay: perform UBND các xã',
      'Bảo đảm an ninh: perform Công an tỉnh',
      'Cân đối kinh phí: perform Sở Tài chính',
    ],
    headings: [
      'IV. PHÂN CÔNG TRÁCH NHIỆM',
      '1. Trách nhiệm của Sở Ngoại vụ',
      '2. Trách nhiệm của UBND các xã',
      '3. Đối với Công an tỉnh',
      '4. Nhiệm vụ của Sở Tài chính',
    ],
  },
  'the agency has its duties after "có trách nhiệm:"': {
    body: `IV. TỔ CHỨC THỰC HIỆN
1. Sở Ngoại vụ có trách nhiệm:
a) Biên soạn sổ tay;
b) Dịch sổ tay.
2. Giao Sở Tài chính chủ trì thực hiện các nhiệm vụ sau:
a) Cân đối kinh phí;
b) Hướng dẫn quyết toán.`,
    tasks: [
      'Biên soạn sổ tay: perform Sở Ngoại vụ',
      'Dịch sổ tay: perform Sở Ngoại vụ',
      'Cân đối kinh phí: lead Sở Tài chính',
      'Hướng dẫn quyết toán: lead Sở Tài chính',
    ],
    headings: [
      'IV. TỔ CHỨC THỰC HIỆN',
      '1. Sở Ngoại vụ có trách nhiệm:',
      '2. Giao Sở Tài chính chủ trì thực hiện các nhiệm vụ sau:',
    ],
  },
  'who and when in lines below each duty': {
    body: `II. NỘI DUNG
1. Biên soạn sổ tay hỏi đáp
- Cơ quan chủ trì: Sở Ngoại vụ.
- Cơ quan phối hợp: Sở Tư pháp; UBND các xã biên giới.
- Thời gian hoàn thành: Trong quý II/2025.
2. Phát thanh bằng tiếng Stiêng
Đơn vị thực hiện: Trung tâm Văn hóa tỉnh
Thời gian: Thường xuyên`,
    tasks: [
      'Biên soạn sổ tay: lead Sở Ngoại vụ, coordinate Sở Tư pháp, coordinate UBND các xã biên giới',
      'Phát thanh bằng: perform Trung tâm Văn hóa tỉnh',
    ],
    headings: ['II. NỘI DUNG'],
  },
  'who in a line of its own in brackets or after a dash': {
    body: `II. NỘI DUNG
1. Biên soạn sổ tay hỏi đáp.
(Sở Ngoại vụ chủ trì; Sở Tư pháp phối hợp)
2. Phát thanh bằng tiếng Stiêng.
* Đơn vị chủ trì: Trung tâm Văn hóa tỉnh; phối hợp: UBND các xã.`,
    tasks: [
      'Biên soạn sổ tay: lead Sở Ngoại vụ, coordinate Sở Tư pháp',
      'Phát thanh bằng: lead Trung tâm Văn hóa tỉnh, coordinate UBND các xã',
    ],
    headings: ['II. NỘI DUNG'],
  },
  'audiences, aims and requirements are no duties': {
    body: `I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
- Nâng cao nhận thức của cán bộ Sở Ngoại vụ, UBND các xã.
2. Yêu cầu
- Các sở, ban, ngành bám sát định hướng của Trung ương.
II. BỒI DƯỠNG
1. Người học
- Già làng tiêu biểu, trưởng thôn, người có uy tín trong đồng bào dân tộc thiểu số.
- Lãnh đạo, phóng viên Đài Phát thanh - Truyền hình và Báo Bình Phước.
- Trưởng ấp, bí thư chi bộ các ấp biên giới.
- Công chức Phòng Văn hóa - Thông tin các huyện.
2. Thành phần
- Đại diện Sở Ngoại vụ, Công an tỉnh, các đồn biên phòng.
3. Giảng viên
- Báo cáo viên Bộ Ngoại giao, Bộ Chỉ huy Bộ đội Biên phòng tỉnh.`,
    tasks: [],
    headings: [
      'I. MỤC ĐÍCH, YÊU CẦU',
      '1. Mục đích',
      '2. Yêu cầu',
      'II. BỒI DƯỠNG',
      '1. Người học',
      '2. Thành phần',
      '3. Giảng viên',
    ],
  },
  'headings in capitals that name the agencies': {
    body: `B. PHÂN CÔNG NHIỆM VỤ
I. SỞ NGOẠI VỤ
1. Biên soạn sổ tay.
II. ỦY BAN NHÂN DÂN CÁC XÃ BIÊN GIỚI
1. Phát sổ tay.`,
    tasks: ['Biên soạn sổ tay: perform SỞ NGOẠI VỤ', 'Phát sổ tay: perform ỦY BAN NHÂN DÂN CÁC XÃ BIÊN GIỚI'],
    headings: ['B. PHÂN CÔNG NHIỆM VỤ', 'I. SỞ NGOẠI VỤ', 'II. ỦY BAN NHÂN DÂN CÁC XÃ BIÊN GIỚI'],
  },
  'the heading tells the role of its agency': {
    body: `IV. TỔ CHỨC THỰC HIỆN
1. Cơ quan chủ trì: Sở Ngoại vụ
- Biên soạn sổ tay.
2. Cơ quan phối hợp: Sở Tư pháp
- Góp ý sổ tay.`,
    tasks: ['Biên soạn sổ tay: lead Sở Ngoại vụ', 'Góp ý sổ tay: coordinate Sở Tư pháp'],
    headings: ['IV. TỔ CHỨC THỰC HIỆN', '1. Cơ quan chủ trì: Sở Ngoại vụ', '2. Cơ quan phối hợp: Sở Tư pháp'],
  },
  'a table of duties per agency, under a heading that names it': {
    body: `II. NHIỆM VỤ CỤ THỂ
1. Sở Ngoại vụ`,
    rows: [
      ['TT', 'Nội dung công việc', 'Đơn vị phối hợp', 'Thời gian hoàn thành'],
      ['1', 'Biên soạn sổ tay', 'Sở Tư pháp', 'Tháng 4-6/2025'],
      ['2', 'Dịch sổ tay', '', 'Quý III/2025'],
    ],
    after: `2. Sở Tài chính
- Cân đối kinh phí.`,
    tasks: [
      'Biên soạn sổ tay: perform Sở Ngoại vụ, coordinate Sở Tư pháp',
      'Dịch sổ tay: perform Sở Ngoại vụ',
      'Cân đối kinh phí: perform Sở Tài chính',
    ],
    headings: ['II. NHIỆM VỤ CỤ THỂ', '1. Sở Ngoại vụ', '2. Sở Tài chính'],
  },
  'a table with one column for both roles': {
    body: 'PHỤ LỤC\nDANH MỤC NHIỆM VỤ',
    rows: [
      ['STT', 'Nhiệm vụ', 'Cơ quan chủ trì/phối hợp', 'Thời gian'],
      ['1', 'Biên soạn sổ tay', 'Chủ trì: Sở Ngoại vụ\nPhối hợp: Sở Tư pháp', 'T3-T5/2025'],
      ['2', 'Dịch sổ tay', 'Sở Ngoại vụ (chủ trì), Sở Tư pháp (phối hợp)', 'Năm 2025'],
    ],
    tasks: ['Biên soạn sổ tay: lead Sở Ngoại vụ, coordinate Sở Tư pháp', 'Dịch sổ tay: lead Sở Ngoại vụ, coordinate Sở Tư pháp'],
    headings: ['PHỤ LỤC DANH MỤC NHIỆM VỤ'],
  },
  'a table whose groups are the agencies': {
    body: 'PHỤ LỤC\nPHÂN CÔNG NHIỆM VỤ',
    rows: [
      ['TT', 'Nội dung', 'Sản phẩm', 'Thời hạn'],
      ['I', ['Sở Ngoại vụ', 3, 1, true]],
      ['1', 'Biên soạn sổ tay', 'Sổ tay', 'Tháng 5/2025'],
      ['II', ['UBND các xã', 3, 1, true]],
      ['1', 'Phát sổ tay', 'Danh sách', 'Tháng 6/2025'],
    ],
    tasks: ['Biên soạn sổ tay: perform Sở Ngoại vụ', 'Phát sổ tay: perform UBND các xã'],
    headings: ['PHỤ LỤC PHÂN CÔNG NHIỆM VỤ', 'I Sở Ngoại vụ', 'II UBND các xã'],
  },
  'offices of no known name stand among others': {
    body: `IV. TỔ CHỨC THỰC HIỆN
1. Công an xã
- Tuần tra.
2. Các hộ kinh doanh, cơ sở lưu trú
- Niêm yết giá.
3. Nhà trường
- Tổ chức ngoại khóa.
4. Trạm Y tế
- Phát tờ rơi.
5. UBND xã
- Sơ kết.
6. Chế độ báo cáo
- Định kỳ hằng quý.`,
    tasks: [
      'Tuần tra: perform Công an xã',
      'Niêm yết giá: perform Các hộ kinh doanh, cơ sở lưu trú',
      'Tổ chức ngoại khóa: perform Nhà trường',
      'Phát tờ rơi: perform Trạm Y tế',
      'Sơ kết: perform UBND xã',
    ],
    headings: [
      'IV. TỔ CHỨC THỰC HIỆN',
      '1. Công an xã',
      '2. Các hộ kinh doanh, cơ sở lưu trú',
      '3. Nhà trường',
      '4. Trạm Y tế',
      '5. UBND xã',
      '6. Chế độ báo cáo',
    ],
  },
  'a later point of the same agency begins with others': {
    body: `IV. TỔ CHỨC THỰC HIỆN
1. Sở Ngoại vụ và UBND các xã
- Phát sổ tay.
- Riêng UBND các xã: Lộc Tấn, Lộc Thạnh tổ chức giao lưu.`,
    tasks: [
      'Phát sổ tay: perform Sở Ngoại vụ, perform UBND các xã',
      'Riêng UBND các xã: perform UBND xã Lộc Tấn, perform UBND xã Lộc Thạnh',
    ],
    headings: ['IV. TỔ CHỨC THỰC HIỆN', '1. Sở Ngoại vụ và UBND các xã'],
  },
  'an office no grammar knows stands before a colon, among others': {
    body: `IV. PHÂN CÔNG NHIỆM VỤ
1. Ban Giám hiệu
- Chỉ đạo chung.
2. Đoàn Thanh niên, Đội TNTP
- Tổ chức ngoại khóa.
3. Y tế học đường: theo dõi sức khỏe học sinh.
4. Thư viện, thiết bị: chuẩn bị sách.
5. Kinh phí: lấy từ nguồn chi thường xuyên.`,
    tasks: [
      'Chỉ đạo chung: perform Ban Giám hiệu',
      'Tổ chức ngoại khóa: perform Đoàn Thanh niên, perform Đội TNTP',
      'Y tế học đường: perform Y tế học đường',
      'Thư viện, thiết bị: perform Thư viện, thiết bị',
    ],
    headings: ['IV. PHÂN CÔNG NHIỆM VỤ', '1. Ban Giám hiệu', '2. Đoàn Thanh niên, Đội TNTP'],
  },
  'villages act where work is handed out, and are places elsewhere': {
    body: `II. ĐỊA BÀN
1. Thôn Lao Chải
- Sửa nhà văn hóa.
IV. TỔ CHỨC THỰC HIỆN
1. Công an xã
- Tuần tra.
2. Các thôn: Choản Thèn, Lao Chải
- Họp dân.
3. Các đồn Biên phòng (Y Tý, A Mú Sung)
- Tuần tra biên giới.`,
    tasks: [
      'Tuần tra: perform Công an xã',
      'Họp dân: perform thôn Choản Thèn, perform thôn Lao Chải',
      'Tuần tra biên giới: perform đồn Biên phòng Y Tý, perform đồn Biên phòng A Mú Sung',
    ],
    headings: [
      'II. ĐỊA BÀN',
      '1. Thôn Lao Chải',
      'IV. TỔ CHỨC THỰC HIỆN',
      '1. Công an xã',
      '2. Các thôn: Choản Thèn, Lao Chải',
      '3. Các đồn Biên phòng (Y Tý, A Mú Sung)',
    ],
  },
  'a point that only shares out, and a heading over the closing request': {
    body: `IV. TỔ CHỨC THỰC HIỆN
1. Sở Y tế
- Khám bệnh.
2. Phân công theo dõi địa bàn:
- Phòng Nghiệp vụ Y theo dõi huyện Kon Rẫy;
- Phòng Nghiệp vụ Dược theo dõi huyện Đăk Hà.
3. Chế độ thông tin, báo cáo
Các đơn vị báo cáo kết quả về Sở Y tế trước ngày 15/12.`,
    tasks: [
      'Khám bệnh: perform Sở Y tế',
      'Phòng Nghiệp vụ Y: perform Phòng Nghiệp vụ Y',
      'Phòng Nghiệp vụ Dược: perform Phòng Nghiệp vụ Dược',
    ],
    headings: ['IV. TỔ CHỨC THỰC HIỆN', '1. Sở Y tế', '2. Phân công theo dõi địa bàn:', '3. Chế độ thông tin, báo cáo'],
  },
  'responsibility said in lines of their own': {
    body: `II. NỘI DUNG
1. Cắm biển báo
Trách nhiệm chủ trì: Phòng Kinh tế
Trách nhiệm phối hợp: Đồn Biên phòng
Thời hạn: trước 30/6`,
    tasks: ['Cắm biển báo: lead Phòng Kinh tế, coordinate Đồn Biên phòng'],
    headings: ['II. NỘI DUNG'],
  },
  'a table with offices called by their field alone': {
    body: 'PHỤ LỤC\nPHÂN CÔNG NHIỆM VỤ',
    rows: [
      ['TT', 'Việc cần làm', 'Ai làm', 'Làm cùng', 'Bao giờ xong'],
      ['1', 'Biên soạn sổ tay', 'Văn hóa, Thể thao và Du lịch', 'Nội vụ; Sở Tài chính; các đơn vị liên quan', 'QI, II/2025'],
      ['2', 'Dịch sổ tay', 'Chi đoàn; Phụ nữ', 'Công an, Quân sự, Biên phòng', '30/6'],
    ],
    tasks: [
      'Biên soạn sổ tay: perform Văn hóa, Thể thao và Du lịch, coordinate Nội vụ, coordinate Sở Tài chính',
      'Dịch sổ tay: perform Chi đoàn, perform Phụ nữ, coordinate Công an, coordinate Quân sự, coordinate Biên phòng',
    ],
    headings: ['PHỤ LỤC PHÂN CÔNG NHIỆM VỤ'],
  },
  'who is told in a lettered line, by names no grammar knows': {
    body: `III. NỘI DUNG
1. Thi vẽ tranh
a. Nội dung: biển đảo.
b. Phụ trách: Nhóm trưởng, Đoàn Thanh niên; phối hợp: Ban Đại diện cha mẹ học sinh
2. Nâng cấp trang tin
* Đơn vị thực hiện: Văn phòng UBND tỉnh phối hợp với VNPT Gia Lai.
IV. TỔ CHỨC THỰC HIỆN
1. Đối với Ban Giám hiệu
- Chỉ đạo, kiểm tra.
2. Đối với Nhóm trưởng
- Phát thanh măng non.
3. Đối với giáo viên chủ nhiệm
- Phổ biến cho học sinh.`,
    tasks: [
      'Thi vẽ tranh: perform Đoàn Thanh niên, coordinate Ban Đại diện cha mẹ học sinh, perform Nhóm trưởng',
      'Nâng cấp trang tin: perform Văn phòng UBND tỉnh, coordinate VNPT Gia Lai',
      'Chỉ đạo, kiểm tra: perform Ban Giám hiệu',
      'Phát thanh măng non: perform Nhóm trưởng',
      'Phổ biến cho học sinh: perform giáo viên chủ nhiệm',
    ],
    headings: [
      'III. NỘI DUNG',
      'IV. TỔ CHỨC THỰC HIỆN',
      '1. Đối với Ban Giám hiệu',
      '2. Đối với Nhóm trưởng',
      '3. Đối với giáo viên chủ nhiệm',
    ],
  },
  'an office that has to ask others, or takes a part of a duty': {
    body: `IV. TỔ CHỨC THỰC HIỆN
1. Sở Ngoại vụ
- Làm tốt vai trò đầu mối, phối hợp với Sở Tư pháp biên soạn sổ tay.
- Được giao chủ trì hội thảo.
- Đề nghị Công an tỉnh hỗ trợ lực lượng.
2. Đề nghị Công an tỉnh hỗ trợ lực lượng.
3. UBND các xã
- Riêng UBND các xã biên giới Ia Dom, Ia Nan chủ trì rà soát.`,
    tasks: [
      'Làm tốt vai trò: lead Sở Ngoại vụ, coordinate Sở Tư pháp',
      'Được giao chủ trì: lead Sở Ngoại vụ',
      'Đề nghị Công an tỉnh: perform Sở Ngoại vụ',
      'Đề nghị Công an tỉnh: perform Công an tỉnh',
      'Riêng UBND các xã biên giới: lead UBND xã Ia Dom, lead UBND xã Ia Nan',
    ],
    headings: ['IV. TỔ CHỨC THỰC HIỆN', '1. Sở Ngoại vụ', '3. UBND các xã'],
  },
  'articles are headings, whatever closes below them': {
    body: `Điều 1. Trách nhiệm của các đơn vị
1. Phòng Văn hóa - Xã hội có trách nhiệm:
a) Tham mưu;
b) Đôn đốc.
2. Các thôn, làng: Họp dân.
Điều 2. Hiệu lực
Kế hoạch này có hiệu lực từ ngày ký.`,
    tasks: [
      'Tham mưu: perform Phòng Văn hóa - Xã hội',
      'Đôn đốc: perform Phòng Văn hóa - Xã hội',
      'Các thôn, làng: perform Các thôn, làng',
    ],
    headings: ['Điều 1. Trách nhiệm của các đơn vị', '1. Phòng Văn hóa - Xã hội có trách nhiệm:', 'Điều 2. Hiệu lực'],
  },
  'lines that say where, how and when name nobody': {
    body: `II. NỘI DUNG
1. Phát tờ rơi
- Thực hiện: Trên địa bàn toàn xã, Tại các thôn.
2. Treo băng rôn
- Thực hiện: Năm 2025, Quý II/2025.
3. Vẽ tranh
- Thực hiện: Tổ chức ra quân, Phát động thi đua.`,
    tasks: [],
    headings: ['II. NỘI DUNG'],
  },
  'closing requests are nobody’s duty': {
    body: `IV. TỔ CHỨC THỰC HIỆN
1. Sở Ngoại vụ
- Biên soạn sổ tay.
2. Yêu cầu Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các xã nghiêm túc triển khai thực hiện.
3. Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị phản ánh về Sở Ngoại vụ để tổng hợp.
Trên đây là Kế hoạch thông tin đối ngoại năm 2025./.`,
    tasks: ['Biên soạn sổ tay: perform Sở Ngoại vụ'],
    headings: ['IV. TỔ CHỨC THỰC HIỆN', '1. Sở Ngoại vụ'],
  },
  'a sentence below the point says nothing but who and when': {
    body: `III. NHIỆM VỤ
1. Công tác tuyên truyền
- Biên soạn sổ tay song ngữ.
Ban Tuyên giáo Huyện ủy chủ trì, phối hợp với Phòng GD&ĐT (viết tắt là PGD) thực hiện; hoàn thành trước ngày 30/11/2023.
- Xây dựng nhà bán trú.
Giao Phòng Nội vụ làm chủ đầu tư, UBND xã Ia Dom phối hợp; thời gian thực hiện: năm 2024.
- Nêu gương người tốt.
IV. TỔ CHỨC THỰC HIỆN
1. Giao Phòng Tư pháp kiểm tra.
Phòng Nội vụ chủ trì tổng hợp số liệu.`,
    tasks: [
      'Biên soạn sổ tay: lead Ban Tuyên giáo Huyện ủy, coordinate Phòng GD&ĐT',
      'Xây dựng nhà bán trú: perform Phòng Nội vụ, coordinate UBND xã Ia Dom',
      'Giao Phòng Tư pháp: perform Phòng Tư pháp',
      'Phòng Nội vụ chủ trì: lead Phòng Nội vụ',
    ],
    headings: ['III. NHIỆM VỤ', '1. Công tác tuyên truyền', 'IV. TỔ CHỨC THỰC HIỆN'],
  },
  'who does it in the brackets of one point and below another': {
    body: `II. NHIỆM VỤ
1. Hạ tầng
- Rà soát vùng lõm sóng.
- Lắp bảng tin điện tử (Phòng Kinh tế thực hiện).
- Sửa chữa cụm loa.
+ Đơn vị thực hiện: Phòng Văn hóa - Xã hội; thời gian: quý II năm 2026.`,
    tasks: ['Lắp bảng tin: perform Phòng Kinh tế', 'Sửa chữa cụm loa: perform Phòng Văn hóa - Xã hội'],
    headings: ['II. NHIỆM VỤ', '1. Hạ tầng'],
  },
  'a title in capitals below the signature, over a table': {
    body: `8. Giao Sở Tư pháp kiểm tra.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn An
BIỂU PHÂN CÔNG MỘT SỐ VIỆC`,
    rows: [
      ['STT', 'Công việc', 'Đơn vị chủ trì'],
      ['1', 'In tờ rơi', 'Sở Ngoại vụ'],
    ],
    tasks: ['Giao Sở Tư pháp: perform Sở Tư pháp', 'In tờ rơi: lead Sở Ngoại vụ'],
    headings: ['BIỂU PHÂN CÔNG MỘT SỐ VIỆC'],
  },
  'checking and judging is work too': {
    body: `II. NỘI DUNG
1. Kiểm tra, đánh giá kết quả
- Thanh tra Sở tổ chức kiểm tra 02 đợt.
2. Đánh giá tình hình
- Thanh tra Sở tổ chức kiểm tra ít.`,
    tasks: ['Thanh tra Sở: perform Thanh tra Sở'],
    headings: ['II. NỘI DUNG', '1. Kiểm tra, đánh giá kết quả', '2. Đánh giá tình hình'],
  },
  'matters among offices stay matters': {
    body: `IV. TỔ CHỨC THỰC HIỆN
1. Sở Ngoại vụ
- Biên soạn sổ tay.
2. Sở Tư pháp
- Rà soát sổ tay.
3. Công an tỉnh
- Giữ trật tự.
4. Lịch trình
- Ngày 10/5: xã Ia Dom.
5. Tiến độ: hoàn thành trong quý II.
V. NỘI DUNG
1. Dọn cỏ quanh cột mốc
Đơn vị thực hiện: Các xã biên giới, Nhân dân tự nguyện, GVCN.`,
    tasks: [
      'Biên soạn sổ tay: perform Sở Ngoại vụ',
      'Rà soát sổ tay: perform Sở Tư pháp',
      'Giữ trật tự: perform Công an tỉnh',
      'Dọn cỏ: perform Các xã biên giới, perform GVCN',
    ],
    headings: ['IV. TỔ CHỨC THỰC HIỆN', '1. Sở Ngoại vụ', '2. Sở Tư pháp', '3. Công an tỉnh', '4. Lịch trình', 'V. NỘI DUNG'],
  },
};

it.each(Object.entries(HABITS))('IV.0, C-0: %s', (_, { body, rows = [], after = '', tasks, headings }) => {
  const reading = readPlan(sourceOf(body, rows, after), []);
  const found = reading.tasks.map((id) => ({
    text: reading.nodes.find((node) => node.id === id)?.text ?? '',
    who: reading.assignments
      .filter((given) => given.node === id)
      .map(({ role, unit }) => `${role} ${unit.name}`)
      .join(', '),
  }));
  expect(
    found.map(({ text, who }, i) => `${text.slice(0, (tasks[i] ?? '').search(/: (?:lead|coordinate|perform) /))}: ${who}`),
  ).toEqual(tasks);
  expect(
    reading.nodes.flatMap((node) => (node.kind === 'heading' ? [[node.marker, node.text].filter(Boolean).join(' ')] : [])),
  ).toEqual(headings);
  expect(reading.coverage).toBe(1);
});

it('IV.0: papers listed below "Căn cứ:" are legal bases, one a line', () => {
  const reading = readPlan(
    sourceOf(`ỦY BAN NHÂN DÂN
XÃ IA DOM
KẾ HOẠCH
Tuyên truyền biên giới năm 2025
Căn cứ các văn bản sau:
- Luật Biên giới quốc gia số 06/2003/QH11;
- Nghị định số 34/2014/NĐ-CP ngày 29/4/2014 của Chính phủ;
UBND xã ban hành Kế hoạch như sau:
I. MỤC ĐÍCH
- Luật Biên giới quốc gia được nhân dân hiểu đúng.`),
    [],
  );
  expect(reading.legal_bases.map((b) => `${b.kind} ${b.number}`)).toEqual(['Luật 06/2003/QH11', 'Nghị định 34/2014/NĐ-CP']);
  expect(reading.coverage).toBe(1);
});

it('IV.0: a point that becomes a task by the line below keeps each of its own times once', () => {
  const { deadlines } = readPlan(
    sourceOf(`II. NỘI DUNG
1. Truyền thanh
- Mở chuyên mục, mỗi tháng 02 số.
Đơn vị thực hiện: Trung tâm Văn hóa huyện, thời gian thực hiện từ tháng 4 đến tháng 12/2024.`),
    [],
  );
  expect(deadlines.map((d) => d.text)).toEqual(['mỗi tháng 02 số', 'từ tháng 4 đến tháng 12/2024']);
});
