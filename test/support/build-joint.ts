import { authorize, operatorOf } from '../../src/domain/access/index.ts';
import { addNoteTaker, type RecordVisit, recordVisit, saveMeetingNote } from '../../src/domain/meetings/index.ts';
import { addParticipant } from '../../src/domain/organisation/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import { buildBody } from './build-organisation.ts';
import type { TestDatabase } from './database.ts';

type Where = Pick<TestDatabase, 'db' | 'tenantId'>;

/** A group of officials with its principals, the first a region and the others municipalities; all through verbs. */
export async function buildOfficialsGroup(
  where: Where,
  { principals = 3 }: { readonly principals?: number } = {},
): Promise<{ readonly bodyId: Id<'body'>; readonly principalIds: readonly Id<'body'>[] }> {
  const bodyId = await buildBody(where, { kind: 'officialsGroup' });
  const principalIds: Id<'body'>[] = [];
  for (let index = 0; index < principals; index += 1) {
    const participantId = await buildBody(where, { kind: index === 0 ? 'region' : 'municipality' });
    const auth = authorize(operatorOf(where.tenantId), 'organisation.edit');
    await where.db.transact(auth, { verb: 'addParticipant' }, (w) => addParticipant(w, { bodyId, participantId }));
    principalIds.push(participantId);
  }
  return { bodyId, principalIds };
}

/** Names somebody who writes notes from a meeting, through the verb. */
export function buildNoteTaker(where: Where, meetingId: Id<'meeting'>, name: string): Promise<Id<'noteTaker'>> {
  const auth = authorize(operatorOf(where.tenantId), 'memo.write');
  return where.db.transact(auth, { verb: 'addNoteTaker' }, (w) => addNoteTaker(w, { meetingId, name }));
}

/** Writes what one note-taker noted of an item, through the verb. */
export async function buildNote(
  where: Where,
  itemId: Id<'agendaItem'>,
  noteTakerId: Id<'noteTaker'>,
  body: string,
): Promise<void> {
  const auth = authorize(operatorOf(where.tenantId), 'memo.write');
  await where.db.transact(auth, { verb: 'saveMeetingNote' }, (w) =>
    saveMeetingNote(w, { itemId, noteTakerId, body, expectedVersion: 0 }),
  );
}

/** Writes what a visit gave, through the verb; answers with its item. */
export function buildVisit(
  where: Where,
  input: Partial<RecordVisit> & Pick<RecordVisit, 'meetingId'>,
): Promise<Id<'agendaItem'>> {
  const auth = authorize(operatorOf(where.tenantId), 'meeting.edit');
  return where.db.transact(auth, { verb: 'recordVisit' }, (w) =>
    recordVisit(w, { purpose: 'Att se hur arbetet går till.', expectedVersion: 0, ...input }),
  );
}
