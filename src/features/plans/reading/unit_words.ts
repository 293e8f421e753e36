/** Words with which the names of Vietnamese offices begin: heads, posts, kinds of places. Folded (see fold.ts). */

/** Kinds of places that have a people's committee. */
export const PLACE_KIND =
  'tỉnh|huyện(?:\\s+đảo)?|thị\\s+xã|thành\\s+phố|quận|xã(?:\\s+đảo|(?!\\s+hội))|phường|thị\\s+trấn|đặc\\s+khu|tp\\.?|tx\\.?';

/** "Bản" is a village, and a copy or a sheet of something. */
export const BAN = 'bản(?!\\s+(?:đồ|tin|vẽ|sao|kê|án|quyền|in|dịch|cam|ghi|sắc)(?![\\p{L}]))';

/** Several villages as a part of an office's name: "Ban quản lý các ấp", "Tổ công nghệ số cộng đồng các bản". */
export const VILLAGES = `(?:thôn|ấp|làng|${BAN}|khu\\s+phố|khóm|buôn|sóc|xóm|tổ\\s+dân\\s+phố)`;

/** Heads of offices' names other than sở, bộ, phòng and committees. */
const HEADS = String.raw`
  ban; trung\s+tâm; chi\s+cục; tổng\s+cục; cục; vụ; chi\s+nhánh; đài; báo;
  báo\s+và\s+(?:đài\s+)?(?:phát\s+thanh(?:,|\s+-|\s+và)?\s+truyền\s+hình|pt\s?[-&]?\s?th); tạp\s+chí; hội; hiệp\s+hội; liên\s+hiệp;
  liên\s+minh; liên\s+đoàn; bệnh\s+viện; trường; học\s+viện; viện; đồn; hải\s+đội; trạm; hạt; công\s+ty; tổng\s+công\s+ty;
  tập\s+đoàn; ngân\s+hàng; kho\s+bạc; bảo\s+hiểm\s+xã\s+hội; bhxh; thanh\s+tra; tòa\s+án(?:\s+nhân\s+dân)?;
  viện\s+kiểm\s+sát(?:\s+nhân\s+dân)?; vksnd; tand; bưu\s+điện; viễn\s+thông; cảng\s+vụ; phân\s+hiệu; phân\s+viện; điện\s+lực; văn\s+phòng; vp; thư\s+viện(?:\s*-\s*bảo\s+tàng)?;
  bảo\s+tàng(?:\s*-\s*thư\s+viện)?; phòng\s+giao\s+dịch(?:\s+ngân\s+hàng)?; phòng\s+khám; câu\s+lạc\s+bộ; nhà\s+văn\s+hóa; nhà\s+thiếu\s+nhi; nhà\s+hát; đoàn; đảng\s+ủy; đảng\s+đoàn; đảng\s+bộ; chi\s+bộ; hải\s+quan;
  quân\s+sự; biên\s+phòng; kiểm\s+lâm; thuế; tổ; đội; quỹ; sư\s+đoàn; trung\s+đoàn; lữ\s+đoàn; tiểu\s+đoàn; binh\s+đoàn; quân\s+khu; hải\s+đoàn;
  đại\s+đội; bộ\s+đội; bộ\s+tham\s+mưu; bộ\s+tư\s+lệnh; bộ\s+chỉ\s+huy; bộ\s+chqs; bch; bchqs; bql; bqlda; bcđ;
  ubkt; ban\s+quản\s+lý; ban\s+chỉ\s+đạo; ban\s+chỉ\s+huy; ban\s+chqs; bđbp; lđlđ; vườn\s+quốc\s+gia;
  khu\s+bảo\s+tồn(?:\s+thiên\s+nhiên)?; khu\s+dự\s+trữ\s+sinh\s+quyển; ủy\s+ban; ub; mặt\s+trận; mttq; ubmttq(?:vn)?; ubmt;
  hội\s+đồng; hđnd; c[ôổ]ng\s+(?:thông\s+tin\s+điện\s+tử|ttđt); trang\s+thông\s+tin\s+điện\s+tử; công\s+đoàn(?:\s+ngành)?;
  công\s+chức; cc; bộ\s+phận; ban\s+tự\s+quản; btq; khoa; chi\s+đoàn; chi\s+hội; quân\s+y; ttyt; tyt; bvđk; cdc; nhcsxh; nhnn;
  tt(?=\s+(?:y\s+tế|văn\s+hóa|dịch\s+vụ|truyền\s+thông|khuyến\s+nông|bồi\s+dưỡng|chính\s+trị|gdnn|giáo\s+dục|phục\s+vụ|phát\s+triển|kiểm\s+soát|vh));
  công\s+an; cảnh\s+sát; phòng; hợp\s+tác\s+xã; htx; đoàn\s+thanh\s+niên; xí\s+nghiệp; doanh\s+nghiệp; viettel;
  vnpt; mobifone; fpt; agribank; vietcombank; vietinbank; bidv
`
  .split(';')
  .map((head) => head.trim())
  .toSorted((a, b) => b.length - a.length);

/** A steering committee is named by its matter, in any words, up to its place. */
const STEERING =
  'ban\\s+chỉ\\s+đạo(?:,?\\s+(?!chủ\\s+trì|phối\\s+hợp|tham\\s+mưu|chỉ\\s+đạo|tổ\\s+chức|ubnd|sở|ban|công\\s+an|hội(?!\\s+nhập)|đoàn|đồn|trung\\s+tâm|văn\\s+phòng|hướng\\s+dẫn|triển\\s+khai|theo|kiểm\\s+tra|đôn\\s+đốc|họp|báo\\s+cáo|có|chịu|trình|trên|các|cho|về|của|thuộc)[\\p{L}\\d-]+){0,14}?\\s+(?:cấp\\s+)?(?:tỉnh|huyện|xã(?!\\s+hội)|phường|thành\\s+phố)';

/** Officers of a commune, called by their field alone: "Tài chính - Kế toán: cân đối …". */
const COMMUNE_OFFICERS =
  'tài\\s+chính\\s*-\\s*kế\\s+toán|tư\\s+pháp\\s*-\\s*hộ\\s+tịch|địa\\s+chính(?:\\s*-\\s*(?:xây\\s+dựng|nông\\s+nghiệp|đô\\s+thị|môi\\s+trường)(?:\\s+(?:và|&)\\s+môi\\s+trường)?)+';

/** A commune's Party and mass organisations taken together; those who lead a school, its teachers. */
const BLOCKS =
  'khối\\s+(?:dân\\s+vận|đảng(?:\\s+ủy)?|mặt\\s+trận(?:(?:\\s*[,-]\\s*|\\s+và\\s+)(?:các\\s+)?đoàn\\s+thể)?)(?:\\s+(?:xã|phường|huyện|thị\\s+trấn))?|ban\\s+giám\\s+hiệu|liên\\s+đội|tổng\\s+phụ\\s+trách(?:\\s+đội)?|giáo\\s+viên\\s+(?:chủ\\s+nhiệm|bộ\\s+môn)|đội\\s+(?:tntp|thiếu\\s+niên\\s+tiền\\s+phong)(?:\\s+(?:hồ\\s+chí\\s+minh|hcm))?';

/** Whole names without a tail of their own. */
export const WHOLE =
  `${STEERING}|${COMMUNE_OFFICERS}|${BLOCKS}|(?:đtn|hpn|hnd|hccb|ccb|hlhpn|hctđ|hnct|ca|qs|kế\\s+toán(?:\\s+ngân\\s+sách)?)\\s+(?:xã|phường|huyện|tỉnh|thị\\s+trấn)|` +
  's(?:tttt|vhttdl|ldtbxh|lđtbxh|nnptnt|tnmt|khđt|gdđt|khcn|gtvt)|p[acvx]\\d{2}|thuế\\s+cơ\\s+sở(?:\\s+\\d+)?|bộ\\s+công\\s+an|bộ\\s+quốc\\s+phòng|(?:ban\\s+thường\\s+vụ\\s+|thường\\s+trực\\s+)?(?:các\\s+)?(?:huyện|thị|thành|quận|tỉnh)\\s+ủy(?:(?:\\s*,\\s*|\\s+và\\s+)(?:các\\s+)?(?:huyện|thị|thành|quận|đảng)\\s+ủy)*(?:\\s+trực\\s+thuộc(?:\\s+tỉnh\\s+ủy)?)?|tỉnh\\s+đoàn|huyện\\s+đoàn|thành\\s+đoàn|thị\\s+đoàn|quận\\s+đoàn|xã\\s+đoàn|đoàn\\s+xã|tỉnh\\s+ủy|huyện\\s+ủy|thành\\s+ủy|thị\\s+ủy|quận\\s+ủy|trung\\s+ương\\s+đoàn|thông\\s+tấn\\s+xã\\s+việt\\s+nam';

/** The office a person heads: "Giám đốc Sở Y tế" is Sở Y tế. Longest first. */
export const POSTS =
  '(?:(?:đồng\\s+chí|đ/c)\\s+)?(?:phó\\s+)?(?:giám\\s+đốc|tổng\\s+giám\\s+đốc|chủ\\s+tịch|chánh|thủ\\s+trưởng|người\\s+đứng\\s+đầu|chỉ\\s+huy\\s+trưởng|bí\\s+thư|tổng\\s+biên\\s+tập|hiệu\\s+trưởng|chi\\s+cục\\s+trưởng|tổng\\s+cục\\s+trưởng|cục\\s+trưởng|vụ\\s+trưởng|viện\\s+trưởng|chánh\\s+án|tư\\s+lệnh|đồn\\s+trưởng|trạm\\s+trưởng|hạt\\s+trưởng|đội\\s+trưởng|tổ\\s+trưởng|kế\\s+toán\\s+trưởng|trưởng\\s+ban(?=\\s+ban\\s)|trưởng|bộ\\s+trưởng|lãnh\\s+đạo|thường\\s+trực|chính\\s+ủy|tổng\\s+thư\\s+ký|chính\\s+trị\\s+viên)';

/** Two syllables of a name that would be taken for a verb when the second stands alone: "Văn phòng Đăng ký | đất đai". */
export const PAIRS =
  'đăng ký|kiểm tra|giám sát|quản lý|phát triển|xây dựng|thông tin|truyền thông|tuyên truyền|hướng dẫn|điều phối|điều hành|hỗ trợ|đào tạo|bồi dưỡng|tư vấn|kiểm định|kiểm nghiệm|bảo vệ|bảo tồn|bảo trợ|ứng dụng|nghiên cứu|chuyển giao|kiểm soát|giới thiệu|cung ứng|giải quyết|thẩm định|tổng hợp|phục hồi|thống kê|cấp nước|xét nghiệm|dịch vụ|tổ chức|thi hành|cứu hộ|thanh tra|huấn luyện|kế hoạch|xúc tiến|khai thác|công báo|chế biến|chỉ đạo|chỉ huy|phục vụ|tiếp công dân|trợ giúp|cai nghiện|điều dưỡng|giám định|quan trắc|khuyến công|sát hạch|đăng kiểm|điều tra|kỹ thuật|an ninh|cảnh sát'
    .split('|')
    .map((pair) => pair.replace(/ /g, '\\s+'))
    .join('|');

/** "Tổ chức", "Hội nghị", "Ban hành" are words, not offices. */
const NO_OFFICE = `(?!(?:${'tổ chức|tổ hợp(?! tác)|khoa học|khoa giáo|hội nghị|hội thảo|hội thi(?! đua)|hội diễn|hội viên|hội nhập|hội chợ|hội trường|ban hành|ban đầu|ban ngày|đội ngũ|đội hình|đoàn kết|đoàn viên|đoàn thể|đoàn kiểm|đoàn công|báo cáo|báo chí|báo động|báo hiệu|báo in|báo điện|trường hợp|trường học|viện trợ|viện dẫn|vụ việc|vụ án|trang bị|trang thiết|đài thọ|quỹ đất|quỹ tiền|cục diện|hạt giống|đồn điền|phòng chống|phòng ngừa|phòng tránh|phòng, chống|thuế suất|thuế giá|thuế đất|trạm biến|viện phí|hội đàm|làng nghề'.replace(/ /g, '\\s+')})(?![\\p{L}]))`;

/** Any head word of an office, as a pattern. */
export const HEAD_WORD = `${NO_OFFICE}(?:${HEADS.join('|')})(?![\\p{L}\\p{M}\\p{N}])`;
