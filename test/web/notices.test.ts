import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { findBodyByName } from '../../src/domain/organisation/index.ts';
import { type DemoSite, leadsTo, openDemoSite, secretaryOf, type Visitor } from '../support/demo-site.ts';

let site: DemoSite;
let secretary: Visitor;
let member: Visitor;
let board: string;
before(async () => {
  site = await openDemoSite();
  board = (await site.read((r) => findBodyByName(r, 'Hälso- och sjukvårdsnämnden')))!.id;
  secretary = await secretaryOf(site, 'Hälso- och sjukvårdsnämnden');
  member = await site.signIn('ledamot');
});
after(() => site.close());

/** The board as somebody sees it who has no account. */
async function anybody(path: string): Promise<{ readonly status: number; readonly text: string }> {
  const headers = { 'accept-language': 'sv' };
  const answer = await site.app.fetch(new Request(`http://localhost:3000${path}`, { headers }));
  return { status: answer.status, text: await answer.text() };
}

test('R-KL-56: the board is open to everybody, says what it is, and holds nothing but kinds of the law', async () => {
  const shownFirst = await anybody('/anslagstavla');
  assert.equal(shownFirst.status, 200);
  assert.match(shownFirst.text, /kommunallagen 8 kap\./);
  assert.doesNotMatch(shownFirst.text, /Nytt anslag|Inget är anslaget just nu/);
  const form = await secretary.read('/anslagstavla/ny');
  assert.doesNotMatch(form, /value="adjustedMinutes"/, 'that one comes from an adjustment');
  assert.match(form, /sammanträde med nämnd \(KL 8:11\)/);
  const fields = { bodyId: board, kind: 'committeeMeeting', title: 'Sammanträde <3 december>', bodyText: 'Kl. 9.' };
  const href = await leadsTo(await secretary.post('/anslagstavla/ny', fields));
  const shown = await anybody(href);
  assert.match(shown.text, /Sammanträde &lt;3 december&gt;/);
  assert.match((await anybody('/anslagstavla')).text, /Sammanträde &lt;3 december&gt;/);
  assert.equal((await secretary.post('/anslagstavla/ny', { ...fields, kind: 'news' })).status, 422);
});

test('an authority that has announced nothing yet says so', async () => {
  const bare = await openDemoSite({ region: false });
  const answer = await bare.app.request('http://localhost:3000/anslagstavla', { headers: { 'accept-language': 'sv' } });
  assert.match(await answer.text(), /Inget är anslaget just nu/);
  await bare.close();
});

test('who does not look after the board sees no buttons, and is refused', async () => {
  const href = await leadsTo(
    await secretary.post('/anslagstavla/ny', { bodyId: board, kind: 'appealInformation', title: 'Så överklagar du' }),
  );
  assert.doesNotMatch(await member.read(href), /Anteckna avbrott|Ta ned anslaget/);
  for (const step of ['avbrott', 'ta-ned', 'pa-nytt'])
    assert.equal((await member.post(`${href}/${step}`, { reason: 'x' })).status, 403, step);
  await member.read('/anslagstavla/ny', 403);
});

test('an entry that is out of sight is gone for everybody else, and each step stands in its proof', async () => {
  const href = await leadsTo(
    await secretary.post('/anslagstavla/ny', { bodyId: board, kind: 'statutoryAnnouncement', title: 'Kungörelse' }),
  );
  assert.equal((await secretary.post(`${href}/avbrott`, { reason: '' })).status, 422);
  await leadsTo(await secretary.post(`${href}/avbrott`, { reason: 'Driftstopp' }));
  assert.equal((await anybody(href)).status, 404);
  assert.doesNotMatch((await anybody('/anslagstavla')).text, /Kungörelse<|: Kungörelse/);
  await leadsTo(await secretary.post(`${href}/synligt`));
  assert.equal((await anybody(href)).status, 200);
  await leadsTo(await secretary.post(`${href}/ta-ned`));
  assert.match(await secretary.read(href), /uppsatt.*inte synligt.*Driftstopp.*synligt igen.*nedtaget/s);
  assert.equal((await anybody(href)).status, 404);
});

test('an entry is a file for everybody, and the file of one that is out of sight is not', async () => {
  const fields = { bodyId: board, kind: 'committeeMeeting', title: 'Sammanträde 17 december', bodyText: 'Kl. 9.' };
  const href = await leadsTo(await secretary.post('/anslagstavla/ny', fields));
  const fetched = async (format: string) =>
    await site.app.fetch(new Request(`http://localhost:3000${href}/fil/${format}`));
  for (const [format, start] of [
    ['pdf', '%PDF-'],
    ['docx', 'PK'],
  ] as const) {
    const answer = await fetched(format);
    assert.equal(answer.status, 200);
    assert.ok(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 5)
        .toString('latin1')
        .startsWith(start),
    );
  }
  await secretary.post(`${href}/avbrott`, { reason: 'Driftstopp' });
  assert.equal((await fetched('pdf')).status, 404);
});

test('who has signed in sees the board of their own authority, and nothing that another has not put up or has out of sight', async () => {
  const fields = { bodyId: board, kind: 'statutoryAnnouncement', title: 'Kungörelse om regionens taxa' };
  const href = await leadsTo(await secretary.post('/anslagstavla/ny', fields));
  assert.match((await anybody('/anslagstavla')).text, /regionens taxa/);
  await secretary.post(`${href}/avbrott`, { reason: 'Driftstopp' });
  assert.match(await secretary.read('/anslagstavla'), /regionens taxa/, 'who looks after the board sees it');
  const municipal = await site.signIn('kommun2');
  assert.doesNotMatch(await municipal.read('/anslagstavla'), /regionens taxa/);
  await municipal.read(href, 404);
  const form = await municipal.read('/anslagstavla/ny');
  const [, own] = /<option value="([0-9a-f-]{36})"[^>]*>Kommunstyrelsen/.exec(form)!;
  const posted = await leadsTo(
    await municipal.post('/anslagstavla/ny', { ...fields, bodyId: own!, title: 'Kungörelse om kommunens taxa' }),
  );
  assert.match(await municipal.read('/anslagstavla'), /kommunens taxa/);
  assert.match(await municipal.read(posted), /kommunens taxa/);
  assert.doesNotMatch(await secretary.read('/anslagstavla'), /kommunens taxa/);
});

test('the boards lie as files for everybody, and the list of boards is for those who look after them', async () => {
  const fields = { bodyId: board, kind: 'statutoryAnnouncement', title: 'Kungörelse om en väg' };
  const href = await leadsTo(await secretary.post('/anslagstavla/ny', fields));
  await site.boards.probe();
  await member.read('/anslagstavla/tavlor', 403);
  const boards = await secretary.read('/anslagstavla/tavlor');
  const [, slug] = /href="\/anslagstavla\/statisk\/([^/"]+)\/index\.html"/.exec(boards)!;
  assert.match(boards, /förs här/);
  const list = await anybody(`/anslagstavla/statisk/${slug}/index.html`);
  assert.equal(list.status, 200);
  assert.match(list.text, /Kungörelse om en väg/);
  assert.doesNotMatch(list.text, /<script/);
  const id = href.slice(href.lastIndexOf('/') + 1);
  assert.match((await anybody(`/anslagstavla/statisk/${slug}/${id}.html`)).text, /Kungörelse om en väg/);
  const data = JSON.parse((await anybody(`/anslagstavla/statisk/${slug}/tavla.json`)).text);
  assert.ok(data.anslag.some((one: { id: string }) => one.id === id));
  for (const name of ['finns-inte.html', '..%2Flog-key.pem', 'index.html.new'])
    assert.equal((await anybody(`/anslagstavla/statisk/${slug}/${name}`)).status, 404, name);
  await leadsTo(await secretary.post(`${href}/ta-ned`));
  await site.boards.probe();
  assert.equal((await anybody(`/anslagstavla/statisk/${slug}/${id}.html`)).status, 404, 'taken down is gone there too');
});
