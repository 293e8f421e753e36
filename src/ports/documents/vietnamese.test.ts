import { describe, expect, it } from 'vitest';
import { isVietnamese } from './vietnamese.ts';

const PLAN = 'Ủy ban nhân dân tỉnh ban hành Kế hoạch thực hiện nhiệm vụ thông tin đối ngoại vùng đồng bào dân tộc thiểu số';

describe('whether a text is Vietnamese (C-0)', () => {
  it.each([
    ['as it is written', PLAN],
    ['in capitals', PLAN.toUpperCase()],
    ['with loose marks', PLAN.normalize('NFD')],
    ['a table of figures', `${'1.234,5 2023 15 % '.repeat(200)} Tổng số xã biên giới được phủ sóng`],
    [
      'half English',
      `${PLAN}. The plan is carried out by the Department of Information and Communications of the province in three years.`,
    ],
    ['with its Khmer translation', `${PLAN}. ផែនការអនុវត្តភារកិច្ចព័ត៌មានបរទេសនៅតំបន់ព្រំដែន`],
  ])('is so for Vietnamese %s', (_, text) => {
    expect(isVietnamese(text)).toBe(true);
  });

  it.each([
    [
      'English',
      'The People’s Committee issues this plan for external information in border areas. Bình Phước province carries it out.',
    ],
    [
      'French',
      'Le Comité populaire établit ce plan destiné à l’information extérieure des régions frontalières, où elle a été jugée nécessaire.',
    ],
    [
      'Portuguese',
      'O comitê emite este plano de informação; as ações não são obrigatórias, mas estão previstas até o fim da estação.',
    ],
    ['Romanian', 'Comitetul județean aprobă planul și răspunde de îndeplinirea lui până la sfârșitul anului în țară.'],
    ['Khmer', 'ផែនការអនុវត្តភារកិច្ចព័ត៌មានបរទេសនៅតំបន់ព្រំដែន'],
    ['Vietnamese typed without its marks', 'Ke hoach thuc hien nhiem vu thong tin doi ngoai vung dong bao dan toc thieu so'],
    ['program code', 'export function marker(paragraph: string): Marker | null { for (const rule of RULES) return null; }'],
    [
      'TCVN3 (ABC), as its bytes look elsewhere',
      'KÕ ho¹ch thùc hiÖn nhiÖm vô th«ng tin ®èi ngo¹i vïng ®ång bµo d©n téc thiÓu sè',
    ],
    [
      'VNI, as its bytes look elsewhere',
      'Keá hoaïch thöïc hieän nhieäm vuï thoâng tin ñoái ngoaïi vuøng ñoàng baøo daân toäc thieåu soá',
    ],
    ['nothing but figures', '1 2 3 4 5'],
  ])('is not for %s', (_, text) => {
    expect(isVietnamese(text)).toBe(false);
  });
});
