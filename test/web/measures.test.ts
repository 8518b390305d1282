import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type DemoSite, openDemoSite, type Visitor } from '../support/demo-site.ts';
import { assertConformingPdf } from '../support/pdf.ts';

let site: DemoSite;
let controller: Visitor;
let member: Visitor;
before(async () => {
  site = await openDemoSite();
  controller = await site.signIn('controller');
  member = await site.signIn('ledamot');
});
after(() => site.close());

const plain = (page: string) => page.replaceAll('\u00a0', ' ');
const linkTo = async (visitor: Visitor, words: string, on = '/atgarder') => {
  const page = await visitor.read(on);
  const [, href] = new RegExp(`<a href="([^"]+)"[^>]*>[^<]*${words}`, 'u').exec(page) ?? [];
  assert.ok(href, `no link ”${words}” on ${on}`);
  return href;
};
const versionIn = (page: string, action: string) => {
  const [, version] = new RegExp(`action="${action}"[\\s\\S]*?name="version" value="(\\d+)"`).exec(page) ?? [];
  assert.ok(version, `no version in the form of ${action}`);
  return version;
};

test('the year: sums by body and kind as chart and table, what rounding does, and what nobody has followed up', async () => {
  const page = plain(await controller.read('/atgarder'));
  assert.match(page, /En åtgärd är inte uppföljd/);
  const total = /<strong>Summa<\/strong>[\s\S]*?<\/tr>/u.exec(page)?.[0] ?? '';
  const figures = [...total.matchAll(/<td[^>]*data-kind="number"[^>]*><div>([^<]*)</g)].map(([, one]) => one);
  assert.deepEqual(figures, ['5', '23 001', '37 401', '9 931', '16 951']);
  assert.match(page, /Avrundning/);
  assert.match(page, /class="bar-chart" id="summor"/);
  const english = plain(await controller.read('/atgarder?sprak=en'));
  assert.match(english, /Åtgärder|Measures/);
});

test('the file has whole kronor, and is a table for a Swedish spreadsheet', async () => {
  const answer = await controller.get('/atgarder/fil/csv?ar=2026');
  assert.match(answer.headers.get('content-disposition') ?? '', /ekonomiska-atgarder-2026\.csv/);
  const text = await answer.text();
  assert.match(text, /;3200400;4800400;2026-08;1900400;3600400;/);
  assert.equal((await controller.get('/atgarder/fil/xlsx?ar=2026')).status, 200);
});

test('a plan: what is demanded against what is planned; one a year, with the way to the one that exists', async () => {
  const href = await linkTo(controller, 'Ekonomisk handlingsplan 2026');
  const page = plain(await controller.read(href));
  assert.match(page, /Åtgärderna är planerade att ge 1 999 tkr mindre än vad som krävs\./);
  const [, bodyId] = /<option value="([0-9a-f-]{36})"[^>]*>Hälso- och sjukvårdsnämnden/.exec(
    await controller.read('/atgarder/ny-plan'),
  )!;
  const twice = await controller.post('/atgarder/ny-plan', { bodyId: bodyId!, year: '2026', demanded: '1 mkr' });
  assert.equal(twice.status, 409);
  assert.match(await twice.text(), new RegExp(`href="${href}"`));
  const wrong = await controller.post('/atgarder/ny-plan', { bodyId: bodyId!, year: '2027', demanded: 'mycket' });
  assert.equal(wrong.status, 422);
  assert.match(await wrong.text(), /Skriv ett belopp[\s\S]*value="mycket"/);
  const made = await controller.post('/atgarder/ny-plan', { bodyId: bodyId!, year: '2027', demanded: '12,5 mkr' });
  assert.equal(made.status, 303);
  const next = made.headers.get('location')!;
  assert.match(plain(await controller.read(next)), /12 500 tkr[\s\S]*Planen har inga åtgärder än/);
  const version = versionIn(await controller.read(next), next);
  assert.equal((await controller.post(next, { title: 'Handlingsplan', version })).status, 303);
  const stale = await controller.post(next, { title: 'En annan', version });
  assert.equal(stale.status, 409);
  assert.match(await stale.text(), /Någon annan har sparat medan du skrev[\s\S]*En annan/);
});

test('a measure is added, told of, corrected, stopped with a reason, and never told over by another', async () => {
  const plan = await linkTo(controller, 'Ekonomisk handlingsplan 2026', '/atgarder?ar=2026');
  const [, bodyId] = /href="\/organ\/([^"]+)"/.exec(await controller.read(plan))!;
  const fields = {
    title: 'Digitala kallelser',
    kind: 'costReduction',
    responsibleBodyId: bodyId!,
    planned: '400 tkr',
    plannedFullYear: '0,8 mkr',
    startsOn: '2026-05-01',
  };
  const wrong = await controller.post(`${plan}/ny`, { ...fields, planned: '-1', startsOn: '2027-02-01' });
  assert.equal(wrong.status, 422);
  const shown = await wrong.text();
  assert.match(shown, /utan minustecken/);
  assert.match(shown, /senast den 31 december 2026/);
  assert.match(shown, /value="Digitala kallelser"/);
  assert.equal((await controller.post(`${plan}/ny`, fields)).status, 303);
  const measure = await linkTo(controller, 'Digitala kallelser', plan);

  const told = {
    month: '2026-10',
    effect: '120 tkr',
    forecast: '250 000',
    financial: 'Portot minskar.',
    operational: 'Inga.',
    version: '0',
  };
  const without = await controller.post(`${measure}/folj-upp`, { ...told, operational: ' ' });
  assert.equal(without.status, 422);
  assert.match(await without.text(), /Skriv vilka konsekvenserna är[\s\S]*Portot minskar\./);
  assert.match(
    await (await controller.post(`${measure}/folj-upp`, { ...told, month: '2026-12' })).text(),
    /har inte börjat/,
  );
  assert.equal((await controller.post(`${measure}/folj-upp`, told)).status, 303);
  const again = await controller.post(`${measure}/folj-upp`, { ...told, effect: '1' });
  assert.equal(again.status, 409);
  assert.match(plain(await again.text()), /120 000/);
  assert.equal(
    (await controller.post(`${measure}/folj-upp`, { ...told, effect: '130 tkr', version: '1' })).status,
    303,
  );
  const page = plain(await controller.read(`${measure}?manad=2026-10`));
  assert.match(page, /oktober 2026[\s\S]*130 000 kr[\s\S]*Portot minskar\./);
  assert.match(page, /Ändra uppföljningen för oktober 2026/);

  const version = versionIn(page, `${measure}/lage`);
  assert.match(await (await controller.post(`${measure}/lage`, { move: 'stop', version })).text(), /Skriv varför/);
  assert.equal((await controller.post(`${measure}/lage`, { move: 'finish', version })).status, 409);
  const stopped = await controller.post(`${measure}/lage`, { move: 'stop', reason: 'Ny lag.', version });
  assert.equal(stopped.status, 303);
  assert.match(await controller.read(measure), /avbruten[\s\S]*Skäl: Ny lag\./);
});

test('a member reads everything and is offered nothing', async () => {
  const plan = await linkTo(member, 'Ekonomisk handlingsplan 2026', '/atgarder?ar=2026');
  const measure = await linkTo(member, 'Samordnade sjukresor', '/atgarder?ar=2026');
  for (const path of ['/atgarder?ar=2026', plan, measure])
    assert.doesNotMatch(mainOf(await member.read(path)), /<form method="post"/);
  for (const path of ['/atgarder/ny-plan', `${plan}/ny`, `${measure}/andra`])
    assert.equal((await member.get(path)).status, 403);
  assert.equal((await member.post(`${measure}/lage`, { move: 'start', version: '1' })).status, 403);
});

test('the interim report: from the list to its workspace, a chapter edited, refreshed, made ready and reopened', async () => {
  const list = await controller.read('/uppfoljning');
  assert.match(list, /href="\/uppfoljning\/period\/ny"/);
  const first = reportIn(list);
  const there = await controller.get(first);
  assert.equal(there.status, 303);
  const href = there.headers.get('location')!;
  assert.match(href, /^\/uppfoljning\/period\//);
  const page = plain(await controller.read(href));
  assert.match(page, /De ekonomiska handlingsplanerna för 2026 har 5 åtgärder/);
  assert.match(page, /Nämnden behöver ta ställning[\s\S]*?saknar belägg/);
  assert.match(page, /kommunallagen 11 kap\. 16 §/);

  const chapter = `${href}/kapitel/closing`;
  const version = versionIn(await controller.read(chapter), chapter);
  assert.equal((await controller.post(chapter, { text: 'Tack för i år.', version })).status, 303);
  const stale = await controller.post(chapter, { text: 'Något annat.', version });
  assert.equal(stale.status, 409);
  assert.match(await stale.text(), /Någon annan har sparat[\s\S]*Något annat\./);
  assert.match(await controller.read(chapter), /Ersätt texten med utkastet/);
  const fetched = await controller.post(`${href}/hamta`, {
    version: versionIn(await controller.read(href), `${href}/hamta`),
  });
  assert.equal(fetched.status, 303);
  assert.match(await controller.read(href), /Tack för i år\./, 'what a person wrote stays');

  const pdf = await controller.get(`${href}/fil/pdf`);
  await assertConformingPdf(new Uint8Array(await pdf.arrayBuffer()));
  assert.match(pdf.headers.get('content-disposition') ?? '', /delarsrapport-2026\.pdf/);
  const data = (await (await controller.get(`${href}/fil/json`)).json()) as { economy: { total: { planned: number } } };
  assert.ok(data.economy.total.planned > 20_000_000);
  assert.match(await controller.read(`${href}/forhandsgranska`), /class="chart"/);

  const ready = async () => versionIn(await controller.read(href), `${href}/klar`);
  assert.equal((await controller.post(`${href}/klar`, { version: await ready() })).status, 303);
  const done = await controller.read(href);
  assert.doesNotMatch(done, new RegExp(`${href}/kapitel/`), 'what is ready is not edited');
  const refused = await controller.post(chapter, { text: 'Nej.', version: '9' });
  assert.equal(refused.status, 409);
  assert.equal((await controller.post(`${href}/oppna`, { version: versionIn(done, `${href}/oppna`) })).status, 303);
  assert.doesNotMatch(mainOf(await member.read(href)), /<form method="post"/);
  assert.equal((await member.post(chapter, { text: 'Nej.', version: '3' })).status, 403);
});

test('the figures of the report are chosen with their targets; a target that is no number keeps what was typed', async () => {
  const first = reportIn(await controller.read('/uppfoljning'));
  const href = (await controller.get(first)).headers.get('location')!;
  const form = await controller.read(`${href}/siffror`);
  const of = [...form.matchAll(/name="of" value="([^"]+)"/g)].map(([, id]) => id!);
  assert.ok(of.length > 0, 'the demonstration has figures');
  const version = versionIn(form, `${href}/siffror`);
  const wrong = await controller.post(`${href}/siffror`, { of, figures: [of[0]!], 'targets.0': 'många', version });
  assert.equal(wrong.status, 422);
  assert.match(await wrong.text(), /Skriv målet som ett tal[\s\S]*value="många"/);
  const saved = await controller.post(`${href}/siffror`, { of, figures: [of[0]!], 'targets.0': '82,5', version });
  assert.equal(saved.status, 303);
  assert.match(await controller.read(`${href}/siffror`), /value="82,5"/);
});

test('a second report of the same year leads to the first, and a year without a period is told', async () => {
  const form = await controller.read('/uppfoljning/period/ny');
  const [, bodyId] = /<option value="([0-9a-f-]{36})"[^>]*>Hälso- och sjukvårdsnämnden/.exec(form)!;
  const twice = await controller.post('/uppfoljning/period/ny', { kind: 'interim', year: '2026', bodyId: bodyId! });
  assert.equal(twice.status, 409);
  assert.match(await twice.text(), /Öppna rapporten som finns/);
  const none = await controller.post('/uppfoljning/period/ny', { kind: 'annual', year: '2031', bodyId: bodyId! });
  assert.equal(none.status, 409);
  assert.match(await none.text(), /Det finns ingen period att rapportera för 2031/);
});

function mainOf(page: string): string {
  return page.slice(page.indexOf('<main'), page.indexOf('</main>'));
}

/** The interim report in the list of reports. */
function reportIn(list: string): string {
  const row = list.split('<tr').find((one) => one.startsWith(' role="row"') && one.includes('delårsrapport'));
  const [, href] = /<a href="([^"]+)"/.exec(row ?? '') ?? [];
  assert.ok(href, 'the interim report stands in the list');
  return href;
}
