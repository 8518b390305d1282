/**
 * Amounts of money, shares and posts as Swedish committee papers write them: "144 000 kr", "1,2 mkr", "148,4 milj.kr", "25 procent", "200 %",
 * "två årsarbetare". Thousands are parted by one or more spaces of any width, or by a full stop. A range ("10–20 mkr") states no amount and
 * is left out.
 */
type Mention = {
  /** Offsets of the words in the text, `end` exclusive. */
  readonly start: number;
  readonly end: number;
};

/** A sum of money in whole kronor: "1,2 mkr" is 1 200 000. */
export type AmountMention = Mention & { readonly value: number; readonly currency: 'SEK' };

/** A share: "25 %" is 25. A post may be more than whole, so that 200 is a share too. */
export type PercentMention = Mention & { readonly percent: number };

/** Full-time posts: "två årsarbetare" is 2, and 25 percent of a post is 0.25. */
export type PostMention = Mention & { readonly fte: number };

const numberWords: Readonly<Record<string, number>> = {
  en: 1,
  ett: 1,
  två: 2,
  tre: 3,
  fyra: 4,
  fem: 5,
  sex: 6,
  sju: 7,
  åtta: 8,
  nio: 9,
  tio: 10,
  elva: 11,
  tolv: 12,
};

/** The number that a Swedish word from one to twelve says; undefined for every other word. */
export function numberOfWord(word: string): number | undefined {
  const wanted = word.toLocaleLowerCase('sv');
  return Object.hasOwn(numberWords, wanted) ? numberWords[wanted] : undefined;
}

const digits = String.raw`(?<![\p{L}\p{N}]|\d[.,–-])(?<sign>(?<![^\s(])[-−])?(?<whole>\d{1,3}(?:(?:[^\S\n]{1,3}|\.)\d{3}){1,4}(?!\d)|\d{1,15})(?:,(?<fraction>\d{1,6}))?`;
const words = String.raw`(?<!\p{L})(?<word>${Object.keys(numberWords).join('|')})(?!\p{L})`;
const wordEnd = String.raw`(?![\p{L}\p{N}])`;

/** What one unit of money is worth in kronor. A row means: a number before words of this form. */
const moneyUnits: readonly { readonly form: string; readonly worth: number }[] = [
  { form: String.raw`(?:mdkr|mdr|md)(?:\s?kr(?:onor)?)?|miljard(?:er)?\s+kr(?:onor)?`, worth: 1e9 },
  {
    form: String.raw`mnkr|mkr|msek|mn\s?kr|milj(?:\.\s?|\s)?kr(?:onor)?|miljon(?:er)?\s+kr(?:onor)?`,
    worth: 1e6,
  },
  { form: String.raw`tkr|kkr|tusen\s+kr(?:onor)?|tsek`, worth: 1e3 },
  { form: 'kr(?:onor|ona)?|sek|:-', worth: 1 },
];

/** All sums of money in a text, in the order in which they stand. */
export function findAmounts(text: string): readonly AmountMention[] {
  return moneyUnits
    .flatMap(({ form, worth }) =>
      quantities(text, form).map(({ start, end, number }) => ({
        start,
        end,
        value: rounded(number * worth),
        currency: 'SEK' as const,
      })),
    )
    .sort((a, b) => a.start - b.start);
}

/** All shares in a text. Percentage points are a difference between shares and no share. */
export function findPercents(text: string): readonly PercentMention[] {
  return quantities(text, 'procent|%').map(({ start, end, number }) => ({ start, end, percent: number }));
}

const postForms: readonly { readonly form: string; readonly share: number }[] = [
  {
    form: String.raw`årsarbetare|årsarbetskraft(?:er)?|heltidstjänst(?:er)?|heltidsanställd(?:a)?|hela?\s+tjänst(?:er)?`,
    share: 1,
  },
  { form: String.raw`halvtidstjänst(?:er)?|halvtidsanställd(?:a)?|halva?\s+tjänst(?:er)?`, share: 0.5 },
];
const postWord = /tjänst(?!e(?:man|kvinn|person|skriv|ställe|resa))|anställning|arbetstid|årsarbet/iu;

/**
 * The full-time posts in a text: stated as such, or as a percentage in a sentence that speaks of a post ("ett tjänsteköp med 25 procent").
 * A percentage in any other sentence is a share of something else.
 */
export function findPosts(text: string): readonly PostMention[] {
  const stated = postForms.flatMap(({ form, share }) =>
    quantities(text, form).map(({ start, end, number }) => ({ start, end, fte: rounded(number * share) })),
  );
  const parts = findPercents(text)
    .filter(({ start, end }) => postWord.test(sentenceAt(text, start, end)))
    .map(({ start, end, percent }) => ({ start, end, fte: rounded(percent / 100) }));
  return [...stated, ...parts].sort((a, b) => a.start - b.start);
}

/** A number in digits or as a word, followed by a unit. */
function quantities(text: string, unit: string): readonly (Mention & { readonly number: number })[] {
  const { named, counted } = formsOf(unit);
  // Most sentences do not name the unit at all, which is told at a tenth of the cost.
  if (!named.test(text)) return [];
  return counted
    .flatMap((form) => [...text.matchAll(form)])
    .map((match) => ({ start: match.index, end: match.index + match[0].length, number: numberIn(match.groups!) }))
    .sort((a, b) => a.start - b.start);
}

type UnitForms = { readonly named: RegExp; readonly counted: readonly RegExp[] };
const compiled = new Map<string, UnitForms>();

/** The expressions of a unit, made once: making them takes longer than looking through a sentence. */
function formsOf(unit: string): UnitForms {
  const known = compiled.get(unit);
  if (known) return known;
  const counted = [digits, words].map((number) => new RegExp(String.raw`${number}\s{0,3}(?:${unit})${wordEnd}`, 'giu'));
  const made: UnitForms = { named: new RegExp(unit, 'iu'), counted };
  compiled.set(unit, made);
  return made;
}

function numberIn(groups: Readonly<Record<string, string | undefined>>): number {
  if (groups.word) return numberOfWord(groups.word) ?? Number.NaN;
  const whole = groups.whole!.replace(/\D/gu, '');
  const number = Number(groups.fraction ? `${whole}.${groups.fraction}` : whole);
  return groups.sign ? -number : number;
}

/** Without the error of binary fractions: 1.1 million is 1 100 000 and not 1 100 000.0000000002. */
function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

/** The sentence around two offsets, as far as three hundred characters to each side. */
function sentenceAt(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - 300), start);
  const after = text.slice(end, end + 300);
  const from = Math.max(before.lastIndexOf('. '), before.lastIndexOf('\n')) + 1;
  const until = after.search(/\.(?:\s|$)|\n/u);
  return before.slice(from) + text.slice(start, end) + (until < 0 ? after : after.slice(0, until));
}
