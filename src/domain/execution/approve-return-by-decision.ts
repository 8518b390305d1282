import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { requireBody } from '../access/index.ts';
import { getDecision, recordDecision } from '../decisions/index.ts';
import { addAgendaItem, getMeeting } from '../meetings/index.ts';
import {
  approveNationalReport,
  getNationalReport,
  listNationalReports,
  type NationalReport,
  nationalReportMay,
} from '../returns/index.ts';
import { type ApprovalItem, itemToApprove } from './approval-item-reader.ts';
import type { LoopOnMaking } from './carry-out-loop.ts';
import { writeEffect } from './decision-effect-writer.ts';

/** A return that a decision, proposed or made, is the one to approve. */
export type LinkedReturn = { readonly decisionId: Id<'decision'>; readonly report: NationalReport };

/** A row that says which return a decision approves. */
export type ReturnLink = { readonly decisionId: Id<'decision'>; readonly reportId: Id<'nationalReport'> };

/** The linked returns that are not approved yet, each with its decision. */
async function returnsToApprove(r: Reader, links: readonly ReturnLink[]): Promise<readonly LinkedReturn[]> {
  if (links.length === 0) return [];
  const reports = await listNationalReports(r, {
    ids: links.map(({ reportId }) => reportId),
    states: ['answering', 'review', 'ready'],
  });
  return links.flatMap(({ decisionId, reportId }) =>
    reports.filter(({ id }) => id === reportId).map((report) => ({ decisionId, report })),
  );
}

/** Which returns some decisions are the ones to approve. */
export async function listReturnLinks(
  r: Reader,
  decisionIds: readonly Id<'decision'>[],
): Promise<readonly ReturnLink[]> {
  if (decisionIds.length === 0) return [];
  const rows = await r.db
    .selectFrom('decision_effect')
    .select(['decision_id', 'record_id'])
    .where('tenant_id', '=', r.tenantId)
    .where('kind', '=', 'approvesReturn')
    .where((eb) => eb('decision_id', '=', eb.fn.any(eb.val([...decisionIds]))))
    .execute();
  return rows.map((row) => ({ decisionId: row.decision_id, reportId: row.record_id }));
}

/** What making some decisions will do to returns, and what stands in the way of it. */
export async function returnsOnMaking(r: Reader, links: readonly ReturnLink[]): Promise<readonly LoopOnMaking[]> {
  return (await returnsToApprove(r, links)).map(({ decisionId, report: { id, title, receiver, state } }) => ({
    decisionId,
    record: { noun: 'nationalReport', id, title },
    sentence: {
      sv: `Beslutet godkänner och fryser redovisningen ”${title}”. Sedan kan den lämnas till ${receiver}.`,
      en: `The decision approves and freezes the return “${title}”. Then it can be sent to ${receiver}.`,
    },
    obstacles: notReady({ state, title }),
  }));
}

/** Approves and freezes each ready return that some made decisions approve; one that is not ready is left and said. */
export async function carryOutReturns(
  w: Writer<'decision.record' | 'meeting.conduct'>,
  links: readonly ReturnLink[],
  publicUrl: string,
): Promise<{ readonly approved: readonly Id<'nationalReport'>[]; readonly left: readonly Problem[] }> {
  const approved: Id<'nationalReport'>[] = [];
  const left: Problem[] = [];
  for (const { decisionId, report } of await returnsToApprove(w, links)) {
    await w.log({ noun: 'decision', recordId: decisionId, summary: 'carried out', after: { returnId: report.id } });
    left.push(...notReady(report));
    if (!nationalReportMay(report.state, 'approve')) continue;
    await approveNationalReport(w, { reportId: report.id, expectedVersion: report.version, decisionId, publicUrl });
    approved.push(report.id);
  }
  return { approved, left };
}

function notReady({ state, title }: Pick<NationalReport, 'state' | 'title'>): readonly Problem[] {
  return nationalReportMay(state, 'approve')
    ? []
    : [{ path: 'report', key: 'execution.returnNotReady', values: { title } }];
}

export type PutReturnOnAgenda = { readonly reportId: Id<'nationalReport'>; readonly meetingId: Id<'meeting'> };

/**
 * Puts a ready return on the agenda of a coming meeting of the body that approves it, with the proposal to approve it and send it in. The proposal
 * is linked with the return: when it is decided, the return is approved and frozen.
 */
export async function putReturnOnAgenda(
  w: Writer<'meeting.edit'>,
  { reportId, meetingId }: PutReturnOnAgenda,
): Promise<Id<'agendaItem'>> {
  const report = await getNationalReport(w, reportId);
  requireBody(w.auth, report.body.id);
  if (!nationalReportMay(report.state, 'approve')) throw new AppError('return.notReady');
  const meeting = await getMeeting(w, meetingId);
  const bodies = [meeting.body, ...meeting.jointBodies].map(({ id }) => id);
  const taken = await returnItemOf(w, reportId);
  refuseProblems([
    ...(bodies.includes(report.body.id) ? [] : [{ path: 'meetingId', key: 'returns.meetingOfBody' }]),
    ...(taken ? [{ path: 'meetingId', key: 'report.onAgendaAlready', values: { date: taken.heldOn } }] : []),
  ]);
  const closing = meeting.items.find(({ parentId, standing }) => parentId === null && standing === 'closing');
  const title = returnTitle(report);
  const itemId = await addAgendaItem(w, {
    meetingId,
    title,
    category: 'decision',
    beforeItemId: closing?.id ?? null,
  });
  const { id } = await recordDecision(w, {
    agendaItemId: itemId,
    bodyId: report.body.id,
    title,
    clauses: returnClauses(report),
    state: 'proposed',
  });
  await linkReturnToDecision(w, { decisionId: id, reportId });
  return itemId;
}

/** Says that a decision, proposed or made, is the one that approves a return of its body. */
export async function linkReturnToDecision(
  w: Writer<'decision.record' | 'meeting.conduct' | 'meeting.edit'>,
  { decisionId, reportId }: { readonly decisionId: Id<'decision'>; readonly reportId: Id<'nationalReport'> },
): Promise<void> {
  const decision = await getDecision(w, decisionId);
  requireBody(w.auth, decision.body.id);
  const [report] = await listNationalReports(w, { id: reportId });
  if (!report) throw new AppError('record.notFound');
  refuseProblems([
    ...(report.body.id === decision.body.id && decision.item
      ? []
      : [{ path: 'reportId', key: 'execution.returnOfOther' }]),
    ...(['approved', 'sentIn'].includes(report.state) ? [{ path: 'reportId', key: 'execution.returnFrozen' }] : []),
  ]);
  await writeEffect(w, decision.id, 'approvesReturn', report.id);
}

/** The title of a return with its year, which many titles have already. */
export function returnTitle({ title, year }: Pick<NationalReport, 'title' | 'year'>): string {
  return title.includes(String(year)) ? title : `${title} ${year}`;
}

/** What is proposed: that the return is approved, and that it is sent in to who asked for it. */
export function returnClauses(report: Pick<NationalReport, 'title' | 'year' | 'receiver'>): readonly string[] {
  return [
    `att godkänna redovisningen ”${returnTitle(report)}”, samt`,
    `att lämna redovisningen till ${report.receiver}.`,
  ];
}

/** Where a return stands on an agenda for its approval. */
export function returnItemOf(r: Reader, reportId: Id<'nationalReport'>): Promise<ApprovalItem | undefined> {
  return itemToApprove(r, 'approvesReturn', reportId);
}
