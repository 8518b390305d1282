import type { Id } from '../../kernel/id.ts';
import { stateAfter } from '../../kernel/transition-table.ts';
import type { Writer } from '../../storage/database.ts';
import type { Outgoing } from './carried-reader.ts';
import { type ReceivedState, receivedStates, receivedTransitions } from './received-transitions.ts';

/**
 * Takes in what another authority let us have, as a copy of our own: from now on it is a document of ours too, and is kept whatever becomes of theirs.
 * What is here already stays as it is. Answers with when it was received.
 */
export async function receiveRelease(
  w: Writer<'release.receive'>,
  sent: Outgoing & { readonly giverAuthorityId: Id<'tenant'>; readonly giverBodyId: Id<'body'> },
): Promise<Date> {
  const { giverAuthorityId, giverBodyId, releaseId } = sent;
  const now = w.runtime.now();
  const known = await find(w, giverAuthorityId, releaseId);
  if (known) {
    await w.log({ noun: 'receivedRelease', recordId: known.id, summary: 'arrivedAgain' });
    return known.received_at;
  }
  const id: Id<'receivedRelease'> = w.runtime.newId();
  const row = {
    giver_body_id: giverBodyId,
    giver_authority_id: giverAuthorityId,
    giver_release_id: releaseId,
    addressed_body_id: sent.bodyId,
    title: sent.title,
    content_hash: sent.contentHash,
    protected: sent.protected,
    ground: sent.ground,
    provision: sent.provision,
    note: sent.note,
    due_on: sent.dueOn,
    released_at: sent.releasedAt,
    released_by: sent.releasedBy,
    received_at: now,
    state: (sent.ask ? 'open' : 'received') satisfies ReceivedState,
  };
  await w.db
    .insertInto('received_release')
    .values({
      tenant_id: w.tenantId,
      id,
      ...row,
      content: JSON.stringify(sent.content),
      ask: sent.ask && JSON.stringify(sent.ask),
      read_at: null,
      read_by: null,
      recalled_at: null,
      recall_reason: null,
    })
    .execute();
  const told = sent.protected ? { ...row, title: null, note: null } : row;
  await w.log({ noun: 'receivedRelease', recordId: id, after: { ...told, ask: sent.ask?.kind ?? null } });
  return now;
}

/** Marks what was received as taken back by its giver; what never arrived is not there to mark. */
export async function markRecalled(
  w: Writer<'release.receive'>,
  input: { readonly giverAuthorityId: Id<'tenant'>; readonly releaseId: Id<'release'>; readonly reason: string },
): Promise<void> {
  const found = await find(w, input.giverAuthorityId, input.releaseId);
  if (!found || found.state === 'recalled') {
    await w.log({ noun: 'receivedRelease', recordId: found?.id ?? input.releaseId, summary: 'recalledAlready' });
    return;
  }
  const state = stateAfter(receivedTransitions, receivedStates, found.state as ReceivedState, 'recall');
  const row = { state, recalled_at: w.runtime.now(), recall_reason: input.reason, version: found.version + 1 };
  await w.db
    .updateTable('received_release')
    .set(row)
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', found.id)
    .execute();
  await w.log({ noun: 'receivedRelease', recordId: found.id, summary: 'recall', after: row });
}

async function find(w: Writer, giverAuthorityId: Id<'tenant'>, releaseId: Id<'release'>) {
  return await w.db
    .selectFrom('received_release')
    .select(['id', 'state', 'version', 'received_at'])
    .where('tenant_id', '=', w.tenantId)
    .where('giver_authority_id', '=', giverAuthorityId)
    .where('giver_release_id', '=', releaseId)
    .forUpdate()
    .executeTakeFirst();
}
