import type { Reader } from '../../../storage/database.ts';
import { getMeeting, type Slot, setTimetable } from '../../meetings/index.ts';
import type { Proposal } from '../proposal.ts';
import { meetingFor } from './confirm-agenda-item.ts';
import { type Confirmer, differences, differs, fieldsOf, rememberProposal, type Scene } from './confirmer.ts';

/** A slot of the preliminary timetable. The timetable belongs to its meeting: its record is the meeting, and a slot is known by its start. */
export const confirmTimeslot: Confirmer = {
  questions: async (r, proposal, scene) => {
    if (!(await meetingFor(r, proposal, scene))) return [{ code: 'noMeeting', values: {} }];
    const fields = fieldsOf<'timeslot'>(proposal);
    const found = (await slotsFor(r, proposal, scene)).find((slot) => slot.startsAt === fields.start);
    if (!found) return [];
    const recorded = { start: found.startsAt, end: found.endsAt, title: found.title, presenters: found.presenters };
    return differs(differences(recorded, { end: fields.end, title: fields.title, presenters: fields.presenters }));
  },
  confirm: async (w, proposal, scene) => {
    const { start, end, title, presenters = [] } = fieldsOf<'timeslot'>(proposal);
    const meeting = (await meetingFor(w, proposal, scene))!;
    const slots = await slotsFor(w, proposal, scene);
    const known = slots.some((slot) => slot.startsAt === start);
    const slot = { startsAt: start, endsAt: end, title, presenters };
    if (!known)
      await setTimetable(w, {
        meetingId: meeting.id,
        slots: [...slots, slot].sort((a, b) => a.startsAt.localeCompare(b.startsAt)),
      });
    const record = { noun: 'meeting', id: meeting.id };
    await rememberProposal(w, record, proposal, scene, ['timetable']);
    return { record, made: [] };
  },
};

async function slotsFor(r: Reader, proposal: Proposal, scene: Scene): Promise<readonly Slot[]> {
  const meeting = await meetingFor(r, proposal, scene);
  return meeting ? (await getMeeting(r, meeting.id)).slots : [];
}
