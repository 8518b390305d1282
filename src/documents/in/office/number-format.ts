/** How a counter of a list is printed, as DOCX names the forms; the names of ODF are told in `odt-lists.ts`. */
export const numberFormats = [
  'decimal',
  'decimalZero',
  'lowerLetter',
  'upperLetter',
  'lowerRoman',
  'upperRoman',
  'ordinal',
  'none',
] as const;
export type NumberFormat = (typeof numberFormats)[number];

const largestRoman = 3_999;
/** Letters repeat after z ("aa", "bb"); a counter that would need more of them than this is printed in figures. */
const mostLetters = 30;

/** A number as Word and LibreOffice print it. What is too large for its form, or of a form we do not know, is printed in figures. */
export function printNumber(value: number, format: string): string {
  switch (format) {
    case 'none':
      return '';
    case 'decimalZero':
      return value < 10 ? `0${value}` : String(value);
    case 'ordinal':
      return `${value}:${value % 10 <= 2 && value % 10 > 0 && ![11, 12].includes(value % 100) ? 'a' : 'e'}`;
    case 'lowerLetter':
      return letters(value);
    case 'upperLetter':
      return letters(value).toUpperCase();
    case 'lowerRoman':
      return roman(value);
    case 'upperRoman':
      return roman(value).toUpperCase();
    default:
      return String(value);
  }
}

function letters(value: number): string {
  const times = Math.ceil(value / 26);
  if (value < 1 || times > mostLetters) return String(value);
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(times);
}

const romanParts: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(value: number): string {
  if (value < 1 || value > largestRoman) return String(value);
  let rest = value;
  let printed = '';
  for (const [worth, sign] of romanParts)
    while (rest >= worth) {
      printed += sign;
      rest -= worth;
    }
  return printed;
}
