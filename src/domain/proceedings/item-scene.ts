import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow } from '../../storage/get-row.ts';
import { courseOf, listEvents, sceneOf } from '../attendance/index.ts';
import { type LockedMeeting, lockMeeting, meetingStateAfter } from '../meetings/index.ts';
import { type BodyRules, bodyRulesOn } from '../organisation/index.ts';
import { type ItemTable, itemTable } from './item-table.ts';
import type { ItemProceedings } from './proceedings.ts';
import { proceedingsOf } from './proceedings-reader.ts';

/** All that a verb about what happened in an item looks at, with the meeting locked until the transaction ends. */
export type ItemScene = {
  readonly meeting: LockedMeeting;
  readonly itemId: Id<'agendaItem'>;
  readonly title: string;
  readonly exercisesAuthority: boolean;
  /** The rules of the body that the meeting belongs to, on its day. */
  readonly rules: BodyRules;
  readonly table: ItemTable;
  readonly proceedings: ItemProceedings;
};

/**
 * Locks the meeting of an item and reads what has happened in it. What happened can be written down while the meeting runs and until its minutes
 * are adjusted; a § whose text was sent to be signed does not change any more.
 */
export async function lockItemScene(w: Writer<'meeting.conduct'>, itemId: Id<'agendaItem'>): Promise<ItemScene> {
  const item = await getRow(w, 'agenda_item', itemId);
  const meeting = await lockMeeting(w, item.meeting_id);
  meetingStateAfter(meeting.state, 'writeDown');
  const proceedings = await proceedingsOf(w, itemId);
  if (proceedings.outcome.sealed) throw new AppError('proceedings.sealed');
  const rules = await bodyRulesOn(w, meeting.bodyIds[0]!, meeting.heldOn);
  const scene = await sceneOf(w, meeting.id, meeting.bodyIds, meeting.heldOn);
  const course = courseOf(scene, await listEvents(w, meeting.id));
  return {
    meeting,
    itemId,
    title: item.title,
    exercisesAuthority: item.exercises_authority,
    rules,
    table: itemTable(course, itemId, rules),
    proceedings,
  };
}

/** The item in which a proposition, vote or dissent stands, by the id of its row. Throws `record.notFound`. */
export async function lockSceneOf(
  w: Writer<'meeting.conduct'>,
  of: { readonly table: 'floor_proposal' | 'proposition' | 'dissent'; readonly id: string },
): Promise<ItemScene> {
  return await lockItemScene(w, (await getRow(w, of.table, of.id)).agenda_item_id);
}

/** Refuses to change how an item came to its end once the end is on record: whoever slipped takes the outcome back first. */
export function requireNoOutcome({ proceedings }: ItemScene): void {
  if (proceedings.outcome.outcome !== null) throw new AppError('proceedings.ended');
}

/** Notes what was done in an item. All entries of an item have its id, so that other screens of the meeting can ask for what is new. */
export async function logItem(
  w: Writer,
  itemId: Id<'agendaItem'>,
  summary: ProceedingsChange,
  contents: { readonly before?: unknown; readonly after?: unknown },
): Promise<void> {
  await w.log({ noun: 'proceedings', recordId: itemId, summary, ...contents });
}

/** What a change was about, for those who look at the same meeting. */
export const proceedingsChanges = ['text', 'motion', 'proposition', 'vote', 'dissent', 'note', 'outcome'] as const;
export type ProceedingsChange = (typeof proceedingsChanges)[number];
