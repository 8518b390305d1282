import { type Actor, may } from '../../../domain/access/index.ts';
import { type AssessmentStatus, assessmentStatuses } from '../../../domain/assessments/index.ts';
import {
  answerTypes,
  claimsOf,
  type EvidenceSource,
  hasNote,
  isDirectedElsewhere,
  type LinkTo,
  mayReport,
  type Report,
  type ReportAction,
  type ReportClaim,
  type ReportEntry,
  type ReportState,
  reportTransitions,
} from '../../../domain/reports/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { AnswerClaim } from '../../components/report-desk/report-desk.ts';
import type { TagTone } from '../../components/tag/tag.ts';
import type { Ui } from '../../contracts.ts';
import { reportTexts } from './report-texts.ts';

/** The tone of a report in each of its states. */
export const stateTones = {
  draft: 'part',
  ready: 'info',
  approved: 'ok',
  delivered: 'ok',
} as const satisfies Record<ReportState, TagTone>;

const assessmentTones = {
  success: 'ok',
  info: 'info',
  warning: 'part',
  danger: 'late',
  neutral: 'unknown',
} as const satisfies Record<(typeof assessmentStatuses)[AssessmentStatus]['tone'], TagTone>;

/** The shape and colour of an assessment's status. */
export function statusTone(status: AssessmentStatus): TagTone {
  return assessmentTones[assessmentStatuses[status].tone];
}

/** Whether the table of states and the rights of the actor both allow an action, so that its button is shown. */
export function offers(actor: Actor, report: Pick<Report, 'state' | 'body'>, action: ReportAction): boolean {
  const row = reportTransitions.find((one) => one.action === action);
  return row !== undefined && mayReport(report.state, action) && may(actor, row.who, report.body.id);
}

/** Where evidence leads inside the product. Documents that leave the house set the product's own address before it. */
export function evidenceHref({ noun, id, meetingId }: Parameters<LinkTo>[0]): string {
  return recordAddress(noun, id, meetingId ?? undefined);
}

/** The links of a document that leaves the house. */
export function absoluteLinks(publicUrl: string): LinkTo {
  return (source) => publicUrl + evidenceHref(source);
}

export const sourceKey = ({ noun, id }: Pick<EvidenceSource, 'noun' | 'id'>): string => `${noun}:${id}`;

/** The sources that prove a sentence as notes of the document do: those that are there and lie outside the sentence. */
export function provingSources(claim: ReportClaim): readonly EvidenceSource[] {
  const proofs = claim.evidence.filter((one) => !one.gone && hasNote(one));
  return [...new Map(proofs.map((one) => [sourceKey(one), one])).values()];
}

/** The number of each source, the same as the note has in the document: by first use, one number throughout. */
export function sourceNumbers(report: Pick<Report, 'entries'>): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const entry of report.entries) {
    if (isDirectedElsewhere(entry)) continue;
    for (const claim of entry.claims)
      for (const source of provingSources(claim)) {
        const key = sourceKey(source);
        if (!numbers.has(key)) numbers.set(key, numbers.size + 1);
      }
  }
  return numbers;
}

/** What the number of an assignment is called in links and headings. */
export function entryNumber(entry: ReportEntry): string {
  return entry.assignment.number === null ? '–' : String(entry.assignment.number);
}

/** How an answer stands, in a word and a tone: what is missing first, then what was answered. */
export function entryState(ui: Ui, entry: ReportEntry): { readonly text: string; readonly tone: TagTone } {
  const t = reportTexts[ui.language].entryState;
  const label = answerTypes[entry.answerType].label[ui.language];
  const unproved = entry.claims.filter((claim) => claim.state === 'unsupported').length;
  if (entry.answer.trim() === '') return { text: t.empty, tone: 'unknown' };
  if (entry.claims.some((claim) => claim.state === 'sourceGone')) return { text: t.gone, tone: 'late' };
  if (unproved > 0) return { text: t.unproved(unproved), tone: 'late' };
  if (entry.quotation?.outdated && !entry.quotation.outdated.kept) return { text: t.outdated, tone: 'part' };
  const silent = entry.answerType === 'notDealtWith' || entry.answerType === 'elsewhere';
  return silent ? { text: label, tone: 'neutral' } : { text: t.ready, tone: 'ok' };
}

/** What is not done in a report, for lists and headers. */
export function reportGaps(report: Pick<Report, 'entries'>): {
  readonly answers: number;
  readonly done: number;
  readonly empty: number;
  readonly unproved: number;
} {
  const own = report.entries.filter((entry) => !isDirectedElsewhere(entry));
  const unprovedIn = (entry: ReportEntry): number => entry.claims.filter((claim) => claim.state !== 'supported').length;
  const empty = own.filter((entry) => entry.answer.trim() === '').length;
  return {
    answers: own.length,
    done: own.filter((entry) => entry.answer.trim() !== '' && unprovedIn(entry) === 0).length,
    empty,
    unproved: own.reduce((sum, entry) => sum + unprovedIn(entry), 0),
  };
}

/** The sentences of an answer in its own paragraphs, as the desk draws them. */
export function answerParagraphs(
  ui: Ui,
  entry: ReportEntry,
  numbers: ReadonlyMap<string, number>,
): readonly (readonly AnswerClaim[])[] {
  const t = reportTexts[ui.language];
  return entry.answer
    .split(/\n+/u)
    .map((words) =>
      claimsOf(words).map(({ hash, text }): AnswerClaim => {
        const claim = entry.claims.find((one) => one.hash === hash);
        const notes = (claim ? provingSources(claim) : []).flatMap((source) => {
          const number = numbers.get(sourceKey(source));
          return number === undefined ? [] : [{ number, href: `#${noteId(entry, number)}` }];
        });
        if (claim === undefined || claim.state === 'supported') return { text, notes };
        return { text, notes, flag: claim.state === 'sourceGone' ? t.sourceGone : t.withoutEvidence };
      }),
    )
    .filter((claims) => claims.length > 0);
}

/** The id of a piece of evidence beside an answer. */
export function noteId(entry: ReportEntry, number: number): string {
  return `belagg-${entry.position}-${number}`;
}

/** The page where one answer is written. */
export function entryHref(report: Pick<Report, 'id'>, entry: Pick<ReportEntry, 'id'>): string {
  return `${recordAddress('report', report.id)}/svar/${entry.id}`;
}
