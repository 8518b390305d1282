import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { answerHandlers } from '../../src/release-answers.ts';
import { buildIndicatorValue, buildPopulationRow } from '../support/build-indicators.ts';
import { carryAll } from '../support/build-releases.ts';
import { type DemoSite, leadsTo, openDemoSite, type Visitor } from '../support/demo-site.ts';

let site: DemoSite;
let member: Visitor;
before(async () => {
  site = await openDemoSite();
  member = await site.signIn('ledamot');
});
after(() => site.close());

/** A page with every kind of space as a plain one. */
const read = async (path: string) => (await member.read(path)).replace(/\s/g, ' ');

test('an empty list says how records come', async () => {
  const unused = await openDemoSite({ region: false });
  after(unused.close);
  const controller = await unused.signIn('controller');
  assert.match(await controller.read('/indikatorer'), /Det finns inga mätvärden än/);
  assert.match(await controller.read('/indikatorer/befolkning'), /Det finns inga befolkningstabeller än/);
});

test('an indicator shows its values with unit and day, the stated change, and what the value before must have been', async () => {
  const change = { changePercent: 150, changedFrom: '2024' };
  const { indicatorId, valueId } = await buildIndicatorValue(site.database, { value: 50_000, ...change });
  const page = await read(`/indikatorer/${indicatorId}`);
  assert.ok(page.includes(`id="varde-${valueId}"`));
  assert.match(page, /\+150 %.*?sedan.*?2024/);
  assert.match(page, /påstått.*?föregående värde saknas.*?20 000.*?härlett, mellan 19 960 och 20 040/);
  await buildIndicatorValue(site.database, { value: 25_000, asOf: '2024' });
  const computed = await read(`/indikatorer/${indicatorId}`);
  assert.match(computed, /stämmer inte.*?räknat: \+100 %/);
  assert.match(computed, /<svg/);
  assert.match(await read('/indikatorer/pastaenden'), /Digitala besök.*?stämmer inte/);
  assert.match(await read('/indikatorer/pastaenden/fil/csv'), /Digitala besök.*150;2024;"?stämmer inte"?;100;25000/);
  assert.match(await read('/indikatorer'), /Digitala besök/);
});

test('two values of the same time are pointed out, and a limited value keeps its word', async () => {
  const name = 'vårdcentraler';
  await buildIndicatorValue(site.database, { name, value: 6 });
  const { indicatorId } = await buildIndicatorValue(site.database, { name, value: 16, qualifier: 'över' });
  const page = await read(`/indikatorer/${indicatorId}`);
  assert.match(page, /2 olika värden anges för samma tid \(2025\)/);
  assert.match(page, /över 16/);
});

test('a population table is checked row by row and against the row of the whole county', async () => {
  await buildPopulationRow(site.database, 'Sjöberga', [100, 150], { printedChange: 50, printedPercent: 50 });
  const wrong = await buildPopulationRow(site.database, 'Granby', [200, 180], {
    printedChange: 20,
    printedPercent: -10,
  });
  await buildPopulationRow(site.database, 'Fjällmarks län', [300, 331], { printedChange: 31, printedPercent: 10 });
  const page = await read('/indikatorer/befolkning');
  assert.match(page, /1 rad stämmer inte/);
  assert.match(page, new RegExp(`id="rad-${wrong}".*?\\+20 \\(−10 %\\).*?stämmer inte.*?−20 \\(−10 %\\)`));
  assert.match(page, /Raden för hela länet anger 331 för 2030, men kommunerna blir 330/);
  assert.match(page, /anger förändringen \+31, men kommunernas rader blir \+70/);
  assert.match(page, /Folkmängd 80\+ år, 2020 = 100/);
  assert.match(page, /Inget år med prognos har fått sitt utfall än/);
  const [, series] = /Samma tal som serier: <a href="([^"]+)">Folkmängd/.exec(page)!;
  assert.match(await read(`${series}?plats=Granby&alder=${encodeURIComponent('80+ år')}`), />200</);
  assert.match(
    await read(`${series}/jamfor`),
    /Granby[\s\S]*>200</,
    'a series that is only of ages is compared by the first of them',
  );
});

test('an indicator is defined, measured place by place, given a target and corrected; what was typed is kept when it is refused', async () => {
  const controller = await site.signIn('controller');
  assert.match(await controller.read('/indikatorer/ny'), /Räknas|Nämnare/);
  const created = await controller.post('/indikatorer/ny', {
    ...{
      name: 'andel inom sju dagar',
      unit: '%',
      direction: 'higher',
      definition: 'Andel som får tid inom sju dagar.',
    },
    ...{ denominator: 'utskrivna', validFrom: '2024', breaksSeries: 'on', breakNote: 'Ny mätmetod' },
  });
  assert.equal(created.status, 303);
  const address = created.headers.get('location')!;
  const refused = await controller.post(`${address}/varden`, { asOf: 'i fjol', sex: 'all', v0: 'mycket' });
  assert.equal(refused.status, 422);
  const again = await refused.text();
  assert.match(again, /Tiden går inte att läsa/);
  assert.match(again, /value="mycket"/);
  const unreadable = await controller.post(`${address}/varden`, { asOf: '2024', sex: 'all', v0: 'mycket' });
  assert.match(await unreadable.text(), /Det här är ingen siffra/);
  for (const [asOf, whole] of [
    ['2023', '40,5'],
    ['2025', '46'],
    ['2026', 'kan inte anges'],
  ])
    assert.equal(
      (await controller.post(`${address}/varden`, { asOf: asOf!, sex: 'all', v0: whole!, v1: '50' })).status,
      303,
    );
  const changed = await controller.post(`${address}/varden`, { asOf: '2025', sex: 'all', v0: '47' });
  assert.match(await changed.text(), /Skriv varför det ändras/);
  assert.equal(
    (await controller.post(`${address}/mal`, { kind: 'nationalReference', bound: 'atLeast', value: '90' })).status,
    422,
  );
  await controller.post(`${address}/mal`, { kind: 'own', bound: 'atLeast', value: '90', denominator: 'inskrivna' });
  const page = await read(address);
  assert.match(page, /40,5 %/);
  assert.match(page, /Kan inte anges/);
  assert.match(page, /Räknas per olika saker.*?inskrivna – utskrivna/);
  assert.match(page, /Ny mätmetod/);
  assert.match(await read(`${address}/jamfor?plac=ja`), /1 av 1, högst först/);
  const valueId = /id="varde-([0-9a-f-]{36})"/.exec(await read(address))![1]!;
  const correct = { value: '48', reason: 'Räknefel i underlaget', version: '1' };
  assert.equal((await controller.post(`/indikatorer/varde/${valueId}/ratta`, correct)).status, 303);
  assert.equal((await controller.post(`/indikatorer/varde/${valueId}/ratta`, correct)).status, 404);
  assert.match(await read(address), /Räknefel i underlaget/);
  assert.match(await read(`${address}/fil/csv?plats=varje`), /andel inom sju dagar;.*;48;%/);
  assert.doesNotMatch(await read(address), /Mata in värden/, 'a reader without the right has no button');
});

test('a table is handed in, its columns named, looked at and taken in; the same table again changes nothing', async () => {
  const controller = await site.signIn('controller');
  const { indicatorId } = await buildIndicatorValue(site.database, { name: 'hembesök', value: 5, asOf: '2020' });
  const csv = (value: string) =>
    new File([`Indikator;Kommun;År;Antal\nhembesök;Granby;2024;${value}\nokänd;Granby;2024;5\n`], 'hembesök.csv');
  const handIn = async (value: string) => {
    const answer = await upload(controller, csv(value));
    assert.equal(answer.status, 303, await answer.clone().text());
    const address = answer.headers.get('location')!;
    assert.match(await controller.read(address), /Välj kolumnerna/);
    assert.equal((await controller.post(`${address}/kolumner`, { indicator: '0', asOf: '2' })).status, 422);
    await controller.post(`${address}/kolumner`, { indicator: '0', place: '1', asOf: '2', value: '3' });
    return { address, page: (await controller.read(address)).replace(/\s/g, ' ') };
  };
  const first = await handIn('12');
  assert.match(first.page, /1 nya värden, 0 som rättas och 0 som är oförändrade/);
  assert.match(first.page, /Ingen indikator har det namnet/);
  assert.equal((await controller.post(`${first.address}/bekrafta`)).status, 303);
  assert.equal((await controller.post(`${first.address}/bekrafta`)).status, 409);
  assert.match((await handIn('12')).page, /0 nya värden, 0 som rättas och 1 som är oförändrade/);
  const third = await handIn('13');
  assert.match(third.page, /0 nya värden, 1 som rättas/);
  await controller.post(`${third.address}/bekrafta`);
  const page = await read(`/indikatorer/${indicatorId}?plats=Granby`);
  assert.match(page, />13</);
  assert.match(page, /Rättat: <span lang="sv">Inläst: hembesök\.csv/);
  const wrong = await upload(controller, new File(['%PDF-1.4 x'], 'x.pdf'));
  assert.equal(wrong.status, 415);
});

test('Kolada is not asked where the installation has no address for it, and codes that are none are refused', async () => {
  const controller = await site.signIn('controller');
  assert.doesNotMatch(await controller.read('/indikatorer/las-in'), /Hämta från Kolada/);
  const ask = { keyFigures: 'N00945', municipalities: '9001, 9002', years: '2025' };
  assert.equal((await controller.post('/indikatorer/las-in/kolada', ask)).status, 409);
  const refused = await controller.post('/indikatorer/las-in/kolada', { ...ask, keyFigures: '../x' });
  assert.equal(refused.status, 422);
  assert.match(await refused.text(), /Koderna går inte att läsa/);
});

test('a principal is asked for the figures that are late, answers in its own register, and the delivery is done', async () => {
  const lead = await site.signIn('samverkan');
  const deliveries = async () => (await lead.read('/indikatorer/leveranser')).replace(/\s/g, ' ');
  const late =
    /Granhults kommun<\/a>(?:(?!<\/tr>).)*Försenad(?:(?!<\/tr>).)*?href="(\/utlamna\/uppgifter\/[0-9a-f-]{36})"/;
  const path = late.exec(await deliveries())![1]!;
  assert.doesNotMatch(await read('/indikatorer/leveranser'), /utlamna\/uppgifter/, 'a reader is shown no way');
  const form = await lead.read(path);
  const receiver = /value="([0-9a-f-]{36})"[^>]*checked/.exec(form)![1]!;
  assert.match(form, /Lämna uppgifter till indikatorer/);
  const question = 'Lämna uppgifterna.';
  const typed = { ground: 'noSecrecy', receivers: receiver, asks: 'on', question, dueOn: '2099-01-31' };
  const seen = await (await lead.post(path, typed)).text();
  assert.match(seen, /Besök i hemsjukvården[\s\S]*Kommunernas journalsystem/, 'what is counted goes with the question');
  const shownHash = /name="shownHash" value="([^"]+)"/.exec(seen)![1]!;
  await leadsTo(await lead.post(`${path}/lamna`, { ...typed, shownHash }));
  await carryAll(site.db);

  const municipality = await site.signIn('kommun');
  const list = await municipality.read('/mottaget');
  const href = /href="(\/mottaget\/[0-9a-f-]{36})"[^>]*>(?:(?!<\/a>)[\s\S])*Begäran om uppgifter/.exec(list)![1]!;
  const copy = await municipality.read(href);
  const version = /name="version" value="([^"]*)"/.exec(copy)![1]!;
  const figure = /name="(figure-[^"]+)"/.exec(copy)![1]!;
  const answer = { asOf: '2026-09-30', source: 'Journalsystemet', version };
  const refused = await municipality.post(`${href}/svar`, { ...answer, [figure]: 'många' });
  assert.equal(refused.status, 422);
  assert.match(await refused.text(), /value="många"/);
  await leadsTo(await municipality.post(`${href}/svar`, { ...answer, [figure]: '4 321' }));
  await carryAll(site.db, answerHandlers);
  assert.doesNotMatch(await deliveries(), late, 'nothing is late from there any more');
  const all = (await lead.read('/indikatorer/leveranser?alla=ja')).replace(/\s/g, ' ');
  const series =
    /href="(\/indikatorer\/[0-9a-f-]{36})"[^>]*>[^<]*<\/a>(?:(?!<\/tr>).)*Granhults kommun(?:(?!<\/tr>).)*Levererad/.exec(
      all,
    )![1]!;
  const shown = await read(`${series}?plats=${encodeURIComponent('Granhults kommun')}`);
  assert.match(shown, />4 321</);
  assert.match(shown, /Levererad av huvudman/);
});

/** Hands in a file as a browser does. */
async function upload(visitor: Visitor, file: File): Promise<Response> {
  const body = new FormData();
  body.set('csrf', /name="csrf" value="([^"]+)"/.exec(await visitor.read('/indikatorer/las-in'))![1]!);
  body.set('idempotencyKey', crypto.randomUUID());
  body.set('file', file);
  const headers = { cookie: visitor.cookie, origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' };
  return site.app.request('http://localhost:3000/indikatorer/las-in', { method: 'POST', body, headers });
}
