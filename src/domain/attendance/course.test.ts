import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toldCourse, toldScene } from '../../../test/support/told-course.ts';
import {
  attendanceRecord,
  mayJudgeOwnDisqualification,
  presenceOf,
  printedPart,
  quorumAt,
  quorumIn,
  servingAt,
  servingIn,
  votersOf,
} from './index.ts';

const committee = toldScene('committee', 'Ada Bo Cia +Disa +Emil');
const group = toldScene('officialsGroup', 'Ada Bo Cia +Disa +Emil');
const begin = ['13:00 opened', '13:00 Ada arrived', '13:00 Bo arrived', '13:00 Disa arrived', '13:00 Emil arrived'];

const breach = (scene: typeof committee, lines: readonly string[]) => toldCourse(scene, lines).breach?.code;
const serving = (scene: typeof committee, lines: readonly string[]) => {
  const course = toldCourse(scene, lines);
  assert.equal(course.breach, null, course.breach?.code);
  return servingAt(course.state).join(' ');
};

test('nothing happens twice, before its time or after the end', () => {
  assert.equal(breach(committee, [...begin, '13:01 Ada arrived']), 'course.alreadyHere');
  assert.equal(breach(committee, [...begin, '13:01 Cia left']), 'course.notHere');
  assert.equal(breach(committee, ['13:00 § 1 began']), 'course.wrongPhase');
  assert.equal(breach(committee, [...begin, '13:01 § 1 began', '13:02 § 2 began']), 'course.itemOpen');
  assert.equal(breach(committee, [...begin, '13:01 § 1 began', '13:02 closed']), 'course.itemOpen');
  assert.equal(breach(committee, [...begin, '13:01 § 1 ended']), 'course.noSuchItem');
  assert.equal(breach(committee, [...begin, '13:02 closed', '13:03 Cia arrived']), 'course.wrongPhase');
  assert.equal(breach(committee, [...begin, '13:02 adjourned', '13:03 § 1 began']), 'course.wrongPhase');
  assert.equal(breach(committee, [...begin, '13:02 Disa stops']), 'course.notServing');
  assert.equal(breach(committee, [...begin, '13:02 Nobody arrived']), 'course.notOnList');
});

test('a deputy serves for one member at a time, on a seat that is free, and a member is called in by nobody', () => {
  assert.equal(breach(committee, [...begin, '13:01 Disa serves Bo']), 'course.seatTaken', 'the member is there');
  assert.equal(breach(committee, [...begin, '13:01 Disa serves Cia', '13:01 Emil serves Cia']), 'course.seatTaken');
  assert.equal(
    breach(committee, [...begin, '13:01 Disa serves Cia', '13:05 Bo left', '13:05 Disa serves Bo']),
    'course.servesAlready',
  );
  assert.equal(breach(committee, [...begin, '13:01 Disa serves nobody']), 'course.noSuchSeat');
  assert.equal(breach(committee, [...begin, '13:01 Ada serves Cia']), 'course.notDeputy');
});

test('R-KL-05: a member takes part at a distance only where the assembly allowed it, and when all see and hear each other', () => {
  assert.equal(breach(committee, ['13:00 opened', '13:00 Ada arrived seen']), 'course.remoteNotAllowed');
  const allowed = { ...committee, rules: committee.rules.map((rules) => ({ ...rules, remote: 'allowed' as const })) };
  assert.equal(breach(allowed, ['13:00 opened', '13:00 Ada arrived remote']), 'course.remoteNotConfirmed');
  const course = toldCourse(allowed, ['13:00 opened', '13:00 Ada arrived seen', '13:00 Bo arrived seen']);
  assert.equal(course.breach, null);
  assert.deepEqual(
    quorumAt(allowed, course.state).map(({ serving, enough }) => [serving, enough]),
    [[2, true]],
    'who is at a distance is present',
  );
});

test('R-KL-05 does not bind an officials’ group, nor somebody who only informs', () => {
  assert.equal(breach(group, ['13:00 opened', '13:00 Ada arrived remote']), undefined);
  const staff = toldScene('committee', 'Ada Bo *Fia');
  assert.equal(breach(staff, ['13:00 opened', '13:00 Fia arrived remote']), undefined);
});

test('R-KL-21: a member who comes late takes the seat back, when the deputy has stopped', () => {
  const lines = [...begin, '13:01 Disa serves Cia', '14:00 Cia arrived'];
  assert.equal(
    serving(committee, lines),
    'Ada Bo Disa',
    'a deputy serves until it is noted that the seat is given back',
  );
  assert.equal(serving(committee, [...lines, '14:00 Disa stops']), 'Ada Bo Cia');
  assert.equal(
    serving(committee, [...lines, '14:00 Disa stops', '14:30 Bo left', '14:30 Disa serves Bo']),
    'Ada Cia Disa',
  );
});

test('R-KL-21: who stepped out as disqualified serves again after the item, a deputy on the same seat', () => {
  const out = [...begin, '13:01 Disa serves Cia', '13:05 § 1 began', '13:06 Disa disqualified 1'];
  assert.equal(serving(committee, out), 'Ada Bo');
  assert.equal(serving(committee, [...out, '13:06 Emil serves Cia']), 'Ada Bo Emil');
  assert.equal(
    serving(committee, [
      ...out,
      '13:06 Emil serves Cia',
      '13:20 § 1 ended',
      '13:20 Emil stops',
      '13:20 Disa returned 1',
    ]),
    'Ada Bo Disa',
  );
  const member = [...begin, '13:05 § 1 began', '13:06 Bo disqualified 1', '13:20 § 1 ended', '13:20 Bo returned 1'];
  assert.equal(serving(committee, member), 'Ada Bo');
  assert.equal(breach(committee, [...out, '13:07 Disa serves Bo']), 'course.isOutside');
  assert.equal(breach(committee, [...out, '13:07 Bo returned 1']), 'course.notOutside');
});

test('R-KL-21: who broke off for another reason may be there but not serve again that day', () => {
  const left = [...begin, '14:00 Bo left', '14:30 Bo arrived'];
  assert.equal(serving(committee, left), 'Ada');
  assert.equal(serving(committee, [...left, '14:30 Disa serves Bo']), 'Ada Disa', 'a deputy can serve in the place');
  const deputy = [...begin, '13:01 Disa serves Cia', '14:00 Disa left', '14:30 Disa arrived'];
  assert.equal(breach(committee, [...deputy, '14:31 Disa serves Cia']), 'course.brokeOff');
  assert.equal(serving(committee, [...left, '16:00 adjourned', '09:00 resumed next day']), 'Ada Bo', 'a new day');
  const never = [...begin, '14:00 Emil left', '14:30 Emil arrived', '14:31 Emil serves Cia'];
  assert.equal(serving(committee, never), 'Ada Bo Emil', 'who did not serve has broken nothing off');
  assert.equal(
    serving(committee, [...begin, '14:00 Bo left line', '14:02 Bo arrived']),
    'Ada Bo',
    'a line that fell is no wish',
  );
});

test('R-KL-21 does not bind an officials’ group: who comes back takes part again', () => {
  assert.equal(serving(group, [...begin, '14:00 Bo left', '14:30 Bo arrived']), 'Ada Bo');
});

test('R-KL-22: a deputy takes part in the decision of exactly the items that were decided while serving', () => {
  const course = toldCourse(committee, [
    ...begin,
    '13:05 § 1 began',
    '13:30 § 1 ended',
    '13:30 Bo left',
    '13:30 Disa serves Bo',
    '13:31 § 2 began',
    '13:50 § 2 ended',
  ]);
  assert.deepEqual(servingIn(course, '1'), ['Ada', 'Bo']);
  assert.deepEqual(servingIn(course, '2'), ['Ada', 'Disa']);
});

test('R-KL-22 does not bind a deputy who only listens', () => {
  const course = toldCourse(committee, [...begin, '13:05 § 1 began', '13:30 § 1 ended']);
  assert.equal(servingIn(course, '1').includes('Disa'), false);
  assert.deepEqual(presenceOf(course).find(({ person }) => person.id === 'Disa')?.attended, ['1']);
});

test('R-KL-23: more than half of the places must be filled, the vacant ones counted; a deputy fills one', () => {
  const quorum = (people: string, lines: readonly string[]) => {
    const scene = toldScene('committee', people);
    const course = toldCourse(scene, lines);
    assert.equal(course.breach, null);
    return quorumAt(scene, course.state).map(({ places, needed, serving: there, enough }) => [
      places,
      needed,
      there,
      enough,
    ]);
  };
  assert.deepEqual(quorum('Ada Bo - -', ['13:00 Ada arrived', '13:00 Bo arrived']), [[4, 3, 2, false]]);
  assert.deepEqual(quorum('Ada Bo -', ['13:00 Ada arrived', '13:00 Bo arrived']), [[3, 2, 2, true]]);
  const filled = ['13:00 Ada arrived', '13:00 Bo arrived', '13:00 Disa arrived', '13:00 Disa serves 3'];
  assert.deepEqual(quorum('Ada Bo - - +Disa', filled), [[4, 3, 3, true]]);
});

test('R-KL-23 does not bind an officials’ group nor a beredning: there is no quorum to ask for', () => {
  for (const kind of ['officialsGroup', 'draftingCommittee', 'assemblyDraftingCommittee'] as const)
    assert.deepEqual(quorumAt(toldScene(kind, 'Ada Bo Cia'), toldCourse(toldScene(kind, 'Ada Bo Cia'), []).state), []);
});

const emptied = [...begin, '13:05 § 1 began', '13:06 Bo disqualified 1'];

test('R-KL-25: an assembly may act although disqualification takes it below its quorum, as long as nobody else is missing', () => {
  const assembly = toldScene('assembly', 'Ada Bo Cia +Disa +Emil');
  const [quorum] = quorumAt(assembly, toldCourse(assembly, emptied).state);
  assert.deepEqual(
    [quorum?.serving, quorum?.needed, quorum?.emptiedByDisqualification, quorum?.enough],
    [1, 2, 1, true],
  );
  const [gone] = quorumAt(assembly, toldCourse(assembly, [...emptied, '13:10 Ada left']).state);
  assert.equal(gone?.enough, false);
});

test('R-KL-25 does not bind a committee: emptied by disqualification it has no quorum, until a deputy fills the place', () => {
  const [quorum] = quorumAt(committee, toldCourse(committee, emptied).state);
  assert.deepEqual([quorum?.emptiedByDisqualification, quorum?.enough], [1, false]);
  const [filled] = quorumAt(committee, toldCourse(committee, [...emptied, '13:06 Disa serves Bo']).state);
  assert.deepEqual([filled?.emptiedByDisqualification, filled?.enough], [0, true]);
});

test('R-KL-24: who is challenged takes part in deciding about it only when the body has no quorum without', () => {
  const two = toldCourse(committee, [...begin, '13:05 § 1 began']);
  assert.equal(mayJudgeOwnDisqualification(committee, two.state, 'Bo'), true);
  const three = toldCourse(committee, [...begin, '13:01 Disa serves Cia', '13:05 § 1 began']);
  assert.equal(mayJudgeOwnDisqualification(committee, three.state, 'Bo'), false);
  assert.equal(
    mayJudgeOwnDisqualification(committee, three.state, 'Emil'),
    false,
    'who does not serve decides nothing',
  );
  const drafting = toldScene('draftingCommittee', 'Ada Bo Cia +Disa +Emil');
  const alone = toldCourse(drafting, [...begin, '13:05 § 1 began']);
  assert.equal(
    mayJudgeOwnDisqualification(drafting, alone.state, 'Bo'),
    false,
    'R-KL-24 does not bind where no quorum is asked for',
  );
});

test('R-KL-51: the minutes say which members and deputies served, for which §§ and between which times', () => {
  const course = toldCourse(committee, [
    ...begin,
    '13:05 § 1 began',
    '13:40 § 1 ended',
    '13:41 § 2 began',
    '14:00 § 2 ended',
    '14:10 Bo left',
    '14:10 Disa serves Bo',
    '14:15 § 3 began',
    '14:20 Ada disqualified 3',
    '14:40 § 3 ended',
    '14:40 Ada returned 3',
    '14:41 § 4 began',
    '15:00 § 4 ended',
    '15:00 closed',
  ]);
  assert.equal(course.breach, null);
  const printed = new Map(
    presenceOf(course).map((one) => [
      one.person.id,
      one.served.length === 0
        ? undefined
        : printedPart({
            ...one,
            numbers: one.served.map(Number),
            sign: '§',
            opened: '13:00',
            closed: '15:00',
            items: 4,
          }),
    ]),
  );
  assert.deepEqual(Object.fromEntries(printed), {
    Ada: '§§ 1–2, 4',
    Bo: '§§ 1–2, kl. 13.00–14.10',
    Cia: undefined,
    Disa: '§§ 3–4, kl. 14.10–15.00',
    Emil: undefined,
  });
});

test('R-KL-51 does not bind an officials’ group: its minutes tell who spoke for each principal, by the points of the agenda', () => {
  const scene = toldScene('officialsGroup', 'Ada Bo Cia');
  const people = scene.people.map((person) => ({
    ...person,
    capacity: 'principal' as const,
    seatId: null,
    organisation: person.name === 'Cia' ? 'Sjöberga' : 'Granby',
  }));
  const course = toldCourse({ ...scene, seats: [], people }, [
    '13:00 opened',
    '13:00 Ada arrived',
    '13:00 Cia arrived',
    '13:01 § 1 began',
    '13:20 § 1 ended',
    '13:20 Cia left',
    '13:21 § 2 began',
    '13:30 § 2 ended',
    '13:30 closed',
  ]);
  const here = new Set(['Ada', 'Cia']);
  const record = attendanceRecord(
    people.map((person) => ({ ...person, present: here.has(person.id) })),
    course,
    new Map(),
  );
  assert.deepEqual(
    record.principals.map(({ organisation, people: there }) => [
      organisation,
      ...there.map((one) => [one.name, one.part]),
    ]),
    [
      ['Granby', ['Ada', null]],
      ['Sjöberga', ['Cia', 'punkt 1, kl. 13.00–13.20']],
    ],
  );
  assert.deepEqual([record.members, record.servingDeputies, record.idle], [[], [], []]);
  assert.deepEqual(
    record.absent.map((one) => one.name),
    ['Bo'],
  );
});

test('a list that was read from a paper stands as it was: who was there, and who was not', () => {
  const { people } = toldScene('committee', 'Ada Bo');
  const listed = people.map((person, index) => ({ ...person, capacity: null, seatId: null, present: index === 0 }));
  const record = attendanceRecord(listed, toldCourse({ ...committee, people: listed }, []), new Map());
  assert.equal(record.fromCourse, false);
  assert.deepEqual([record.others.map((one) => one.name), record.absent.map((one) => one.name)], [['Ada'], ['Bo']]);
});

test('the chair presides, then the vice chair; who has a vote and the quorum of an item are those of its end', () => {
  const scene = {
    ...committee,
    people: committee.people.map((one) => ({ ...one, role: one.id === 'Bo' ? 'viceChair' : null })),
  };
  const course = toldCourse(scene, [
    ...begin,
    '13:05 § 1 began',
    '13:30 § 1 ended',
    '13:30 Ada left',
    '13:31 § 2 began',
    '13:40 Disa serves Cia',
    '13:50 § 2 ended',
  ]);
  const votes = (itemId: string) => votersOf(course, itemId).map((one) => [one.name, one.isChair]);
  assert.deepEqual(votes('1'), [
    ['Ada', true],
    ['Bo', false],
  ]);
  assert.deepEqual(votes('2'), [
    ['Bo', true],
    ['Disa', false],
  ]);
  assert.deepEqual(votes('3'), []);
  assert.deepEqual(
    quorumIn(course, '2').map((one) => [one.serving, one.enough]),
    [[2, true]],
  );
});
