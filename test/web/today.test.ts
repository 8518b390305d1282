import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { findBodyByName } from '../../src/domain/organisation/index.ts';
import { findReportFor, getReport, markReady } from '../../src/domain/reports/index.ts';
import { type DemoSite, openDemoSite } from '../support/demo-site.ts';

let site: DemoSite;
before(async () => {
  site = await openDemoSite();
});
after(() => site.close());

const startOf = async (login: string) => (await site.signIn(login)).read('/');

test('who has not signed in is asked to, and comes back', async () => {
  const response = await site.app.request('http://localhost:3000/');
  assert.equal(response.headers.get('location'), '/logga-in?till=%2F');
});

test('each role sees what it can do something about', async () => {
  const rows = {
    sekreterare: {
      sees: ['Allt mitt arbete', 'Skicka kallelse', 'Mål utan uppdrag'],
      not: ['Klara för beslut'],
    },
    handlaggare: { sees: ['Uppdrag utan lägesbild 2026'], not: ['Mål utan uppdrag', 'Skriv protokoll'] },
    controller: { sees: ['Uppdrag som ingen har rört 2026', 'Mål utan uppdrag'], not: ['Skriv klart rapporten'] },
    ledamot: { sees: ['Inget väntar på dig'], not: ['Uppdrag utan lägesbild', 'Allt mitt arbete'] },
    arkivarie: { sees: ['Godkänn gallring'], not: ['Mål utan uppdrag'] },
  };
  for (const [login, { sees, not }] of Object.entries(rows)) {
    const page = await startOf(login);
    for (const text of sees) assert.ok(page.includes(text), `${login} sees ”${text}”`);
    for (const text of not) assert.ok(!page.includes(text), `${login} does not see ”${text}”`);
    assert.match(page, /Närmaste sammanträden/);
  }
});

test('a report that is ready for decision waits for the members', async () => {
  await site.write('report.edit', async (w) => {
    const body = await findBodyByName(w, 'Beredning för lokal vård');
    const report = await findReportFor(w, body!.id, 2026);
    await markReady(w, { reportId: report!.id, expectedVersion: (await getReport(w, report!.id)).version });
  });
  assert.match(await startOf('ledamot'), /Klara för beslut/);
});

test('every figure of the year leads to exactly the assignments that it counts', async () => {
  const visitor = await site.signIn('ledamot');
  const page = await visitor.read('/');
  const figures = [...page.matchAll(/<a href="(\/uppdrag\?ar=2026&amp;status=\w+)">[^<]*<b>(\d+)<\/b>/g)];
  assert.ok(figures.length >= 5, `${figures.length} figures`);
  let sum = 0;
  for (const [, href, count] of figures) {
    const list = await visitor.read(href!.replace('&amp;', '&'));
    assert.equal([...list.matchAll(/data-label="Nr"/g)].length, Number(count), href);
    sum += Number(count);
  }
  assert.equal(sum, 13, 'every assignment of the year is counted once');
});

test('the threads of three years stand in rows, tied by their predecessors', async () => {
  const page = await startOf('ledamot');
  const row =
    /<tr role="row"><th scope="row" role="rowheader"><a [^>]*><span lang="sv">Följa utvärderingen av det mobila.*?<\/tr>/s.exec(
      page,
    )?.[0] ?? '';
  assert.deepEqual(
    [...row.matchAll(/class="line-ref">([^<]+)</g)].map(([, ref]) => ref),
    ['2024:3', '2025:3', '2026:3'],
  );
});
