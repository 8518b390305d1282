import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { buildDecision } from '../../../test/support/build-decisions.ts';
import { buildMeeting } from '../../../test/support/build-meetings.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import {
  buildFinding,
  buildHearing,
  buildMotion,
  buildOutcome,
  buildProposition,
  type Hearing,
} from '../../../test/support/build-proceedings.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { problemKeys, runVerbs } from '../../../test/support/run-verbs.ts';
import type { Id } from '../../kernel/id.ts';
import { getAgendaItem } from '../meetings/index.ts';
import {
  carryItem,
  changeFloorProposal,
  type DecideItem,
  decideItem,
  proceedingsOf,
  saveSectionText,
  sealItems,
  takeBackOutcome,
  unsealItems,
  withdrawFloorProposal,
} from './index.ts';

const t = await openTestDatabase();
after(t.close);
const { read, write, as } = runVerbs(t, 'meeting.conduct');
const told = (itemId: Id<'agendaItem'>) => read((r) => proceedingsOf(r, itemId));
const decide = ({ itemId }: Hearing, input: Partial<DecideItem> & Pick<DecideItem, 'outcome'>) =>
  write((w) => decideItem(w, { itemId, expectedVersion: 0, ...input }));

test('the proposal of the notice is made as it stands when nobody moves otherwise, and is adjusted at once when it says so', async () => {
  const clauses = ['att godkänna inspelet', 'att paragrafen förklaras omedelbart justerad'];
  const hearing = await buildHearing(t, { clauses });
  await buildMotion(t, hearing, { kind: 'approval' });
  const { decisionIds, warnings } = await buildOutcome(t, hearing);
  const { outcome, decisions } = await told(hearing.itemId);
  assert.deepEqual([decisionIds, warnings], [[hearing.decisionId], []]);
  assert.deepEqual(
    [outcome.outcome, outcome.immediatelyAdjusted, outcome.proposed, decisions[0]?.decidedOn],
    ['decided', true, [], '2026-02-24'],
  );
  await assert.rejects(decide(hearing, { outcome: 'noted', expectedVersion: 1 }), { code: 'proceedings.ended' });
  await assert.rejects(decide(hearing, { outcome: 'noted' }), { code: 'record.changedMeanwhile' });
});

test('an addition that wins stands after what the notice proposed, and both are kept', async () => {
  const hearing = await buildHearing(t);
  const addition = await buildMotion(t, hearing, { kind: 'addition', clauses: ['att följa upp i juni'] });
  await write((w) =>
    changeFloorProposal(w, {
      proposalId: addition,
      expectedVersion: 1,
      changes: { movers: hearing.members.slice(0, 3), clauses: ['att följa upp i maj'] },
    }),
  );
  const slip = await buildMotion(t, hearing, { kind: 'rejection' });
  await write((w) => withdrawFloorProposal(w, { proposalId: slip, expectedVersion: 1 }));
  await buildProposition(t, hearing);
  await buildFinding(t, hearing, 'yes');
  await buildOutcome(t, hearing);
  const { decisions, outcome, proposals } = await told(hearing.itemId);
  assert.deepEqual(decisions[0]?.clauses, ['att godkänna planen', 'att följa upp i maj']);
  assert.deepEqual(outcome.proposed[0]?.clauses, ['att godkänna planen']);
  assert.deepEqual(
    proposals.map((one) => [one.kind, one.withdrawn, one.movers.length]),
    [
      ['addition', false, 3],
      ['rejection', true, 1],
    ],
  );
});

test('what a body decides without a proposal is a decision of the meeting, and gone when it was a slip', async () => {
  const hearing = await buildHearing(t, { kind: 'draftingCommittee', clauses: null });
  await assert.rejects(decide(hearing, { outcome: 'decided' }), problemKeys('decision.noClause'));
  await assert.rejects(
    decide(hearing, { outcome: 'decided', sentence: 'Vi är eniga.' }),
    problemKeys('proceedings.sentenceOfOfficials'),
  );
  const { warnings } = await decide(hearing, { outcome: 'decided', clauses: ['att bygga ett sjukhus'] });
  assert.deepEqual(
    warnings.map(({ key }) => key),
    ['decision.withoutMandate'],
    'a beredning has no mandate, and is told so',
  );
  await write((w) => takeBackOutcome(w, { itemId: hearing.itemId, expectedVersion: 1 }));
  assert.deepEqual((await told(hearing.itemId)).decisions, []);
});

test('a decision that was recorded as made before the item was ended is its decision', async () => {
  const hearing = await buildHearing(t, { clauses: null });
  const made = await buildDecision(t, {
    agendaItemId: hearing.itemId,
    state: 'made',
    clauses: ['att godkänna rapporten'],
  });
  await assert.rejects(decide(hearing, { outcome: 'noted' }), { code: 'proceedings.ended' });
  assert.deepEqual((await decide(hearing, { outcome: 'decided' })).decisionIds, [made]);
});

test('R-KL-35: a referral back says why, and goes on to the next meeting with its proposal and its way back', async () => {
  const hearing = await buildHearing(t);
  await assert.rejects(decide(hearing, { outcome: 'referredBack' }), problemKeys('proceedings.referralNeedsReason'));
  await decide(hearing, { outcome: 'referredBack', motivation: 'Kostnaden ska utredas.' });
  const carry = () => write((w) => carryItem(w, { itemId: hearing.itemId }));
  await assert.rejects(carry(), { code: 'proceedings.noNextMeeting' });
  const next = await buildMeeting(t, { bodyId: hearing.bodyId, heldOn: '2026-04-28' });
  await buildMeeting(t, { bodyId: hearing.bodyId, heldOn: '2026-06-16' });
  const itemId = await carry();
  await assert.rejects(carry(), { code: 'proceedings.carriedAlready' });
  const item = await read((r) => getAgendaItem(r, itemId));
  const again = await told(itemId);
  assert.deepEqual([item.meetingId, item.title, again.carriedFrom?.itemId], [next, 'Ärende 1', hearing.itemId]);
  assert.deepEqual(
    again.decisions.map(({ state, clauses }) => [state, clauses]),
    [['proposed', ['att godkänna planen']]],
  );
  assert.deepEqual((await told(hearing.itemId)).carriedTo, { itemId, meetingId: next });
});

test('R-KL-35: a third of the assembly have an item tabled without a question, and the next time a majority is needed', async () => {
  const hearing = await buildHearing(t, { kind: 'assembly', members: 6 });
  await buildMotion(t, hearing, { kind: 'tabling', movers: hearing.members.slice(0, 2) });
  await decide(hearing, { outcome: 'tabled', tabledTo: '2026-05-01' });
  await buildMeeting(t, { bodyId: hearing.bodyId, heldOn: '2026-04-28' });
  const may = await buildMeeting(t, { bodyId: hearing.bodyId, heldOn: '2026-05-19' });
  const itemId = await write((w) => carryItem(w, { itemId: hearing.itemId }));
  assert.equal(
    (await read((r) => getAgendaItem(r, itemId))).meetingId,
    may,
    'it goes to the day it was tabled to, or later',
  );
  assert.deepEqual((await told(itemId)).carriedFrom, {
    itemId: hearing.itemId,
    meetingId: hearing.meetingId,
    byMinority: true,
  });
});

test('R-KL-35 does not bind a committee to a third: its motion to table is put as a question', async () => {
  const hearing = await buildHearing(t, { members: 6 });
  await buildMotion(t, hearing, { kind: 'tabling', movers: hearing.members.slice(0, 2) });
  await assert.rejects(decide(hearing, { outcome: 'tabled' }), { code: 'proceedings.roundsLeft' });
  await buildProposition(t, hearing);
  await buildFinding(t, hearing, 'no');
  await decide(hearing, { outcome: 'tabled' });
  assert.equal((await told(hearing.itemId)).outcome.byMinority, false);
});

test('several different proposals in one item are not decided by one motion', async () => {
  const hearing = await buildHearing(t);
  await buildDecision(t, { agendaItemId: hearing.itemId, title: 'Annat', clauses: ['att måla om'] });
  await buildMotion(t, hearing, { kind: 'rejection' });
  await buildProposition(t, hearing);
  await buildFinding(t, hearing, 'no');
  await assert.rejects(decide(hearing, { outcome: 'decided' }), problemKeys('proceedings.severalProposals'));
});

test('only who is at the table moves, and a § that was sent to be signed changes no more until it is opened again', async () => {
  const hearing = await buildHearing(t);
  const { itemId, meetingId, deputies } = hearing;
  await assert.rejects(
    buildMotion(t, hearing, { kind: 'rejection', movers: [deputies[0]!] }),
    problemKeys('proceedings.mayNotMove'),
  );
  await assert.rejects(
    buildMotion(t, hearing, { kind: 'amendment', clauses: ['bygg'], clause: 2 }),
    problemKeys('decision.attClause', 'proceedings.noSuchClause'),
  );
  const seal = { meetingId, itemIds: [itemId] };
  await write((w) => sealItems(w, seal), 'minutes.edit');
  await assert.rejects(buildMotion(t, hearing, { kind: 'rejection' }), { code: 'proceedings.sealed' });
  await assert.rejects(
    write((w) => saveSectionText(w, { itemId, field: 'summary', body: 'Ny', expectedVersion: 0 })),
    { code: 'proceedings.sealed' },
  );
  await write((w) => unsealItems(w, seal), 'minutes.sign');
  await buildMotion(t, hearing, { kind: 'rejection' });
});

test('a secretary of another body writes nothing here', async () => {
  const hearing = await buildHearing(t);
  const other = await buildBody(t);
  const input = { itemId: hearing.itemId, expectedVersion: 0, outcome: 'noted' } as const;
  await assert.rejects(
    as('committeeSecretary', other, 'meeting.conduct', (w) => decideItem(w, input)),
    {
      code: 'access.denied',
    },
  );
});
