import type { Language } from '../../kernel/language.ts';

/** How numbers, times and the few own words of a chart are written in a language. */
export type ChartWords = {
  readonly language: Language;
  readonly number: (value: number) => string;
  /** The number with its unit, the space between them unbreakable. */
  readonly amount: (value: number, unit: string) => string;
  readonly signed: (value: number) => string;
  readonly percent: (share: number) => string;
  readonly list: (words: readonly string[]) => string;
  readonly own: (typeof texts)['sv'];
};

const texts = {
  sv: {
    time: 'Tid',
    value: 'Värde',
    name: 'Namn',
    from: 'Från',
    to: 'Till',
    note: 'Anmärkning',
    claimed: 'sagt i text, inte uppmätt',
    missing: 'uppgift saknas',
    open: 'utan slutdag',
    scaleFrom: (start: string) => `skalan börjar vid ${start}`,
    sharesOf: 'andel i procent',
    today: 'i dag',
    rose: 'ökade',
    fell: 'minskade',
    same: 'var oförändrat',
    fromTo: (name: string, verb: string, from: string, before: string, to: string, after: string) =>
      `${name} ${verb} från ${before} (${from}) till ${after} (${to}).`,
    unchanged: (name: string, value: string, from: string, to: string) =>
      `${name} var ${value} både ${from} och ${to}.`,
    onePoint: (name: string, value: string, at: string) => `${name} var ${value} (${at}).`,
    noPoint: (name: string) => `${name} har inga värden.`,
    claimedPoints: (times: string) => `Sagt i text och inte uppmätt: ${times}.`,
    missingPoints: (times: string) => `Uppgift saknas: ${times}.`,
    targetIs: (name: string, value: string) => `${name} är ${value}.`,
    breakAt: (time: string, text: string) => `Serien bryts ${time}: ${text}.`,
    spread: (count: number, low: string, lowName: string, high: string, highName: string) =>
      `${count} värden, från ${low} (${lowName}) till ${high} (${highName}).`,
    each: (label: string, text: string) => `${label} ${text}`,
    until: (from: string, to: string) => `${from} till ${to}`,
    since: (from: string) => `från ${from} utan slutdag`,
  },
  en: {
    time: 'Time',
    value: 'Value',
    name: 'Name',
    from: 'From',
    to: 'To',
    note: 'Remark',
    claimed: 'said in a text, not measured',
    missing: 'no figure',
    open: 'no last day',
    scaleFrom: (start: string) => `the scale begins at ${start}`,
    sharesOf: 'share in percent',
    today: 'today',
    rose: 'rose',
    fell: 'fell',
    same: 'was unchanged',
    fromTo: (name: string, verb: string, from: string, before: string, to: string, after: string) =>
      `${name} ${verb} from ${before} (${from}) to ${after} (${to}).`,
    unchanged: (name: string, value: string, from: string, to: string) =>
      `${name} was ${value} both in ${from} and in ${to}.`,
    onePoint: (name: string, value: string, at: string) => `${name} was ${value} (${at}).`,
    noPoint: (name: string) => `${name} has no values.`,
    claimedPoints: (times: string) => `Said in a text and not measured: ${times}.`,
    missingPoints: (times: string) => `No figure: ${times}.`,
    targetIs: (name: string, value: string) => `${name} is ${value}.`,
    breakAt: (time: string, text: string) => `The series is broken in ${time}: ${text}.`,
    spread: (count: number, low: string, lowName: string, high: string, highName: string) =>
      `${count} values, from ${low} (${lowName}) to ${high} (${highName}).`,
    each: (label: string, text: string) => `${label} ${text}`,
    until: (from: string, to: string) => `${from} to ${to}`,
    since: (from: string) => `from ${from} with no last day`,
  },
} satisfies Record<Language, object>;

/** The words of charts in each language; made once, because Intl objects are slow to make. */
export const chartWords: Readonly<Record<Language, ChartWords>> = {
  sv: wordsOf('sv', 'sv-SE'),
  en: wordsOf('en', 'en-GB'),
};

function wordsOf(language: Language, locale: string): ChartWords {
  const digits = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  // A real minus sign in both languages, as in the tables around.
  const number = (value: number) => digits.format(value === 0 ? 0 : value).replace(/^-/u, '−');
  return {
    language,
    number,
    amount: (value, unit) => `${number(value)}${unitAfter(unit)}`,
    signed: (value) => `${value > 0 ? '+' : ''}${number(value)}`,
    percent: (value) => share.format(value),
    list: (words) => list.format(words),
    own: texts[language],
  };
}

/** The unit as it stands after a number: ”antal” says that things are counted and is no unit in which they are; percent is a sign. */
function unitAfter(unit: string): string {
  if (unit === '' || unit === 'antal') return '';
  return unit === 'procent' ? '\u00a0%' : `\u00a0${unit}`;
}
