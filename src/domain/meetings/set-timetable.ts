import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { type GivenSlot, isPauseTitle, timetableProblems } from './meeting.ts';
import { meetingStateAfter } from './meeting-transitions.ts';
import { lockMeeting } from './meeting-writer.ts';

export type SetTimetable = {
  readonly meetingId: Id<'meeting'>;
  readonly slots: readonly GivenSlot[];
};

/** Writes the preliminary timetable of a meeting, instead of the one that was there. */
export async function setTimetable(w: Writer<'meeting.edit' | 'intake.confirm'>, input: SetTimetable): Promise<void> {
  const meeting = await lockMeeting(w, input.meetingId);
  meetingStateAfter(meeting.state, 'change');
  const own = await w.db
    .selectFrom('agenda_item')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('meeting_id', '=', input.meetingId)
    .execute();
  refuseProblems([
    ...timetableProblems(input.slots),
    ...input.slots.flatMap((slot, index) =>
      !slot.agendaItemId || own.some((item) => item.id === slot.agendaItemId)
        ? []
        : [{ path: `slots.${index}.agendaItemId`, key: 'meeting.itemOfOther' }],
    ),
  ]);
  await w.db
    .deleteFrom('meeting_slot')
    .where('tenant_id', '=', w.tenantId)
    .where('meeting_id', '=', input.meetingId)
    .execute();
  if (input.slots.length > 0)
    await w.db
      .insertInto('meeting_slot')
      .values(
        input.slots.map((slot, index) => ({
          tenant_id: w.tenantId,
          id: w.runtime.newId(),
          meeting_id: input.meetingId,
          position: index + 1,
          starts_at: slot.startsAt,
          ends_at: slot.endsAt,
          title: slot.title.trim(),
          presenters: JSON.stringify(slot.presenters),
          agenda_item_id: slot.agendaItemId ?? null,
          fixed: slot.fixed ?? false,
          pause: slot.pause ?? isPauseTitle(slot.title),
        })),
      )
      .execute();
  await w.log({ noun: 'meeting', recordId: input.meetingId, summary: 'timetable', after: input.slots });
}
