import { callUpItem } from '../domain/attendance/index.ts';
import { recordDecision } from '../domain/decisions/index.ts';
import { putFollowUpItem } from '../domain/execution/index.ts';
import {
  answerSummons,
  changeMeeting,
  clockOf,
  freezeAgenda,
  getMeeting,
  listSummonses,
  noteSummonsAnswer,
  planMeeting,
  planMeetingFromDay,
  sendSummonsLetters,
  setTimetable,
  summonMeeting,
} from '../domain/meetings/index.ts';
import { getActivityPlan } from '../domain/plans/index.ts';
import { raiseFloorProposal, saveSectionText } from '../domain/proceedings/index.ts';
import { addDays, type CivilDate } from '../kernel/civil-date.ts';
import type { Id } from '../kernel/id.ts';
import { type DemoWriter, onDay } from './demo-writer.ts';
import { actorOf } from './sign-demo-minutes.ts';
import { addItems, openStage, passItem, stageMeeting } from './stage-meeting.ts';
import type { StagedItem, transitMeetings } from './transit.ts';

/** A meeting that somebody can go on with: opened forty minutes ago, in the middle of its third item. */
export async function loadMeetingUnderWay(
  demo: DemoWriter,
  bodyId: Id<'body'>,
  meeting: ReturnType<typeof transitMeetings>['underWay'],
): Promise<void> {
  const clock = clockSince(demo.db.runtime.now(), 40);
  const time = [clock(0), clock(180)] as const;
  const staged = await stageMeeting(demo, bodyId, { ...meeting, time: time[0] < time[1] ? time : meeting.time });
  const stage = await openStage(onDay(demo, meeting.heldOn), staged, {
    at: clock(0),
    instead: { 'Arvid Kallbäck': 'Ossian Vretmyr' },
  });
  await passItem(stage, 'Upprop och val av justerare', clock(3));
  await passItem(stage, 'Månadsrapport', clock(8));
  await stage.demo.as('meeting.conduct', 'callUpInDemo', async (w) => {
    const itemId = stage.item('Anropsstyrd trafik i glesbygd');
    await callUpItem(w, { itemId, at: clock(22) });
    const body = 'Hedvig Malmsjö redogör för försöket. Nämnden frågar hur beställningen fungerar utan dator.';
    await saveSectionText(w, { itemId, field: 'deliberation', body, expectedVersion: 0 });
    const movers = [stage.person('Ulf Ljusnäs')];
    const clauses = ['att försöket omfattar sex kommuner.'];
    await raiseFloorProposal(w, { itemId, kind: 'addition', movers, clauses });
  });
}

/** Clock times in the region, counted from some minutes before now and within the day. */
function clockSince(now: Date, ago: number): (minutes: number) => string {
  const time = now.toLocaleTimeString('sv-SE', { timeZone: 'Europe/Stockholm', hour: '2-digit', minute: '2-digit' });
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const begun = Math.max(0, hour * 60 + minute - ago);
  return (minutes) => clockOf(Math.min(begun + minutes, 24 * 60 - 1))!;
}

/** A meeting that is called: from the plan to a notice with a supplement, and most have answered. */
export async function loadComingMeeting(
  demo: DemoWriter,
  bodyId: Id<'body'>,
  { planId, heldOn }: { readonly planId: Id<'activityPlan'>; readonly heldOn: CivilDate },
): Promise<void> {
  const today = demo.db.runtime.today();
  const office = onDay(demo, addDays(today, -4));
  const meetingId = await office.as('meeting.edit', 'planDemoMeeting', async (w) => {
    const day = (await getActivityPlan(w, planId)).days.find(({ date }) => date === heldOn);
    const id = day
      ? (await planMeetingFromDay(w, { activityPlanId: planId, dayId: day.id })).meetingId
      : await planMeeting(w, { bodyId, kind: 'meeting', heldOn });
    const changes = {
      startsAt: '09:00',
      endsAt: '12:00',
      place: 'Sessionssalen, Regionhuset',
      mode: 'hybrid' as const,
    };
    await changeMeeting(w, { meetingId: id, expectedVersion: (await getMeeting(w, id)).version, changes });
    await addItems(w, id, firstItems);
    await putFollowUpItem(w, { meetingId: id });
    const budget = (await getMeeting(w, id)).items.find(({ title }) => title === 'Budget för nästa år');
    if (budget)
      await recordDecision(w, {
        agendaItemId: budget.id,
        title: budget.title,
        clauses: ['att anta budgeten för nästa år.'],
        state: 'proposed',
      });
    await setTimetable(w, { meetingId: id, slots: timetable });
    await summonMeeting(w, { meetingId: id, expectedVersion: (await getMeeting(w, id)).version });
    return id;
  });
  await onDay(demo, addDays(today, -1)).as('meeting.edit', 'supplementDemoMeeting', async (w) => {
    await addItems(w, meetingId, laterItems);
    await freezeAgenda(w, { meetingId, expectedNumber: 1 });
    await sendSummonsLetters(w, meetingId);
  });
  await answer(demo, meetingId);
}

const firstItems: readonly StagedItem[] = [
  {
    title: 'Avgift för färdtjänst: en taxa i hela länet',
    presenters: ['Jorun Eklöv'],
    summary: 'Fyra taxor blir en. Den som reser oftast betalar mindre än nu.',
    clauses: ['att anta taxan,', 'att taxan gäller från den 1 mars.'],
  },
];
const laterItems: readonly StagedItem[] = [
  {
    title: 'Svar till revisorerna om anropsstyrd trafik',
    presenters: ['Torbjörn Vallhed'],
    summary: 'Revisorerna frågar hur nämnden följer kostnaden.',
    clauses: ['att lämna förvaltningens svar som sitt eget.'],
  },
];
const slot = (startsAt: string, endsAt: string, title: string, ...presenters: string[]) => ({
  startsAt,
  endsAt,
  title,
  presenters,
});
const timetable = [
  slot('09:00', '09:10', 'Upprop'),
  slot('09:10', '09:50', 'Budget för nästa år', 'Vidar Holmsten'),
  { ...slot('09:50', '10:10', 'Paus'), pause: true },
  slot('10:10', '11:00', 'Elbussar: vad kostar laddningen?', 'Hedvig Malmsjö'),
  slot('11:00', '12:00', 'Övriga punkter'),
];

/** The chair answers by her own account; what the others said on the telephone the secretary notes. One cannot come. */
async function answer(demo: DemoWriter, meetingId: Id<'meeting'>): Promise<void> {
  const chair = await actorOf(demo, 'ordforande');
  const today = onDay(demo, demo.db.runtime.today(), chair);
  await today.as('summons.answer', 'answerDemoSummons', (w) =>
    answerSummons(w, { meetingId, answer: 'comes', expectedVersion: 0 }),
  );
  await onDay(demo, demo.db.runtime.today()).as('meeting.edit', 'noteDemoAnswers', async (w) => {
    for (const { id, name } of await listSummonses(w, meetingId)) {
      const said = answers.find(([who]) => who === name);
      if (said) await noteSummonsAnswer(w, { summonsId: id, expectedVersion: 0, answer: said[1], note: said[2] });
    }
  });
}

const answers = [
  ['Yngve Tallmo', 'comes', null],
  ['Dagny Storhed', 'comesRemotely', null],
  ['Ulf Ljusnäs', 'comes', null],
  ['Arvid Kallbäck', 'cannotCome', 'Tjänsteresa.'],
  ['Hillevi Norrsken', 'comes', null],
] as const;
