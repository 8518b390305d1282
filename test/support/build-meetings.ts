import { authorize, operatorOf } from '../../src/domain/access/index.ts';
import { type AddAgendaItem, addAgendaItem, type PlanMeeting, planMeeting } from '../../src/domain/meetings/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import type { TestDatabase } from './database.ts';

/** Plans a meeting through the verb; held on 2023-05-30 unless told. */
export function buildMeeting(
  { db, tenantId }: TestDatabase,
  input: Partial<PlanMeeting> & { readonly bodyId: Id<'body'> },
): Promise<Id<'meeting'>> {
  const auth = authorize(operatorOf(tenantId), 'meeting.edit');
  return db.transact(auth, { verb: 'planMeeting' }, (w) =>
    planMeeting(w, { kind: 'meeting', heldOn: '2023-05-30', ...input }),
  );
}

/** Puts an information item on the agenda of a meeting through the verb. */
export function buildAgendaItem(
  { db, tenantId }: TestDatabase,
  input: Partial<AddAgendaItem> & { readonly meetingId: Id<'meeting'> },
): Promise<Id<'agendaItem'>> {
  const auth = authorize(operatorOf(tenantId), 'meeting.edit');
  return db.transact(auth, { verb: 'addAgendaItem' }, (w) =>
    addAgendaItem(w, { title: 'Föredragning', category: 'information', ...input }),
  );
}
