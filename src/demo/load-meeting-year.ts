import {
  createBody,
  createSeat,
  listSeatHolders,
  registerPerson,
  setRegulation,
} from '../domain/organisation/index.ts';
import { bodyId, type DemoWriter, onDay } from './demo-writer.ts';
import { loadActivityYear } from './load-activity-year.ts';
import { loadComingMeeting, loadMeetingUnderWay } from './load-coming-meetings.ts';
import {
  loadAppealedMeeting,
  loadEndedMeeting,
  loadMeetingToComment,
  loadMeetingToSign,
  loadNotices,
} from './load-held-meetings.ts';
import { loadSeatLogins } from './load-region.ts';
import { loadOfficialsMeeting, loadSharedMeetings } from './load-shared-meetings.ts';
import { bodyNames } from './region.ts';
import { transitDays, transitMeetings, transitSeats } from './transit.ts';

/**
 * The meeting year of one nämnd, each step by the verb that a secretary presses. It comes after the papers, which speak of "the nämnd" and mean the
 * other one.
 */
export async function loadMeetingYear(demo: DemoWriter): Promise<void> {
  const days = transitDays(demo.db.runtime.today());
  const meetings = transitMeetings(days);
  const id = await demo.as('organisation.edit', 'loadDemoTransit', async (w) => {
    const parentId = await bodyId(w, bodyNames.assembly);
    const made = await createBody(w, { kind: 'committee', name: bodyNames.transit, parentId, validFrom: '2019-01-01' });
    const rule = { bodyId: made, validFrom: '2023-01-01', source: 'Reglemente för kollektivtrafiknämnden' } as const;
    await setRegulation(w, { ...rule, key: 'members', value: String(transitSeats.members.length) });
    await setRegulation(w, { ...rule, key: 'deputies', value: String(transitSeats.deputies.length) });
    await setRegulation(w, { ...rule, key: 'remoteParticipation', value: 'yes' });
    const holders = await listSeatHolders(w, w.runtime.today());
    for (const [kind, rows] of [['member', transitSeats.members] as const, ['deputy', transitSeats.deputies] as const])
      for (const [name, party, role] of rows) {
        const personId = holders.find((one) => one.name === name)?.id ?? (await registerPerson(w, { name }));
        await createSeat(w, { bodyId: made, kind, party, role, personId, validFrom: '2023-01-01' });
      }
    return made;
  });
  await loadSeatLogins(demo);
  await loadEndedMeeting(demo, id, meetings.ended);
  await loadAppealedMeeting(demo, id, meetings.appealed);
  await loadMeetingToSign(demo, id, meetings.signing);
  await loadMeetingToComment(demo, id, meetings.commenting);
  await loadMeetingUnderWay(demo, id, meetings.underWay);
  const planId = await loadActivityYear(demo, id, days);
  await loadComingMeeting(demo, id, { planId, heldOn: days.coming });
  await loadSharedMeetings(demo, id, days);
  await loadOfficialsMeeting(demo, days.officials);
  await loadNotices(onDay(demo, days.commenting), id, days.coming);
}
