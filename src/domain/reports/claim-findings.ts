import type { CivilDate } from '../../kernel/civil-date.ts';
import type { MeetingState } from '../meetings/index.ts';
import type { ClaimState } from './claim-evidence.ts';
import type { ClaimFinding, FigureDifference } from './claim-finding.ts';
import type { ClaimMentions, OccasionMention } from './claim-mentions.ts';

/** A meeting of a day that some sentence names. */
export type DayMeeting = {
  readonly id: string;
  readonly date: CivilDate;
  readonly lastDay: CivilDate | null;
  readonly bodyIds: readonly string[];
  readonly state: MeetingState;
  /** True when nothing in the register shows it but the answers of this very report. */
  readonly onlyFromReport: boolean;
};

/** A decision of a day that some sentence names. */
export type DayDecision = {
  readonly id: string;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, as exactly as it is known. */
  readonly when: string;
  readonly bodyId: string;
  readonly onlyFromReport: boolean;
};

/** What the register knows of the days that the sentences of a report name. */
export type DayFacts = {
  readonly meetings: readonly DayMeeting[];
  readonly decisions: readonly DayDecision[];
  readonly bodyNames: ReadonlyMap<string, string>;
};

type OwnReport = { readonly bodyId: string; readonly year: number };

/**
 * What the register has to say against the days of a sentence. Seed 001 (report of 2020): "Beredningen fick 10 september 2019 en nulägesrapport …
 * och hälso- och sjukvårdsnämnden fick en uppföljande rapport 4 november 2020": no paper shows either meeting. Seed 000 nr 7 rests on a meeting
 * that is only planned.
 *
 * A report is no evidence for itself. What the import made of its answers is known from the report alone; the report may still tell of its own
 * body's meetings in its own year, because the body approves it in a meeting and knows where it has been: that is noted, no more. For another body
 * or another year it is nobody's word, and the meeting counts as missing.
 */
export function occasionFindings(
  mentions: Pick<ClaimMentions, 'occasions'>,
  facts: DayFacts,
  own: OwnReport,
): readonly ClaimFinding[] {
  return mentions.occasions.flatMap((occasion) => findingOf(occasion, facts, own));
}

function findingOf(occasion: OccasionMention, facts: DayFacts, own: OwnReport): readonly ClaimFinding[] {
  if (occasion.sort === 'other') return [];
  const { date, bodyIds } = occasion;
  const finding = (kind: ClaimFinding['kind']): readonly ClaimFinding[] => [
    { kind, date, bodyName: facts.bodyNames.get(bodyIds[0] ?? '') ?? null, figure: null },
  ];
  const vouched = bodyIds.includes(own.bodyId) && date.startsWith(String(own.year));
  const decisions = facts.decisions.filter(
    (one) => bodyIds.includes(one.bodyId) && decidedThen(one.when, date, occasion.sort),
  );
  if (decisions.length > 0) return decisions.every((one) => one.onlyFromReport) ? finding('onlyFromReport') : [];
  const meetings = meetingsAround(facts.meetings, date).filter(
    (one) => isOn(one, date) && one.bodyIds.some((bodyId) => bodyIds.includes(bodyId)),
  );
  if (meetings.length === 0) return finding('missingMeeting');
  const held = meetings.filter((one) => one.state !== 'planned' && one.state !== 'cancelled');
  if (held.length === 0) return finding('futureMeeting');
  // A summoned meeting is held when its day has come; which day it is, is for who shows the remarks to say.
  if (held.every((one) => one.state === 'summoned'))
    return finding('futureMeeting').map((one) => ({ ...one, until: held[0]!.date }));
  if (held.some((one) => !one.onlyFromReport)) return [];
  return finding(vouched ? 'onlyFromReport' : 'missingMeeting');
}

const byDay = new WeakMap<readonly DayMeeting[], ReadonlyMap<string, readonly DayMeeting[]>>();

/** The meetings that may be on a day: those that begin on it and those of several days; for a month all. Sorted by day once for many sentences. */
function meetingsAround(meetings: readonly DayMeeting[], date: string): readonly DayMeeting[] {
  if (date.length < 10) return meetings;
  const known = byDay.get(meetings);
  const days = known ?? Map.groupBy(meetings, (one) => (one.lastDay === null ? one.date : 'several'));
  if (!known) byDay.set(meetings, days);
  return [...(days.get(date) ?? []), ...(days.get('several') ?? [])];
}

function isOn(meeting: Pick<DayMeeting, 'date' | 'lastDay'>, date: string): boolean {
  if (date.length < 10) return meeting.date.startsWith(date);
  return meeting.date === date || (meeting.lastDay !== null && meeting.date < date && date <= meeting.lastDay);
}

/** Whether a decision was made at the time that a sentence names: one known only to its year is no proof of a day in it. */
function decidedThen(when: string, date: string, sort: OccasionMention['sort']): boolean {
  if (when.startsWith(date)) return true;
  return sort === 'decision' && when.length === 7 && date.startsWith(when);
}

/** The remarks on one sentence: its days, its figures, its sources; "without evidence" only where nothing graver says why. */
export function findingsOfClaim(
  claim: {
    readonly state: ClaimState;
    readonly evidence: readonly {
      readonly date: string | null;
      readonly stillPlanned?: boolean;
      readonly gone: boolean;
    }[];
  },
  occasions: readonly ClaimFinding[],
  figures: readonly FigureDifference[],
): readonly ClaimFinding[] {
  const none = { date: null, bodyName: null, figure: null };
  const planned = claim.evidence.filter((one) => one.stillPlanned && !one.gone);
  const toCome: readonly ClaimFinding[] =
    planned.length > 0 && !occasions.some((one) => one.kind === 'futureMeeting')
      ? [{ ...none, kind: 'futureMeeting', date: planned[0]!.date }]
      : [];
  const grave = [
    ...occasions,
    ...toCome,
    ...figures.map((figure): ClaimFinding => ({ ...none, kind: 'figureDiffers', figure, date: figure.asOf })),
    ...(claim.state === 'sourceGone' ? [{ ...none, kind: 'sourceGone' as const }] : []),
  ];
  const explained = grave.some(
    (one) => one.kind === 'missingMeeting' || one.kind === 'futureMeeting' || one.kind === 'sourceGone',
  );
  return claim.state === 'unsupported' && !explained ? [...grave, { ...none, kind: 'unsupported' }] : grave;
}
