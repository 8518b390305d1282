/**
 * The ten threads that run across the four genuine papers (list K of the seed inventory), each followed as a reader follows it: from the page of its first
 * record by the links of each thread to its last. Only numbers and references of the papers stand here, no words of theirs.
 */
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { authorize } from '../../src/domain/access/index.ts';
import { findAssignmentByRef, parseAssignmentRef } from '../../src/domain/assignments/index.ts';
import { faultsOf, listCommissions, listFunds, totalOf } from '../../src/domain/commissions/index.ts';
import { listDecisions } from '../../src/domain/decisions/index.ts';
import { type ConfirmedAll, confirmAll, getIntakeFile } from '../../src/domain/intake/index.ts';
import { listMeetings } from '../../src/domain/meetings/index.ts';
import { type DemoSite, openDemoSite, type Visitor } from '../support/demo-site.ts';
import { readPaper } from '../support/intake-site.ts';
import { noSeeds, seedBytes } from '../support/seeds.ts';
import { stepsOn, type WebStep } from '../support/thread-steps.ts';

type Seed = '000' | '001' | '003' | '004';
/** A record as its link tells it: its noun, and the number or day that its step begins with or stands at. */
type Station = { readonly noun: WebStep['noun']; readonly ref?: string; readonly day?: string; readonly in: Seed };

suite('threads across papers', { skip: noSeeds }, () => {
  let site: DemoSite;
  let visitor: Visitor;
  const documents = new Map<string, Seed>();
  const outcomes = new Map<Seed, ConfirmedAll>();

  before(async () => {
    site = await openDemoSite({ region: false });
    visitor = await site.signIn('controller');
    const auth = authorize(site.operator, 'intake.confirm');
    for (const seed of ['000', '001', '003', '004'] as const) {
      const { id } = await readPaper(site, visitor, { name: `${seed}.txt`, content: new Uint8Array(seedBytes(seed)) });
      documents.set((await site.read((r) => getIntakeFile(r, id))).documentId, seed);
      await confirmAll(site.db, auth, { fileId: id });
      await confirmAll(site.db, auth, { fileId: id, type: 'assignmentLink' });
      outcomes.set(seed, await confirmAll(site.db, auth, { fileId: id, type: 'recordLink' }));
    }
  });
  after(() => site?.close());

  test('the funded decisions of the joint group draw on one fund, each payer tied, what is proposed or told unpaid said so', async () => {
    const found = await site.read(async (r) => ({ commissions: await listCommissions(r), funds: await listFunds(r) }));
    assert.deepEqual(
      found.funds.map(({ aliases, owner }) => [aliases.length, owner]),
      [[0, 'joint']],
      'two ways to write its name are one fund',
    );
    const joint = found.commissions.filter(({ item }) => item?.heldOn === '2022-12-09');
    assert.ok(joint.every(({ fundRecord }) => fundRecord?.id === found.funds[0]?.id));
    const facts = joint.map((one) => [
      one.fte,
      totalOf(one)?.ore ?? null,
      one.decided,
      one.parts.map(({ payer }) => payer?.group ?? (payer?.bodyId ? 'region' : null)).join(' '),
      faultsOf(one, '2022-12-10').join(' '),
    ]);
    assert.deepEqual(
      new Set(facts.map((one) => JSON.stringify(one))),
      new Set([
        JSON.stringify([3, null, true, 'region municipalities', '']),
        JSON.stringify([0.25, 28_800_000, true, 'municipalities region', '']),
        JSON.stringify([null, 120_000_000, false, '', 'noSplit']),
      ]),
    );
    const told = found.commissions.filter(({ item }) => !item);
    assert.deepEqual(
      told.map(({ fte, extentKind }) => [fte, extentKind]).sort(),
      [
        [10, 'posts'],
        [2, 'posts'],
        [2, 'summedRates'],
      ].sort(),
    );
    assert.ok(told.every((one) => faultsOf(one, '2026-11-22').includes('postsWithoutPayer')));
  });

  const assignmentPage = async (ref: string) =>
    `/uppdrag/${(await site.read((r) => findAssignmentByRef(r, parseAssignmentRef(ref)!)))!.id}`;
  const itemThread = async (day: string, number: string) => {
    const { meetings } = await site.read((r) => listMeetings(r, { year: Number(day.slice(0, 4)) }));
    for (const { id } of meetings.filter(({ heldOn }) => heldOn === day)) {
      const page = await visitor.read(`/sammantraden/${id}`);
      const found = [
        ...page.matchAll(/<article class="agenda-item" id="punkt-([0-9a-f-]{36})"[\s\S]*?agenda-number">([^<.]+)/g),
      ];
      const item = found.find(([, , printed]) => printed === number);
      if (item) return `/trad/agendaItem/${item[1]}`;
    }
    throw new Error(`No meeting of ${day} has an item ${number} on its page.`);
  };

  /** Finds the station on a page, proves its source and its own page, and answers where its thread goes on. */
  async function station(path: string, wanted: Station): Promise<string> {
    const steps = stepsOn(await visitor.read(path));
    const step = steps.find(
      ({ noun, number, day }) =>
        noun === wanted.noun &&
        (wanted.ref === undefined || number === wanted.ref) &&
        (wanted.day === undefined || day === wanted.day),
    );
    const there = steps.map(({ noun, day, number }) => `${noun} ${day} ${number}`).join('\n');
    assert.ok(step, `${path} leads to no ${JSON.stringify(wanted)}. It has:\n${there}`);
    assert.equal((await visitor.get(step.href.split('#')[0]!)).status, 200, step.href);
    const read = await Promise.all(step.passages.map(async (passage) => await visitor.read(passage)));
    const seeds = read.flatMap((page) => [...documents].filter(([id]) => page.includes(id)).map(([, seed]) => seed));
    assert.ok(seeds.includes(wanted.in), `${JSON.stringify(wanted)} was read in ${seeds.join(', ') || 'no paper'}`);
    return step.noun === 'assignment' ? step.href : `/trad/${step.noun}/${step.id}`;
  }

  /** Follows a thread: each list is what one page leads to, and its last station is where it goes on. */
  async function follow(start: string, ...pages: readonly (readonly Station[])[]): Promise<string> {
    let path = start;
    for (const stations of pages) {
      let next = path;
      for (const one of stations) next = await station(path, one);
      path = next;
    }
    return path;
  }

  const question = (number: string): Station => ({ noun: 'formAnswer', ref: number, in: '004' });
  const item = (number: string): Station => ({ noun: 'agendaItem', ref: number, in: '003' });
  const input = (number: string): Station => ({ noun: 'budgetInputPoint', ref: number, in: '001' });
  const meeting = (day: string): Station => ({ noun: 'agendaItem', day, in: '000' });

  test('K-01: from the inquiry of 2020 over the pilot, its decision and its meetings to the figures of the return', async () => {
    const pilot = await follow(await assignmentPage('2020:u4'), [{ noun: 'assignment', in: '000' }]);
    assert.equal(pilot, await assignmentPage('2023:4'));
    await follow(pilot, [
      { noun: 'decision', day: '2022-12', in: '000' },
      meeting('2023-05-30'),
      meeting('2023-09-20'),
      meeting('2023-11-15'),
      question('15'),
      question('14'),
    ]);
  });

  test('K-02: from the assignment on language over the proposal of the managers to the result', async () => {
    await follow(await assignmentPage('2023:11'), [question('1c'), item('9')], [question('1c')]);
  });

  test('K-03: from the finance model over the dialogue of March to the new agreement', async () => {
    await follow(await itemThread('2022-12-09', '7'), [
      { noun: 'meeting', day: '2023-03-30', in: '003' },
      question('12'),
    ]);
  });

  test('K-04: from the adoption of the goals over the assignment and the input to the whole return', async () => {
    const { decisions } = await site.read((r) => listDecisions(r, { year: 2019 }));
    const adopted = decisions.filter(({ decidedOn, item: within }) => decidedOn === '2019-06-18' && within === null);
    assert.ok(adopted.length > 0, 'the adoption is a decision of the register');
    const onward = await follow(
      `/trad/decision/${adopted[0]!.id}`,
      [{ noun: 'goalDocument', in: '001' }],
      [
        { noun: 'formReturn', in: '004' },
        { noun: 'assignment', ref: '2020:u3', in: '001' },
      ],
      [input('3'), item('6'), { noun: 'formReturn', in: '004' }, { noun: 'assignment', in: '000' }],
    );
    assert.equal(onward, await assignmentPage('2023:15'));
  });

  test('K-05: from the assignment on the interface over the decision of the managers to the new agreement', async () => {
    await follow(
      await assignmentPage('2020:u1'),
      [{ noun: 'decision', day: '2022-12-09', in: '003' }],
      [item('7')],
      [question('12')],
    );
  });

  test('K-06: from the assignment on the first contact over the project to the return', async () => {
    await follow(await assignmentPage('2023:10'), [question('15'), question('22'), item('10')], [question('22')]);
  });

  test('K-07: from the assignment on trauma over the input to the assignment of 2023', async () => {
    const later = await follow(await assignmentPage('2020:u13'), [
      { noun: 'reportEntry', in: '001' },
      input('4'),
      { noun: 'assignment', in: '000' },
    ]);
    assert.equal(later, await assignmentPage('2023:16'));
    await follow(later, [input('4'), { noun: 'focusArea', in: '001' }], [input('5')]);
  });

  test('K-08: from the action plan over the focus area and the input to the year of balance', async () => {
    const start = await assignmentPage('2020:u18');
    await follow(start, [{ noun: 'focusArea', in: '001' }], [input('2')]);
    await follow(start, [{ noun: 'planPoint', in: '001' }], [question('1c')]);
  });

  test('K-09: from the assignment on lasting contacts to the shares and numbers of the return', async () => {
    const answer = await follow(await assignmentPage('2023:5'), [question('31')]);
    const whole = await follow(answer, [{ noun: 'formReturn', in: '004' }]);
    const page = await visitor.read(`/redovisningar/${whole.split('/').at(-1)}`);
    for (const printed of [/\b46\b/, /140.?441/, /\b100\b/, /1.?100 /]) assert.match(page, printed);
  });

  test('K-10: from the assignment on individual plans over the model of cooperation to the return', async () => {
    await follow(await assignmentPage('2023:5'), [question('12'), question('24'), item('4')], [question('10a')]);
  });

  test('the list of threads names them with all four papers', async () => {
    const page = await visitor.read('/trad');
    for (const [id, seed] of documents) assert.ok(page.includes(`/kallor/${id}`), `no thread was read in ${seed}`);
  });
});
