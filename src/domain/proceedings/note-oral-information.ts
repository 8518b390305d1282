import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { lockItemScene, logItem } from './item-scene.ts';

export type NoteOralInformation = {
  readonly itemId: Id<'agendaItem'>;
  readonly body: string;
  /** Who told it. Must be said where the item is exercise of authority towards somebody (FL 27 §). */
  readonly toldBy?: string | null;
};

/**
 * Notes what somebody told in the item, with who noted it and when (FL 27 §, R-FL-4). In other matters the section does not apply (FL 2 §), and a
 * note may lack its source. What was noted stands: who was wrong notes it anew.
 */
export async function noteOralInformation(
  w: Writer<'meeting.conduct'>,
  input: NoteOralInformation,
): Promise<Id<'oralInformation'>> {
  const { exercisesAuthority } = await lockItemScene(w, input.itemId);
  refuseProblems([
    ...(input.body.trim() ? [] : [{ path: 'body', key: 'validation.required' }]),
    ...(exercisesAuthority && !input.toldBy?.trim() ? [{ path: 'toldBy', key: 'proceedings.whoTold' }] : []),
  ]);
  const id = w.runtime.newId();
  const row = {
    told_by: input.toldBy?.trim() || null,
    body: input.body.trim(),
    noted_by: w.auth.actorName,
    noted_at: w.runtime.now(),
  };
  await w.db
    .insertInto('oral_information')
    .values({ tenant_id: w.tenantId, id, agenda_item_id: input.itemId, ...row })
    .execute();
  await logItem(w, input.itemId, 'note', { after: { id, ...row, noted_at: row.noted_at.toISOString() } });
  return id;
}
