import { callUpItem, listAttendance, openMeeting } from '../../src/domain/attendance/index.ts';
import { startMinutes } from '../../src/domain/minutes/index.ts';
import {
  announceDissent,
  castVotes,
  putProposition,
  raiseFloorProposal,
  requestVote,
  saveSectionText,
} from '../../src/domain/proceedings/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import { buildConductedMeeting } from './build-conduct.ts';
import type { DemoSite } from './demo-site.ts';

/** A meeting that goes on, with its minutes begun, and how to let one more of its items happen; nothing when all have. */
export type GrowingMeeting = {
  readonly meetingId: Id<'meeting'>;
  readonly minutesId: Id<'minutes'>;
  readonly grow: () => Promise<void>;
};

/** Opens a meeting with everybody there. Each item that happens has a text, a motion, a vote by name and a note. */
export async function openGrowingMeeting(site: DemoSite): Promise<GrowingMeeting> {
  const { meetingId, itemIds } = await buildConductedMeeting(site, { prepared: true });
  const listed = await site.read((r) => listAttendance(r, meetingId));
  const people = listed.map(({ id }) => id);
  const members = listed.filter(({ capacity }) => capacity === 'member').map(({ id }) => id);
  await site.write('meeting.conduct', (w) =>
    openMeeting(w, { meetingId, at: '09:00', present: people.map((attendanceId) => ({ attendanceId })) }),
  );
  const minutesId = await site.write('minutes.edit', (w) => startMinutes(w, { meetingId }));
  let next = 0;
  return {
    meetingId,
    minutesId,
    grow: async () => {
      const itemId = itemIds[next];
      next += 1;
      if (itemId === undefined) return;
      await site.write('meeting.conduct', async (w) => {
        await callUpItem(w, { itemId, at: `09:${10 + next}` });
        await saveSectionText(w, { itemId, field: 'deliberation', body: 'Ordföranden redogör.', expectedVersion: 0 });
        await raiseFloorProposal(w, { itemId, kind: 'addition', clauses: ['att följa upp'], movers: [members[1]!] });
        const propositionId = await putProposition(w, { itemId });
        const voteId = await requestVote(w, { propositionId, expectedVersion: 1 });
        await castVotes(w, { voteId, votes: members.map((attendanceId) => ({ attendanceId, choice: 'yes' })) });
        await announceDissent(w, { itemId, at: `09:${11 + next}`, kind: 'minutesNote', people: [members[2]!] });
      });
    },
  };
}
