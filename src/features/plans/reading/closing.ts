/** Sentences that close a paper: the general request to carry it out and report, the clause of execution. They make no task. */

/** `last`: no numbered item follows any more. `folded`: the sentence without its marker. */
export function isClosing(folded: string, last: boolean): boolean {
  return ALWAYS.test(folded) || (last && AT_THE_END.test(folded)) || isExecutionClause(folded);
}

/** "Chánh Văn phòng …, Giám đốc các Sở … chịu trách nhiệm thi hành Quyết định này." */
export const isExecutionClause = (folded: string): boolean =>
  /(?:chịu trách nhiệm|có trách nhiệm|căn cứ (?:quyết định|kế hoạch|chỉ thị)(?: này)?,?(?: chịu trách nhiệm)?)\s*(?:tổ chức )?thi hành(?:\s|\.|$)/.test(
    folded,
  ) ||
  /^(?:quyết định|kế hoạch|chỉ thị|chương trình|nghị quyết)(?: này)? (?:này )?(?:có hiệu lực|thay thế)/.test(folded) ||
  /^ban hành kèm theo/.test(folded);

/** A numbered item that only asks everybody to carry out, to report or to raise difficulties. */
export function isGeneralRequest(folded: string): boolean {
  if (
    /^(?:trong quá trình|quá trình|nếu có|trường hợp (?:có|phát sinh|gặp))[^.]{0,160}(?:khó khăn|vướng mắc|phát sinh|vấn đề|bất cập|sửa đổi|điều chỉnh)/.test(
      folded,
    )
  )
    return true;
  if (ALWAYS.test(folded)) return true;
  return EVERYBODY.test(folded) && GENERAL.test(folded) && folded.length < 420;
}

const ISSUER =
  '(?:ubnd|ủy ban nhân dân|chủ tịch ubnd|chủ tịch ủy ban nhân dân|ban thường vụ|sở|ban chỉ đạo|đảng ủy|huyện ủy|tỉnh ủy|thường trực)';
const ALWAYS = new RegExp(
  `^(?:trên đây là|${ISSUER}[^.;:]{0,50} (?:yêu cầu|đề nghị)(?!:)(?: (?:thủ trưởng|giám đốc|chủ tịch|lãnh đạo|đồng chí))*[^.;:]{0,30} (?:các|sở|toàn thể|thủ trưởng)|(?:trong )?quá trình (?:tổ chức |triển khai )*(?:thực hiện|triển khai)|căn cứ (?:vào )?(?:nội dung )?(?:kế hoạch|chương trình|chỉ thị|đề án|công văn)(?: này)?,? (?:đề nghị|yêu cầu|các|thủ trưởng|ubnd các|giám đốc)|(?:kế hoạch|chỉ thị|chương trình|công văn) này (?:được|có|thay|phổ biến|triển khai)|nhận được (?:kế hoạch|công văn|chỉ thị)|rất mong)`,
);
const AT_THE_END =
  /^(?:yêu cầu|đề nghị)\s+(?:thủ trưởng|trưởng|lãnh đạo|người đứng đầu|giám đốc|chủ tịch|các|toàn thể)|^các [^.;:]{0,160} báo cáo (?:kết quả|tình hình)|^(?:thủ trưởng |giám đốc |lãnh đạo |người đứng đầu )?các (?:sở|cơ quan|đơn vị|phòng|địa phương|ban|ngành|xã)[^.;:]{0,160} (?:nghiêm túc|tổ chức (?:triển khai|thực hiện)|triển khai thực hiện|báo cáo|căn cứ|chịu trách nhiệm|thực hiện)/;
const EVERYBODY =
  /^(?:(?:yêu cầu|đề nghị|giao)\s+)?(?:định kỳ[^,]{0,60},\s*)?(?:thủ trưởng |giám đốc |lãnh đạo |người đứng đầu )?(?:các (?:sở|cơ quan|đơn vị|phòng|địa phương|ban|ngành|bộ phận|chi bộ|đảng bộ)(?![^.;:]{0,30}báo chí)|toàn thể|sở, ban|định kỳ)/;
const GENERAL =
  /nghiêm túc (?:tổ chức |triển khai )*(?:thực hiện|triển khai)|(?:định kỳ[^.;]{0,60})?báo cáo (?:kết quả|tình hình|về)|vướng mắc|(?:tổ chức |triển khai )+thực hiện (?:nghiêm|tốt|có hiệu quả|hiệu quả|kế hoạch|chỉ thị|chương trình)/;
