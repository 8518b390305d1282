import { tolerant } from '../../documents/tree/damage-tolerant.ts';
import { numberOfWord } from '../../kernel/swedish-amounts.ts';
import type { Figure } from './figures-in-text.ts';

const number = String.raw`(?<![\p{L}\p{N}.,/–-])\d{1,3}(?:[\u0020\u00a0\u2009]\d{3}){1,4}(?![\d%])|(?<![\p{L}\p{N}.,/–-])\d{1,7}(?!\d|[.,]\d)`;
/** The adverbs before a number, as they should read, since a page may show them damaged. */
export const qualifiers = [
  'över',
  'cirka',
  'ca',
  'omkring',
  'drygt',
  'nästan',
  'knappt',
  'ungefär',
  'minst',
  'högst',
  'uppemot',
];
const qualifier = `(?:(?<qualifier>${qualifiers.map(tolerant).join('|')})\\.?\\s{1,3})?`;
const since = String.raw`(?:${tolerant('från')}|mot|${tolerant('jämfört med')}|${tolerant('sedan')})\s{1,3}(?<from>(?:19|20)\d{2}|${tolerant('föregående år')}|${tolerant('förra året')})`;
const percent = String.raw`(?<percent>\d{1,4}(?:,\d)?)\s?(?:%|procent)`;
const word = String.raw`[\p{L}0-9&-]`;
const noun = String.raw`(?<noun>(?:${word}{2,}(?:ade|iva|na|ska|liga|rika)\s{1,3})?(?:\p{L}[\p{L}&0-9-]{2,}[erna]|(?:\p{L}[\p{L}&0-9-]*)?(?:bes.k|team|svar|samtal)))(?![\p{L}\p{N}])`;

/** A word within a clause: no number and no stop. */
const lowercase = String.raw`\p{L}[\p{L}&-]*`;

/** Nouns after a number that count no cases: time, ages, months, money and parts of speech. */
export const noCases = new RegExp(
  `^(?:${['år', 'åren', 'dagar', 'veckor', 'månader', 'timmar', 'minuter', 'gånger', 'kronor', 'procent', 'kommer', 'eller', 'och', 'personen', 'under', 'efter', 'januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december', 'listade', 'stycken', 'deltagande'].map(tolerant).join('|')})$`,
  'iu',
);
/** Sentences that set a target, a limit or a rule instead of telling what was counted. */
const noMeasure = new RegExp(
  `(?<!\\p{L})(?:${['målet', 'riktvärde', 'riktvärdet', 'maxtaket', 'maxtak', 'ska finnas', 'per läkare'].map(tolerant).join('|')})(?!\\p{L})`,
  'iu',
);

export type FigureForm = {
  readonly rule: string;
  readonly confidence: number;
  readonly form: RegExp;
  /** The number is written as a word: every other form has a digit in it. */
  readonly inWords?: true;
  readonly figure: (groups: Groups, sentence: string) => Found | undefined;
};
export type Groups = Readonly<Record<string, string | undefined>>;
export type Found = Partial<Figure> & Pick<Figure, 'name' | 'value' | 'unit'>;

/** How figures stand in sentences, surest first. A row means: words of this form state a figure; a number that an earlier row took is taken. */
export const figureForms: readonly FigureForm[] = [
  {
    rule: 'number-of-stated',
    confidence: 0.9,
    form: new RegExp(
      String.raw`(?<!\p{L})antal(?:et)?\s{1,3}(?<name>[^.,;:()]{3,90}?)\s{1,3}var\s{1,3}(?<when>i\s{1,3}(?<month>\p{L}+)\s{1,3}(?:${tolerant('år')}\s{1,3})?(?<year>(?:19|20)\d{2})\s{1,3})?(?<value>${number})(?:\s{1,3}stycken|\s{1,3}st)?(?:\s{0,3}\(?(?<sign>[+−-])\s?${percent}\s{1,3}${since})?(?:[^.]{0,10}\.\s{1,3}${tolerant('maxtaket')}\s{1,3}\S{1,3}\s{1,3}(?<of>\d+))?`,
      'giu',
    ),
    figure: counted,
  },
  {
    rule: 'number-in-brackets',
    confidence: 0.88,
    form: new RegExp(
      String.raw`(?<!\p{L})antal(?:et)?\s{1,3}(?<name>\p{L}[\p{L} -]{2,50}?)\s{1,3}\((?<value>${number})\s?(?:st|stycken)?\)(?:\s{1,3}\S{1,3}\s{1,3}en\s{1,3}(?<word>${tolerant('ökning')}|${tolerant('minskning')})\s{1,3}med\s{1,3}${percent}(?:\s{1,3}${since})?)?`,
      'giu',
    ),
    figure: counted,
  },
  {
    rule: 'number-with-change',
    confidence: 0.9,
    form: new RegExp(
      String.raw`${qualifier}(?<value>${number})\s{1,3}${noun}\s{0,3}\(?(?<sign>[+−-])\s?${percent}\s{1,3}${since}`,
      'giu',
    ),
    figure: counted,
  },
  {
    rule: 'number-then-change',
    confidence: 0.88,
    form: new RegExp(
      String.raw`${qualifier}(?<value>${number})\s{1,3}${noun}(?<clause>(?:\s{1,3}${lowercase}){0,6}?),?\s{1,3}(?:(?:vilket|det|som)\s{1,3}${tolerant('är')}\s{1,3})?(?:en\s{1,3})?(?<word>${tolerant('ökning')}|${tolerant('minskning')})\s{1,3}(?:med|${tolerant('på')})\s{1,3}${percent}(?:\s{1,3}${since})?`,
      'giu',
    ),
    figure: counted,
  },
  {
    rule: 'share-has-changed',
    confidence: 0.85,
    form: new RegExp(
      String.raw`(?<word>${tolerant('minskning')}|${tolerant('ökning')})(?:\s{1,3}av\s{1,3}(?<name>\p{L}[\p{L} -]{2,40}?))?\s{1,3}med\s{1,3}${percent}(?:\s{1,3}${since})?`,
      'giu',
    ),
    figure: (groups) => {
      const change = changeIn(groups).change;
      return change && groups.name ? { name: clean(groups.name), value: change.percent, unit: '%', change } : undefined;
    },
  },
  {
    rule: 'part-of-whole',
    confidence: 0.9,
    form: new RegExp(
      String.raw`${qualifier}(?<value>\d{1,5})\s{1,3}av\s{1,3}(?:\p{L}+\s{1,3})?(?<of>\d{1,5})\s{1,3}${noun}`,
      'giu',
    ),
    figure: counted,
  },
  {
    rule: 'range-of-cases',
    confidence: 0.75,
    form: new RegExp(String.raw`(?<![\d–-])(?<value>\d{1,4})\s?[–-]\s?(?<to>\d{1,4})\s{1,3}${noun}`, 'giu'),
    figure: counted,
  },
  {
    rule: 'mean-age',
    confidence: 0.9,
    form: new RegExp(
      String.raw`(?<name>${tolerant('medelålder')}|${tolerant('medelåldern')})\s{1,3}(?:${tolerant('på')}|var|${tolerant('är')})\s{1,3}(?<value>\d{1,3})\s{1,3}${tolerant('år')}`,
      'giu',
    ),
    figure: (groups) => ({ name: 'medelålder', value: numberFrom(groups.value!), unit: 'år' }),
  },
  {
    rule: 'number-of-cases',
    confidence: 0.85,
    form: new RegExp(String.raw`${qualifier}(?<value>${number})\s{1,3}${noun}`, 'giu'),
    figure: (groups, sentence) =>
      noMeasure.test(sentence) || /^(?:19|20)\d{2}$/u.test(groups.value!) ? undefined : counted(groups),
  },
  {
    rule: 'number-word-of-resources',
    confidence: 0.6,
    inWords: true,
    form: new RegExp(
      String.raw`(?<!\p{L}|(?:de|samtliga|alla|bara)\s)(?<value>${['två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'].map(tolerant).join('|')})\s{1,3}(?<noun>(?:${word}{2,}(?:da|ade|iva|ta)\s{1,3})?${word}*(?:${['tjänster', 'orter', 'projektledare', 'vårdcentraler', 'kommuner', 'enheter', 'tillfällen', 'team', 'mottagningar', 'årsarbetare'].map(tolerant).join('|')}))(?!\p{L})`,
      'giu',
    ),
    figure: (groups, sentence) => {
      const value = wordValue(groups.value!);
      if (value === undefined || noMeasure.test(sentence) || plansAhead.test(sentence)) return undefined;
      return { name: clean(groups.noun!), value, unit: 'antal' };
    },
  },
];

/** A number word about what is planned, or one that counts out the members of a list, measures nothing. */
const plansAhead = new RegExp(
  `(?<!\\p{L})(?:${['ska', 'kommer', 'planeras', 'i de'].map(tolerant).join('|')})(?!\\p{L})`,
  'iu',
);

function changeIn({ percent: share, sign, word: way, from }: Groups): { change?: NonNullable<Figure['change']> } {
  if (!share) return {};
  const size = Number(share.replace(',', '.'));
  const falls = sign ? sign !== '+' : new RegExp(tolerant('minskning'), 'iu').test(way ?? '');
  const year = from && (/^\d{4}$/u.test(from) ? from : 'föregående år');
  return { change: { percent: falls ? -size : size, ...(year && { from: year }) } };
}

/** A count of cases, with its change, its whole and the upper end of its range when they are stated. */
function counted(groups: Groups): Found {
  const { of: whole, to } = groups;
  return {
    name: clean(groups.name ?? groups.noun!),
    value: numberFrom(groups.value!),
    unit: 'antal',
    ...changeIn(groups),
    ...(whole && { of: numberFrom(whole) }),
    ...(to && { to: numberFrom(to) }),
  };
}

const clean = (name: string) => name.replace(/\s+/gu, ' ').trim();
const numberFrom = (printed: string) => Number(printed.replace(/\s/gu, ''));

function wordValue(printed: string): number | undefined {
  const words = ['två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'];
  const meant = words.find((one) => new RegExp(`^${tolerant(one)}$`, 'iu').test(printed));
  return meant === undefined ? undefined : numberOfWord(meant);
}
