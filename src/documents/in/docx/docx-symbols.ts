import { ticked, unticked } from '../office/ticks.ts';

/**
 * Signs of the fonts that Word uses for boxes, arrows and bullets, by the last two figures of their code (the first two are F0, Word's place for
 * fonts without Unicode). Only signs that mean something in papers; another is printed as the sign for "unknown", never left out.
 */
const signs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  wingdings: {
    '6c': '●',
    '6e': '■',
    '6f': unticked,
    '71': unticked,
    '72': unticked,
    a7: '▪',
    a8: unticked,
    d8: '➢',
    e0: '→',
    e8: '➔',
    fb: '✗',
    fc: '✓',
    fd: ticked,
    fe: ticked,
  },
  'wingdings 2': {
    '4f': '✗',
    '50': '✓',
    '51': ticked,
    '52': ticked,
    '53': ticked,
    '54': ticked,
    a3: unticked,
    '2a': unticked,
  },
  symbol: { '2d': '−', a3: '≤', ae: '→', b0: '°', b1: '±', b3: '≥', b4: '×', b7: '•', d7: '·', de: '⇒' },
};
const unknownSign = '\ufffd';

/** A sign told by font and code. */
export function signOf(font: string, code: number): string {
  const key = (code & 0xff).toString(16).padStart(2, '0');
  const own = signs[font.trim().toLowerCase()]?.[key];
  if (own) return own;
  return code >= 0xf000 && code <= 0xf0ff ? unknownSign : String.fromCodePoint(code);
}

const officePlace = /[\uf000-\uf0ff]/g;

/** Words in which signs of such a font stand as letters of Word's own place. */
export function withSigns(words: string, font: string | undefined): string {
  if (!/[\uf000-\uf0ff]/.test(words)) return words;
  return words.replace(officePlace, (sign) => signOf(font ?? 'Wingdings', sign.charCodeAt(0)));
}
