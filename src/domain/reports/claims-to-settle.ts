import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import {
  type ClaimSettlement,
  claimFindingKindCodes,
  claimFindingKinds,
  type FigureDifference,
  type FindingKind,
} from './claim-finding.ts';
import type { Report, ReportClaim, ReportEntry } from './report.ts';

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
  readonly figure: FigureDifference | null;
  readonly settled: ClaimSettlement | null;
};

/**
 * All that should be looked at before the report is decided, the gravest first, then in the order of the report. That a meeting is known only from
 * the report itself is said once for each meeting, at the first sentence that names it. A summoned meeting counts as one to come only when the day of
 * today is told.
 */
export function claimsToSettle(report: Pick<Report, 'entries'>, today?: CivilDate): readonly ClaimToSettle[] {
  const all = report.entries
    .flatMap((entry) => remarksOf(entry, today))
    .sort(
      (a, b) =>
        claimFindingKindCodes.indexOf(a.kind) - claimFindingKindCodes.indexOf(b.kind) || a.position - b.position,
    );
  return all.filter(
    (one, index) =>
      one.kind !== 'onlyFromReport' ||
      all.findIndex(
        (other) => other.kind === one.kind && other.date === one.date && other.bodyName === one.bodyName,
      ) === index,
  );
}

/** Those that nobody has settled and that who approves must say that they have seen. */
export function unsettledClaims(report: Pick<Report, 'entries'>, today?: CivilDate): readonly ClaimToSettle[] {
  return claimsToSettle(report, today).filter((one) => one.severity === 'serious' && one.settled === null);
}

function remarksOf(entry: ReportEntry, today: CivilDate | undefined): readonly ClaimToSettle[] {
  const at = { entryId: entry.id, position: entry.position, number: entry.assignment.number };
  const ofClaims = entry.claims.flatMap((claim) => remarksOfClaim(claim, today).map((one) => ({ ...at, ...one })));
  const { outdated } = entry.quotation ?? { outdated: null };
  if (!outdated || outdated.kept) return ofClaims;
  const quotation = { kind: 'quotationChanged', severity: 'serious', claim: null, date: null } as const;
  return [...ofClaims, { ...at, ...quotation, bodyName: null, figure: null, settled: null }];
}

function remarksOfClaim({ hash, text, findings, settlement }: ReportClaim, today: CivilDate | undefined) {
  const holding = findings.filter(({ until }) => until === undefined || (today !== undefined && today < until));
  return holding.map(({ until: _, ...finding }) => ({
    ...finding,
    severity: claimFindingKinds[finding.kind].severity,
    claim: { hash, text },
    settled: settlement?.kinds.includes(finding.kind) ? settlement : null,
  }));
}
