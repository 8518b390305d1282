import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { requireWhole } from './received-reader.ts';
import { postErrand } from './release-errand.ts';

/** Notes that somebody has opened what was received, the first time; the giver is told who and when, as a letter with a receipt. */
export async function noteReceivedRead(w: Writer<'release.answer'>, id: Id<'receivedRelease'>): Promise<void> {
  requireWhole(w);
  const found = await lockRow(w, 'received_release', id);
  if (found.read_at !== null) {
    // Two opened it at once: the first is the one who read it, and this one leaves a line in the log only.
    await w.log({ noun: 'receivedRelease', recordId: id, summary: 'readAgain' });
    return;
  }
  const row = { read_at: w.runtime.now(), read_by: w.auth.actorName };
  await w.db
    .updateTable('received_release')
    .set(row)
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', id)
    .execute();
  await postErrand(w, { errand: 'read', receivedId: id });
  await w.log({ noun: 'receivedRelease', recordId: id, summary: 'read', after: row });
}
