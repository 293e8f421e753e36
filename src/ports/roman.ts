/** Roman figures, as Word's lists and official papers count with them. */
/** Up to 32,767, as far as Word counts; beyond, and below 1, in digits. */
export function roman(value: number): string {
  if (value < 1 || value > 32_767) return String(value);
  let rest = value;
  let written = '';
  for (const [worth, sign] of ROMAN) {
    written += sign.repeat(Math.floor(rest / worth));
    rest %= worth;
  }
  return written;
}

const ROMAN: [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];
