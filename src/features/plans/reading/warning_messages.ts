/** Every warning's words in Vietnamese, and the rule behind it. `messages/*.json` holds the same under `reading.warning.<code>`. */
const FORM = 'Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục';

export const WARNINGS = {
  number_blank: ['Số của văn bản còn để trống.', `${FORM} II.3`],
  date_blank: ['Ngày, tháng, năm ban hành còn để trống.', `${FORM} II.4`],
  number_not_padded: ['Số “{number}” nhỏ hơn 10 phải ghi thêm số 0 phía trước.', `${FORM} II.3`],
  date_not_padded: ['“{text}”: ngày nhỏ hơn 10 và tháng 1, 2 phải ghi thêm số 0 phía trước.', `${FORM} II.4`],
  symbol_form: ['Ký hiệu “{symbol}” không đúng dạng: chữ viết tắt tên loại (“{expected}”) rồi gạch nối, không cách chữ.', `${FORM} II.3`],
  signer_missing: ['Không thấy chức vụ hoặc họ tên người ký.', `${FORM} II.7`],
  authority_no_blank: ['“{text}”: sau chữ viết tắt quyền hạn phải cách chữ (“{expected}”).', `${FORM} II.7`],
  authority_collective_missing: ['“{text}” ký thay người đứng đầu nhưng phía trên thiếu dòng “TM. ỦY BAN NHÂN DÂN”.', 'Nghị định 30/2020/NĐ-CP, Điều 13'],
  archive_colon: ['“{text}”: sau chữ “Lưu” phải có dấu hai chấm.', `${FORM} II.9`],
  archive_missing: ['Nơi nhận thiếu dòng “Lưu: VT, …”.', `${FORM} II.9`],
  basis_ending: ['Căn cứ phải kết thúc bằng dấu “{expected}”.', `${FORM} II.6`],
  end_mark: ['Nội dung văn bản không kết thúc bằng dấu “./.”.', `${FORM} II.6`],
  citation_repeated: ['{number} đã được viện dẫn đầy đủ ở trên; từ lần thứ hai chỉ ghi tên loại và số, ký hiệu.', `${FORM} II.6.b`],
  written_two_ways: ['Cùng một cơ quan được viết hai cách: “{first}” và “{second}”.', null],
  symbol_two_ways: ['Chữ viết tắt của cùng một cơ quan viết hai cách: “{first}” và “{second}”.', `${FORM} II.3.b`],
  numbering_skipped: ['Đánh số nhảy từ “{before}” đến “{marker}”.', `${FORM} II.6.đ`],
  numbering_repeated: ['Số thứ tự “{marker}” bị lặp.', `${FORM} II.6.đ`],
  basis_replaced: ['{number} đã được thay thế bởi {by} từ ngày {since}, trước ngày ban hành văn bản này.', null],
  basis_replaced_since: ['{number} nay đã được thay thế bởi {by} từ ngày {since}.', null],
  basis_amended: ['{number} được sửa đổi, bổ sung bởi {by} từ ngày {since}.', null],
  basis_after_issue: ['{number} ban hành ngày {day}, sau ngày ban hành văn bản này.', null],
  basis_year: ['{number} mang năm {year} nhưng ghi ngày ban hành năm {written}.', null],
  day_impossible: ['Không có ngày {day}.', null],
  weekday_wrong: ['Ngày {day} không phải là {weekday}.', null],
  deadline_before_issue: ['Thời hạn “{text}” đứng trước ngày ban hành văn bản.', null],
  deadline_after_period: ['Thời hạn “{text}” nằm ngoài thời kỳ của văn bản (đến {to}).', null],
  report_before_cutoff: ['Thời hạn “{text}” đứng trước ngày chốt số liệu {cutoff}: báo cáo phải gồm số thực hiện đến ngày báo cáo và ước cả kỳ.', 'Nghị định 09/2019/NĐ-CP, Điều 12'],
  unit_unresolved: ['“{name}” không có trong danh mục cơ quan, đơn vị.', null],
  unclear: ['Đoạn này chưa rõ thuộc phần nào; cần người xem lại.', null],
} satisfies Record<string, [string, string | null]>;

export type WarningCode = keyof typeof WARNINGS;
