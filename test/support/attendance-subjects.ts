import { authorize } from '../../src/domain/access/index.ts';
import {
  adjournMeeting,
  atTable,
  type Course,
  type CourseScene,
  callUpItem,
  closeMeeting,
  courseOf,
  declareDisqualification,
  type EventFact,
  endItem,
  endingOf,
  invitePerson,
  type MeetingEvent,
  noteEvent,
  openMeeting,
  quorumAt,
  readCourse,
  resumeMeeting,
  servingAt,
} from '../../src/domain/attendance/index.ts';
import { sectionNumbersOf } from '../../src/domain/meetings/index.ts';
import { AppError } from '../../src/kernel/errors.ts';
import type { Writer } from '../../src/storage/database.ts';
import { type Act, cast, type Look, type Subject } from './attendance-model.ts';
import { buildRoster } from './build-attendance.ts';
import type { TestDatabase } from './database.ts';
import { someoneWith } from './run-verbs.ts';
import { toldScene } from './told-course.ts';

/** The scene of the model's cast, as the product's rules see it. */
export const castScene: CourseScene = {
  ...toldScene('committee', [...cast.members, '-', ...cast.deputies.map((name) => `+${name}`)].join(' ')),
};
const scene: CourseScene = {
  ...castScene,
  people: [...castScene.people, { ...castScene.people[0]!, id: 'Gun', name: 'Gun', capacity: 'invited', seatId: null }],
};
const seatOf = (seat: string) => (seat === 'vacant' ? 'seat 5' : `seat ${seat}`);

/** Ways in which the rules could be wrong, for the controls: the model must find each of them. */
export type Fault = 'brokeOffForgotten' | 'vacantUncounted' | 'outsideServes' | 'numberTwice';

/** A meeting in memory on the pure rules of the product: what the verbs put together, without a database. */
export function meetingInMemory(fault?: Fault): Subject {
  const judged: CourseScene = {
    ...scene,
    ...(fault === 'vacantUncounted' && { seats: scene.seats.filter((seat) => seat.id !== 'seat 5') }),
    ...(fault === 'brokeOffForgotten' && {
      rules: scene.rules.map((rules) => ({ ...rules, breakingOffEndsService: false })),
    }),
  };
  // The meeting is opened before anybody acts.
  let events: readonly MeetingEvent[] = [{ kind: 'opened', id: '0', seq: 0, day: 1, at: '13:00' }];
  let day = 1;
  const numbers: string[] = [];
  const declared = new Set<string>();
  const now = () => courseOf(judged, events);
  const add = (facts: readonly EventFact[]): boolean => {
    const added = facts.map((fact, index) => {
      if (fact.kind === 'resumed' && fact.nextDay) day += 1;
      const seq = events.length + index;
      return { ...fact, id: `${seq}`, seq, day, at: '13:00' };
    });
    if (courseOf(judged, [...events, ...added]).breach) return false;
    events = [...events, ...added];
    return true;
  };
  const out = (itemId: string, attendanceId: string): readonly EventFact[] =>
    fault === 'outsideServes' ? [] : [{ kind: 'disqualified', attendanceId, itemId }];
  const callUp = (itemId: string): boolean => {
    const before = now();
    if (before.state.phase !== 'running') return false;
    if (before.state.itemId === itemId) return true;
    const ended = courseOf(judged, [...events, ...endingOf(before).map(asEvent(events.length, day))]);
    if (quorumAt(judged, ended.state).some((quorum) => !quorum.enough)) return false;
    const there = judged.people.filter((person) => atTable(ended.state.people.get(person.id)));
    const facts: EventFact[] = [
      ...endingOf(before),
      { kind: 'itemBegan', itemId },
      ...there.filter((person) => declared.has(`${itemId} ${person.id}`)).flatMap((person) => out(itemId, person.id)),
    ];
    if (!add(facts)) return false;
    if (!numbers.includes(itemId) || fault === 'numberTwice') numbers.push(itemId);
    return true;
  };
  return {
    act: async (act) => {
      const { itemId } = now().state;
      switch (act.act) {
        case 'arrive':
          return add([
            { kind: 'arrived', attendanceId: act.who, mode: 'inRoom', seenAndHeard: false },
            ...(itemId !== null && declared.has(`${itemId} ${act.who}`) ? out(itemId, act.who) : []),
          ]);
        case 'declare': {
          const { phase } = now().state;
          if (phase === 'closed' || itemId === null || declared.has(`${itemId} ${act.who}`)) return false;
          if (atTable(now().state.people.get(act.who)) && !add(out(itemId, act.who))) return false;
          declared.add(`${itemId} ${act.who}`);
          return true;
        }
        case 'callUp':
          return callUp(act.item);
        case 'end':
          return itemId !== null && add(endingOf(now()));
        default:
          return add([factOf(act)]);
      }
    },
    look: async () =>
      lookAt(
        now(),
        (id) => id,
        numbers.map((item, index) => [index + 1, item] as const),
      ),
  };
}

function asEvent(from: number, day: number) {
  return (fact: EventFact, index: number): MeetingEvent => ({
    ...fact,
    id: `${from + index}`,
    seq: from + index,
    day,
    at: '13:00',
  });
}

function factOf(act: Act): EventFact {
  switch (act.act) {
    case 'leave':
      return { kind: 'left', attendanceId: act.who, reason: 'leaves' };
    case 'serve':
      return { kind: 'beganServing', attendanceId: act.who, seatId: seatOf(act.seat) };
    case 'stop':
      return { kind: 'stoppedServing', attendanceId: act.who };
    case 'adjourn':
      return { kind: 'adjourned' };
    case 'resume':
    case 'resumeNextDay':
      return { kind: 'resumed', nextDay: act.act === 'resumeNextDay' };
    case 'close':
      return { kind: 'closed' };
    default:
      throw new Error(`${act.act} is more than one event.`);
  }
}

function lookAt(course: Course, nameOf: (id: string) => string, numbered: Look['numbered']): Look {
  return {
    serving: servingAt(course.state).map(nameOf),
    quorate: quorumAt(course.scene, course.state).every((quorum) => quorum.enough),
    numbered,
  };
}

/** A meeting on a real database, where four secretaries of the body act through the verbs. */
export async function meetingOnDatabase(t: TestDatabase): Promise<Subject> {
  const roster = await buildRoster(t, {
    members: cast.members.length,
    vacant: 1,
    deputies: cast.deputies.length,
    items: cast.items.length,
  });
  const { bodyId, meetingId, itemIds } = roster;
  const secretaries = cast.items.map(() => someoneWith(t, 'committeeSecretary', bodyId));
  const run = <T>(by: number, verb: (w: Writer<'meeting.conduct'>) => Promise<T>) =>
    t.db.transact(authorize(secretaries[by]!, 'meeting.conduct'), { verb: 'act' }, verb);
  const guest = await run(0, (w) => invitePerson(w, { meetingId, name: 'Gun Grahn', capacity: 'invited' }));
  const at = '13:00';
  await run(0, (w) => openMeeting(w, { meetingId, at }));
  const ids = new Map<string, string>([
    ...cast.members.map((name, index) => [name, roster.members[index]!] as const),
    ...cast.deputies.map((name, index) => [name, roster.deputies[index]!] as const),
    ['Gun', guest],
  ]);
  const nameOf = (id: string) => [...ids].find(([, one]) => one === id)?.[0] ?? id;
  const idOf = (name: string) => ids.get(name)!;
  const itemOf = (name: string) => itemIds[(cast.items as readonly string[]).indexOf(name)]!;
  const look = () =>
    t.db.read(authorize(secretaries[0]!, 'record.read'), async (r) => {
      const numbers = await sectionNumbersOf(r, itemIds);
      const numbered = numbers.map((one) => [one.number, cast.items[itemIds.indexOf(one.itemId)]!] as const);
      return lookAt(await readCourse(r, meetingId), nameOf, numbered);
    });
  const verbs = async (w: Writer<'meeting.conduct'>, act: Act): Promise<unknown> => {
    switch (act.act) {
      case 'arrive':
        return await noteEvent(w, {
          meetingId,
          at,
          event: { kind: 'arrived', attendanceId: idOf(act.who), mode: 'inRoom', seenAndHeard: false },
        });
      case 'leave':
        return await noteEvent(w, {
          meetingId,
          at,
          event: { kind: 'left', attendanceId: idOf(act.who), reason: 'leaves' },
        });
      case 'stop':
        return await noteEvent(w, { meetingId, at, event: { kind: 'stoppedServing', attendanceId: idOf(act.who) } });
      case 'serve': {
        const seatId = roster.seatIds[(cast.seats as readonly string[]).indexOf(act.seat)]!;
        return await noteEvent(w, {
          meetingId,
          at,
          event: { kind: 'beganServing', attendanceId: idOf(act.who), seatId },
        });
      }
      case 'declare': {
        const { itemId } = (await readCourse(w, meetingId)).state;
        if (itemId === null) throw new AppError('course.noItem');
        return await declareDisqualification(w, {
          itemId,
          attendanceId: idOf(act.who),
          ground: 'own',
          declaredBySelf: true,
          at,
        });
      }
      case 'callUp':
        return await callUpItem(w, { itemId: itemOf(act.item), at });
      case 'end':
        return await endItem(w, { meetingId, at });
      case 'adjourn':
        return await adjournMeeting(w, { meetingId, at });
      case 'resume':
      case 'resumeNextDay':
        return await resumeMeeting(w, { meetingId, at, nextDay: act.act === 'resumeNextDay' });
      case 'close':
        return await closeMeeting(w, { meetingId, at });
    }
  };
  return {
    look,
    act: async (act, by) => {
      try {
        await run(by, (w) => verbs(w, act));
        return true;
      } catch (error) {
        if (error instanceof AppError) return false;
        throw error;
      }
    },
  };
}
