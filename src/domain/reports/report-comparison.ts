import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Localized } from '../../kernel/language.ts';
import type { AssessmentStatus } from '../assessments/index.ts';
import type { AnswerType } from './answer-types.ts';
import type { ReportClaim, ReportEntry } from './report.ts';

/** Whether what an earlier report said was planned has happened. It is worked out from the register of now, never stored. */
export const promiseOutcomes = {
  kept: { sv: 'har hänt', en: 'happened' },
  waiting: { sv: 'ligger framåt', en: 'lies ahead' },
  notKept: { sv: 'har inte hänt', en: 'did not happen' },
  unknown: { sv: 'framgår inte', en: 'not known' },
} as const satisfies Record<string, Localized>;
export type PromiseOutcome = keyof typeof promiseOutcomes;

/** A sentence of an earlier answer that says what is to come, and what became of it. */
export type ToldPromise = { readonly text: string; readonly outcome: PromiseOutcome };

/** An answer beside the one that the body gave last time to the assignment which this one continues. */
export type ComparedEntry = {
  readonly entry: ReportEntry;
  /** Null where the assignment continues none that the body has answered. */
  readonly last: {
    readonly reportId: string;
    readonly year: number;
    readonly entryId: string;
    readonly assignmentId: string;
    readonly number: number | null;
    readonly title: string;
    readonly answerType: AnswerType;
    readonly answer: string;
    readonly status: AssessmentStatus | null;
    readonly promises: readonly ToldPromise[];
  } | null;
  /** What has changed since, as a person would remark on it. */
  readonly marks: readonly ComparisonMark[];
};

/** What stands out when an answer is laid beside last year's. */
export const comparisonMarks = {
  new: { sv: 'nytt uppdrag', en: 'new assignment' },
  sameAnswer: { sv: 'samma svar som förra gången', en: 'same answer as last time' },
  stillNotDealtWith: { sv: 'obehandlat också förra gången', en: 'not dealt with last time either' },
  promiseNotKept: { sv: 'det som planerades har inte hänt', en: 'what was planned did not happen' },
  statusChanged: { sv: 'ändrad status', en: 'changed status' },
} as const satisfies Record<string, Localized>;
export type ComparisonMark = keyof typeof comparisonMarks;

const promising =
  /(?<!\p{L})(?:planeras|planerad|planerat|planerade|kommer att|avser att|ska (?:behandlas|föredras|återkomma|redovisas))(?!\p{L})/iu;

/**
 * The sentences of an earlier answer that promise something, each with what became of it. What was planned for a meeting is judged by that meeting:
 * held, still to come, or gone. A promise without a day is judged by what was answered this year.
 */
export function promisesIn(
  claims: readonly Pick<ReportClaim, 'text' | 'evidence'>[],
  now: AnswerType,
  today: CivilDate,
): readonly ToldPromise[] {
  return claims
    .filter((claim) => promising.test(claim.text))
    .map((claim) => ({ text: claim.text, outcome: outcomeOf(claim, now, today) }));
}

function outcomeOf({ evidence }: Pick<ReportClaim, 'evidence'>, now: AnswerType, today: CivilDate): PromiseOutcome {
  const meetings = evidence.filter((one) => one.noun === 'agendaItem' && one.date !== null);
  if (meetings.some((one) => !one.gone && !one.stillPlanned && one.date! <= today)) return 'kept';
  if (meetings.some((one) => !one.gone && one.date! > today)) return 'waiting';
  if (now === 'briefing' || now === 'decided' || now === 'absorbed') return 'kept';
  if (now === 'planned') return 'waiting';
  if (now === 'notDealtWith' || meetings.length > 0) return 'notKept';
  return 'unknown';
}

/** What stands out between an answer and the one of last time. */
export function marksOf(entry: ReportEntry, last: ComparedEntry['last']): readonly ComparisonMark[] {
  if (last === null) return entry.answerType === 'elsewhere' ? [] : ['new'];
  const status = entry.quotation?.status ?? null;
  const silent = entry.answerType === 'notDealtWith' && last.answerType === 'notDealtWith';
  return [
    ...(silent ? (['stillNotDealtWith'] as const) : []),
    ...(!silent && entry.answerType !== 'elsewhere' && sameWords(entry.answer, last.answer)
      ? (['sameAnswer'] as const)
      : []),
    ...(last.promises.some(({ outcome }) => outcome === 'notKept') ? (['promiseNotKept'] as const) : []),
    ...(status !== null && last.status !== null && status !== last.status ? (['statusChanged'] as const) : []),
  ];
}

function sameWords(a: string, b: string): boolean {
  const plain = (words: string) =>
    words
      .toLocaleLowerCase('sv')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return plain(a) !== '' && plain(a) === plain(b);
}
