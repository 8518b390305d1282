import type { Localized } from '../../kernel/language.ts';
import type { SourceNoun } from './answer-facts.ts';
import type { ClaimMentions, NumberMention, OccasionMention } from './claim-mentions.ts';
import type { EvidenceSource } from './report.ts';
import { closestInSubject } from './same-day-sources.ts';

/** Why a record is suggested as evidence of a sentence, as it is told to who confirms it. */
export const suggestionReasons = {
  sameDayAndBody: {
    sv: 'Samma dag och samma organ: {body}, {date}.',
    en: 'The same day and the same body: {body}, {date}.',
  },
  sameDay: {
    sv: 'Samma dag, {date}, men ett annat organ: {body}.',
    en: 'The same day, {date}, but another body: {body}.',
  },
  inSeries: {
    sv: 'Talet {number} står i serien {name} per {date}.',
    en: 'The figure {number} stands in the series {name} as of {date}.',
  },
  sameMatter: {
    sv: 'Diarienumret {number} är ärendets.',
    en: 'The registration number {number} is that of the matter.',
  },
  sameSection: {
    sv: '§ {number} i protokollet från {body}, {date}.',
    en: '§ {number} in the minutes of {body}, {date}.',
  },
  sameWords: { sv: 'Orden står i {name}.', en: 'The words stand in {name}.' },
  numberInText: { sv: 'Talet {number} står i {name}.', en: 'The figure {number} stands in {name}.' },
} as const satisfies Record<string, Localized>;
export type SuggestionReason = keyof typeof suggestionReasons;

/** How sure a suggestion is. A `sure` one may be confirmed together with others; a `likely` one is for a person to look at by itself. */
export const suggestionStrengths = {
  sure: { sv: 'säkert', en: 'sure' },
  likely: { sv: 'troligt', en: 'likely' },
} as const satisfies Record<string, Localized>;
export type SuggestionStrength = keyof typeof suggestionStrengths;

/** A record of the register with what a sentence can know it by. */
export type SuggestableRecord = {
  readonly source: EvidenceSource;
  /** The day, month or year that it is of. */
  readonly when: string | null;
  readonly bodyIds: readonly string[];
  /** The value of an indicator, with the unit it is counted in. */
  readonly value?: { readonly number: number; readonly unit: NumberMention['unit']; readonly name: string };
  readonly registrationNumber?: string | null;
  readonly section?: number | null;
};

/** One suggestion: a record that may prove the sentence, and why. */
export type EvidenceSuggestion = {
  readonly source: EvidenceSource;
  readonly reason: SuggestionReason;
  readonly values: Readonly<Record<string, string>>;
  readonly strength: SuggestionStrength;
};

type Found = EvidenceSuggestion & { readonly when: string | null; readonly subject: string };

/**
 * The records that a sentence seems to rest on, the surest first, each once. Nothing is suggested from a secret matter: whoever reads the sentence
 * may read what proves it.
 */
export function suggestEvidence(
  text: string,
  mentions: ClaimMentions,
  records: readonly SuggestableRecord[],
): readonly EvidenceSuggestion[] {
  const open = records.filter((one) => !one.source.secret);
  const found = [
    ...byMatter(mentions, open),
    ...bySection(mentions, open),
    ...mentions.occasions.flatMap((occasion) => byDay(text, occasion, open)),
    ...mentions.numbers.flatMap((number) => byNumber(text, number, open)),
    ...byWords(text, mentions, open),
  ];
  const key = ({ source }: EvidenceSuggestion): string => `${source.noun}:${source.id}`;
  return found
    .sort((a, b) => Number(a.strength === 'likely') - Number(b.strength === 'likely'))
    .filter((one, index, all) => all.findIndex((other) => key(other) === key(one)) === index)
    .map(({ when: _w, subject: _s, ...one }) => one);
}

function suggestion(
  record: SuggestableRecord,
  reason: SuggestionReason,
  strength: SuggestionStrength,
  values: Readonly<Record<string, string>> = {},
): Found {
  const common = { body: record.source.bodyName ?? '', date: record.when ?? '', name: record.source.title };
  const { source, when } = record;
  return { source, reason, strength, values: { ...common, ...values }, when, subject: source.title };
}

/** The nouns that stand on a day, those that say most of it first. */
const ofADay: readonly SourceNoun[] = ['decision', 'agendaItem', 'meeting'];

/**
 * What the named body did on the named day. A decision where the sentence speaks of one; otherwise the items that it speaks of, and the meeting
 * itself when it has no items. One record alone, or one that the words tell from the others, is sure.
 */
function byDay(text: string, occasion: OccasionMention, records: readonly SuggestableRecord[]): readonly Found[] {
  const thatDay = records.filter(
    ({ source, when }) => ofADay.includes(source.noun) && when !== null && isAt(when, occasion.date),
  );
  const own = thatDay.filter(({ bodyIds }) => bodyIds.some((id) => occasion.bodyIds.includes(id)));
  if (own.length === 0) {
    if (occasion.bodyNamed) return [];
    return thatDay.map((one) => suggestion(one, 'sameDay', 'likely'));
  }
  const decisions = own.filter(({ source }) => source.noun === 'decision');
  const items = own.filter(({ source }) => source.noun === 'agendaItem');
  const wanted = occasion.sort === 'decision' && decisions.length > 0 ? decisions : items.length > 0 ? items : own;
  const subjects = wanted.map((one) => ({ when: 'dagen', subject: one.source.title, one }));
  const meant = closestInSubject(text, subjects).map(({ one }) => one);
  const sure = occasion.sort !== 'other' && meant.length === 1;
  return meant.map((one) => suggestion(one, 'sameDayAndBody', sure ? 'sure' : 'likely'));
}

/** Whether a record's time and a named time agree, when one of them is known to the month alone. */
function isAt(when: string, date: string): boolean {
  return when === date || (when.length === 7 && date.startsWith(when)) || (date.length === 7 && when.startsWith(date));
}

/** The value of a series that is the number of the sentence. It is sure when the sentence names the series, for many things are counted alike. */
function byNumber(text: string, number: NumberMention, records: readonly SuggestableRecord[]): readonly Found[] {
  const fitting = records.filter(({ value }) => value?.unit === number.unit && value.number === number.value);
  return fitting.map((one) => {
    const name = one.value?.name ?? '';
    const strength = speaksOf(text, name) ? 'sure' : 'likely';
    return suggestion(one, 'inSeries', strength, { number: number.text, name });
  });
}

function byMatter({ registrationNumbers }: ClaimMentions, records: readonly SuggestableRecord[]): readonly Found[] {
  const key = (text: string): string => text.replace(/\s+/gu, '').toUpperCase();
  return registrationNumbers.flatMap((number) => {
    const fitting = records.filter((one) => one.registrationNumber && key(one.registrationNumber) === key(number));
    return fitting.map((one) => suggestion(one, 'sameMatter', fitting.length === 1 ? 'sure' : 'likely', { number }));
  });
}

function bySection({ sections, occasions }: ClaimMentions, records: readonly SuggestableRecord[]): readonly Found[] {
  return sections.flatMap(({ number, bodyIds }) => {
    const ofBody = records.filter((one) => one.section === number && one.bodyIds.some((id) => bodyIds.includes(id)));
    const dated = ofBody.filter((one) =>
      occasions.some((occasion) => one.when !== null && isAt(one.when, occasion.date)),
    );
    const fitting = dated.length > 0 ? dated : ofBody;
    const sure = fitting.length === 1;
    return fitting.map((one) => suggestion(one, 'sameSection', sure ? 'sure' : 'likely', { number: String(number) }));
  });
}

/** Assessments and passages that say the same, word for word or with the same number. */
function byWords(text: string, { numbers }: ClaimMentions, records: readonly SuggestableRecord[]): readonly Found[] {
  const said = plainWords(text);
  return records
    .filter(({ source }) => source.noun === 'assessment' || source.noun === 'sourcePassage')
    .flatMap((one) => {
      const words = plainWords(one.source.words ?? '');
      if (said.length > 20 && words.includes(said)) return [suggestion(one, 'sameWords', 'sure')];
      const number = numbers.find((each) => words.includes(plainWords(each.text)));
      return number ? [suggestion(one, 'numberInText', 'likely', { number: number.text })] : [];
    });
}

function plainWords(text: string): string {
  return ` ${text
    .toLocaleLowerCase('sv')
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim()} `;
}

/** Whether a text names a series: the telling words of its name stand in it, however they are bent. */
function speaksOf(text: string, name: string): boolean {
  const said = text.toLocaleLowerCase('sv');
  const telling = [...name.toLocaleLowerCase('sv').matchAll(/\p{L}{4,}/gu)].map(([word]) => word);
  return telling.length > 0 && telling.every((word) => said.includes(word.slice(0, Math.max(4, word.length - 2))));
}
