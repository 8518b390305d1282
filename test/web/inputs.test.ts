import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { recordDecision } from '../../src/domain/decisions/index.ts';
import { getBudgetInput, goalsIn, listBudgetInputs, readGoalCheckFigures } from '../../src/domain/inputs/index.ts';
import { addAgendaItem, planMeeting } from '../../src/domain/meetings/index.ts';
import { findBodyByName } from '../../src/domain/organisation/index.ts';
import { findPlan } from '../../src/domain/plans/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import { type DemoSite, openDemoSite, secretaryOf, type Visitor } from '../support/demo-site.ts';

let site: DemoSite;
let secretary: Visitor;
let member: Visitor;
let otherSecretary: Visitor;
let board: Id<'body'>;
let committee: Id<'body'>;
before(async () => {
  site = await openDemoSite();
  [secretary, member, otherSecretary] = [
    await site.signIn('sekreterare'),
    await site.signIn('ledamot'),
    await secretaryOf(site, 'Beredning för sjukhusvård'),
  ];
  const idOf = (name: string) => site.read(async (r) => (await findBodyByName(r, name))!.id);
  board = await idOf('Hälso- och sjukvårdsnämnden');
  committee = await idOf('Beredning för psykisk hälsa');
});
after(() => site.close());

const leadsTo = (answer: Response) => {
  assert.equal(answer.status, 303, `expected a redirect, got ${answer.status}`);
  return answer.headers.get('location')!;
};
const inputNow = (id: string) => site.read((r) => getBudgetInput(r, id as Id<'budgetInput'>));

suite('the loop to next year: five points, two taken up, one changed, one left, one not answered', () => {
  let at: string;
  let inputId: string;
  let planAt: string;
  const version = async () => String((await inputNow(inputId)).version);

  test('an input is begun, and a body gives only one a year', async () => {
    const begin = { bodyId: committee, forYear: '2029', toBodyId: board };
    const itself = await secretary.post('/uppfoljning/inspel/ny', { ...begin, toBodyId: committee });
    assert.equal(itself.status, 422);
    const kept = await itself.text();
    assert.match(kept, /Ett organ lämnar inte inspel till sig självt/);
    assert.match(kept, /name="forYear"[^>]*value="2029"/, 'what was typed is kept');
    at = leadsTo(await secretary.post('/uppfoljning/inspel/ny', begin));
    inputId = at.split('/').at(-1)!;
    assert.equal((await secretary.post('/uppfoljning/inspel/ny', begin)).status, 422);
    assert.equal((await member.post('/uppfoljning/inspel/ny', begin)).status, 403);
    assert.equal((await member.get(`${at}/fynd`)).status, 403);
    const stranger = await otherSecretary.post(`${at}/punkt/ny`, { version: '1', headline: 'Någon annans' });
    assert.equal(stranger.status, 403, 'the secretary of another body');
    assert.equal((await otherSecretary.get(`${at}/brev`)).status, 403, 'nobody is shown a form that would say no');
    assert.match(await secretary.read(`${at}/fynd`), /Vad uppföljningen av 2028 visar|Uppföljningen visar inga fynd/);
  });

  test('points are written, and a stale page is answered with what is saved', async () => {
    for (const word of ['ett', 'två', 'tre', 'fyra', 'fem'])
      leadsTo(
        await secretary.post(`${at}/punkt/ny`, {
          version: await version(),
          headline: `Punkt ${word} bör prioriteras`,
          reasoning: `Skälen för ${word}.`,
        }),
      );
    const { points } = await inputNow(inputId);
    assert.deepEqual(
      points.map(({ number, headline }) => [number, headline]),
      ['ett', 'två', 'tre', 'fyra', 'fem'].map((word, index) => [index + 1, `Punkt ${word} bör prioriteras.`]),
    );
    const pointAt = `${at}/punkt/${points[0]!.id}`;
    const empty = await secretary.post(pointAt, { version: await version(), headline: '', reasoning: 'Kvar' });
    assert.equal(empty.status, 422);
    assert.match(await empty.text(), /Kvar/);
    const stale = await secretary.post(pointAt, { version: '1', headline: 'Min text', reasoning: '' });
    assert.equal(stale.status, 409);
    assert.match(await stale.text(), /Min text/);
    const first = await secretary.read(at);
    assert.doesNotMatch(first, /inte besvarad/, 'before it is sent nobody owes an answer');
  });

  test('its letter is a document, and put on an agenda with a proposal', async () => {
    const pdf = await secretary.get(`${at}/fil/pdf`);
    assert.equal(pdf.headers.get('content-type'), 'application/pdf');
    assert.match(await secretary.read(`${at}/forhandsgranska`), /framför följande inspel till/);
    const today = site.services.runtime.today();
    const meetingId = await site.write('meeting.edit', (w) =>
      planMeeting(w, { bodyId: committee, kind: 'meeting', heldOn: today }),
    );
    const item = leadsTo(
      await secretary.post(`${at}/dagordning`, { version: await version(), meetingId, atOnce: 'on' }),
    );
    assert.match(item, /#punkt-/);
    const decision = await site.read((r) =>
      r.db
        .selectFrom('decision')
        .select(['id', 'version'])
        .where('agenda_item_id', '=', item.split('punkt-')[1]!)
        .executeTakeFirstOrThrow(),
    );
    const { makeDecision } = await import('../../src/domain/decisions/index.ts');
    const { carryOutLoop } = await import('../../src/domain/execution/index.ts');
    await site.write('decision.record', async (w) => {
      await makeDecision(w, { decisionId: decision.id as Id<'decision'>, expectedVersion: decision.version });
      return await carryOutLoop(w, { decisionIds: [decision.id as Id<'decision'>] });
    });
    const sent = await inputNow(inputId);
    assert.deepEqual([sent.state, sent.decision?.immediate], ['sent', true]);
    const page = await secretary.read(at);
    assert.match(page, /inte besvarad/);
    assert.doesNotMatch(page, /punkt\/ny/, 'the letter is final');
    assert.equal((await secretary.post(`${at}/punkt/ny`, { version: await version(), headline: 'Ny' })).status, 409);
    assert.match(await secretary.read('/uppfoljning/inspel'), /Väntar på att tas upp/);
  });

  test('the board takes it up in its meeting', async () => {
    const heldOn = '2026-12-20';
    const meetingId = await site.write('meeting.edit', (w) =>
      planMeeting(w, { bodyId: board, kind: 'meeting', heldOn }),
    );
    assert.match(await secretary.read(at), new RegExp(`value="${meetingId}"`));
    leadsTo(await secretary.post(`${at}/ta-upp`, { version: await version(), meetingId }));
    assert.equal((await inputNow(inputId)).received?.heldOn, heldOn);
  });

  test('the plan proposes, a decision gives and numbers', async () => {
    planAt = leadsTo(
      await secretary.post('/planer/ny', { ownerBodyId: board, year: '2029', title: 'Verksamhetsplan med budget' }),
    );
    assert.equal((await member.get('/planer/ny')).status, 403);
    const { points } = await inputNow(inputId);
    for (const [index, text] of ['Att göra ett.', 'Att göra två.', 'Att utreda tre i annan form.'].entries()) {
      const form = await secretary.read(`${planAt}/foresla?punkt=${points[index]!.id}`);
      assert.match(form, /bör prioriteras\.<\/textarea>/, 'drafted from the point');
      leadsTo(await secretary.post(`${planAt}/foresla`, { pointId: points[index]!.id, text, performers: committee }));
    }
    const refused = await secretary.post(`${planAt}/foresla`, { text: '', heading: 'Rubrik kvar' });
    assert.equal(refused.status, 422);
    assert.match(await refused.text(), /Rubrik kvar/);
    assert.equal((await member.post(`${planAt}/foresla`, { text: 'Att göra mer.' })).status, 403);

    const agendaItemId = await site.write('meeting.edit', async (w) =>
      addAgendaItem(w, {
        meetingId: await planMeeting(w, { bodyId: board, kind: 'meeting', heldOn: '2028-12-14' }),
        title: 'Verksamhetsplan 2029',
        category: 'decision',
      }),
    );
    const decisionId = await site.write('decision.record', async (w) => {
      const made = { state: 'made' as const, decidedOn: '2028-12-14' };
      return (await recordDecision(w, { agendaItemId, title: 'Plan 2029', clauses: ['att ge uppdragen.'], ...made }))
        .id;
    });
    const proposed = [...(await secretary.read(planAt)).matchAll(/name="assignmentIds" value="([^"]+)"/g)].map(
      ([, id]) => id!,
    );
    assert.equal(proposed.length, 3);
    const none = await secretary.post(`${planAt}/ge`, { decisionId });
    assert.equal(none.status, 422);
    leadsTo(await secretary.post(`${planAt}/ge`, { decisionId, assignmentIds: proposed }));
    const page = await secretary.read(planAt);
    for (const ref of ['2029:1', '2029:2', '2029:3']) assert.ok(page.includes(ref), ref);
    assert.match(page, /Inga uppdrag är föreslagna/);
    assert.equal((await secretary.post(`${planAt}/ge`, { decisionId, assignmentIds: proposed })).status, 422);

    const settle = `${at}/utfall`;
    const ledTo = (await inputNow(inputId)).points.map(({ assignments }) => assignments.map(({ id }) => id));
    const outcomes = {
      version: await version(),
      'points.1.outcome': 'takenUp',
      'points.1.assignmentIds': ledTo[0]!,
      'points.1.decisionId': decisionId,
      'points.2.outcome': 'takenUp',
      'points.2.assignmentIds': ledTo[1]!,
      'points.2.decisionId': decisionId,
      'points.3.outcome': 'changed',
      'points.3.assignmentIds': ledTo[2]!,
      'points.3.decisionId': decisionId,
      'points.4.outcome': 'left',
      'points.4.reason': '',
      'points.5.outcome': 'open',
    };
    const wrong = await secretary.post(settle, { ...outcomes, 'points.3.reason': 'Formen blir en annan.' });
    assert.equal(wrong.status, 422);
    const again = await wrong.text();
    assert.match(again, /Skriv varför: den som lämnade inspelet får läsa det/);
    assert.match(again, /Formen blir en annan\./, 'what was typed is kept');
    assert.equal((await member.post(settle, outcomes)).status, 403);
    leadsTo(
      await secretary.post(settle, {
        ...outcomes,
        'points.3.reason': 'Formen blir en annan.',
        'points.4.reason': 'Ryms inte i budgeten.',
      }),
    );
  });

  test('both sides see what became of each point', async () => {
    for (const where of [at, planAt]) {
      const page = await member.read(where);
      for (const words of ['upptagen', 'upptagen med andra ord', 'lämnad', 'inte besvarad', 'Ryms inte i budgeten.'])
        assert.ok(page.includes(words), `${where}: ${words}`);
    }
    const changed = await member.read(at);
    assert.match(changed, /Att utreda tre i annan form\./, 'both texts side by side');
    assert.match(await member.read('/uppfoljning/inspel'), /2 upptagna, 1 med andra ord, 1 lämnad, 1 obesvarad/);
    assert.match(await member.read('/planer'), /2 upptagna, 1 med andra ord, 1 lämnad, 1 obesvarad/);
    const early = await secretary.post(`${at}/besvarat`, { version: await version() });
    assert.equal(early.status, 422);
    assert.match(await early.text(), /Punkt 5 har inget utfall/);
    const letters = await site.read((r) =>
      r.db.selectFrom('outbox').select('payload').where('topic', '=', 'letter').execute(),
    );
    assert.ok(letters.every(({ payload }) => JSON.stringify(payload).includes('subject')));
  });
});

suite('the check of a plan against the goals', () => {
  test('is concluded goal by goal, signed off and referred to by the next plan', async () => {
    const plan = await site.read((r) => findPlan(r, 2024, board));
    assert.ok(plan, 'the demonstration has a plan of 2024');
    assert.equal((await member.post(`/planer/${plan.id}/malavstamning`)).status, 403);
    const at = leadsTo(await secretary.post(`/planer/${plan.id}/malavstamning`));
    const figures = await site.read((r) => readGoalCheckFigures(r, plan));
    const goals = goalsIn(figures);
    assert.ok(goals.length > 2);
    const unsigned = await secretary.post(`${at}/underteckna`, { version: '1' });
    assert.equal(unsigned.status, 422);
    assert.match(await unsigned.text(), /Välj en slutsats för målet/);
    const verdicts = Object.fromEntries(
      goals.flatMap(({ id }, index) => [
        [`verdicts.${index + 1}.goalId`, id],
        [`verdicts.${index + 1}.conclusion`, index === 0 ? 'strengthen' : 'keep'],
        [`verdicts.${index + 1}.words`, index === 0 ? 'Behöver förstärkas under året.' : ''],
      ]),
    );
    const next = await site.read((r) => findPlan(r, 2025, board));
    const bad = await secretary.post(at, { version: '1', checkedOn: 'i fjol', ...verdicts });
    assert.equal(bad.status, 422);
    assert.match(await bad.text(), /Behöver förstärkas under året\./, 'what was typed is kept');
    leadsTo(await secretary.post(at, { version: '1', checkedOn: '2024-10-01', nextPlanId: next!.id, ...verdicts }));
    leadsTo(await secretary.post(`${at}/underteckna`, { version: '2' }));
    assert.match(await member.read(at), /undertecknad[\s\S]*Behöver förstärkas under året\./);
    assert.equal((await secretary.post(at, { version: '3', checkedOn: '2024-10-01', ...verdicts })).status, 409);
    assert.equal((await secretary.get(`${at}/fil/pdf`)).headers.get('content-type'), 'application/pdf');
    assert.match(await member.read(`/planer/${next!.id}`), /målavstämningen av planen 2024/);
  });
});

test('what was not ended is carried on with one press', async () => {
  const plan = await site.read((r) => findPlan(r, 2027, board));
  assert.ok(plan, 'the demonstration has begun the plan of 2027');
  const at = `/planer/${plan.id}`;
  const [, assignmentId] = /for-vidare"[\s\S]*?name="assignmentId" value="([^"]+)"/.exec(await secretary.read(at))!;
  assert.equal((await member.post(`${at}/for-vidare`, { assignmentId: assignmentId! })).status, 403);
  assert.match(leadsTo(await secretary.post(`${at}/for-vidare`, { assignmentId: assignmentId! })), /#for-vidare/);
  assert.equal((await secretary.post(`${at}/for-vidare`, { assignmentId: assignmentId! })).status, 422);
});

test('drafted points stop the decision until somebody has gone over them', async () => {
  const inputs = await site.read((r) => listBudgetInputs(r, { forYear: 2027 }));
  const input = inputs.find(({ points }) => points.some(({ drafted }) => drafted));
  assert.ok(input, 'the demonstration has drafted points from findings');
  const at = `/uppfoljning/inspel/${input.id}`;
  assert.match(await secretary.read(at), /utkast från fynd[\s\S]*är ett utkast från ett fynd\. Läs igenom den/);
  const findings = await secretary.read(`${at}/fynd`);
  const keys = [...findings.matchAll(/name="keys" value="([^"]+)"/g)].map(([, key]) => key!);
  assert.ok(keys.length > 0);
  const none = await secretary.post(`${at}/fynd`, { version: String(input.version) });
  assert.equal(none.status, 422);
  leadsTo(await secretary.post(`${at}/fynd`, { version: String(input.version), keys: keys[0]! }));
  const after = await inputNow(input.id);
  assert.equal(after.points.length, input.points.length + 1);
  assert.equal(after.points.at(-1)?.origins.length, 1);
});

test('the pages speak English, with the Swedish of the records marked as such', async () => {
  const [input] = await site.read((r) => listBudgetInputs(r, { forYear: 2027 }));
  const plan = await site.read((r) => findPlan(r, 2027, board));
  for (const path of ['/uppfoljning/inspel', `/uppfoljning/inspel/${input!.id}`, '/planer', `/planer/${plan!.id}`]) {
    const page = await member.read(`${path}?lang=en`);
    assert.match(page, /<html lang="en"/);
    assert.match(page, /lang="sv"/);
    assert.doesNotMatch(page, /undefined|\[object/, path);
  }
});
