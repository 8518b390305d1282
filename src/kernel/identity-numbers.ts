/**
 * Finds what can be a Swedish personal identity number or coordination number (folkbokföringslagen 18 and 18 a §§) in what people have written, however
 * they have written it: with or without century, with a dash, a plus, spaces or dots, in digits of other scripts, with characters between that nobody
 * sees, broken over lines or over the cells of a table. A number counts when its day exists (sixty more for a coordination number) and its last
 * digit fits.
 *
 * Two strengths are kept apart. `plain` is a number as numbers are written: the day in one piece or in its three parts, then four digits. `broken` has
 * breaks where nobody would write them (8002|14123|4), lacks its last digit as before 1967, or has a letter as reserve numbers do; figures of a table
 * can look so by chance, and a person must look.
 */
export type IdentityNumber = {
  readonly strength: 'plain' | 'broken';
  /** In which of the texts it begins. */
  readonly text: number;
  /** As it is written there; null when it goes over several texts, and no single stretch can be taken away. */
  readonly written: string | null;
};

/** A text made comparable, with the place of each of its characters in the texts it was made from. */
type Normal = { readonly chars: string; readonly places: readonly { readonly text: number; readonly at: number }[] };

const date = String.raw`(?<month>0[1-9]|1[0-2])D(?<day>[0-3]\d|[6-9]\d)`;
/** Between the parts of a day at most one sign; before the last four up to three, with the end of a line or cell among them. */
const plain = new RegExp(
  String.raw`(?<!\d)(?:(?:18|19|20)[-. ]?)?(?<year>\d\d)[-./ ]?${date.replace('D', '[-./ ]?')}(?<gap>[-+./ \n]{0,4})(?<last>\d{4})(?!\d)`,
  'gdu',
);
const isoDay = /(?:18|19|20)\d\d-\d\d-\d\d/u;
const isoDays = /(?<!\d)(?:18|19|20)\d\d-\d\d-\d\d(?!\d)/gu;
const between = String.raw`[-+./,:| \n]{0,3}`;
const broken = new RegExp(
  String.raw`(?<!\d)(?:(?:1${between}[89]|2${between}0)${between})?(?<ten>\d(?:${between}\d){9})(?!\d)`,
  'gdu',
);
const withoutCheck = new RegExp(
  String.raw`(?<![\d-])(?:(?:18|19|20))?\d\d${date.replace('D', '')}(?:[-+]\d{3}|[-+ ]?(?:\p{Lu}\d{3}|\p{Lu}{2}\d{2}))(?![\d\p{L}-])`,
  'gdu',
);

/** Every number of some texts that follow each other: a number that begins in one may end in the next. */
export function identityNumbersIn(texts: readonly string[]): readonly IdentityNumber[] {
  const normal = normalised(texts);
  const found: { readonly from: number; readonly to: number; readonly number: IdentityNumber }[] = [];
  const keep = (strength: IdentityNumber['strength'], from: number, to: number) => {
    if (found.some((one) => from < one.to && one.from < to)) return;
    found.push({ from, to, number: { strength, ...placeOf(texts, normal, from, to) } });
  };
  for (const match of normal.chars.matchAll(plain)) {
    const { year = '', month = '', day = '', last = '', gap = '' } = match.groups ?? {};
    if (!dayExists(Number(month), Number(day)) || !checkDigitFits(`${year}${month}${day}${last}`)) continue;
    // A day in one cell and a year, or another day, in the next is no number, though it can look like one.
    const looksLikeYear = gap.includes('\n') && /^(?:19|20)\d\d$/u.test(last);
    if (looksLikeYear && isoDay.test(match[0])) continue;
    keep(looksLikeYear ? 'broken' : 'plain', match.index, match.index + match[0].length);
  }
  const withoutDays = normal.chars.replace(isoDays, (day) => '·'.repeat(day.length));
  for (const match of overlapping(withoutDays, broken)) {
    const digits = match.groups?.ten?.replace(/\D/gu, '') ?? '';
    if (!isNumber(digits) || isFigures(match[0])) continue;
    // Over cells, digits torn in small pieces are figures of a table.
    if (spans(normal, match.index, match[0].length) && !/\d{5}/u.test(match[0])) continue;
    keep('broken', match.index, match.index + match[0].length);
  }
  for (const match of normal.chars.matchAll(withoutCheck)) {
    const { month = '', day = '' } = match.groups ?? {};
    if (dayExists(Number(month), Number(day))) keep('broken', match.index, match.index + match[0].length);
  }
  return found.toSorted((a, b) => a.from - b.from).map(({ number }) => number);
}

/** How a number is told without being told: its form, with a mark for each digit. */
export function formOfNumber(written: string): string {
  return written.replace(/\p{Nd}/gu, '●').replace(/\s+/gu, ' ');
}

/** A match may begin inside another that was no number: the search goes on one character later. */
function* overlapping(chars: string, pattern: RegExp): Generator<RegExpExecArray> {
  const own = new RegExp(pattern.source, pattern.flags);
  for (let match = own.exec(chars); match; match = own.exec(chars)) {
    yield match;
    own.lastIndex = match.index + 1;
  }
}

function isNumber(digits: string): boolean {
  return dayExists(Number(digits.slice(2, 4)), Number(digits.slice(4, 6))) && checkDigitFits(digits);
}

/** Whether a stretch begins in one text and ends in another. */
function spans({ places }: Normal, from: number, length: number): boolean {
  return places[from]!.text !== places[from + length - 1]!.text;
}

/** Amounts are written in groups of three ("1 234 567 890"), and years stand in rows: such digits are no broken number. */
function isFigures(written: string): boolean {
  const parts = written.split(/\D+/u);
  if (
    parts.length > 1 &&
    parts.some((part) => /^(?:19|20)\d\d$/u.test(part)) &&
    parts.every(({ length }) => length <= 4)
  )
    return true;
  const threes = parts.slice(1).every(({ length }) => length === 3) && (parts[0]?.length ?? 0) <= 3;
  return threes || /,/u.test(written);
}

function dayExists(month: number, day: number): boolean {
  const date = day > 60 ? day - 60 : day;
  return month >= 1 && month <= 12 && date >= 1 && date <= 31;
}

/** Luhn's rule over ten digits: every other is doubled, and the sum of all digits ends with 0. */
function checkDigitFits(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return digits.length === 10 && sum % 10 === 0;
}

/** Digits of every script become 0–9, every dash one dash, every space one space, what is not seen is gone, and texts end as lines do. */
function normalised(texts: readonly string[]): Normal {
  const chars: string[] = [];
  const places: { text: number; at: number }[] = [];
  texts.forEach((text, index) => {
    let at = 0;
    for (const char of text) {
      for (const one of comparable(char)) {
        chars.push(one);
        places.push({ text: index, at });
      }
      at += char.length;
    }
    chars.push('\n');
    places.push({ text: index, at });
  });
  return { chars: chars.join(''), places };
}

const compared = new Map<string, string>();

/** A character is looked at once: texts are long and their letters few. */
function comparable(char: string): string {
  const known = compared.get(char);
  if (known !== undefined) return known;
  const made = asComparable(char);
  if (compared.size < 10_000) compared.set(char, made);
  return made;
}

function asComparable(char: string): string {
  if (/^[\x21-\x7e]$/u.test(char)) return char;
  if (/^\n$/u.test(char) || /^\p{Zl}|\p{Zp}$/u.test(char)) return '\n';
  if (/^\p{Cf}$/u.test(char)) return '';
  if (/^(?:\p{Pd}|[−⁃˗➖])$/u.test(char)) return '-';
  if (/^\s$/u.test(char)) return ' ';
  return [...char.normalize('NFKC')].map((one) => (/^\p{Nd}$/u.test(one) ? digitOf(one) : one)).join('');
}

/** Decimal digits stand ten in a row in every script, so that the place within the row is the value. */
function digitOf(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  let first = code;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return String((code - first) % 10);
}

function placeOf(
  texts: readonly string[],
  { places }: Normal,
  from: number,
  to: number,
): Pick<IdentityNumber, 'text' | 'written'> {
  const start = places[from]!;
  const end = places[to - 1]!;
  if (start.text !== end.text) return { text: start.text, written: null };
  const text = texts[start.text]!;
  const last = String.fromCodePoint(text.codePointAt(end.at) ?? 32).length;
  return { text: start.text, written: text.slice(start.at, end.at + last) };
}
