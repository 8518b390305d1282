/** Where the pages of follow-up meet other pages: what one of them knows, the other says. In the demonstration region, through HTTP. */
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { findAssignmentByRef } from '../../src/domain/assignments/index.ts';
import { recordDecision } from '../../src/domain/decisions/index.ts';
import { getBudgetInput } from '../../src/domain/inputs/index.ts';
import { addAgendaItem, getMeeting, planMeeting } from '../../src/domain/meetings/index.ts';
import { findBodyByName } from '../../src/domain/organisation/index.ts';
import { answerMatrix } from '../../src/domain/reports/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import { type DemoSite, openDemoSite, secretaryOf, type Visitor } from '../support/demo-site.ts';

let site: DemoSite;
let secretary: Visitor;
let member: Visitor;
let board: Id<'body'>;
let local: Id<'body'>;
before(async () => {
  site = await openDemoSite();
  [secretary, member] = [await site.signIn('sekreterare'), await site.signIn('ledamot')];
  const idOf = (name: string) => site.read(async (r) => (await findBodyByName(r, name))!.id);
  [board, local] = [await idOf('Hälso- och sjukvårdsnämnden'), await idOf('Beredning för lokal vård')];
});
after(() => site.close());

const leadsTo = (answer: Response) => {
  assert.equal(answer.status, 303, `expected a redirect, got ${answer.status}`);
  return answer.headers.get('location')!;
};
const count = (page: string, words: RegExp) => [...page.matchAll(words)].length;
/** The card of that title, to its end. */
const cardOf = (page: string, title: string) => {
  const found = page.split(/<section class="card"/u).find((one) => one.includes(`>${title}</h`));
  assert.ok(found, `there is a card "${title}"`);
  return found;
};

suite('the page of an assignment shows what each body answers', () => {
  test('every assignment of the year says what its row of the matrix says, answers and gaps', async () => {
    const { rows, bodies } = await site.read((r) => answerMatrix(r, 2026));
    const seen = { answered: 0, owed: 0 };
    for (const { id, cells } of rows) {
      const card = cardOf(await member.read(`/uppdrag/${id}`), 'Svar per organ 2026');
      for (const { bodyId, answer } of cells) {
        assert.ok(card.includes(`href="/organ/${bodyId}"`), bodies.find((one) => one.id === bodyId)?.name);
        if (answer && !answer.empty) assert.ok(card.includes(`/uppfoljning/${answer.reportId}#svar-${answer.entryId}`));
      }
      const owed = cells.filter(({ answer }) => !answer || answer.empty).length;
      assert.equal(count(card, />svar saknas</g), owed);
      seen.owed += owed;
      seen.answered += cells.length - owed;
    }
    assert.ok(seen.answered > 0 && seen.owed > 0, JSON.stringify(seen));
  });

  test('a draft is told from what was approved', async () => {
    const [old, now] = await site.read(async (r) => [
      (await findAssignmentByRef(r, { year: 2024, number: 1 }))!,
      (await findAssignmentByRef(r, { year: 2026, number: 3 }))!,
    ]);
    assert.doesNotMatch(cardOf(await member.read(`/uppdrag/${old.id}`), 'Svar per organ 2024'), />utkast</);
    assert.match(cardOf(await member.read(`/uppdrag/${now.id}`), 'Svar per organ 2026'), />utkast</);
  });
});

suite('an input that has come to a board', () => {
  let inputId: Id<'budgetInput'>;
  let meetingId: Id<'meeting'>;
  const inputNow = () => site.read((r) => getBudgetInput(r, inputId));
  const version = async () => String((await inputNow()).version);

  before(async () => {
    const at = leadsTo(
      await secretary.post('/uppfoljning/inspel/ny', { bodyId: local, forYear: '2031', toBodyId: board }),
    );
    inputId = at.split('/').at(-1) as Id<'budgetInput'>;
    leadsTo(await secretary.post(`${at}/punkt/ny`, { version: await version(), headline: 'Vägen in bör få ett namn' }));
    const itemId = await site.write('meeting.edit', async (w) => {
      const own = await planMeeting(w, { bodyId: local, heldOn: '2026-11-20', kind: 'meeting' });
      return await addAgendaItem(w, { meetingId: own, title: 'Inspel', category: 'decision' });
    });
    const { id: decisionId } = await site.write('decision.record', (w) =>
      recordDecision(w, {
        agendaItemId: itemId,
        bodyId: local,
        title: 'Inspel',
        clauses: ['att lämna det.'],
        state: 'made',
      }),
    );
    leadsTo(await secretary.post(`${at}/beslutat`, { version: await version(), decisionId }));
    leadsTo(await secretary.post(`${at}/skicka`, { version: await version() }));
    meetingId = await site.write('meeting.edit', (w) =>
      planMeeting(w, { bodyId: board, heldOn: '2026-12-21', kind: 'meeting' }),
    );
  });

  test('waits on the agenda page of the board until one press makes an item of it', async () => {
    const agenda = `/sammantraden/${meetingId}/dagordning`;
    const page = await secretary.read(agenda);
    assert.match(page, /<h2>Inspel att ta upp<\/h2>/);
    assert.ok(page.includes(`value="${inputId}"`));
    const press = { inputId, version: await version() };
    assert.equal((await member.post(`${agenda}/inspel`, press)).status, 403);
    const stranger = await secretaryOf(site, 'Beredning för sjukhusvård');
    assert.equal((await stranger.post(`${agenda}/inspel`, press)).status, 403, 'who keeps another body’s meetings');
    assert.equal((await secretary.post(`${agenda}/inspel`, { ...press, version: '1' })).status, 409, 'a stale page');
    assert.equal(leadsTo(await secretary.post(`${agenda}/inspel`, press)), agenda);
    const { items } = await site.read((r) => getMeeting(r, meetingId));
    const taken = (await inputNow()).received;
    assert.equal(taken?.meetingId, meetingId);
    assert.ok(items.some(({ id }) => id === taken?.itemId));
    assert.ok(!(await secretary.read(agenda)).includes(`value="${inputId}"`), 'it waits no more');
    const again = await secretary.post(`${agenda}/inspel`, { inputId, version: await version() });
    assert.equal(again.status, 422);
  });

  test('stands on the pages of both bodies with what became of its points', async () => {
    const given = cardOf(await member.read(`/organ/${local}`), 'Inspel');
    const received = cardOf(await member.read(`/organ/${board}`), 'Inspel');
    for (const card of [given, received]) {
      assert.ok(card.includes(`/uppfoljning/inspel/${inputId}`));
      assert.match(card, /1 obesvarad/);
    }
    assert.match(given, />Lämnade</);
    assert.match(received, />Inkomna</);
  });
});
