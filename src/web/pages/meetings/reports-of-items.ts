import { listConnections } from '../../../domain/connections/index.ts';
import { decisionsOfItems } from '../../../domain/decisions/index.ts';
import { listReports, listReportsById, type Report } from '../../../domain/reports/index.ts';
import type { Reader } from '../../contracts.ts';

/** The report-backs that belong to items: those that an item's decision approved, and those that somebody tied to the item. */
export async function reportsOfItems(
  r: Reader,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Report[]>> {
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
  return found;
}
