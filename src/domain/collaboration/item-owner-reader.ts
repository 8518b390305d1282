import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { requireBody, type WritingAction } from '../access/index.ts';
import { getAgendaItem, getMeeting } from '../meetings/index.ts';

/** Throws `access.denied` unless the proof covers the body in whose meeting something was agreed, ordered or promised. */
export async function requireItem(
  w: Writer<WritingAction>,
  agendaItemId: Id<'agendaItem'> | null | undefined,
): Promise<void> {
  if (!agendaItemId) return;
  const { meetingId } = await getAgendaItem(w, agendaItemId);
  requireBody(w.auth, (await getMeeting(w, meetingId)).body.id);
}
