import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow } from '../../storage/get-row.ts';
import type { Connected, ConnectionKind } from './connection.ts';
import { listConnections } from './connection-reader.ts';
import { requireOneEnd } from './owner-reader.ts';

export type ConnectRecords = {
  readonly from: Connected;
  readonly to: Connected;
  readonly kind: ConnectionKind;
  readonly reason: string;
};

/** Says that two records belong to one thread. Saying it again, in either direction, leaves what was said first. */
export async function connectRecords(
  w: Writer<'meeting.linkAssignment' | 'intake.confirm' | 'agreement.edit' | 'commission.edit' | 'project.edit'>,
  input: ConnectRecords,
): Promise<{ readonly id: Id<'connection'>; readonly created: boolean }> {
  const { from, to, kind } = input;
  refuseProblems([
    ...(from.id === to.id ? [{ path: 'to', key: 'connections.self' }] : []),
    ...(input.reason.trim() ? [] : [{ path: 'reason', key: 'validation.required' }]),
  ]);
  await requireOneEnd(w, w.auth, [from, to]);
  const joins = (a: Connected, b: Connected) =>
    (a.id === from.id && b.id === to.id) || (a.id === to.id && b.id === from.id);
  const known = (await listConnections(w, [from.id])).find((one) => joins(one.from, one.to));
  if (known) return { id: known.id, created: false };
  const id: Id<'connection'> = w.runtime.newId();
  const row = {
    from_noun: from.noun,
    from_id: from.id,
    to_noun: to.noun,
    to_id: to.id,
    kind,
    reason: input.reason.trim(),
  };
  await w.db
    .insertInto('connection')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'connection', recordId: id, after: row });
  return { id, created: true };
}

/** Takes the saying back; both records stay. */
export async function disconnectRecords(
  w: Writer<'meeting.linkAssignment' | 'intake.confirm'>,
  id: Id<'connection'>,
): Promise<void> {
  const row = await getRow(w, 'connection', id);
  const end = (noun: string, recordId: string): Connected => ({ noun, id: recordId });
  await requireOneEnd(w, w.auth, [end(row.from_noun, row.from_id), end(row.to_noun, row.to_id)]);
  await w.db.deleteFrom('connection').where('tenant_id', '=', w.tenantId).where('id', '=', id).execute();
  await w.log({ noun: 'connection', recordId: id, summary: 'taken back', before: row });
}
