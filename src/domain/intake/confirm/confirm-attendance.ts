import type { Id } from '../../../kernel/id.ts';
import type { Reader } from '../../../storage/database.ts';
import { type Attendance, listAttendance, recordAttendance } from '../../meetings/index.ts';
import type { Proposal, RecordRef } from '../proposal.ts';
import { meetingFor } from './confirm-agenda-item.ts';
import { type Confirmer, differences, differs, fieldsOf, rememberProposal } from './confirmer.ts';

/** A person whom the minutes list as present, or strike as absent. */
export const confirmAttendance: Confirmer = {
  questions: async (r, proposal, scene) => {
    const meeting = await meetingFor(r, proposal, scene);
    if (!meeting) return [{ code: 'noMeeting', values: {} }];
    const known = await listed(r, meeting.id, proposal);
    const { present, role } = fieldsOf<'attendance'>(proposal);
    return known ? differs(differences({ present: known.present, role: known.role }, { present, role })) : [];
  },
  confirm: async (w, proposal, scene) => {
    const fields = fieldsOf<'attendance'>(proposal);
    const meeting = (await meetingFor(w, proposal, scene))!;
    const known = await listed(w, meeting.id, proposal);
    const made: RecordRef[] = [];
    const id =
      known?.id ??
      (await recordAttendance(w, {
        meetingId: meeting.id,
        name: fields.person,
        organisation: fields.organisation ?? null,
        party: 'party' in fields && typeof fields.party === 'string' ? fields.party : null,
        role: fields.role ?? null,
        present: fields.present,
      }));
    const record = { noun: 'attendance', id };
    if (!known) made.push(record);
    await rememberProposal(w, record, proposal, scene);
    return { record, made };
  },
};

async function listed(r: Reader, meetingId: Id<'meeting'>, proposal: Proposal): Promise<Attendance | undefined> {
  const { person, organisation } = fieldsOf<'attendance'>(proposal);
  return (await listAttendance(r, meetingId)).find(
    (one) => one.name === person && (one.organisation ?? undefined) === organisation,
  );
}
