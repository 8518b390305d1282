import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { getBody } from '../organisation/index.ts';
import { type ChosenReceiver, receiverProblems } from './report-receiver.ts';

/**
 * Writes who a report goes to, instead of who was there, in their order, and answers with the first, which the report itself names. Only a draft's
 * receivers are written; what became of a delivered report with its receivers is written row by row.
 */
export async function writeReceivers(
  w: Writer,
  report: { readonly id: Id<'report'>; readonly body_id: Id<'body'> },
  receivers: readonly ChosenReceiver[],
): Promise<Id<'body'> | null> {
  refuseProblems(receiverProblems(report.body_id, receivers));
  for (const { bodyId } of receivers) await getBody(w, bodyId);
  await w.db
    .deleteFrom('report_receiver')
    .where('tenant_id', '=', w.tenantId)
    .where('report_id', '=', report.id)
    .execute();
  if (receivers.length === 0) return null;
  await w.db
    .insertInto('report_receiver')
    .values(
      receivers.map(({ bodyId, purpose }, index) => ({
        tenant_id: w.tenantId,
        id: w.runtime.newId(),
        report_id: report.id,
        body_id: bodyId,
        position: index + 1,
        purpose,
        delivered_on: null,
        received_on: null,
        agenda_item_id: null,
      })),
    )
    .execute();
  return receivers[0]!.bodyId;
}

/** Makes sure that the body which a report names as its receiver stands among the receivers, before they are frozen with the report. */
export async function ensureReceiver(
  w: Writer,
  report: { readonly id: Id<'report'>; readonly body_id: Id<'body'>; readonly to_body_id: Id<'body'> | null },
): Promise<void> {
  if (report.to_body_id === null) return;
  const found = await w.db
    .selectFrom('report_receiver')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('report_id', '=', report.id)
    .limit(1)
    .executeTakeFirst();
  if (!found) await writeReceivers(w, report, [{ bodyId: report.to_body_id, purpose: 'treatment' }]);
}
