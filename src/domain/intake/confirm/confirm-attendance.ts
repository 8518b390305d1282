import type { Id } from '../../../kernel/id.ts';
import type { Reader } from '../../../storage/database.ts';
import { type Attendance, listAttendance, recordAttendance } from '../../attendance/index.ts';
import type { Proposal, RecordRef } from '../proposal.ts';
import { meetingFor } from './confirm-agenda-item.ts';
import {
  type Confirmer,
  differences,
  differs,
  fieldsOf,
  neighbours,
  rememberProposal,
  type Scene,
} from './confirmer.ts';

/** A person whom the minutes list as present, or strike as absent. */
export const confirmAttendance: Confirmer = {
  questions: async (r, proposal, scene) => {
    const meeting = await meetingFor(r, proposal, scene);
    if (!meeting) return [{ code: 'noMeeting', values: {} }];
    const known = await listed(r, meeting.id, proposal, scene);
    const { present, role } = fieldsOf<'attendance'>(proposal);
    return known ? differs(differences({ present: known.present, role: known.role }, { present, role })) : [];
  },
  confirm: async (w, proposal, scene) => {
    const fields = fieldsOf<'attendance'>(proposal);
    const meeting = (await meetingFor(w, proposal, scene))!;
    const known = await listed(w, meeting.id, proposal, scene);
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

/** The row of the register that a proposal means. Somebody on two rows of a paper, in two capacities, is two rows that their roles tell apart. */
async function listed(
  r: Reader,
  meetingId: Id<'meeting'>,
  proposal: Proposal,
  scene: Scene,
): Promise<Attendance | undefined> {
  const { person, organisation, role } = fieldsOf<'attendance'>(proposal);
  const twice = neighbours(proposal, scene, 'attendance').some((other) => {
    const fields = fieldsOf<'attendance'>(other);
    return fields.person === person && fields.organisation === organisation && fields.role !== role;
  });
  return (await listAttendance(r, meetingId)).find(
    (one) =>
      one.name === person &&
      (one.organisation ?? undefined) === organisation &&
      (!twice || (one.role ?? undefined) === role),
  );
}
