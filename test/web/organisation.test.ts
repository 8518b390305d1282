import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { findBodyByName, getBody, listRegulations, listSeats, type Seat } from '../../src/domain/organisation/index.ts';
import { type DemoSite, openDemoSite, secretaryOf, type Visitor } from '../support/demo-site.ts';

let site: DemoSite;
let secretary: Visitor;
let member: Visitor;
let other: Visitor;
let local: string;
before(async () => {
  site = await openDemoSite();
  local = (await site.read((r) => findBodyByName(r, 'Beredning för lokal vård')))!.id;
  secretary = await site.signIn('sekreterare');
  member = await site.signIn('ledamot');
  other = await secretaryOf(site, 'Hälso- och sjukvårdsnämnden');
});
after(() => site.close());

const path = (id = local) => `/organ/${id}`;
const seatsNow = () => site.read((r) => listSeats(r, local, '2026-11-22'));
const vacant = (seats: readonly Seat[]) => seats.find(({ personId }) => personId === null)!;

test('the tree shows every body below its parent, with kind and other names', async () => {
  const page = await secretary.read('/organ');
  assert.ok(page.indexOf('Regionfullmäktige') < page.indexOf('Hälso- och sjukvårdsnämnden'));
  assert.match(page, /beredning · kallas även Beredning för vård nära hemmet/);
  assert.match(page, /Lägg in organ/);
  assert.doesNotMatch(await member.read('/organ'), /Lägg in organ/);
});

test('a name of a document is known, looks like one, or is unknown; a likeness is confirmed with its reason', async () => {
  assert.match(await secretary.read('/organ?namn=Beredningen+f%C3%B6r+v%C3%A5rd+n%C3%A4ra+hemmet'), /Namnet är känt/);
  const alike = await secretary.read('/organ?namn=Beredning+f%C3%B6r+lokalv%C3%A5rd');
  assert.match(alike, /Kan vara samma organ[\s\S]*Beredning för lokal vård/);
  assert.match(alike, new RegExp(`/organ/${local}/namn\\?namn=Beredning`));
  assert.doesNotMatch(await member.read('/organ?namn=Beredning+f%C3%B6r+lokalv%C3%A5rd'), /Bekräfta att det är samma/);
  assert.match(await secretary.read('/organ?namn=Xyzzy'), /Inget organ liknar namnet/);

  const name = 'Beredning för lokalvård';
  const without = await secretary.post(`${path()}/namn`, { name });
  assert.match(await without.text(), /Skriv varför namnen är samma organ/);
  assert.equal((await secretary.post(`${path()}/namn`, { name, reason: 'skrivfel i kallelsen' })).status, 303);
  assert.match(await secretary.read(path()), /Beredning för lokalvård<\/dt><dd>skrivfel i kallelsen/);
  const taken = await secretary.post(`${path()}/namn`, { name: 'Regionfullmäktige', reason: 'fel' });
  assert.match(await taken.text(), /heter så redan/);
});

test('the page says what the kind may decide, each rule with its id, and links its figures', async () => {
  const page = await secretary.read(path());
  assert.match(page, /Beslutanderätt \(R-ORG-1\)[\s\S]*Organet bereder och beslutar inte i sak/);
  assert.match(page, new RegExp(`/uppdrag\\?ar=2026&amp;organ=${local}`));
  assert.match(page, new RegExp(`/sammantraden\\?organ=${local}`));
  assert.match(page, /1 vakant plats/);
  const board = await secretary.read(
    path((await site.read((r) => findBodyByName(r, 'Hälso- och sjukvårdsnämnden')))!.id),
  );
  assert.match(board, /Organet beslutar självt[\s\S]*Mer än hälften ska vara närvarande: 4 av 7/);
});

test('a body is entered and changed; two who change it see both texts; others are refused', async () => {
  const fields = { kind: 'committee', name: 'Kulturnämnden' };
  assert.equal((await member.post('/organ/nytt', fields)).status, 403);
  assert.equal((await other.post('/organ/nytt', fields)).status, 403, 'a secretary of one body enters none at the top');
  const made = await secretary.post('/organ/nytt', fields);
  assert.equal(made.status, 303);
  const id = made.headers.get('location')!.split('/').at(-1)!;
  assert.match(await (await secretary.post('/organ/nytt', fields)).text(), /heter så redan/);
  const change = (name: string, version: string) => secretary.post(`${path(id)}/andra`, { ...fields, name, version });
  assert.equal((await change('Nämnden för kultur', '1')).status, 303);
  const conflict = await change('Kultur- och fritidsnämnden', '1');
  assert.equal(conflict.status, 409);
  assert.match(await conflict.text(), /Nämnden för kultur[\s\S]*Kultur- och fritidsnämnden/);
  assert.deepEqual(
    (await site.read((r) => getBody(r, id))).aliases.map(({ name }) => name),
    ['Kulturnämnden'],
  );
  const seat = vacant(await seatsNow());
  for (const end of [
    '/andra',
    '/namn',
    '/reglemente',
    '/reglemente?regel=adjusters',
    '/inkallelseordning',
    '/huvudman/ny',
    '/platser/ny',
    `/platser/${seat.id}/besatt`,
  ]) {
    await other.read(`${path()}${end}`, 403);
    await member.read(`${path()}${end}`, 403);
  }
  const day = { day: '2026-12-01', version: '1' };
  for (const [end, sent] of [
    ['/andra', { ...fields, version: '1' }],
    ['/namn', { name: 'Nej', reason: 'nej' }],
    ['/reglemente', { key: 'members', value: '3', validFrom: '2027-01-01' }],
    ['/inkallelseordning', { orders: 'S: V', validFrom: '2027-01-01' }],
    ['/huvudman/ny', { participantId: local }],
    ['/platser/ny', { kind: 'member' }],
    [`/platser/${seat.id}/besatt`, { ...day, person: 'Nej' }],
    [`/platser/${seat.id}/avsluta`, day],
  ] as const)
    for (const visitor of [other, member]) assert.equal((await visitor.post(`${path()}${end}`, sent)).status, 403, end);
});

test('a seat is filled, with the question whether a known name is the same person, made vacant and ended', async () => {
  const seat = vacant(await seatsNow());
  const at = (id: string, end: string) => `${path()}/platser/${id}/${end}`;
  const fill = { day: '2026-11-23', version: String(seat.version), role: '' };
  const known = await secretary.post(at(seat.id, 'besatt'), { ...fill, person: 'Alvar Stenhammar' });
  const question = await known.text();
  assert.equal(known.status, 422);
  assert.match(question, /Någon med det namnet finns redan[\s\S]*Det är samma person/);
  const twice = await secretary.post(at(seat.id, 'besatt'), { ...fill, person: 'Selma Hagström', same: 'same' });
  assert.match(await twice.text(), /har redan en plats i organet/);
  assert.equal((await secretary.post(at(seat.id, 'besatt'), { ...fill, person: 'Prov Provsson' })).status, 303);
  const later = await site.read((r) => listSeats(r, local, '2026-12-01'));
  const filled = later.find(({ personName }) => personName === 'Prov Provsson')!;
  assert.equal(filled.order, seat.order);
  const stale = await secretary.post(at(seat.id, 'avsluta'), { day: '2026-11-22', version: '99' });
  assert.equal(stale.status, 409);
  const vacate = { day: '2026-12-05', version: String(filled.version) };
  assert.equal((await secretary.post(at(filled.id, 'vakant'), vacate)).status, 303);
  const added = await secretary.post(`${path()}/platser/ny`, { kind: 'deputy', party: 'V', validFrom: '2026-11-01' });
  assert.equal(added.status, 303);
  assert.match(
    await secretary.read(path()),
    /Platserna stämmer inte med reglementet[\s\S]*6 ersättare, reglementet säger 5/,
  );
  const extra = (await seatsNow()).find(({ party }) => party === 'V')!;
  const end = { day: '2026-11-21', version: String(extra.version) };
  assert.equal((await secretary.post(at(extra.id, 'avsluta'), end)).status, 303);
  assert.doesNotMatch(await secretary.read(path()), /Platserna stämmer inte/);
  const elsewhere = (await site.read((r) => findBodyByName(r, 'Regionfullmäktige')))!.id;
  await secretary.read(`${path(elsewhere)}/platser/${seat.id}/avsluta`, 404);
});

test('what the reglemente says is recorded from a day on, and what held before ends the day before', async () => {
  const send = (value: string) =>
    secretary.post(`${path()}/reglemente`, {
      key: 'members',
      value,
      validFrom: '2027-01-01',
      source: 'Nya bestämmelser',
    });
  assert.match(await (await send('många')).text(), /Skriv ett heltal/);
  assert.equal((await send('11')).status, 303);
  const members = (await site.read((r) => listRegulations(r, local))).filter(({ key }) => key === 'members');
  assert.deepEqual(
    members.map(({ value, validTo }) => [value, validTo]),
    [
      ['11', null],
      ['9', '2026-12-31'],
    ],
  );
});

test('each value that holds names its source, and the form of one asks for the words that it can be', async () => {
  const board = (await site.read((r) => findBodyByName(r, 'Hälso- och sjukvårdsnämnden')))!.id;
  const page = await secretary.read(path(board));
  assert.match(page, /Det här gäller för organet[\s\S]*enligt kommunallagen \(2017:725\)/);
  assert.match(page, /justering, dagar efter[\s\S]*?14 dagar[\s\S]*?Lag: <span lang="sv">KL 5:69/);
  assert.doesNotMatch(page, /Organets mandat/);
  assert.match(
    await secretary.read(path()),
    /Organets mandat[\s\S]*bereder och beslutar inte, utom om den egna budgeten/,
  );
  assert.doesNotMatch(await member.read(path()), /reglemente\?regel=/);

  const group = (await site.read((r) => findBodyByName(r, 'Chefsgrupp för samverkan')))!.id;
  const ofGroup = await secretary.read(path(group));
  assert.match(ofGroup, /Ingen lag har regler för slaget chefsgrupp[\s\S]*genom varje huvudmans eget beslut/);
  assert.doesNotMatch(ofGroup, /egen budget|KL \d|Inkallelseordning/);

  const form = await secretary.read(`${path()}/reglemente?regel=adjusters`);
  assert.match(form, /Nu gäller: ordföranden och justerare[\s\S]*ordföranden ensam[\s\S]*alla som tjänstgjort/);
  assert.match(
    await secretary.read(`${path()}/reglemente`),
    /Välj vad reglementet säger något om[\s\S]*vem som justerar/,
  );
  const send = (key: string, value: string, id = local) =>
    secretary.post(`${path(id)}/reglemente`, { key, value, validFrom: '2026-01-01', source: 'Reglemente § 14' });
  assert.match(await (await send('adjusterCount', '99')).text(), /Skriv ett heltal från 0 till 9/);
  assert.match(await (await send('adjustmentDays', '20', board)).text(), /Lagen ger högst 14 dagar/);
  assert.equal((await send('adjusters', 'chairAlone')).status, 303);
  const after = await secretary.read(path());
  assert.match(after, /vem som justerar[\s\S]*?ordföranden ensam[\s\S]*?Reglemente, från[\s\S]*?Reglemente § 14/);
});

test('the order of deputies is written a line a party, and a line that cannot be read is told by its number', async () => {
  assert.match(await secretary.read(path()), /Ingen inkallelseordning är antecknad/);
  const form = await secretary.read(`${path()}/inkallelseordning`);
  assert.match(form, /<textarea[^>]*>\s*\p{L}+:/u, 'each party that has seats has its line');
  const send = (orders: string) =>
    secretary.post(`${path()}/inkallelseordning`, { orders, validFrom: '2026-01-01', source: 'Fullmäktige § 7' });
  assert.match(await (await send('S: V, MP\nM KD')).text(), /Rad 2 går inte att läsa[\s\S]*M KD/);
  assert.match(await (await send('S: S')).text(), /kan inte falla tillbaka på sig självt/);
  assert.equal((await send('S: V, MP\n\nM: KD, L')).status, 303);
  assert.match(await secretary.read(path()), /Fullmäktige § 7[\s\S]*V, MP, den som står närmast på listan/);
});

test('a joint nämnd shows who has it together, and adds and ends them', async () => {
  const enter = async (kind: string, name: string) =>
    (await secretary.post('/organ/nytt', { kind, name })).headers.get('location')!.split('/').at(-1)!;
  const joint = await enter('jointCommittee', 'Gemensamma hjälpmedelsnämnden');
  const town = await enter('municipality', 'Prövköpings kommun');
  assert.match(await secretary.read(path(joint)), /Inga huvudmän är inlagda/);
  assert.match(await secretary.read(`${path(joint)}/huvudman/ny`), /Prövköpings kommun/);
  const add = (participantId: string) =>
    secretary.post(`${path(joint)}/huvudman/ny`, { participantId, host: 'on', validFrom: '2026-01-01' });
  assert.match(await (await add(local)).text(), /Välj den kommun eller region som deltar/);
  assert.equal((await add(town)).status, 303);
  const page = await secretary.read(path(joint));
  assert.match(page, /anslår nämndens justerade protokoll[\s\S]*Prövköpings kommun[\s\S]*värd/);
  const row = /huvudman\/([0-9a-f-]{36})\/avsluta/.exec(page)![1]!;
  const end = (lastDay: string) => secretary.post(`${path(joint)}/huvudman/${row}/avsluta`, { lastDay, version: '1' });
  assert.match(await secretary.read(`${path(joint)}/huvudman/${row}/avsluta`), /Avsluta deltagandet/);
  assert.match(await (await end('2025-01-01')).text(), /Slutdagen ligger före första dagen/);
  assert.equal((await end('2026-12-31')).status, 303);
  assert.match(await secretary.read(path(joint)), /till och med/);
  assert.doesNotMatch(await secretary.read(path()), /Huvudmän/, 'a beredning is nobody’s together');
});
