import {
  callUpItem,
  closeMeeting,
  endItem,
  invitePerson,
  listAttendance,
  openMeeting,
} from '../domain/attendance/index.ts';
import { notePrincipalStand, setEndorsements } from '../domain/decisions/index.ts';
import {
  addAgendaItem,
  addNoteTaker,
  getMeeting,
  moveMeeting,
  planMeeting,
  recordVisit,
  saveMeetingNote,
  setDiscussionGroups,
  setThemeQuestions,
  writeOfficialsItem,
} from '../domain/meetings/index.ts';
import { addParticipant, ensureBody, listParticipants } from '../domain/organisation/index.ts';
import { decideItem } from '../domain/proceedings/index.ts';
import { addDays, type CivilDate } from '../kernel/civil-date.ts';
import type { Id } from '../kernel/id.ts';
import { bodyId, type DemoWriter, onDay } from './demo-writer.ts';
import { bodyNames, region } from './region.ts';
import { beginMinutes } from './sign-demo-minutes.ts';
import type { transitDays } from './transit.ts';

/** A study visit, and a day together with a drafting committee: themes, questions, groups and the notes of two. */
export async function loadSharedMeetings(
  demo: DemoWriter,
  id: Id<'body'>,
  { visit, joint }: ReturnType<typeof transitDays>,
): Promise<void> {
  await onDay(demo, visit).as('meeting.edit', 'loadDemoVisit', async (w) => {
    const place = 'Bussdepån i Norrbäck';
    const meetingId = await planMeeting(w, { bodyId: id, kind: 'studyVisit', heldOn: visit, place, alreadyHeld: true });
    await recordVisit(w, {
      meetingId,
      expectedVersion: 0,
      purpose: 'Att se hur bussar laddas i kyla.',
      hostedBy: 'Depåchefen Alma Fjällgren',
      learnt: 'Laddningen tar dubbelt så lång tid under 20 minusgrader. Depån saknar plats för fler än sex laddare.',
    });
  });
  const office = onDay(demo, joint);
  const theme = await office.as('meeting.edit', 'loadDemoJointMeeting', async (w) => {
    const meetingId = await planMeeting(w, {
      bodyId: id,
      jointBodyIds: [await bodyId(w, bodyNames.hospital)],
      kind: 'jointMeeting',
      title: 'Resor till vården',
      heldOn: joint,
      startsAt: '10:00',
      endsAt: '15:00',
      place: 'Folkets hus, Norrbäck',
    });
    const itemId = await addAgendaItem(w, { meetingId, number: '1', title: 'Resor till vården', category: 'theme' });
    const questions = ['Vad gör att en resa blir för lång?', 'Vad kan vi ändra utan nya pengar?'];
    await setThemeQuestions(w, { itemId, questions });
    const groups = [
      { name: 'Grupp norr', people: ['Majken Sandelin', 'Ulf Ljusnäs', 'Egil Fjällström'] },
      { name: 'Grupp söder', people: ['Yngve Tallmo', 'Dagny Storhed', 'Märta Granlid'] },
    ];
    await setDiscussionGroups(w, { meetingId, groups });
    return { meetingId, itemId };
  });
  await office.as('memo.write', 'writeDemoNotes', async (w) => {
    for (const [name, body] of notes) {
      const noteTakerId = await addNoteTaker(w, { meetingId: theme.meetingId, name });
      await saveMeetingNote(w, { itemId: theme.itemId, noteTakerId, body, expectedVersion: 0 });
    }
  });
  await office.as('meeting.edit', 'closeDemoJointMeeting', async (w) => {
    const { id: meetingId, version } = await getMeeting(w, theme.meetingId);
    await moveMeeting(w, { meetingId, action: 'close', expectedVersion: version });
  });
}

const notes = [
  ['Stina Fjellander', 'Anslutningarna brister, inte avstånden. Bussen går fem minuter innan tåget kommer.'],
  ['Agda Rönnmark', 'Mottagningarna kan ge tider efter bussens ankomst. Det kostar inget och kan börja i januari.'],
] as const;

const principals = [
  ['Norrbäcks kommun', 'standsBehind'],
  ['Sörbyns kommun', 'needsOwnDecision'],
] as const;

/** The group of officials decides by the mandate of each principal: one must ask its own nämnd first. */
export async function loadOfficialsMeeting(demo: DemoWriter, heldOn: CivilDate): Promise<void> {
  const who = await demo.as('organisation.edit', 'loadDemoPrincipals', async (w) => {
    const chiefs = await bodyId(w, bodyNames.chiefs);
    const own = await listParticipants(w, chiefs);
    const ids = new Map<string, Id<'body'>>();
    for (const name of [region.name, ...principals.map(([one]) => one)]) {
      const { id } = await ensureBody(w, name, { kind: name === region.name ? 'region' : 'municipality' });
      if (!own.some(({ participantId }) => participantId === id))
        await addParticipant(w, { bodyId: chiefs, participantId: id, validFrom: '2023-01-01' });
      ids.set(name, id);
    }
    return { chiefs, ids };
  });
  const office = onDay(demo, heldOn);
  const { meetingId, itemIds } = await onDay(demo, addDays(heldOn, -9)).as(
    'meeting.edit',
    'loadDemoOfficials',
    async (w) => {
      const made = await planMeeting(w, {
        bodyId: who.chiefs,
        kind: 'meeting',
        heldOn,
        startsAt: '09:00',
        endsAt: '12:00',
        place: 'Digitalt möte',
        mode: 'digital',
      });
      const ids: Id<'agendaItem'>[] = [];
      for (const [index, title] of [
        'Rapporter från arbetsgrupperna',
        'Gemensam beställning av trygghetslarm',
      ].entries())
        ids.push(
          await addAgendaItem(w, {
            meetingId: made,
            number: String(index + 1),
            title,
            category: index === 0 ? 'information' : 'decision',
          }),
        );
      return { meetingId: made, itemIds: ids };
    },
  );
  const decisionId = await office.as('meeting.conduct', 'conductDemoOfficials', async (w) => {
    for (const [name, organisation] of representatives)
      await invitePerson(w, { meetingId, name, capacity: 'principal', organisation });
    const present = (await listAttendance(w, meetingId)).map(({ id }) => ({ attendanceId: id }));
    await openMeeting(w, { meetingId, at: '09:00', present });
    await callUpItem(w, { itemId: itemIds[0]!, at: '09:05' });
    const report = 'Väntan på hemgång har minskat till ett dygn i snitt.';
    const reports = [{ subGroup: 'Arbetsgruppen för trygg hemgång', reporter: 'Agda Rönnmark', report }];
    await writeOfficialsItem(w, { itemId: itemIds[0]!, reports, slidesIn: 'samarbetsytan' });
    await decideItem(w, { itemId: itemIds[0]!, expectedVersion: 0, outcome: 'noted' });
    await callUpItem(w, { itemId: itemIds[1]!, at: '10:00' });
    const clauses = ['att beställa trygghetslarm gemensamt från och med nästa år.'];
    const { decisionIds } = await decideItem(w, {
      itemId: itemIds[1]!,
      expectedVersion: 0,
      outcome: 'decided',
      clauses,
    });
    await endItem(w, { meetingId, at: '11:30' });
    await closeMeeting(w, { meetingId, at: '11:40' });
    return decisionIds[0]!;
  });
  await office.as('decision.record', 'backDemoDecision', async (w) => {
    await setEndorsements(w, {
      decisionId,
      endorsements: [{ endorsedBy: 'Arbetsgruppen för trygg hemgång', endorsedOn: addDays(heldOn, -14) }],
    });
    for (const [name, stand] of [[region.name, 'standsBehind'] as const, ...principals])
      await notePrincipalStand(w, { decisionId, principalId: who.ids.get(name)!, expectedVersion: 0, stand });
  });
  await beginMinutes(onDay(demo, addDays(heldOn, 2)), meetingId);
}

const representatives = [
  ['Agda Rönnmark', region.name],
  ['Berit Norrbacka', 'Norrbäcks kommun'],
  ['Sture Sörlund', 'Sörbyns kommun'],
] as const;
