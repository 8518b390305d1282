import type { Id } from '../../kernel/id.ts';

/** Somebody who writes notes from a meeting, with the account it is done from, if one is known. */
export type NoteTaker = {
  readonly id: Id<'noteTaker'>;
  readonly name: string;
  readonly accountId: Id<'account'> | null;
};

/** What one note-taker wrote of one item. Each has a text and a version of its own, so that several write at once. */
export type MeetingNote = {
  readonly itemId: Id<'agendaItem'>;
  readonly noteTakerId: Id<'noteTaker'>;
  readonly version: number;
  readonly body: string;
  readonly editedBy: string | null;
  readonly editedAt: string | null;
};

/** The text that nobody has written yet: what an editor starts from. */
export function unwrittenNote(itemId: Id<'agendaItem'>, noteTakerId: Id<'noteTaker'>): MeetingNote {
  return { itemId, noteTakerId, version: 0, body: '', editedBy: null, editedAt: null };
}

/** The longest note of one item. */
export const meetingNoteLimit = 100_000;

/** What was written of an item by all who wrote, in the order of the note-takers; empty texts are no notes. */
export type WrittenNote = { readonly by: string; readonly body: string };

/** Sets the notes of an item together: each text with who wrote it. */
export function notesOfItem(
  takers: readonly NoteTaker[],
  notes: readonly MeetingNote[],
  itemId: Id<'agendaItem'>,
): readonly WrittenNote[] {
  return takers.flatMap(({ id, name }) => {
    const body = notes.find((one) => one.itemId === itemId && one.noteTakerId === id)?.body.trim();
    return body ? [{ by: name, body }] : [];
  });
}
