import { disqualifiedItemsOf, listAttendance } from '../../../domain/attendance/index.ts';
import { listDecisions } from '../../../domain/decisions/index.ts';
import { getGathering, type NotesFacts } from '../../../domain/meetings/index.ts';
import type { Reader } from '../../contracts.ts';

/**
 * All that the notes of a gathering are printed from: what is written in the meeting itself, who was there by the body they came from, and what each
 * body decided. Items from which whoever asks is disqualified are left out (R-KL-24).
 */
export async function readGathering(r: Reader, meetingId: string): Promise<NotesFacts> {
  const facts = await getGathering(r, meetingId);
  const hidden = new Set<string>(await disqualifiedItemsOf(r, r.auth.accountId, meetingId));
  const present = (await listAttendance(r, meetingId)).filter((one) => one.present);
  const { decisions } = await listDecisions(r, { meetingId });
  const from = (one: (typeof present)[number]) => one.organisation ?? facts.meeting.body.name;
  return {
    ...facts,
    meeting: { ...facts.meeting, items: facts.meeting.items.filter(({ id }) => !hidden.has(id)) },
    present: [...new Set(present.map(from))].map((name) => ({
      from: name,
      names: present
        .filter((one) => from(one) === name)
        .map((one) => [one.party ? `${one.name} (${one.party})` : one.name, one.role].filter(Boolean).join(', ')),
    })),
    decisions: decisions
      .filter(({ state, item }) => state === 'made' && !hidden.has(item?.id ?? ''))
      .toReversed()
      .map(({ item, body, title, clauses }) => ({ itemId: item?.id ?? null, body: body.name, title, clauses })),
  };
}
