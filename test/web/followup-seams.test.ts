/** Where the pages of follow-up meet other pages: what one of them knows, the other says. In the demonstration region, through HTTP. */
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { provedClaims } from '../../src/documents/out/proved-claims.ts';
import { escapeHtml } from '../../src/documents/out/write-html.ts';
import { plainText } from '../../src/documents/tree/index.ts';
import { findAssignmentByRef } from '../../src/domain/assignments/index.ts';
import { recordDecision } from '../../src/domain/decisions/index.ts';
import { getBudgetInput } from '../../src/domain/inputs/index.ts';
import { addAgendaItem, getMeeting, planMeeting } from '../../src/domain/meetings/index.ts';
import { findBodyByName } from '../../src/domain/organisation/index.ts';
import {
  answerMatrix,
  type ComparedEntry,
  compareWithLast,
  comparisonMarks,
  editReportTexts,
  findReportFor,
  getReport,
  reportsWaitingFor,
} from '../../src/domain/reports/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import type { RequestContext } from '../../src/web/contracts.ts';
import { lastTime } from '../../src/web/pages/followup/last-time.ts';
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

suite('the editors of an answer tell what was promised last time', () => {
  test('what the comparison marks stands at the answer, on the page of the whole report and on its own', async () => {
    const { report, compared } = await site.read(async (r) => {
      const found = (await findReportFor(r, local, 2026))!;
      return { report: found, compared: await compareWithLast(r, found, '2026-11-22') };
    });
    const marked = compared.filter(({ last, marks }) => last && marks.some((mark) => mark !== 'promiseNotKept'));
    assert.ok(marked.length > 0, 'something stands out beside last year’s');
    const whole = await secretary.read(`/uppfoljning/${report.id}/skriv`);
    for (const { entry, marks } of marked) {
      const section = whole.split(`id="svar-${entry.id}"`)[1]!.split('</section>')[0]!;
      for (const page of [section, await secretary.read(`/uppfoljning/${report.id}/svar/${entry.id}`)])
        for (const mark of marks.filter((one) => one !== 'promiseNotKept'))
          assert.ok(page.includes(`>${comparisonMarks[mark].sv}<`), comparisonMarks[mark].sv);
    }
  });

  test('a promise is told with whether it was kept, in either language, and said once', () => {
    const last = { year: 2025, promises: [{ text: 'En föredragning planeras.', outcome: 'notKept' as const }] };
    const told = (language: 'sv' | 'en') =>
      String(
        lastTime({ language } as RequestContext, {
          last: last as unknown as NonNullable<ComparedEntry['last']>,
          marks: ['promiseNotKept'],
        }),
      );
    assert.match(told('sv'), /Lovat 2025: <span lang="sv">”En föredragning planeras\.”[\s\S]*>har inte hänt</);
    assert.match(told('en'), /Promised in 2025[\s\S]*>did not happen</);
    assert.equal(count(told('sv'), /<p>/g), 1);
    assert.equal(lastTime({ language: 'sv' } as RequestContext, { last: null, marks: ['new'] }), null);
  });
});

suite('a report on its way', () => {
  let id: Id<'report'>;
  const now = () => site.read((r) => getReport(r, id));
  const here = () => `/uppfoljning/${id}`;
  before(async () => {
    id = (await site.read((r) => findReportFor(r, local, 2026)))!.id;
  });

  test('one press confirms every sure suggestion, and says how many sentences got evidence', async () => {
    assert.match(await secretary.read(here()), /Bekräfta alla säkra förslag/);
    assert.doesNotMatch(await member.read(here()), /Bekräfta alla säkra förslag/);
    assert.equal((await member.post(`${here()}/belagg/sakra`)).status, 403);
    const unproved = async () =>
      (await now()).entries.flatMap(({ claims }) => claims).filter(({ state }) => state !== 'supported').length;
    const earlier = await unproved();
    const answer = await secretary.post(`${here()}/belagg/sakra`);
    assert.equal(leadsTo(answer), here());
    const gained = earlier - (await unproved());
    const said =
      gained === 0 ? 'Inget säkert förslag fanns' : gained === 1 ? '1 mening fick' : `${gained} meningar fick`;
    const flash = /kansli-flash=([^;]+)/.exec(answer.headers.getSetCookie().join('; '))?.[1] ?? '';
    assert.ok(Buffer.from(flash, 'base64url').toString().includes(said), said);
  });

  test('a receiver for information stays one when the texts page is saved as it is', async () => {
    const report = await now();
    await site.write('report.edit', (w) =>
      editReportTexts(w, {
        reportId: id,
        expectedVersion: report.version,
        receivers: report.receivers.map(({ body }) => ({ bodyId: body.id, purpose: 'information' as const })),
      }),
    );
    const page = await secretary.read(`${here()}/texter`);
    const fields: Record<string, string> = {};
    for (const [, name, options] of page.matchAll(/<select[^>]*name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g))
      fields[name!] =
        /<option[^>]*value="([^"]*)"[^>]*selected|<option[^>]*selected[^>]*value="([^"]*)"/
          .exec(options!)
          ?.slice(1)
          .find(Boolean) ?? '';
    const { version, title, foreword, closing } = await now();
    leadsTo(
      await secretary.post(`${here()}/texter`, { ...fields, title, foreword, closing, version: String(version) }),
    );
    assert.deepEqual(
      (await now()).receivers.map(({ body, purpose }) => [body.id, purpose]),
      report.receivers.map(({ body }) => [body.id, 'information']),
    );
  });

  test('says on its own page on which agenda it stands, and is offered no second one', async () => {
    leadsTo(await secretary.post(`${here()}/klar`, { version: String((await now()).version) }));
    assert.match(await secretary.read(here()), /\/ta-upp"/);
    const meetingId = await site.write('meeting.edit', (w) =>
      planMeeting(w, { bodyId: local, heldOn: '2026-12-22', kind: 'meeting' }),
    );
    const item = leadsTo(await secretary.post(`${here()}/ta-upp`, { meetingId }));
    const page = await secretary.read(here());
    assert.match(page, /Rapporten står på dagordningen/);
    assert.ok(page.includes(`href="${item}"`));
    assert.doesNotMatch(page, /\/ta-upp"/);
    assert.match(await member.read(here()), /Rapporten står på dagordningen/);
  });
});

test('each claim of a frozen report opens its notes where it stands, with nothing but the frozen tree', async () => {
  const report = (await site.read((r) => findReportFor(r, local, 2025)))!;
  const page = await member.read(`/uppfoljning/${report.id}`);
  const claims = report.frozen!.tree.blocks.flatMap((block) =>
    block.kind === 'paragraph' ? provedClaims(block.content) : [],
  );
  assert.ok(claims.length > 2);
  const opened = page.split('<details class="claim-evidence">').slice(1);
  assert.equal(opened.length, claims.length);
  const notes = new Map(report.frozen!.tree.notes!.map(({ number, content }) => [number, plainText(content)]));
  for (const [index, { numbers }] of claims.entries())
    for (const number of numbers)
      assert.ok(opened[index]!.split('</details>')[0]!.includes(escapeHtml(notes.get(number)!)), `note ${number}`);
});

test('the board of the demonstration has received what was delivered to it in earlier years', async () => {
  const waiting = await site.read((r) => reportsWaitingFor(r, [board]));
  assert.deepEqual(
    waiting.filter(({ report }) => report.year < 2026),
    [],
  );
  const old = (await site.read((r) => findReportFor(r, local, 2024)))!;
  assert.equal(old.receivers[0]?.receivedOn, '2024-12-12');
});
