import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { buildDecision } from '../../../test/support/build-decisions.ts';
import { buildAgendaItem, buildMeeting } from '../../../test/support/build-meetings.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { type Action, authorize, operatorOf } from '../access/index.ts';
import { removeAgendaItem } from '../meetings/index.ts';
import {
  changeDecision,
  getDecision,
  listDecisions,
  makeDecision,
  mandateWarnings,
  recordDecision,
  withdrawDecision,
} from './index.ts';

let t: TestDatabase;
let board: Id<'body'>;
let drafting: Id<'body'>;
let itemId: Id<'agendaItem'>;
const operator = <A extends Action>(action: A) => authorize(operatorOf(t.tenantId), action);
const write = <T, A extends Action = 'decision.record'>(
  run: (w: Writer<A>) => Promise<T>,
  action = 'decision.record' as A,
) => t.db.transact(operator(action), { verb: 'prov' }, run as (w: Writer) => Promise<T>);
const read = <T>(run: (r: Reader) => Promise<T>) => t.db.read(operator('record.read'), run);

before(async () => {
  t = await openTestDatabase();
  board = await buildBody(t, { name: 'Vårdnämnden' });
  drafting = await buildBody(t, { kind: 'draftingCommittee', name: 'Beredning för närvård', parentId: board });
  itemId = await buildAgendaItem(t, { meetingId: await buildMeeting(t, { bodyId: drafting, heldOn: '2020-11-24' }) });
});
after(() => t.close());

test('a proposal of seed 001 item 5 is made on the day of the meeting and declares immediate adjustment', async () => {
  const clauses = [
    'att godkänna förslaget till inspel från beredningen',
    'att paragrafen förklaras omedelbart justerad.',
  ];
  const decisionId = await buildDecision(t, { agendaItemId: itemId, clauses });
  const proposed = await read((r) => getDecision(r, decisionId));
  assert.deepEqual([proposed.state, proposed.decidedOn, proposed.immediatelyAdjusted], ['proposed', null, true]);
  await write((w) => makeDecision(w, { decisionId, expectedVersion: 1 }));
  const made = await read((r) => getDecision(r, decisionId));
  assert.deepEqual([made.state, made.decidedOn, made.body.id], ['made', '2020-11-24', drafting]);
  assert.deepEqual(made.clauses, clauses);
});

test('what was decided does not change, and a proposal is changed by one at a time', async () => {
  const decisionId = await buildDecision(t, { agendaItemId: itemId });
  const change = (title: string, expectedVersion: number) =>
    write((w) => changeDecision(w, { decisionId, expectedVersion, changes: { title } }));
  await change('Rapporten', 1);
  await assert.rejects(change('Rapport', 1), { code: 'record.changedMeanwhile' });
  await write((w) => makeDecision(w, { decisionId, expectedVersion: 2 }));
  await assert.rejects(change('Rapport', 3), { code: 'record.wrongState' });
  await assert.rejects(
    write((w) => makeDecision(w, { decisionId, expectedVersion: 3 })),
    { code: 'record.wrongState' },
  );
  await assert.rejects(
    write((w) => withdrawDecision(w, { decisionId, expectedVersion: 3 })),
    { code: 'record.wrongState' },
  );
});

test('a decision that is only referred to keeps how exactly its date is known', async () => {
  const decisionId = await buildDecision(t, {
    bodyId: board,
    title: 'Genomförande av pilotprojektet',
    clauses: [],
    decidedOn: '2022-12-15',
    datePrecision: 'month',
  });
  const decision = await read((r) => getDecision(r, decisionId));
  assert.deepEqual(
    [decision.decidedOn, decision.datePrecision, decision.state, decision.item],
    ['2022-12-01', 'month', 'made', null],
  );
  const { decisions, total } = await read((r) => listDecisions(r, { bodyId: board, year: 2022 }));
  assert.deepEqual([decisions[0]?.id, total], [decisionId, 1]);
});

test('a clause that is no att-clause, a made decision without clause or day, and a decision in the future are refused', async () => {
  const invalid = { code: 'record.invalid' };
  await assert.rejects(buildDecision(t, { agendaItemId: itemId, clauses: ['godkänna rapporten'] }), invalid);
  await assert.rejects(buildDecision(t, { agendaItemId: itemId, clauses: [], state: 'made' }), invalid);
  await assert.rejects(buildDecision(t, { bodyId: board, clauses: [] }), invalid);
  await assert.rejects(buildDecision(t, { agendaItemId: itemId, bodyId: board }), invalid, 'not that body’s meeting');
  const meetingId = await buildMeeting(t, { bodyId: drafting, heldOn: '2027-01-15' });
  const decisionId = await buildDecision(t, { agendaItemId: await buildAgendaItem(t, { meetingId }) });
  await assert.rejects(
    write((w) => makeDecision(w, { decisionId, expectedVersion: 1 })),
    invalid,
  );
});

test('an item in which something was decided cannot be removed', async () => {
  const meetingId = await buildMeeting(t, { bodyId: drafting, heldOn: '2021-01-28' });
  const item = await buildAgendaItem(t, { meetingId });
  const decisionId = await buildDecision(t, { agendaItemId: item });
  const remove = () => write((w) => removeAgendaItem(w, { itemId: item, expectedVersion: 1 }), 'meeting.edit');
  await assert.rejects(remove(), { code: 'meeting.itemHasDecision' });
  await write((w) => withdrawDecision(w, { decisionId, expectedVersion: 1 }));
  await remove();
});

const mandateRows: readonly (readonly [string, boolean])[] = [
  ['att jämte ordföranden justera dagens protokoll utse A med B som ersättare', true],
  ['att godkänna rapporten och överlämna den till nämnden', true],
  ['att överlämna inspelet till nämnden', true],
  ['att paragrafen förklaras omedelbart justerad', true],
  ['att fastställa budgeten för den egna verksamheten', true],
  ['att lägga informationen till handlingarna', true],
  ['att införa ett nytt högkostnadsskydd för hjälpmedel', false],
  ['att avskeda lämnade', false],
];
for (const [clause, allowed] of mandateRows)
  test(`a body without mandate ${allowed ? 'may' : 'may not'} decide ”${clause}”`, () => {
    assert.equal(mandateWarnings('no', [clause]).length, allowed ? 0 : 1);
    assert.deepEqual(mandateWarnings('yes', [clause]), []);
    assert.deepEqual(mandateWarnings('eachParty', [clause]), [], 'R-ORG-3: a group of officials proposes to nobody');
  });

test('a decision beyond the mandate is recorded, with a warning (J-22)', async () => {
  const beyond = { agendaItemId: itemId, title: 'Skyddet', clauses: ['att införa ett nytt högkostnadsskydd'] };
  const { id, warnings } = await write((w) => recordDecision(w, beyond));
  assert.deepEqual(warnings, [{ path: 'clauses.0', key: 'decision.withoutMandate' }]);
  assert.equal((await read((r) => getDecision(r, id))).title, 'Skyddet');
});
