import { listConnections } from '../../../domain/connections/index.ts';
import { decisionsOfItems } from '../../../domain/decisions/index.ts';
import { linkedReports } from '../../../domain/execution/index.ts';
import {
  getPeriodReport,
  isPeriodReportKind,
  listReports,
  listReportsById,
  type PeriodReport,
  type Report,
  receivedInItems,
} from '../../../domain/reports/index.ts';
import type { Reader } from '../../contracts.ts';

/** A report among the papers of an item; an interim or annual report that is not frozen yet comes with its facts. */
export type ItemReport = Report | PeriodReport;

/** The reports that belong to items: those that an item's decision approves, those that it takes up as received, and those that somebody tied to it. */
export async function reportsOfItems(
  r: Reader,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ItemReport[]>> {
  const found = new Map<string, Report[]>();
  const add = (itemId: string, report: Report) => {
    const known = found.get(itemId) ?? [];
    if (known.every(({ id }) => id !== report.id)) found.set(itemId, [...known, report]);
  };
  const decisions = await decisionsOfItems(r, itemIds);
  const bodies = new Set(decisions.map(({ body }) => body.id));
  const summaries = [];
  for (const bodyId of bodies) summaries.push(...(await listReports(r, { bodyId })));
  const approved = await listReportsById(
    r,
    summaries.filter(({ approvedOn }) => approvedOn).map(({ id }) => id),
  );
  for (const report of approved) {
    const decision = decisions.find(({ id }) => id === report.approval?.decisionId);
    if (decision?.item) add(decision.item.id, report);
  }
  // Before it is decided, a report that a proposal approves is a paper of the item as it stands.
  const proposed = await linkedReports(
    r,
    decisions.filter(({ state }) => state === 'proposed').map(({ id }) => id),
  );
  const ready = await listReportsById(r, [...new Set(proposed.map(({ report }) => report.id))]);
  for (const { decisionId, report: summary } of proposed) {
    const item = decisions.find(({ id }) => id === decisionId)?.item;
    const report = ready.find(({ id }) => id === summary.id);
    if (item && report) add(item.id, report);
  }
  const ties = (await listConnections(r, itemIds)).flatMap(({ from, to }) =>
    [[from, to] as const, [to, from] as const].filter(
      ([here, there]) => itemIds.includes(here.id) && there.noun === 'report',
    ),
  );
  const tied = await listReportsById(r, [...new Set(ties.map(([, report]) => report.id))]);
  for (const [here, there] of ties) {
    const report = tied.find(({ id }) => id === there.id);
    if (report) add(here.id, report);
  }
  const received = await receivedInItems(r, itemIds);
  const handedOver = await listReportsById(r, [...new Set([...received.values()].map(({ reportId }) => reportId))]);
  for (const [itemId, { reportId }] of received) {
    const report = handedOver.find(({ id }) => id === reportId);
    if (report) add(itemId, report);
  }
  const papers = new Map<string, readonly ItemReport[]>();
  for (const [itemId, reports] of found) {
    const own: ItemReport[] = [];
    for (const report of reports)
      own.push(isPeriodReportKind(report.kind) && !report.frozen ? await getPeriodReport(r, report.id) : report);
    papers.set(itemId, own);
  }
  return papers;
}
