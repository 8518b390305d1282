import {
  callUpItem,
  closeMeeting,
  decideDisqualification,
  declareDisqualification,
  endItem,
} from '../domain/attendance/index.ts';
import { addDecisionTask, tellDecisionTask } from '../domain/execution/index.ts';
import { askForComments, commentMinutes, getMinutes } from '../domain/minutes/index.ts';
import { endAppealPeriod, postNotice } from '../domain/notices/index.ts';
import {
  announceDissent,
  castVotes,
  decideItem,
  endVote,
  proceedingsOf,
  putProposition,
  raiseFloorProposal,
  requestVote,
  saveSectionText,
} from '../domain/proceedings/index.ts';
import { addDays, type CivilDate } from '../kernel/civil-date.ts';
import type { Id } from '../kernel/id.ts';
import { type DemoWriter, onDay } from './demo-writer.ts';
import { actorOf, announceDemoMinutes, beginMinutes, sendDemoMinutes, signAs } from './sign-demo-minutes.ts';
import { openStage, passItem, type Stage, stageMeeting } from './stage-meeting.ts';
import { type transitMeetings, workday } from './transit.ts';

type Meetings = ReturnType<typeof transitMeetings>;

/** A meeting all the way: adjusted, announced, its time of appeal over, and what it decided followed up. */
export async function loadEndedMeeting(
  demo: DemoWriter,
  bodyId: Id<'body'>,
  meeting: Meetings['ended'],
): Promise<void> {
  const { heldOn } = meeting;
  const stage = await openStage(onDay(demo, heldOn), await stageMeeting(demo, bodyId, meeting), {
    at: '13:00',
    instead: { 'Märta Granlid': 'Hillevi Norrsken' },
  });
  await passItem(stage, 'Upprop och val av justerare', '13:02');
  const decisionId = await passItem(stage, 'Tågplan för nästa år', '13:10');
  await passItem(stage, 'Resandet i september', '13:55');
  await closeStage(stage, '14:30');
  await onDay(demo, addDays(heldOn, 2)).as('task.edit', 'addDemoTasks', async (w) => {
    const connections = { clause: 2, responsible: 'Hedvig Malmsjö', dueOn: addDays(heldOn, 45) };
    await addDecisionTask(w, {
      decisionId: decisionId!,
      task: 'Redovisa vilka anslutningar som går förlorade',
      ...connections,
    });
    const sent = await addDecisionTask(w, {
      decisionId: decisionId!,
      task: 'Skicka yttrandet till Trafikverket',
      clause: 1,
      responsible: 'Stina Fjellander',
      dueOn: addDays(heldOn, 7),
    });
    await tellDecisionTask(w, { taskId: sent, expectedVersion: 1, action: 'finish', note: 'Yttrandet är skickat.' });
  });
  const minutesId = await adjust(demo, stage, heldOn);
  await onDay(demo, addDays(heldOn, 45)).as('notice.post', 'endDemoAppeal', (w) => endAppealPeriod(w, minutesId));
}

/** A meeting with a vote, somebody who was disqualified and an item that was tabled; its time of appeal runs. */
export async function loadAppealedMeeting(
  demo: DemoWriter,
  bodyId: Id<'body'>,
  meeting: Meetings['appealed'],
): Promise<void> {
  const { heldOn } = meeting;
  const stage = await openStage(onDay(demo, heldOn), await stageMeeting(demo, bodyId, meeting), { at: '13:00' });
  await passItem(stage, 'Upprop och val av justerare', '13:02');
  const decisionId = await vote(stage, 'Ny tidtabell för linje 40 till Norrbäck');
  await stepAside(stage, 'Bidrag till föreningen Fjällbussens vänner');
  await stage.demo.as('meeting.conduct', 'tableDemoItem', async (w) => {
    const itemId = stage.item('Avgift för cykel på bussen');
    await callUpItem(w, { itemId, at: '14:50' });
    const motivation = 'Två kommuner har inte svarat.';
    await decideItem(w, { itemId, expectedVersion: 0, outcome: 'tabled', motivation });
  });
  await closeStage(stage, '15:05');
  await onDay(demo, addDays(heldOn, 2)).as('task.edit', 'addDemoTasks', async (w) => {
    const taskId = await addDecisionTask(w, {
      decisionId,
      task: 'Följ upp resandet på linje 40',
      clause: 2,
      responsible: 'Hedvig Malmsjö',
      dueOn: addDays(heldOn, 182),
    });
    await tellDecisionTask(w, { taskId, expectedVersion: 1, action: 'start', note: 'Räkning pågår på alla turer.' });
  });
  await adjust(demo, stage, heldOn);
}

/** Minutes that the chair has signed and that wait for the adjuster. */
export async function loadMeetingToSign(
  demo: DemoWriter,
  bodyId: Id<'body'>,
  meeting: Meetings['signing'],
): Promise<void> {
  const { heldOn } = meeting;
  const stage = await openStage(onDay(demo, heldOn), await stageMeeting(demo, bodyId, meeting), {
    at: '13:00',
    remote: true,
  });
  await passItem(stage, 'Upprop och val av justerare', '13:02');
  await passItem(stage, 'Upphandling av sjukresor: krav på fordonen', '13:10');
  await closeStage(stage, '14:00');
  const later = onDay(demo, addDays(heldOn, 3));
  const minutesId = await beginMinutes(later, stage.meetingId);
  await sendDemoMinutes(later, minutesId);
  await signAs(demo, minutesId, 'ordforande', addDays(heldOn, 4));
}

/** Minutes in their round of comments, with one from the chair that nobody has answered. */
export async function loadMeetingToComment(
  demo: DemoWriter,
  bodyId: Id<'body'>,
  meeting: Meetings['commenting'],
): Promise<void> {
  const { heldOn } = meeting;
  const stage = await openStage(onDay(demo, heldOn), await stageMeeting(demo, bodyId, meeting), {
    at: '09:00',
    remote: true,
    instead: { 'Dagny Storhed': 'Egil Fjällström' },
  });
  const title = 'Ersättningstrafik när bron vid Lillån är avstängd';
  await passItem(stage, 'Upprop och val av justerare', '09:02');
  await passItem(stage, title, '09:10');
  await write(stage, title, 'Nämnden diskuterar hur skolskjutsarna påverkas.');
  await closeStage(stage, '09:45');
  const later = onDay(demo, addDays(heldOn, 2));
  const minutesId = await beginMinutes(later, stage.meetingId);
  await later.as('minutes.edit', 'askForDemoComments', async (w) =>
    askForComments(w, {
      minutesId,
      expectedVersion: (await getMinutes(w, minutesId)).version,
      link: `${demo.publicUrl}/protokoll/${minutesId}`,
    }),
  );
  const chair = await actorOf(demo, 'ordforande');
  await onDay(demo, addDays(heldOn, 3), chair).as('minutes.comment', 'commentDemoMinutes', (w) =>
    commentMinutes(w, {
      minutesId,
      itemId: stage.item(title),
      body: 'Skriv också att Sörbyns skola har fått besked.',
    }),
  );
}

/** Entries of the notice board that are not about minutes. */
export async function loadNotices(demo: DemoWriter, bodyId: Id<'body'>, coming: CivilDate): Promise<void> {
  await demo.as('notice.post', 'postDemoNotice', (w) =>
    postNotice(w, {
      bodyId,
      kind: 'committeeMeeting',
      title: `Sammanträde ${coming}`,
      bodyText: 'Sammanträdet är i Sessionssalen, Regionhuset. Handlingarna lämnas ut av kansliet.',
    }),
  );
}

/** Adjusts eleven days after the meeting and announces on the next working day. */
async function adjust(demo: DemoWriter, { meetingId }: Stage, heldOn: CivilDate): Promise<Id<'minutes'>> {
  const later = onDay(demo, addDays(heldOn, 8));
  const minutesId = await beginMinutes(later, meetingId);
  await sendDemoMinutes(later, minutesId);
  await signAs(demo, minutesId, 'ordforande', addDays(heldOn, 10));
  await signAs(demo, minutesId, 'justerare', addDays(heldOn, 11));
  await announceDemoMinutes(onDay(demo, workday(addDays(heldOn, 12), 1)), minutesId);
  return minutesId;
}

async function closeStage({ demo, meetingId }: Stage, at: string): Promise<void> {
  await demo.as('meeting.conduct', 'closeDemoMeeting', async (w) => {
    await endItem(w, { meetingId, at });
    await closeMeeting(w, { meetingId, at });
  });
}

/** One party moves the rejection, asks for a vote, loses it and reserves itself. */
async function vote({ demo, item, person }: Stage, title: string): Promise<Id<'decision'>> {
  const against = ['Ulf Ljusnäs', 'Siv Rönnäng', 'Märta Granlid'].map(person);
  const forIt = ['Majken Sandelin', 'Yngve Tallmo', 'Arvid Kallbäck', 'Dagny Storhed'].map(person);
  const itemId = item(title);
  return await demo.as('meeting.conduct', 'voteInDemo', async (w) => {
    await callUpItem(w, { itemId, at: '13:10' });
    await raiseFloorProposal(w, { itemId, kind: 'approval', movers: [person('Yngve Tallmo')] });
    await raiseFloorProposal(w, { itemId, kind: 'rejection', movers: against.slice(0, 2) });
    const propositionId = await putProposition(w, {
      itemId,
      orderText: 'Ordföranden ställer förslaget mot avslag. Ordningen godkänns.',
    });
    const voteId = await requestVote(w, { propositionId, expectedVersion: 1 });
    await castVotes(w, {
      voteId,
      votes: [
        ...forIt.map((attendanceId) => ({ attendanceId, choice: 'yes' as const })),
        ...against.map((attendanceId) => ({ attendanceId, choice: 'no' as const })),
      ],
    });
    const cast = (await proceedingsOf(w, itemId)).propositions[0]!.vote!;
    await endVote(w, { voteId, expectedVersion: cast.version });
    const { decisionIds } = await decideItem(w, { itemId, expectedVersion: 0, outcome: 'decided' });
    const statement = 'Färre turer gör att fler måste ta bilen. Vi hade velat pröva mindre bussar först.';
    await announceDissent(w, { itemId, kind: 'reservation', people: against.slice(0, 2), at: '13:50', statement });
    return decisionIds[0]!;
  });
}

/** Somebody is close to a party, leaves the room, and a deputy serves instead. */
async function stepAside({ demo, item, person }: Stage, title: string): Promise<void> {
  const itemId = item(title);
  await demo.as('meeting.conduct', 'stepAsideInDemo', async (w) => {
    await callUpItem(w, { itemId, at: '14:00' });
    const disqualificationId = await declareDisqualification(w, {
      itemId,
      attendanceId: person('Dagny Storhed'),
      ground: 'closePerson',
      declaredBySelf: true,
      at: '14:01',
    });
    await decideDisqualification(w, {
      disqualificationId,
      expectedVersion: 1,
      outcome: 'disqualified',
      at: '14:02',
      replacedBy: person('Egil Fjällström'),
    });
    await decideItem(w, { itemId, expectedVersion: 0, outcome: 'decided' });
  });
}

async function write({ demo, item }: Stage, title: string, body: string): Promise<void> {
  const itemId = item(title);
  await demo.as('meeting.conduct', 'writeDemoText', (w) =>
    saveSectionText(w, { itemId, field: 'deliberation', body, expectedVersion: 0 }),
  );
}
