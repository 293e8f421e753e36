/**
 * What the demonstration's plan says: our own sentences, with the structure, the days and the duties of a border province's plan of 2023 for
 * external information. Titles of cited papers are theirs.
 */

/** A point under a heading; its own points follow the colon. */
export type Point = string | { text: string; points: string[] };

/** A heading with what stands below it. `paragraph`: an unmarked paragraph, `points`: dashes. */
export interface Part {
  title: string;
  parts?: Part[];
  paragraph?: string;
  points?: Point[];
}

const PROGRAMME = 'Chương trình mục tiêu quốc gia phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu số và miền núi';

export const TITLE =
  'Triển khai nhiệm vụ thông tin đối ngoại ở vùng đồng bào dân tộc thiểu số và miền núi tỉnh Bình Phước, giai đoạn 2023 - 2025';

export const LEGAL_BASES = [
  'Căn cứ Nghị định số 72/2015/NĐ-CP ngày 07 tháng 9 năm 2015 của Chính phủ về quản lý hoạt động thông tin đối ngoại;',
  'Căn cứ Quyết định số 1191/QĐ-TTg ngày 05 tháng 8 năm 2020 của Thủ tướng Chính phủ về việc phê duyệt mục tiêu, nhiệm vụ, giải pháp đổi mới và nâng cao năng lực công tác thông tin tuyên truyền và thông tin đối ngoại góp phần xây dựng biên giới hòa bình, hữu nghị, hợp tác và phát triển;',
  `Căn cứ Quyết định số 1719/QĐ-TTg ngày 14 tháng 10 năm 2021 của Thủ tướng Chính phủ phê duyệt ${PROGRAMME} giai đoạn 2021 - 2030, giai đoạn I: từ năm 2021 đến năm 2025;`,
  'Căn cứ Thông tư số 22/2016/TT-BTTTT ngày 19 tháng 10 năm 2016 của Bộ trưởng Bộ Thông tin và Truyền thông hướng dẫn quản lý hoạt động thông tin đối ngoại của các tỉnh, thành phố trực thuộc Trung ương;',
  `Căn cứ Thông tư số 15/2022/TT-BTC ngày 04 tháng 3 năm 2022 của Bộ trưởng Bộ Tài chính quy định quản lý và sử dụng kinh phí sự nghiệp thực hiện ${PROGRAMME} giai đoạn 2021 - 2030, giai đoạn I: từ năm 2021 đến năm 2025;`,
  'Căn cứ Công văn số 4438/BTTTT-KHTC ngày 27 tháng 8 năm 2022 của Bộ Thông tin và Truyền thông về việc hướng dẫn thực hiện nhiệm vụ thông tin đối ngoại vùng đồng bào dân tộc thiểu số và miền núi;',
  'Xét đề nghị của Sở Thông tin và Truyền thông tại Tờ trình số 155/TTr-STTTT ngày 20 tháng 12 năm 2022 và Công văn số 14/STTT-TTBCXB ngày 05 tháng 01 năm 2023.',
];

export const OPENING = 'Ủy ban nhân dân tỉnh ban hành Kế hoạch với các nội dung sau:';

export const PARTS: readonly Part[] = [
  {
    title: 'MỤC ĐÍCH, YÊU CẦU',
    parts: [
      {
        title: 'Mục đích',
        points: [
          'Để người dân và bạn bè ở các địa phương Campuchia giáp biên hiểu đúng về đất nước, con người Việt Nam và tỉnh Bình Phước; góp phần giữ đường biên giới hòa bình, hữu nghị, cùng phát triển theo mục tiêu của Quyết định số 1191/QĐ-TTg.',
          {
            text: 'Trong khuôn khổ Chương trình mục tiêu quốc gia giai đoạn 2021 - 2025, tập trung vào hai nhóm việc:',
            points: [
              'Đưa tài liệu chính thống bằng tiếng Việt, tiếng nước ngoài và tiếng dân tộc thiểu số đến các huyện biên giới và các đồn biên phòng.',
              'Bồi dưỡng nghiệp vụ cho những người làm thông tin đối ngoại ở khu vực biên giới.',
            ],
          },
        ],
      },
      {
        title: 'Yêu cầu',
        paragraph:
          'Bám sát hướng dẫn của Trung ương, hợp với điều kiện của tỉnh; làm việc nào có kết quả thật của việc ấy, không phô trương.',
      },
    ],
  },
  {
    title: 'NỘI DUNG',
    parts: [
      {
        title: 'Sản xuất sản phẩm thông tin',
        parts: [
          {
            title: 'Yêu cầu đối với sản phẩm',
            points: [
              'Gắn với mục tiêu thông tin đối ngoại ở khu vực biên giới.',
              'Đúng điều người dân biên giới cần và hợp với cách họ nghe, đọc, xem được thông tin.',
              'Không làm lại việc mà chương trình, đề án khác dùng vốn nhà nước đã làm.',
            ],
          },
          {
            title: 'Chủ đề',
            points: [
              'Đường lối của Đảng, chính sách và pháp luật của Nhà nước về chủ quyền lãnh thổ, an ninh biên giới; hình ảnh tỉnh Bình Phước hòa bình, mến khách.',
              'Chính sách dân tộc: các dân tộc bình đẳng, đoàn kết, tôn trọng và giúp nhau cùng tiến bộ.',
              'Tiềm năng, thế mạnh và chính sách mời gọi đầu tư vào vùng dân tộc thiểu số, miền núi, biên giới.',
              'Bản sắc văn hóa của các dân tộc ở biên giới Bình Phước, gắn với du lịch.',
              'Thành tựu bảo đảm quyền con người ở vùng dân tộc thiểu số: học hành, khám chữa bệnh, nước sạch, nhà ở, thông tin, việc làm.',
              'Phản bác thông tin sai trái trên không gian mạng nhằm chia rẽ khối đại đoàn kết dân tộc ở khu vực biên giới.',
            ],
          },
          {
            title: 'Hình thức',
            points: [
              'Tài liệu, video clip, bài báo in và báo điện tử, chương trình phát thanh và truyền hình, tờ rơi, tờ gấp, áp phích.',
              'Mọi sản phẩm được số hóa và đăng trên Cổng thông tin điện tử tỉnh để dùng chung.',
            ],
          },
          { title: 'Ngôn ngữ', paragraph: 'Tiếng Việt, tiếng dân tộc thiểu số và tiếng Campuchia (tiếng Khmer).' },
        ],
      },
      {
        title: 'Góp dữ liệu cho Cơ sở dữ liệu thông tin đối ngoại',
        paragraph:
          'Các sản phẩm của tỉnh được gửi vào cơ sở dữ liệu chung của Trung ương; tài liệu và thông tin định hướng từ Trung ương được chuyển đến các huyện, xã có đường biên giới và các đồn biên phòng trên toàn tuyến.',
      },
      {
        title: 'Bồi dưỡng, tập huấn',
        parts: [
          {
            title: 'Đối tượng bồi dưỡng',
            points: [
              'Công chức quản lý và người phụ trách thông tin đối ngoại ở tỉnh; lãnh đạo các huyện, xã biên giới; công chức văn hóa, thông tin cấp huyện.',
              'Lãnh đạo, phóng viên, biên tập viên báo, đài, tạp chí của tỉnh; người làm trang thông tin điện tử của các sở, ngành và cấp huyện.',
              'Cán bộ làm thông tin đối ngoại của bộ đội biên phòng tỉnh và các đồn.',
              'Già làng tiêu biểu, trưởng thôn, người có uy tín trong đồng bào dân tộc thiểu số.',
              'Cán bộ phụ trách thông tin đối ngoại của các sở, ban, ngành khác.',
            ],
          },
          {
            title: 'Cách làm',
            points: [
              'Biên soạn chương trình, in và phát tài liệu học về kiến thức, kỹ năng thông tin đối ngoại.',
              'Mở lớp trực tuyến, trực tiếp hoặc kết hợp cả hai; thời gian hợp với người học, nội dung thiết thực, tránh hình thức.',
            ],
          },
        ],
      },
    ],
  },
  {
    title: 'KINH PHÍ',
    paragraph:
      'Từ nguồn Trung ương phân bổ và vốn đối ứng của tỉnh; quản lý, sử dụng theo Thông tư số 15/2022/TT-BTC và các quy định có liên quan.',
  },
  {
    title: 'TỔ CHỨC THỰC HIỆN',
    parts: [
      {
        title: 'Đề nghị Ban Tuyên giáo Tỉnh ủy - Cơ quan thường trực Ban Chỉ đạo Công tác thông tin đối ngoại tỉnh',
        points: [
          'Giữ nền nếp chia sẻ thông tin giữa các cơ quan; định hướng nội dung thông tin đối ngoại vùng đồng bào dân tộc thiểu số thống nhất, kịp thời, nhất là với những vấn đề hệ trọng, nhạy cảm mà dư luận chú ý.',
          'Hướng dẫn và cung cấp thông tin kịp thời; duy trì giao ban báo chí, hội nghị báo cáo viên cấp tỉnh để việc định hướng, theo dõi, đôn đốc, kiểm tra đi vào một mối.',
          'Chỉ đạo việc đấu tranh với luận điệu xuyên tạc về chủ quyền biên giới, biển, đảo, về tôn giáo, dân tộc, dân chủ, nhân quyền và với thông tin sai lệch làm tổn hại uy tín của tỉnh, của từng địa phương.',
        ],
      },
      {
        title: 'Sở Thông tin và Truyền thông',
        points: [
          'Chủ trì sản xuất các sản phẩm thông tin phục vụ khu vực biên giới, vùng đồng bào dân tộc thiểu số và miền núi; cập nhật sản phẩm vào Cơ sở dữ liệu thông tin đối ngoại khi có yêu cầu của Bộ Thông tin và Truyền thông.',
          'Chủ trì, phối hợp với các đơn vị liên quan mở lớp bồi dưỡng, tập huấn kiến thức và nghiệp vụ thông tin đối ngoại.',
          'Chỉ đạo báo chí trong tỉnh mở chuyên mục, chuyên trang; phổ biến nội dung Quyết định số 1191/QĐ-TTg đến cán bộ, công chức thuộc phạm vi quản lý bằng hình thức phù hợp.',
          'Theo dõi, tổng hợp và tham mưu phản bác luận điệu sai lệch; thanh tra, kiểm tra, xử lý kịp thời vi phạm trong hoạt động báo chí, truyền thông về thông tin đối ngoại.',
          'Phối hợp với Bộ Chỉ huy Bộ đội Biên phòng tỉnh; UBND các huyện: Bù Gia Mập, Bù Đốp, Lộc Ninh khảo sát, đánh giá hoạt động thông tin đối ngoại tại cửa khẩu, vùng sâu, vùng xa, biên giới.',
          'Hướng dẫn, kiểm tra, giám sát việc thực hiện; tổng hợp, báo cáo Bộ Thông tin và Truyền thông, UBND tỉnh trước ngày 30/6 đối với báo cáo 6 tháng, trước ngày 30/11 đối với báo cáo năm và báo cáo đột xuất khi có yêu cầu.',
          'Theo nguồn kinh phí được phân bổ, chủ trì, phối hợp với các cơ quan liên quan lập kế hoạch thực hiện hằng năm.',
        ],
      },
      {
        title: 'Sở Ngoại vụ',
        points: [
          'Phối hợp với Sở Thông tin và Truyền thông và các cơ quan liên quan thực hiện các nhiệm vụ thông tin đối ngoại đã được phê duyệt.',
          'Cung cấp thông tin về hoạt động đối ngoại ở vùng đồng bào dân tộc thiểu số và miền núi của tỉnh khi có yêu cầu.',
          'Phối hợp với Bộ Ngoại giao kết nối các tỉnh bạn giáp biên để giao lưu, làm ngoại giao văn hóa, xúc tiến đầu tư, thương mại, du lịch.',
          'Tuyên truyền về quan hệ hữu nghị, hợp tác với các địa phương Campuchia theo hướng dẫn của Trung ương.',
          'Phối hợp với Sở Thông tin và Truyền thông biên dịch các sản phẩm thông tin sang tiếng Campuchia để giới thiệu hình ảnh Bình Phước ra nước ngoài.',
        ],
      },
      {
        title: 'Sở Văn hóa - Thể thao và Du lịch',
        points: [
          'Chủ trì, phối hợp với các cơ quan liên quan đưa nội dung thông tin đối ngoại vào chương trình, sự kiện văn hóa, thể thao ở vùng đồng bào dân tộc thiểu số và miền núi.',
          'Dành một số thiết chế văn hóa do ngành quản lý cho hoạt động thông tin đối ngoại ở khu vực biên giới.',
          'Tổ chức trưng bày, triển lãm các bộ ảnh về biển đảo và ASEAN được Trung ương trao tặng tại khu vực biên giới, vùng đồng bào dân tộc thiểu số.',
          'Giới thiệu văn hóa, con người Bình Phước qua lễ hội, sự kiện nghệ thuật, hoạt động thể thao và trang thông tin điện tử.',
          'Dàn dựng các chương trình văn hóa, nghệ thuật đặc sắc cho tuyến biên giới và vùng đồng bào dân tộc thiểu số.',
          'Xây dựng sản phẩm, sự kiện du lịch đặc sắc để giới thiệu văn hóa, ẩm thực, du lịch của tỉnh với bạn bè quốc tế.',
        ],
      },
      {
        title: 'Sở Tài chính',
        paragraph:
          'Căn cứ dự toán được giao hằng năm của các cơ quan, đơn vị, thực hiện việc thẩm định và quyết toán kinh phí theo quy định.',
      },
      {
        title: 'Bộ Chỉ huy Bộ đội Biên phòng tỉnh',
        points: [
          'Phối hợp với Sở Thông tin và Truyền thông triển khai các nội dung của Quyết định số 1191/QĐ-TTg thuộc phạm vi của lực lượng.',
          'Khảo sát một số cửa khẩu, vùng sâu, vùng xa, biên giới để lập kế hoạch hoạt động thông tin đối ngoại hằng năm ở những nơi ấy.',
          'Tuyên truyền chủ trương, chính sách về thông tin đối ngoại, cung cấp nội dung về khu vực biên giới; phối hợp với các cơ quan báo chí của tỉnh làm chuyên trang, chuyên mục bảo vệ chủ quyền biên giới, lãnh thổ.',
          'Đẩy mạnh tuyên truyền về chủ quyền biển đảo và về phân giới, cắm mốc biên giới đất liền.',
          'Tăng cường giao lưu hữu nghị quốc phòng với các tỉnh bạn và lực lượng bảo vệ biên giới Campuchia; giúp đỡ nhân dân khu vực biên giới.',
        ],
      },
      {
        title: 'Ban Dân tộc tỉnh',
        points: [
          'Phối hợp với Sở Thông tin và Truyền thông tập huấn cho già làng, trưởng thôn, người có uy tín về kiến thức và kỹ năng thông tin, tuyên truyền.',
          'Tăng cường tuyên truyền chủ trương, chính sách về bảo vệ chủ quyền, phát triển kinh tế - xã hội, văn hóa vùng biên giới, cửa khẩu, miền núi đến đồng bào các dân tộc thiểu số.',
        ],
      },
      {
        title: 'Liên hiệp các Tổ chức Hữu nghị tỉnh',
        points: [
          'Đưa thông tin đối ngoại, nhất là về vùng đồng bào dân tộc thiểu số và miền núi, vào các cuộc gặp gỡ, giao lưu với các đoàn hữu nghị của các nước.',
          'Phối hợp tuyên truyền để người Việt Nam ở nước ngoài hiểu chính sách của Đảng, Nhà nước và của tỉnh; hỗ trợ các hoạt động của kiều bào tại tỉnh.',
        ],
      },
      {
        title: 'Các cơ quan báo chí của tỉnh, Cổng thông tin điện tử tỉnh',
        points: [
          'Theo tôn chỉ, mục đích của từng đơn vị, tăng tin, bài và thời lượng về đường lối thông tin đối ngoại, chủ quyền biên giới, lịch sử, văn hóa, du lịch, con người Bình Phước; phản bác kịp thời thông tin xuyên tạc, sai sự thật.',
          'Tăng cường sản xuất sản phẩm thông tin hợp với nhu cầu và khả năng tiếp cận của nhân dân ở khu vực biên giới.',
          'Đài Phát thanh - Truyền hình và Báo Bình Phước xây dựng khung chương trình thông tin đối ngoại trên các hạ tầng số; tăng thời lượng, mở chuyên mục riêng bằng tiếng Việt, tiếng Anh, tiếng Khmer.',
        ],
      },
      {
        title: 'UBND các huyện, thị xã, thành phố',
        points: [
          'Chủ động lập kế hoạch của địa phương cho giai đoạn 2023 - 2025; lồng ghép thông tin đối ngoại vào tập huấn, phổ biến pháp luật và các phong trào ở cơ sở.',
          'Giới thiệu hình ảnh, tiềm năng của địa phương nhân các ngày lễ lớn và các sự kiện giao lưu với các tỉnh giáp biên.',
          'Phối hợp với Sở Thông tin và Truyền thông, Bộ Chỉ huy Bộ đội Biên phòng tỉnh khảo sát, đánh giá công tác thông tin đối ngoại ở khu vực biên giới, cửa khẩu.',
          'Phối hợp với Sở Ngoại vụ, Sở Văn hóa, Thể thao và Du lịch tổ chức các sự kiện giao lưu, ngoại giao văn hóa, thể thao tại địa phương.',
        ],
      },
    ],
  },
];

export const CLOSING =
  'Ủy ban nhân dân tỉnh yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện Kế hoạch này; báo cáo kết quả về Sở Thông tin và Truyền thông trước ngày 20/6 đối với báo cáo 6 tháng, trước ngày 15/11 đối với báo cáo năm để tổng hợp, báo cáo Bộ Thông tin và Truyền thông, Ủy ban nhân dân tỉnh./.';

export const RECIPIENTS = [
  'Bộ Thông tin và Truyền thông;',
  'Cục Thông tin đối ngoại;',
  'TT.TU, TT.HĐND tỉnh;',
  'CT, các PCT UBND tỉnh;',
  'Các cơ quan, đơn vị được phân công;',
  'LĐVP, các phòng;',
  'Lưu: VT, KGVX.',
];

/** An invented person. */
export const SIGNATORY = { authority: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH'], post: 'PHÓ CHỦ TỊCH', name: 'Nguyễn Thị Mẫu' };
