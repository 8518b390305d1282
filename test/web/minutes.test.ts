import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accountsWhoMay, createAccount, grantRole } from '../../src/domain/access/index.ts';
import {
  callUpItem,
  closeMeeting,
  endItem,
  listAttendance,
  openMeeting,
  prepareRollCall,
} from '../../src/domain/attendance/index.ts';
import { recordDecision } from '../../src/domain/decisions/index.ts';
import { addAgendaItem, planMeeting } from '../../src/domain/meetings/index.ts';
import { getMinutes, minutesOfMeeting } from '../../src/domain/minutes/index.ts';
import { findBodyByName } from '../../src/domain/organisation/index.ts';
import { type DemoSite, demoPassword, openDemoSite, secretaryOf, type Visitor } from '../support/demo-site.ts';

let site: DemoSite;
let secretary: Visitor;
let chair: Visitor;
let adjuster: Visitor;
let board: string;
let meetingId: string;
let items: string[];

before(async () => {
  site = await openDemoSite();
  board = (await site.read((r) => findBodyByName(r, 'Hälso- och sjukvårdsnämnden')))!.id;
  secretary = await secretaryOf(site, 'Hälso- och sjukvårdsnämnden');
  const account = (login: string, name: string, role: 'chair' | 'member') =>
    site.write('account.administer', async (w) => {
      const accountId = await createAccount(w, { login, name, password: demoPassword, email: `${login}@prov.example` });
      await grantRole(w, { accountId, role, bodyId: board, validFrom: '2023-01-01' });
    });
  await account('prov.ordforande', 'Prov Ordförande', 'chair');
  await account('prov.justerare', 'Prov Justerare', 'member');
  chair = await site.signIn('prov.ordforande');
  adjuster = await site.signIn('prov.justerare');
  meetingId = await site.write('meeting.edit', (w) =>
    planMeeting(w, { kind: 'meeting', bodyId: board, heldOn: '2026-11-19' }),
  );
  items = [];
  for (const title of ['Val av justerare', 'Vårdplatser <b>i norr</b>'])
    items.push(await site.write('meeting.edit', (w) => addAgendaItem(w, { meetingId, title, category: 'decision' })));
  await site.write('meeting.conduct', async (w) => {
    await prepareRollCall(w, meetingId);
  });
  const people = await site.read((r) => listAttendance(r, meetingId));
  const conduct = <T>(run: Parameters<typeof site.write<'meeting.conduct', T>>[1]) =>
    site.write('meeting.conduct', run);
  await conduct((w) =>
    openMeeting(w, { meetingId, at: '09:00', present: people.map(({ id }) => ({ attendanceId: id })) }),
  );
  for (const [index, itemId] of items.entries()) await conduct((w) => callUpItem(w, { itemId, at: `09:1${index}` }));
  await conduct((w) => endItem(w, { meetingId, at: '09:40' }));
  await conduct((w) => closeMeeting(w, { meetingId, at: '10:00' }));
  await site.write('decision.record', (w) =>
    recordDecision(w, {
      agendaItemId: items[0]!,
      title: 'Val av justerare',
      clauses: [
        'att jämte ordföranden justera dagens protokoll utse Prov Justerare (P) med En Annan (P) som ersättare',
      ],
      state: 'made',
    }),
  );
});
after(() => site.close());

const minutesId = async () => (await site.read((r) => minutesOfMeeting(r, meetingId)))[0]!.id;
const stored = async () => {
  const id = await minutesId();
  return site.read((r) => getMinutes(r, id));
};

test('minutes are begun from their meeting by those who may, once', async () => {
  const path = `/sammantraden/${meetingId}/protokoll`;
  assert.match(await secretary.read(path), /Påbörja protokollet/);
  assert.doesNotMatch(await chair.read(path), /Påbörja protokollet/);
  assert.equal((await chair.post(path, { bodyId: board })).status, 403);
  const one = await secretary.post(path, { bodyId: board });
  assert.equal(one.status, 303);
  const again = await secretary.post(path, { bodyId: board });
  assert.equal(again.headers.get('location'), one.headers.get('location'));
});

test('the page shows the document, what KL 5:67 misses, and refuses to send until it is there', async () => {
  const id = await minutesId();
  const page = await secretary.read(`/protokoll/${id}`);
  assert.match(page, /Det här saknas i protokollet/);
  assert.match(page, /§ 2: beslut/);
  assert.match(page, /Vårdplatser &lt;b&gt;i norr&lt;\/b&gt;/, 'what people wrote is text');
  const form = await secretary.read(`/protokoll/${id}/skicka`);
  assert.match(form, /value="Prov Justerare"/, 'the appointed adjuster stands in the form');
  const refused = await secretary.post(`/protokoll/${id}/skicka`, {
    chair: 'Prov Ordförande',
    adjuster1: 'Prov Justerare',
    version: String((await stored()).version),
  });
  assert.equal(refused.status, 422);
  assert.match(await refused.text(), /kommunallagen 5 kap\. 67 §/);
  await site.write('decision.record', (w) =>
    recordDecision(w, {
      agendaItemId: items[1]!,
      title: 'Vårdplatser',
      clauses: ['att öka antalet vårdplatser'],
      state: 'made',
    }),
  );
  assert.match(await secretary.read(`/protokoll/${id}`), /Inget saknas/);
});

test('a draft goes out for comments, is read, remarked on and answered', async () => {
  const id = await minutesId();
  await secretary.post(`/protokoll/${id}/synpunkter/be`, { version: String((await stored()).version) });
  await chair.read(`/protokoll/${id}`);
  const left = await chair.post(`/protokoll/${id}/synpunkter`, { itemId: items[1]!, body: 'Antalet saknas.' });
  assert.equal(left.status, 303, await left.text());
  const page = await secretary.read(`/protokoll/${id}`);
  assert.match(page, /Har läst utkastet.*Prov Ordförande/s);
  assert.match(page, /Antalet saknas\./);
  const answer = page.match(/action="(\/protokoll\/[^"]+\/synpunkter\/[0-9a-f-]{36})"/)![1]!;
  await secretary.post(answer, { resolution: 'Lades till.', version: '1' });
  assert.match(await chair.read(`/protokoll/${id}`), /Lades till\./);
});

test('signers are asked, sign with their password, and the last one adjusts; what was shown is what is signed', async () => {
  const id = await minutesId();
  const accounts = await site.read((r) => accountsWhoMay(r, 'minutes.sign', board, '2026-11-22'));
  const accountOf = (name: string) => accounts.find((one) => one.name === name)!.id;
  const sent = await secretary.post(`/protokoll/${id}/skicka`, {
    chair: 'Prov Ordförande',
    chairAccount: accountOf('Prov Ordförande'),
    adjuster1: 'Prov Justerare',
    adjuster1Account: accountOf('Prov Justerare'),
    version: String((await stored()).version),
  });
  assert.equal(sent.status, 303, await sent.text());
  const adjustment = (await stored()).adjustments[0]!;
  assert.match(await chair.read('/'), /Justera protokoll/);
  assert.match(
    await secretary.read('/mitt-arbete'),
    /Protokoll väntar på underskrift.*väntar på Prov Ordförande och Prov Justerare/s,
  );
  const signPath = `/protokoll/${id}/justera`;
  assert.equal((await secretary.get(`${signPath}?handling=${adjustment.id}`)).status, 403, 'only who is asked');
  const page = await chair.read(`${signPath}?handling=${adjustment.id}`);
  assert.ok(page.includes(adjustment.contentHash!));
  const sign = (who: Visitor, more: Record<string, string> = {}) =>
    who.post(signPath, { handling: adjustment.id, hash: adjustment.contentHash!, password: demoPassword, ...more });
  const wrong = await sign(chair, { password: 'inte mitt lösenord' });
  assert.equal(wrong.status, 422);
  assert.match(await wrong.text(), /Lösenordet stämmer inte/);
  assert.equal((await sign(chair, { hash: 'f'.repeat(64) })).status, 409);
  assert.equal((await sign(chair)).status, 303);
  assert.equal((await sign(adjuster)).status, 303);
  assert.equal((await stored()).state, 'adjusted');
  const adjusted = await secretary.read(`/protokoll/${id}`);
  assert.match(adjusted, /Dokumentet är låst/);
  assert.match(adjusted, /Anslå justeringen/);
});

test('the adjustment is announced on a board that everybody can read, and sends nobody else there', async () => {
  const id = await minutesId();
  const adjustment = (await stored()).adjustments[0]!;
  assert.match(await secretary.read(`/protokoll/${id}/anslag`), /Ska anslås senast 24 november 2026/);
  const posted = await secretary.post(`/protokoll/${id}/anslag`, {
    handling: adjustment.id,
    availableAt: 'Regionens kansli',
  });
  assert.equal(posted.status, 303, await posted.text());
  const open = async (path: string) => {
    const answer = await site.app.fetch(
      new Request(`http://localhost:3000${path}`, { headers: { 'accept-language': 'sv' } }),
    );
    return { status: answer.status, text: await answer.text() };
  };
  const { status, text } = await open('/anslagstavla');
  assert.equal(status, 200);
  assert.match(text, /Justerat protokoll/);
  assert.match(text, /2026-12-14/, 'the last day to appeal: 13 December is a Sunday');
  const href = text.match(/href="(\/anslagstavla\/[0-9a-f-]{36})"/)![1]!;
  const notice = await open(href);
  assert.match(notice.text, /laglighet/);
  assert.match(notice.text, /Bevis om anslag.*uppsatt/s);
  assert.doesNotMatch(notice.text, /Ta ned anslaget|href="\/protokoll/);
  const data = JSON.parse((await open('/anslagstavla/data')).text);
  const days: readonly string[] = data.anslagstavla.map(
    (one: { sistaDagAttOverklaga: string }) => one.sistaDagAttOverklaga,
  );
  assert.equal(days.filter((day) => day === '2026-12-14').length, 1);
  assert.equal((await secretary.post(`${href}/ta-ned`)).status, 409);
});

test('an extract is sent to those it concerns and stands in the register; a slip is corrected beside the minutes', async () => {
  const id = await minutesId();
  const sent = await secretary.post(`/protokoll/${id}/utdrag/${items[1]}`, {
    recipients: 'Kommunens kansli <kansli@kommun.example>\nArkivet',
  });
  assert.equal(sent.status, 303, await sent.text());
  const wrong = await secretary.post(`/protokoll/${id}/utdrag/${items[1]}`, { recipients: 'Kansliet <ingen adress>' });
  assert.equal(wrong.status, 422);
  await secretary.post(`/protokoll/${id}/ratta`, { was: 'vårdplatser', isNow: 'vårdplatserna', reason: 'Skrivfel' });
  const page = await secretary.read(`/protokoll/${id}`);
  assert.match(page, /kansli@kommun\.example/);
  assert.match(page, /Arkivet/);
  assert.match(page, /<del lang="sv">vårdplatser<\/del>/);
});

test('the files are written: minutes and extract as PDF, DOCX and JSON', async () => {
  const id = await minutesId();
  for (const [path, start] of [
    [`/protokoll/${id}/fil/pdf`, '%PDF'],
    [`/protokoll/${id}/fil/docx`, 'PK'],
    [`/protokoll/${id}/utdrag/${items[1]}/fil/pdf`, '%PDF'],
  ] as const) {
    const answer = await secretary.get(path);
    assert.equal(answer.status, 200, path);
    assert.equal(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, start.length)
        .toString('latin1'),
      start,
    );
  }
});

test('when the time has run it is ended, and the minutes are archived with the hash of their PDF', async () => {
  const id = await minutesId();
  assert.equal((await secretary.post(`/protokoll/${id}/overklagandetid-slut`)).status, 409);
  site.travelTo('2026-12-15T08:00:00.000Z');
  const later = await site.signIn('annan');
  assert.equal((await later.post(`/protokoll/${id}/overklagandetid-slut`)).status, 303);
  const archived = await later.post(`/protokoll/${id}/arkivera`, { version: String((await stored()).version) });
  assert.equal(archived.status, 303, await archived.text());
  const minutes = await stored();
  assert.equal(minutes.state, 'archived');
  assert.match(minutes.archive?.pdfHash ?? '', /^[0-9a-f]{64}$/);
});
