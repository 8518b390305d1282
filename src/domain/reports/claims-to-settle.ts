import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { Report, ReportEntry } from './report.ts';

/**
 * What can be remarked on in a report before it is decided, the gravest first. A row says what is seen in the register, not that the sentence is
 * untrue. `note` rows are good to know; only `serious` ones must be ticked as seen by who approves.
 */
export const findingKinds = {
  missingMeeting: { sv: 'sammanträdet finns inte', en: 'no such meeting', severity: 'serious' },
  futureMeeting: { sv: 'sammanträdet har inte hållits', en: 'the meeting has not been held', severity: 'serious' },
  sourceGone: { sv: 'källan har ändrats', en: 'the source has changed', severity: 'serious' },
  figureDiffers: { sv: 'talet avviker från serien', en: 'the figure differs from the series', severity: 'serious' },
  quotationChanged: { sv: 'citatets källa har ändrats', en: 'the quoted text has changed', severity: 'serious' },
  unsupported: { sv: 'utan belägg', en: 'unsupported', severity: 'serious' },
  onlyFromReport: { sv: 'känt bara genom rapporten', en: 'known only from the report', severity: 'note' },
} as const satisfies Record<string, Localized & { readonly severity: 'serious' | 'note' }>;
export type FindingKind = keyof typeof findingKinds;
export const findingKindCodes = Object.keys(findingKinds) as readonly FindingKind[];

/** That a person saw a remark and lets the sentence stand, with the reason; it holds as long as the sentence is as it was. */
export type ClaimSettlement = { readonly reason: string; readonly by: string; readonly on: CivilDate };

/** One thing to look at before a report is decided: at which answer and sentence, what the register says, and whether somebody has settled it. */
export type ClaimToSettle = {
  readonly kind: FindingKind;
  readonly severity: 'serious' | 'note';
  readonly entryId: Id<'reportEntry'>;
  /** The place of the answer in the report. */
  readonly position: number;
  /** The number of the assignment, or null where the plan does not number. */
  readonly number: number | null;
  /** The sentence; null for the quotation of an answer. */
  readonly claim: { readonly hash: string; readonly text: string } | null;
  /** The day, month or year that the remark is about. */
  readonly date: string | null;
  /** The body whose meeting it is about. */
  readonly bodyName: string | null;
  readonly settled: ClaimSettlement | null;
};

/** All that should be looked at before the report is decided, the gravest first, then in the order of the report. */
export function claimsToSettle(report: Pick<Report, 'entries'>): readonly ClaimToSettle[] {
  const gravity = (one: ClaimToSettle) => findingKindCodes.indexOf(one.kind);
  return report.entries.flatMap(findingsOf).sort((a, b) => gravity(a) - gravity(b) || a.position - b.position);
}

/** Those that nobody has settled and that who approves must say that they have seen. */
export function unsettledClaims(report: Pick<Report, 'entries'>): readonly ClaimToSettle[] {
  return claimsToSettle(report).filter((one) => one.severity === 'serious' && one.settled === null);
}

function findingsOf(entry: ReportEntry): readonly ClaimToSettle[] {
  const at = {
    entryId: entry.id,
    position: entry.position,
    number: entry.assignment.number,
    date: null,
    bodyName: null,
    settled: null,
  };
  const ofClaims = entry.claims.flatMap(({ hash, text, state }): readonly ClaimToSettle[] => {
    if (state === 'supported') return [];
    return [{ ...at, kind: state, severity: findingKinds[state].severity, claim: { hash, text } }];
  });
  const { outdated } = entry.quotation ?? { outdated: null };
  if (!outdated || outdated.kept) return ofClaims;
  return [...ofClaims, { ...at, kind: 'quotationChanged', severity: 'serious', claim: null }];
}
