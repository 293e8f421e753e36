/**
 * Names of which those of Vietnamese offices are made. Folded (see fold.ts); "+" stands for any joining: comma, dash, "và", "&" or blank;
 * "~" for the same without comma. Each name is a pattern.
 */

/** Fields of ministries, departments (sở) and district offices (phòng), under their names before and after 2025, and usual abbreviations. */
export const FIELD = names(String.raw`
  thông tin+truyền thông; văn hóa+thể thao+du lịch; văn hóa+thể thao; văn hóa+thông tin+thể thao; văn hóa+thông tin;
  văn hóa+xã hội; lao động+thương binh+xã hội; lao động+tbxh; nông nghiệp+phát triển nông thôn; nông nghiệp+ptnt;
  nông nghiệp+môi trường; nông nghiệp; tài nguyên+môi trường; kế hoạch+đầu tư; giáo dục+đào tạo;
  khoa học+công nghệ~thông tin; khoa học+công nghệ; giao thông vận tải~xây dựng; giao thông vận tải; giao thông công chánh;
  giao thông; xây dựng; quy hoạch+kiến trúc; công thương; công nghiệp+thương mại; y tế; tư pháp;
  nội vụ~lao động+thương binh+xã hội; nội vụ; tài chính~kế hoạch; tài chính; ngoại vụ; ngoại giao; dân tộc+tôn giáo;
  dân tộc; du lịch; an toàn thực phẩm; địa chính~xây dựng; tư pháp~hộ tịch; văn phòng~thống kê; tài chính~kế toán; kinh tế+hạ tầng+đô thị; kinh tế \(hạ tầng~đô thị\); kinh tế+hạ tầng; kinh tế;
  quản lý đô thị; văn hóa~khoa học~thông tin; tôn giáo; thương mại+du lịch; tt~tt; tttt; vh+tt+dl; vhtt+dl; vhttdl; vh~tt;
  xây dựng nếp sống văn hóa+gia đình; vhtt; vh~xh; vhxh; lđ+tb+xh; lđ+tbxh; lđtb+xh; lđtbxh; lao động+tb+xh; nn~ptnt; nnptnt; nn~mt; nnmt; tn~mt; tnmt; kh~đt;
  khđt; gd~đt; gdđt; kh~cn; khcn; gtvt; tc~kh; tckh; kt~ht~đt; kt~ht; dt~tg; dttg; qlđt; ct; xd; nv; tc; tp
`);

/** What a generic head ("Ban", "Trung tâm", "Hội") is followed by when its words would else be taken for a verb or cut at a comma. */
export const BODY = names(String.raw`
  phòng, chống thiên tai+tìm kiếm cứu nạn+phòng thủ dân sự; phòng, chống thiên tai+tìm kiếm cứu nạn;
  phòng,? chống thiên tai; phòng, chống tham nhũng; phòng cháy,? chữa cháy+cứu nạn,? cứu hộ; phòng cháy,? chữa cháy;
  phòng,? chống ma túy(?:+tội phạm)?; quản lý dự án đầu tư xây dựng; quản lý đầu tư xây dựng; đầu tư xây dựng;
  quản lý dự án; quản lý khu kinh tế; quản lý các khu công nghiệp; quản lý các khu kinh tế; quản lý khu công nghiệp;
  quản lý khu du lịch; khu bảo tồn(?: thiên nhiên| biển| loài và sinh cảnh)?; khu dự trữ sinh quyển; vườn quốc gia;
  khu di tích(?: lịch sử| quốc gia đặc biệt)*; khu nông nghiệp ứng dụng công nghệ cao; khu công nghệ cao;
  kế hoạch+tổng hợp; thư ký(?: tòa soạn)?; biên tập; giáo dục nghề nghiệp+giáo dục thường xuyên; giáo dục thường xuyên; gdnn-gdtx; dịch vụ việc làm;
  việc làm; văn hóa+thông tin+thể thao+du lịch; văn hóa+thể thao+du lịch; văn hóa+thể thao+truyền thanh;
  văn hóa+thông tin+truyền thông; văn hóa+truyền thanh+truyền hình; văn hóa+thông tin+thể thao;
  văn hóa+truyền thông+thể thao; văn hóa+thể thao+truyền thông; truyền thông+văn hóa+thể thao; truyền thông+văn hóa;
  văn hóa+thể thao; văn hóa+thông tin; văn hóa+truyền thông; văn hóa+nghệ thuật; văn học+nghệ thuật;
  xúc tiến đầu tư+thương mại+du lịch; xúc tiến thương mại+du lịch; khoa học+kỹ thuật; trồng trọt+bảo vệ thực vật;
  chăn nuôi+thú y; an toàn vệ sinh thực phẩm; phát thanh+truyền hình; pt ?[-&] ?th; ptth; truyền thanh+truyền hình;
  báo+phát thanh+truyền hình; thể dục+thể thao; huấn luyện+thi đấu(?: thể dục+thể thao| tdtt)?; báo chí+xuất bản; văn hóa+gia đình; tổ chức+pháp chế; thi đua+khen thưởng;
  tuyên giáo+dân vận; giám định y khoa; kiểm soát bệnh tật; kiểm tra; kiểm tra đảng; tổ chức; chính trị+hành chính;
  tổ chức+nội vụ; tiêu chuẩn+đo lường+chất lượng; quản lý chất lượng nông lâm sản+thủy sản; quản lý thị trường;
  hỗ trợ nông dân; hỗ trợ doanh nghiệp;
  điều phối (?:chương trình (?:mục tiêu quốc gia|mtqg) )?(?:xây dựng )?(?:nông thôn mới|ntm); xây dựng nông thôn mới;
  điều phối (?:các )?chương trình (?:mục tiêu quốc gia|mtqg); phát triển quỹ đất;
  đại diện cha mẹ học sinh; phục vụ hành chính công; công tác xã hội; công tác mặt trận; chỉ đạo; đối ngoại trung ương; các cơ quan đảng;
  cửa khẩu(?: quốc tế| chính| phụ)?; rừng(?: phòng hộ| đặc dụng)?; dự án đầu tư xây dựng; dự án; khu kinh tế(?: cửa khẩu)?;
  các khu công nghiệp; các khu kinh tế; khu du lịch; chợ; công tác thông tin đối ngoại; công tác biên giới; chuyển đổi số;
  phân giới cắm mốc; phối hợp phổ biến,? giáo dục pháp luật; đầu tư phát triển; công nghiệp~viễn thông quân đội;
  bưu chính~viễn thông việt nam; bảo trợ người khuyết tật,?(?: và)? trẻ mồ côi; đoàn kết sư sãi yêu nước;
  cảnh sát quản lý hành chính về trật tự xã hội; chính sách xã hội; công nghệ thông tin+truyền thông; công nghệ thông tin;
  công nghệ số cộng đồng; công nghệ số; đào tạo,? bồi dưỡng(?: cán bộ)?; nghệ thuật biểu diễn;
  lãnh sự+người việt nam ở nước ngoài; nhà nước về người việt nam ở nước ngoài; người việt nam ở nước ngoài;
  quản lý rừng(?: phòng hộ| đặc dụng)?; hậu cần+kỹ thuật; hậu cần; thông tin cơ sở+thông tin đối ngoại;
  thông tin đối ngoại; thông tin cơ sở; thông tin+xúc tiến du lịch; xúc tiến du lịch; xúc tiến đầu tư; xúc tiến thương mại;
  dịch vụ tổng hợp; dịch vụ nông nghiệp; dịch vụ sự nghiệp công; cung ứng dịch vụ sự nghiệp công; cung ứng dịch vụ công;
  đăng ký đất đai; cán sự đảng; thi hành án dân sự; các công trình giao thông; nạn nhân chất độc da cam(?:/dioxin)?;
  khuyến học; bảo vệ thiên nhiên+môi trường; bảo vệ quyền lợi người tiêu dùng; bảo vệ quyền trẻ em;
  hỗ trợ phát triển giáo dục hòa nhập; bồi thường, giải phóng mặt bằng(?: và tái định cư)?; an toàn giao thông;
  an ninh mạng+phòng,? chống tội phạm sử dụng công nghệ cao; cảnh sát giao thông; quản lý xuất nhập cảnh;
  hòa giải(?: ở)?(?: cơ sở)?; giúp việc; bảo vệ an ninh,? trật tự(?: ở)?(?: cơ sở)?; an ninh,? trật tự; công tác;
  truyền thông cộng đồng; truyền thông lưu động; thông tin lưu động; tuyên truyền lưu động; vận động quần chúng;
  chuyên môn; người cao tuổi; cựu thanh niên xung phong; cựu giáo chức; luật gia; nhà báo; chữ thập đỏ; đông y; hữu nghị;
  các tổ chức hữu nghị; các hội khoa học+kỹ thuật; giáo dục chính trị; kinh tế+xã hội;
  hội đồng nhân dân và ủy ban nhân dân; hđnd và ubnd; hđnd&ubnd; hđnd-ubnd; đoàn đbqh và hđnd;
  đoàn đại biểu quốc hội và hội đồng nhân dân; bưu chính+viễn thông; tổ chức+hành chính(?:+tổng hợp|+quản trị)?;
  hành chính+tổng hợp; hành chính+quản trị; lý luận chính trị+lịch sử đảng; văn hóa+văn nghệ; đoàn thể và các hội;
  nghệ thuật tổng hợp
`);

/** One pattern for a list of names, the longest first. */
function names(list: string): string {
  return [...new Set(list.split(';').map((name) => name.trim()))]
    .toSorted((a, b) => b.length - a.length)
    .map((name) =>
      name
        .replace(/\+/g, '(?:\\s?,\\s?|\\s?[-&]\\s?|\\s+và\\s+|\\s+)')
        .replace(/~/g, '(?:\\s?[-&]\\s?|\\s+và\\s+|\\s+)')
        .replace(/ /g, '\\s+')
        .replace(/\\s\+\?/g, '\\s?'),
    )
    .join('|');
}
