import { findRegistrationNumbers } from '../../kernel/registration-number.ts';
import { findAmounts, findPercents } from '../../kernel/swedish-amounts.ts';
import { type BodyKind, type NamedBody, nameKey, namesOf } from '../organisation/index.ts';
import { bodyNouns } from './body-noun.ts';
import { datesIn } from './claims.ts';

/** What a sentence says was done on a day: a body met or was told something, a body decided, or something else that no meeting proves. */
export type OccasionSort = 'meeting' | 'decision' | 'other';

/** A day or month that a sentence names, with whose it is. */
export type OccasionMention = {
  /** `YYYY-MM-DD`, or `YYYY-MM` when only the month is named. */
  readonly date: string;
  /** The bodies of which it may be the meeting; the report's own where the sentence names none. */
  readonly bodyIds: readonly string[];
  /** Whether the sentence itself names one of them, by name or as "beredningen". */
  readonly bodyNamed: boolean;
  readonly sort: OccasionSort;
};

/** A number with what it counts, as the sentence writes it. */
export type NumberMention = {
  readonly value: number;
  readonly unit: 'count' | 'percent' | 'kronor';
  readonly text: string;
};

/** All that a sentence names and that the register may know. */
export type ClaimMentions = {
  readonly occasions: readonly OccasionMention[];
  readonly numbers: readonly NumberMention[];
  readonly registrationNumbers: readonly string[];
  /** Paragraphs of minutes ("§ 12"), with the body named beside them. */
  readonly sections: readonly { readonly number: number; readonly bodyIds: readonly string[] }[];
};

/** Finds the bodies of an authority in running text; made once for many sentences. */
export type BodyFinder = (text: string) => readonly { readonly id: string; readonly start: number }[];

/** What a sentence is read with: the bodies of the authority, whose report it stands in, and the year it speaks of. */
export type MentionScene = {
  readonly findBodies: BodyFinder;
  readonly own: { readonly id: string; readonly kind: BodyKind };
  readonly year: number;
};

/**
 * Makes the finder of body names: full names in any case, in the definite and the genitive, abbreviations only as they are written. The longest
 * name wins, so that "Hälso- och sjukvårdsnämndens beredning för nära vård" is the beredning, and a name that two bodies share means neither.
 */
export function bodyFinder(bodies: readonly NamedBody[]): BodyFinder {
  const owners = new Map<string, Set<string>>();
  for (const body of bodies)
    for (const name of namesOf(body)) owners.set(nameKey(name), (owners.get(nameKey(name)) ?? new Set()).add(body.id));
  const names = [...owners].filter(([, ids]) => ids.size === 1).map(([key]) => key);
  if (names.length === 0) return () => [];
  const short = new Set(bodies.flatMap((body) => namesOf(body)).filter((name) => /^[\p{Lu}\d]{2,6}$/u.test(name)));
  const long = names
    .filter((key) => ![...short].some((one) => nameKey(one) === key))
    .sort((a, b) => b.length - a.length);
  const forms = [
    ...(long.length > 0
      ? [new RegExp(`(?<![\\p{L}\\p{N}])(?:${long.map(loosely).join('|')})s?(?![\\p{L}\\p{N}])`, 'giu')]
      : []),
    ...(short.size > 0
      ? [new RegExp(`(?<![\\p{L}\\p{N}])(?:${[...short].map(escaped).join('|')})s?(?![\\p{L}\\p{N}])`, 'gu')]
      : []),
  ];
  return (text) =>
    forms
      .flatMap((form) => [...text.matchAll(form)])
      .flatMap((match) => {
        const key = nameKey(match[0]).replace(/^beredningen(?=\s)/u, 'beredning');
        const ids = owners.get(key) ?? owners.get(key.replace(/s$/u, ''));
        const [id] = ids?.size === 1 ? ids : [];
        return id === undefined ? [] : [{ id, start: match.index }];
      })
      .sort((a, b) => a.start - b.start);
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
const loosely = (key: string) =>
  escaped(key)
    .replace(/^beredning(?=\s)/u, 'beredning(?:en)?')
    .replace(/\s+/gu, '\\s+')
    .replace(/-/gu, '[-‐‑–]\\s?');

const decided =
  /(?<!\p{L})(?:beslut(?:ade|ades|at|ats|et|en)?|antogs?|antagits|fastställdes?|fastställts|godkändes?)(?!\p{L})/iu;
const met =
  /(?<!\p{L})(?:(?:sam)?möte|sammanträd|föredra|informera|information|redogörelse|redogjor|redovisa|\p{L}*rapport|workshop|studiebesök|behandla|dialog|diskussion|diskutera|fick|genomgång|presentation|presentera|tog upp|utbildningsdag|temadag)/iu;
const meetingWord = /(?<!\p{L})(?:\p{L}*sammanträd\p{L}*|\p{L}*möte\p{L}*|workshop\p{L}*|studiebesök\p{L}*)/iu;
const partner = /(?<!\p{L})(?:(?:gemensamt|tillsammans|i samverkan)\s+med|med)\s*$/iu;

/** What a sentence names. A day belongs to the body that is named before it in its clause, otherwise to one named after it, otherwise to the report's. */
export function mentionsIn(text: string, scene: MentionScene): ClaimMentions {
  const { findBodies, own, year } = scene;
  const dates = datesIn(text, year);
  if (dates.length === 0 && !/\d/u.test(text))
    return { occasions: [], numbers: [], registrationNumbers: [], sections: [] };
  const bodies = findBodies(text);
  const clauses = dates.length > 0 ? clausesOf(text) : [];
  const occasions = dates.map(({ start, date }): OccasionMention => {
    const clause = clauses.find((one) => start >= one.start && start < one.end) ?? { start: 0, end: text.length };
    const words = text.slice(clause.start, clause.end);
    const named = bodies.filter((one) => one.start >= clause.start && one.start < clause.end);
    const hosts = named.filter((one) => !partner.test(text.slice(clause.start, one.start)));
    const host = hosts.findLast((one) => one.start < start) ?? hosts[0];
    const bodyNamed = host !== undefined || ownNoun(own.kind).test(words);
    return { date, bodyIds: [host?.id ?? own.id], bodyNamed, sort: sortOf(words, bodyNamed) };
  });
  const same = (a: OccasionMention, b: OccasionMention) => a.date === b.date && a.bodyIds[0] === b.bodyIds[0];
  const registrationNumbers = findRegistrationNumbers(text);
  return {
    occasions: occasions.filter((one, index) => occasions.findIndex((other) => same(one, other)) === index),
    numbers: numbersIn(text, [...dates, ...registrationNumbers]),
    registrationNumbers: [...new Set(registrationNumbers.map((one) => one.text))],
    sections: [...text.matchAll(sectionSign)].map((match) => ({
      number: Number(match.groups!.number),
      bodyIds: nearestBefore(bodies, match.index, own.id),
    })),
  };
}

const sectionSign = /§§?\s?(?<number>\d{1,4})(?!\p{L}|\d|\s*(?:kap|lagen|st))/gu;

const ownNouns = new Map<BodyKind, RegExp>();
/** "beredningen", but not "beredningen för nära vård", which is a name. */
function ownNoun(kind: BodyKind): RegExp {
  const known = ownNouns.get(kind);
  if (known) return known;
  const made = new RegExp(`(?<!\\p{L})${bodyNouns[kind].definite}s?(?!\\p{L})(?!\\s+för)`, 'iu');
  ownNouns.set(kind, made);
  return made;
}

function sortOf(words: string, bodyNamed: boolean): OccasionSort {
  if (decided.test(words) && bodyNamed) return 'decision';
  if (meetingWord.test(words)) return 'meeting';
  return bodyNamed && met.test(words) ? 'meeting' : 'other';
}

function nearestBefore(bodies: ReturnType<BodyFinder>, at: number, own: string): readonly string[] {
  const found = bodies.findLast((one) => one.start < at && at - one.start < 120);
  return [found?.id ?? own];
}

/** "Beredningen fick … 10 september 2019 och nämnden fick … 4 november 2020" has two subjects, so it is two clauses. */
function clausesOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  const cuts = [
    ...text.matchAll(
      /;\s|(?<![\s-])\s+och\s+(?=\p{L}[\p{L}\s-]{0,60}?\s(?:fick|informerades|beslutade|antog|behandlade)(?!\p{L}))/gu,
    ),
  ];
  const starts = [0, ...cuts.map((cut) => cut.index + cut[0].length)];
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? text.length }));
}

const wholeNumber =
  /(?<![\p{L}\p{N}§,./:-]|[§]\s)(?<digits>\d{1,3}(?:[\s  ]\d{3})+|\d{3,7})(?![\p{L}\p{N}/:]|[,.]\d|-\d|\s?(?:%|procent|kr|mkr|mnkr|tkr|mdkr|mdr|miljon|miljard|tusen|kap))/giu;

/** The numbers that a series may hold: shares, sums of money, and counts of three figures or more. Years, days and numbers of paragraphs are none. */
function numbersIn(
  text: string,
  taken: readonly { readonly start: number; readonly end: number }[],
): readonly NumberMention[] {
  const free = (start: number, end: number) => !taken.some((one) => start < one.end && one.start < end);
  const cut = (start: number, end: number) => text.slice(start, end).replace(/\s+/gu, ' ').trim();
  return [
    ...findPercents(text).map(
      (one): NumberMention => ({ value: one.percent, unit: 'percent', text: cut(one.start, one.end) }),
    ),
    ...findAmounts(text).map(
      (one): NumberMention => ({ value: one.value, unit: 'kronor', text: cut(one.start, one.end) }),
    ),
    ...[...text.matchAll(wholeNumber)].flatMap((match): readonly NumberMention[] => {
      const value = Number(match.groups!.digits!.replace(/\D/gu, ''));
      const isYear = /^(?:19|20)\d{2}$/u.test(match[0]);
      return isYear || !free(match.index, match.index + match[0].length)
        ? []
        : [{ value, unit: 'count', text: cut(match.index, match.index + match[0].length) }];
    }),
  ];
}
