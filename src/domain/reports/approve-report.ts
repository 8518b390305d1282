import { createHash } from 'node:crypto';
import { checkTree, type DocumentTree } from '../../documents/tree/index.ts';
import { AppError } from '../../kernel/errors.ts';
import { joinTexts } from '../../kernel/fill-text.ts';
import type { Id } from '../../kernel/id.ts';
import { canonicalJson } from '../../storage/canonical-json.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { findDecision } from '../decisions/index.ts';
import { freezeReportFigures } from './freeze-report-figures.ts';
import { periodReportDocument } from './period-report-document.ts';
import { getPeriodReport } from './period-report-reader.ts';
import { isPeriodReportKind, type Report, type ReportKind } from './report.ts';
import { type LinkTo, reportDocument } from './report-document.ts';
import { getReport } from './report-reader.ts';
import { ensureReceiver } from './report-receiver-writer.ts';
import { lockReport } from './report-writer.ts';
import { rememberRemarksSeen } from './settle-claim.ts';

export type ApproveReport = {
  readonly reportId: Id<'report'>;
  readonly expectedVersion: number;
  /** The decision by which the body approved it, made in an item of its own meeting. */
  readonly decisionId: Id<'decision'>;
  /** Where the links of the notes lead; they are part of what is frozen. */
  readonly linkTo: LinkTo;
  /** How many unsettled remarks who approves has ticked as seen; not asked where a made decision carries the approval with it. */
  readonly remarksSeen?: number;
};

/**
 * Approves a report by a decision of its body and freezes it: the document as it is now is kept with its hash, and from then on the report is that
 * document. A correction is a new report.
 */
export async function approveReport(
  w: Writer<'report.approve' | 'decision.record' | 'meeting.conduct'>,
  input: ApproveReport,
): Promise<void> {
  const before = await lockReport(w, input.reportId, 'approve');
  expectVersion(before, input.expectedVersion);
  const decision = await findDecision(w, input.decisionId);
  if (
    decision?.state !== 'made' ||
    !decision.item ||
    decision.body.id !== before.body_id ||
    decision.decidedOn === null
  )
    throw new AppError('report.noDecision');
  if (input.remarksSeen !== undefined) await rememberRemarksSeen(w, input.reportId, input.remarksSeen);
  await ensureReceiver(w, before);
  const approval = { decisionId: decision.id, on: decision.decidedOn };
  const tree = await treeToFreeze(w, before, approval, input.linkTo);
  refuseUnwritable(tree);
  const hash = treeHash(tree);
  await w.db
    .updateTable('report')
    .set({
      state: before.nextState,
      approved_by_decision_id: decision.id,
      approved_on: decision.decidedOn,
      frozen_tree: JSON.stringify(tree),
      frozen_hash: hash,
      version: before.version + 1,
    })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await w.log({
    noun: 'report',
    recordId: before.id,
    before: { state: before.state },
    after: { state: before.nextState, decisionId: decision.id, frozenHash: hash },
  });
}

/** The document as it is now, in the form of its kind, dated by the decision. */
async function treeToFreeze(
  w: Writer,
  { id, kind, nextState: state }: Awaited<ReturnType<typeof lockReport>>,
  approval: NonNullable<Report['approval']>,
  linkTo: LinkTo,
): Promise<DocumentTree> {
  if (!isPeriodReportKind(kind as ReportKind)) {
    const report = { ...(await getReport(w, id)), state, approval };
    await freezeReportFigures(w, report.figures);
    return reportDocument(report, { linkTo });
  }
  const report = { ...(await getPeriodReport(w, id)), state, approval };
  await freezeReportFigures(
    w,
    report.figures.map(({ figure }) => figure),
  );
  return periodReportDocument(report, {
    addressOf: (noun, recordId) => linkTo({ noun, id: recordId, meetingId: null }),
  });
}

/** What is frozen must be possible to write for ever after: a document that no writer would take is refused before it is final. */
function refuseUnwritable(tree: DocumentTree): void {
  const faults = checkTree(tree);
  if (faults.length === 0) return;
  throw new AppError('document.notConforming', { reason: joinTexts(faults.map((fault) => fault.text)) }, faults);
}

/** The seal of a frozen document: SHA-256 over its canonical JSON, the same whatever order a column keeps keys in. */
export function treeHash(tree: DocumentTree): string {
  // Through JSON once, so that absent members are hashed as they will be read back.
  return createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify(tree))))
    .digest('hex');
}
