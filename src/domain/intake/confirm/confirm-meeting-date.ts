import { changeMeeting, findMeetingOn, planMeeting } from '../../meetings/index.ts';
import type { Proposal, RecordRef } from '../proposal.ts';
import { type Confirmer, differences, differs, factsFor, fieldsOf, rememberProposal, type Scene } from './confirmer.ts';
import { bodyNamed, bodyQuestions, takeBody } from './named-bodies.ts';

/** A day of a body's calendar becomes a planned meeting, or adds what the calendar knows to the meeting of that day. */
export const confirmMeetingDate: Confirmer = {
  questions: async (r, proposal, scene) => {
    const asked = await bodyQuestions(r, bodyName(proposal, scene));
    if (asked.length > 0) return asked;
    const { date, endDate, mode } = fieldsOf<'meetingDate'>(proposal);
    const body = await bodyNamed(r, bodyName(proposal, scene));
    const found = body && (await findMeetingOn(r, body.id, date));
    return found ? differs(differences({ mode: found.mode, endDate: found.lastDay }, { mode, endDate })) : [];
  },
  confirm: async (w, proposal, scene) => {
    const { date, endDate, mode, note } = fieldsOf<'meetingDate'>(proposal);
    const made: RecordRef[] = [];
    const bodyId = await takeBody(w, bodyName(proposal, scene)!, made);
    const calendar = { ...(endDate && { lastDay: endDate }), ...(mode && { mode }), ...(note && { note }) };
    const found = await findMeetingOn(w, bodyId, date);
    if (found) {
      const known = { lastDay: found.lastDay, mode: found.mode, note: found.note };
      const changes = Object.fromEntries(
        Object.entries(calendar).filter(([name]) => known[name as keyof typeof known] === null),
      );
      if (Object.keys(changes).length > 0)
        await changeMeeting(w, { meetingId: found.id, expectedVersion: found.version, changes });
    }
    const id = found?.id ?? (await planMeeting(w, { bodyId, kind: 'meeting', heldOn: date, ...calendar }));
    const record = { noun: 'meeting', id };
    if (!found) made.push(record);
    await rememberProposal(w, record, proposal, scene);
    return { record, made };
  },
};

function bodyName(proposal: Proposal, scene: Scene): string | undefined {
  return fieldsOf<'meetingDate'>(proposal).body ?? factsFor(proposal, scene).body;
}
