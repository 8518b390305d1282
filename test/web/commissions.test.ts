import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { getCommission, getFund, listCommissions, listFunds } from '../../src/domain/commissions/index.ts';
import type { Reader } from '../../src/storage/database.ts';
import { type DemoSite, openDemoSite, type Visitor } from '../support/demo-site.ts';

let site: DemoSite;
let lead: Visitor;
let member: Visitor;
before(async () => {
  site = await openDemoSite();
  lead = await site.signIn('samverkan');
  member = await site.signIn('ledamot');
});
after(() => site.close());

const plain = (page: string) => page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const read = <T>(run: (r: Reader) => Promise<T>) => site.database.db.read(site.database.auth('record.read'), run);
const named = async (what: string) => {
  const found = (await read((r) => listCommissions(r))).filter((one) => one.what.startsWith(what));
  return found[0]!;
};
const idIn = (answer: Response) => answer.headers.get('location')!.split('/').at(-1)!;

test('the list names each fault, and can be narrowed to them', async () => {
  const all = plain(await member.read('/samverkan/bestallningar'));
  for (const words of ['fördelning mellan betalare saknas', 'flera år utan fördelning', 'två beslut om samma tid'])
    assert.ok(all.includes(words), words);
  const faulty = plain(await member.read('/samverkan/bestallningar?brist=overlaps'));
  assert.match(faulty, /Mobilt team för unga/);
  assert.doesNotMatch(faulty, /Stöd när överenskommelsen/);
  assert.equal((await member.get('/samverkan/bestallningar?brist=annat')).status, 422);
});

test('a page says who pays what, who “kommunerna” are, and the sum as counted', async () => {
  const { id } = await named('Stöd när');
  const page = await member.read(`/samverkan/bestallningar/${id}`);
  assert.match(plain(page), /Summa.*265 000 kr räknat/, 'no paper names the sum of the two');
  assert.match(plain(page), /25 % av en tjänst/);
  assert.match(plain(page), /Vilka kommunerna är \(\d+\)/);
  assert.match(plain(page), /Nära vård-medel ”kommunernas nära vård medel” i handlingen/);
  assert.doesNotMatch(page, /\/andra"/, 'a member changes nothing');
});

test('every sum leads to the rows that it is made of', async () => {
  const page = await member.read('/samverkan/medel');
  const links = [...page.matchAll(/href="(\/samverkan\/bestallningar\?[^"]+)"[^>]*>([^<]+)/g)];
  assert.ok(links.length > 10);
  for (const [, href, sum] of links) {
    const rows = plain(await member.read(href!.replaceAll('&amp;', '&')));
    const words = plain(sum!).trim();
    const said = words.endsWith('kr') ? `I urvalet: ${words},` : `, ${words} årsarbetare.`;
    assert.ok(rows.includes(said), `${href} does not say ${said}`);
  }
  const csv = await (await member.get('/samverkan/medel/fil/csv')).text();
  assert.match(csv, /Språkstöd på familjecentraler/);
  assert.equal(
    (await member.get('/samverkan/medel/fil/xlsx')).headers.get('content-type')?.includes('spreadsheet'),
    true,
  );
});

test('a commission is made, extended and ended without script; what was typed stays when it is wrong', async () => {
  const { orderedBy, fundRecord } = await named('Stöd när');
  const fields = {
    what: 'Nattpatruller',
    who: 'Nattgruppen',
    bodyId: orderedBy!.id,
    fte: '200 %',
    extentKind: 'summedRates',
    from: '2026-01-01',
    to: '2026-12-31',
    fundId: fundRecord!.id,
    decided: 'on',
    payer1: 'group:municipalities',
    amount1: '1,2 mkr',
    posts1: '150 %',
    payer2: 'words:Stiftelsen Natt',
    amount2: '100 000,50',
    posts2: '0,5',
  };
  const wrong = await lead.post('/samverkan/bestallningar/ny', { ...fields, amount2: 'mycket', year1: '2031' });
  assert.equal(wrong.status, 422);
  const again = await wrong.text();
  assert.match(again, /value="mycket"/);
  assert.match(again, /Stiftelsen Natt/);
  const outside = await (await lead.post('/samverkan/bestallningar/ny', { ...fields, year2: '2031' })).text();
  assert.match(outside, /id="field-year2-error"|year2-error/, 'the verb’s problem stands at its line');
  const id = idIn(await lead.post('/samverkan/bestallningar/ny', fields));
  const made = await read((r) => getCommission(r, id));
  assert.equal(made.fte, 2);
  assert.deepEqual(
    made.parts.map(({ payer, money, fte }) => [payer?.group ?? payer?.name, money?.value ?? null, fte]),
    [
      ['municipalities', 1_200_000, null],
      ['Stiftelsen Natt', 100_000.5, null],
      ['municipalities', null, 1.5],
      ['Stiftelsen Natt', null, 0.5],
    ],
  );
  const page = plain(await lead.read(`/samverkan/bestallningar/${id}`));
  assert.match(page, /1 300 000,50 kr/);
  assert.match(page, /200 % sammanlagd tjänstegrad/);
  assert.match(page, /Beställningen säger allt den ska/);
  const extend = await lead.read(`/samverkan/bestallningar/${id}/forlang`);
  assert.match(extend, /value="2027-01-01"/, 'it begins the day after');
  const next = idIn(
    await lead.post(`/samverkan/bestallningar/${id}/forlang`, { ...fields, from: '2027-01-01', to: '2027-12-31' }),
  );
  assert.match(plain(await lead.read(`/samverkan/bestallningar/${next}`)), /2 beslut.*2 600 001 kr/);
  const ended = await lead.post(`/samverkan/bestallningar/${next}/avsluta`, {
    endedOn: '2027-06-30',
    reason: 'Verksamheten är ordinarie.',
    version: '1',
  });
  assert.equal(ended.status, 303);
  assert.match(plain(await lead.read(`/samverkan/bestallningar/${next}`)), /avslutad.*Verksamheten är ordinarie/);
});

test('who saves an older version sees both texts, and a proposal is decided once', async () => {
  const { id, version } = await named('Språkstöd');
  const fields = { what: 'Språkstöd på familjecentraler', who: 'Annan mottagning', version: String(version) };
  assert.equal((await lead.post(`/samverkan/bestallningar/${id}/besluta`, { version: String(version) })).status, 303);
  const conflict = await lead.post(`/samverkan/bestallningar/${id}/andra`, fields);
  assert.equal(conflict.status, 409);
  const page = plain(await conflict.text());
  assert.match(page, /Någon annan har sparat medan du skrev/);
  assert.match(page, /Logopedmottagningen Annan mottagning/);
  const twice = await lead.post(`/samverkan/bestallningar/${id}/besluta`, { version: String(version + 1) });
  assert.equal(twice.status, 409);
});

test('a fund shows its balance and its overdraft, and a year of it is told and changed', async () => {
  const funds = await read((r) => listFunds(r));
  const { id } = funds.find(({ name }) => name === 'Statsbidrag psykisk hälsa')!;
  assert.match(plain(await member.read(`/samverkan/medel/${id}`)), /övertecknad med/);
  const year = { year: '2027', allocated: '2 mkr', version: '1' };
  assert.equal((await lead.post(`/samverkan/medel/${id}/ar`, { ...year, allocated: '' })).status, 422);
  assert.equal((await lead.post(`/samverkan/medel/${id}/ar`, year)).status, 303);
  assert.equal((await read((r) => getFund(r, id))).years.at(-1)?.allocated, 200_000_000);
  const late = await lead.post(`/samverkan/medel/${id}/ar`, { ...year, allocated: '3 mkr' });
  assert.equal(late.status, 409);
  assert.match(plain(await late.text()), /2000000 3 mkr/);
  const twin = await lead.post('/samverkan/medel/ny', {
    name: 'statsbidrag PSYKISK-hälsa',
    owner: 'state',
    kind: 'earmarked',
  });
  assert.equal(twin.status, 422);
  assert.match(await twin.text(), /har redan det namnet/);
});

test('only those who may change commissions reach the forms', async () => {
  const { id } = await named('Stöd när');
  for (const path of ['/samverkan/bestallningar/ny', `/samverkan/bestallningar/${id}/andra`, '/samverkan/medel/ny'])
    assert.equal((await member.get(path)).status, 403);
  const answer = await member.post(`/samverkan/bestallningar/${id}/avsluta`, {
    endedOn: '2026-06-30',
    reason: 'Nej',
    version: '1',
  });
  assert.equal(answer.status, 403);
});
