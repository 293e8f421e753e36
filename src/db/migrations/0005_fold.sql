-- Search without diacritics, as people type it: "hoa" finds "Hòa" and "hoà", "dong" finds "Đồng". Only U+0300–036F are stripped:
-- the signs of Khmer are combining marks too and must stay.
create function fold(words text) returns text language sql immutable strict parallel safe as $$
  select replace(regexp_replace(normalize(lower(words), NFD), '[\u0300-\u036f]', '', 'g'), 'đ', 'd')
$$;
