import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import ICAL from 'ical.js';
import { letterCarrier } from '../../src/background-work.ts';
import { tieAccountToPerson } from '../../src/domain/access/index.ts';
import {
  addAgendaItem,
  getMeeting,
  listSummonses,
  makeAnswerLink,
  moveMeeting,
  planMeeting,
} from '../../src/domain/meetings/index.ts';
import { findBodyByName, listPersonsByName } from '../../src/domain/organisation/index.ts';
import type { Letter } from '../../src/mail/letter.ts';
import { openCarrier } from '../../src/mail/open-carrier.ts';
import { startRelay } from '../../src/storage/outbox.ts';
import { csrfToken } from '../../src/web/pipeline/csrf.ts';
import { type DemoSite, demoNow, demoOrigin, openDemoSite, type Visitor } from '../support/demo-site.ts';

let site: DemoSite;
let secretary: Visitor;
before(async () => {
  site = await openDemoSite();
  secretary = await site.signIn('sekreterare');
});
after(() => site.close());

const path = (id: string) => `/sammantraden/${id}`;
const mail = { kind: 'folder', folder: '', from: { name: 'Kansli', address: 'kansli@example.se' } } as const;

/** A meeting of the local drafting committee with an item, not summoned yet. */
async function plan(heldOn: string): Promise<string> {
  return await site.write('meeting.edit', async (w) => {
    const bodyId = (await findBodyByName(w, 'Beredning för lokal vård'))!.id;
    const id = await planMeeting(w, {
      bodyId,
      kind: 'meeting',
      heldOn,
      startsAt: '09:00',
      endsAt: '12:00',
      place: 'Sal A',
    });
    await addAgendaItem(w, { meetingId: id, title: 'Delårsrapport', category: 'information', number: '1' });
    return id;
  });
}

const summonses = (id: string) => site.read((r) => listSummonses(r, id));

/** Summons through the page, after everybody on the lists but the first has an address. */
async function summon(heldOn: string): Promise<string> {
  const id = await plan(heldOn);
  assert.equal((await secretary.post(`${path(id)}/svar/kalla`, { version: '1' })).status, 303);
  for (const one of (await summonses(id)).slice(1)) {
    if (one.address) continue;
    const address = `${one.id}@example.se`;
    const answer = await secretary.post(`${path(id)}/svar/${one.id}/adress`, { address, version: String(one.version) });
    assert.equal(answer.status, 303);
  }
  await secretary.post(`${path(id)}/svar/skicka`);
  return id;
}

/** Hands over all letters that wait, and answers with them. */
async function deliver(carry: (letter: Letter) => Promise<void> = async () => {}): Promise<readonly Letter[]> {
  const letters: Letter[] = [];
  const keep = async (letter: Letter) => {
    letters.push(letter);
    await carry(letter);
  };
  const handler = letterCarrier(site.db, { mail, publicUrl: demoOrigin }, { carry: keep });
  const relay = startRelay(site.db, { letter: handler }, { pollMs: 3_600_000 });
  await relay.drain();
  await relay.stop();
  return letters;
}

/** Moves the clock; the secretary signs in again, as after a long meeting. */
async function later(instant: string): Promise<void> {
  site.travelTo(instant);
  secretary = await site.signIn('sekreterare');
}

const linkIn = ({ text }: Letter) => /\/svar\/[\w-]{43}/.exec(text)?.[0] ?? '';

/** Somebody without an account, with the cookie that the form gave them. */
async function stranger(link: string, fields?: Readonly<Record<string, string>>): Promise<Response> {
  if (!fields) return await site.app.fetch(new Request(`${demoOrigin}${link}`));
  const cookie = '__Host-kansli-form=form-secret-of-a-stranger-0001';
  const body = new URLSearchParams({
    csrf: csrfToken('form-secret-of-a-stranger-0001', 'nonce'),
    version: '0',
    idempotencyKey: 'x',
    ...fields,
  });
  return await site.app.fetch(
    new Request(`${demoOrigin}${link}`, {
      method: 'POST',
      body,
      headers: { cookie, origin: demoOrigin, 'sec-fetch-site': 'same-origin' },
    }),
  );
}

test('the secretary summons: the page tells what happens, who lacks an address, and what each answered', async () => {
  const id = await plan('2026-12-07');
  const before = await secretary.read(`${path(id)}/svar`);
  assert.match(before, /Kallelsen är inte skickad/);
  assert.match(await secretary.read(path(id)), new RegExp(`href="${path(id)}/svar"`));
  assert.equal((await secretary.post(`${path(id)}/svar/kalla`, { version: '1' })).status, 303);
  const page = await secretary.read(`${path(id)}/svar`);
  assert.match(page, /Ledamöter kallas[\s\S]*Ersättare underrättas/);
  assert.match(page, /Saknar e-postadress och behöver kallas på annat sätt/);
  assert.match(page, /Platser som står tomma/);
  const [first] = await summonses(id);
  const noted = await secretary.post(`${path(id)}/svar/${first!.id}`, {
    answer: 'cannotCome',
    note: 'Bortrest',
    version: '0',
  });
  assert.equal(noted.status, 303);
  assert.match(await secretary.read(`${path(id)}/svar`), /kan inte komma/);
  const stale = await secretary.post(`${path(id)}/svar/${first!.id}`, { answer: 'comes', version: '0' });
  assert.equal(stale.status, 409, 'an answer that came meanwhile is not written over');
  const english = await secretary.read(`${path(id)}/svar?lang=en`);
  assert.match(english, /Members are called[\s\S]*Deputies are notified/);
  await secretary.read(`${path(id)}/svar?lang=sv`);
});

test('the list of answers is the secretary’s alone', async () => {
  const id = await plan('2026-12-08');
  const member = await site.signIn('ledamot');
  await member.read(`${path(id)}/svar`, 403);
  assert.equal((await member.post(`${path(id)}/svar/kalla`, { version: '1' })).status, 403);
});

test('a link answers without signing in, once: looking changes nothing, and then it is the receipt', async () => {
  await deliver();
  const id = await summon('2026-12-09');
  const letters = await deliver();
  assert.ok(letters.length > 1);
  const [letter] = letters;
  const link = linkIn(letter!);
  assert.ok(link);
  for (let scan = 0; scan < 3; scan += 1) {
    const page = await (await stranger(link)).text();
    assert.match(page, /Kommer du\?/);
    assert.match(page, new RegExp(letter!.to.name));
    for (const other of letters.slice(1)) assert.doesNotMatch(page, new RegExp(other.to.name));
    assert.doesNotMatch(page, /Delårsrapport/, 'nothing of the agenda is shown');
  }
  assert.ok((await summonses(id)).every(({ answer }) => answer === null));
  assert.equal((await stranger(link, { answer: 'kanske' })).status, 422);
  assert.equal((await stranger(link, { answer: 'comes' })).status, 303);
  const receipt = await (await stranger(link)).text();
  assert.match(receipt, /Tack, ditt svar är mottaget/);
  assert.doesNotMatch(receipt, /<form method="post" action="\/svar/);
  assert.equal((await stranger(link, { answer: 'cannotCome' })).status, 303);
  const own = (await summonses(id)).find(({ name }) => name === letter!.to.name);
  assert.deepEqual([own?.answer?.code, own?.answer?.through, own?.answer?.version], ['comes', 'link', 1]);
});

test('a link that nobody has, and one whose meeting has begun, answer nothing', async () => {
  const id = await summon('2026-12-11');
  const one = (await summonses(id)).find(({ letters }) => letters.length > 0)!;
  const token = await site.write('meeting.edit', (w) => makeAnswerLink(w, one.letters[0]!.id));
  const guess = `/svar/${token.slice(0, -2)}${token.endsWith('AA') ? 'BA' : 'AA'}`;
  assert.equal((await stranger(guess)).status, 404);
  assert.equal((await stranger(guess, { answer: 'comes' })).status, 404);
  site.travelTo('2026-12-11T08:00:00.000Z');
  const late = await stranger(`/svar/${token}`);
  assert.equal(late.status, 200);
  assert.match(await late.text(), /har börjat/);
  assert.equal((await stranger(`/svar/${token}`, { answer: 'comes' })).status, 409);
  assert.ok((await summonses(id)).every(({ answer }) => answer === null));
  await later(demoNow);
});

test('who tries links one after the other is told to wait', async () => {
  site.travelTo('2026-11-22T09:00:00.000Z');
  const statuses: number[] = [];
  for (let attempt = 0; attempt < 12; attempt += 1)
    statuses.push((await stranger(`/svar/${String(attempt).padStart(43, 'x')}`, { answer: 'comes' })).status);
  assert.equal(statuses.at(-1), 429);
  await later('2026-11-22T10:00:00.000Z');
});

test('a member who is signed in answers for themselves and may change it', async () => {
  const id = await summon('2026-12-14');
  const member = await site.signIn('ledamot');
  await member.read(`${path(id)}/mitt-svar`, 403);
  const one = (await summonses(id)).find(({ personId }) => personId !== null)!;
  const accountId = member.actor.accountId!;
  await site.write('account.administer', async (w) => {
    const [person] = await listPersonsByName(w, one.name);
    await tieAccountToPerson(w, { accountId, personId: person!.id });
  });
  assert.match(await member.read(`${path(id)}/mitt-svar`), /Kommer du\?/);
  assert.equal((await member.post(`${path(id)}/mitt-svar`, { answer: 'comes', version: '0' })).status, 303);
  assert.equal((await member.post(`${path(id)}/mitt-svar`, { answer: 'cannotCome', version: '1' })).status, 303);
  const own = (await summonses(id)).find((found) => found.id === one.id);
  assert.deepEqual([own?.answer?.code, own?.answer?.through], ['cannotCome', 'account']);
});

test('who cannot come has a deputy proposed, asked by the secretary, who answers by the link of the question', async () => {
  await deliver();
  const id = await summon('2026-12-15');
  await deliver();
  const member = (await summonses(id)).find(({ kind }) => kind === 'called')!;
  await secretary.post(`${path(id)}/svar/${member.id}`, { answer: 'cannotCome', version: '0' });
  const page = await secretary.read(`${path(id)}/svar`);
  const field = (name: string) =>
    new RegExp(`name="${name}" value="([0-9a-f-]{36})"`).exec(page.slice(page.indexOf('/svar/fraga')))?.[1] ?? '';
  const asked = await secretary.post(`${path(id)}/svar/fraga`, { kallelse: field('kallelse'), plats: field('plats') });
  assert.equal(asked.status, 303);
  const [question] = await deliver();
  assert.match(question!.text, new RegExp(`Du föreslås tjänstgöra för ${member.name}`));
  const form = await (await stranger(linkIn(question!))).text();
  const fraga = /name="fraga" value="([0-9a-f-]{36})"/.exec(form)?.[1] ?? '';
  assert.equal((await stranger(linkIn(question!), { answer: 'comes', fraga })).status, 303);
  assert.match(await secretary.read(`${path(id)}/svar`), /tjänstgör/);
});

test('a cancelled meeting leads to its letters, and stays in the calendar as cancelled', async () => {
  await deliver();
  const id = await summon('2026-12-16');
  await deliver();
  const cancelled = await secretary.post(`${path(id)}/lage/stall-in`, { version: '2' });
  assert.equal(cancelled.headers.get('location'), `${path(id)}/svar`);
  assert.match(await secretary.read(`${path(id)}/svar`), /Brev som inte är skickade/);
  await secretary.post(`${path(id)}/svar/skicka`);
  const letters = await deliver();
  assert.ok(letters.every(({ subject }) => subject.startsWith('Inställt: ')));
  const ics = new TextDecoder().decode(letters[0]!.attachments![0]!.bytes);
  assert.match(ics, /METHOD:CANCEL/);
  const file = await secretary.get(`${path(id)}/kalender.ics`);
  assert.match(file.headers.get('content-type') ?? '', /^text\/calendar/);
  const [event] = new ICAL.Component(ICAL.parse(await file.text())).getAllSubcomponents('vevent');
  assert.equal(event?.getFirstPropertyValue('status'), 'CANCELLED');
  assert.equal(event?.getFirstPropertyValue('uid'), id);
});

test('a calendar by a secret address: shown once, of one’s own bodies, and gone when it is ended', async () => {
  const chair = await site.signIn('ordforande');
  assert.match(await chair.read('/kalender'), /Du har ingen prenumeration/);
  const made = await (await chair.post('/kalender/oppna')).text();
  const address = /http[^<]*(\/kalender\/[\w-]{43}\.ics)/.exec(made)?.[1] ?? '';
  assert.ok(address);
  assert.doesNotMatch(await chair.read('/kalender'), /[\w-]{43}\.ics/, 'it is not shown again');
  const feed = await stranger(address);
  assert.equal(feed.status, 200);
  const events = new ICAL.Component(ICAL.parse(await feed.text())).getAllSubcomponents('vevent');
  assert.ok(events.length > 0);
  const own = /Beredning för lokal vård|Hälso- och sjukvårdsnämnden|Kollektivtrafiknämnden/;
  for (const event of events) assert.match(String(event.getFirstPropertyValue('summary')), own);
  const renewed = await (await chair.post('/kalender/oppna')).text();
  assert.equal((await stranger(address)).status, 404, 'the old address is useless');
  const second = /(\/kalender\/[\w-]{43}\.ics)/.exec(renewed)?.[1] ?? '';
  assert.equal((await stranger(second)).status, 200);
  await chair.post('/kalender/avsluta');
  assert.equal((await stranger(second)).status, 404);
});

test('a letter that died on its way is sent again with the same message id, and its link answers once all the same', async () => {
  await deliver();
  const id = await summon('2026-12-17');
  const folder = mkdtempSync(join(tmpdir(), 'kansli-post-'));
  const carrier = openCarrier({ ...mail, folder }, site.db.runtime.now);
  const tried: Letter[] = [];
  // The carrier takes the letter, and the process dies before the outbox hears of it.
  await deliver(async (letter) => {
    tried.push(letter);
    await carrier.carry(letter);
    throw new Error('killed');
  });
  const failing = await secretary.read(`${path(id)}/svar`);
  assert.match(failing, /kom inte fram/);
  await later('2026-11-22T12:00:00.000Z');
  const again = await deliver((letter) => carrier.carry(letter));
  assert.deepEqual(new Set(again.map((one) => one.id)), new Set(tried.map((one) => one.id)));
  assert.equal(readdirSync(folder).length, again.length, 'one file a letter');
  const ids = readdirSync(folder).map(
    (name) => /^Message-ID: (.*)$/m.exec(readFileSync(join(folder, name), 'utf8'))?.[1],
  );
  assert.equal(new Set(ids).size, again.length);
  rmSync(folder, { recursive: true });
  const before = linkIn(tried.find((one) => one.id === again[0]!.id)!);
  assert.notEqual(before, linkIn(again[0]!));
  assert.equal((await stranger(before, { answer: 'comes' })).status, 303);
  assert.match(await (await stranger(linkIn(again[0]!))).text(), /Tack, ditt svar är mottaget/);
  assert.doesNotMatch(await secretary.read(`${path(id)}/svar`), /kom inte fram/);
  assert.deepEqual(await deliver(), [], 'nothing is left');
});

test('a meeting that begins takes no more letters', async () => {
  const id = await summon('2026-11-22');
  await site.write('meeting.edit', async (w) => {
    const { version } = await getMeeting(w, id);
    await moveMeeting(w, { meetingId: id, action: 'open', expectedVersion: version });
  });
  assert.equal((await secretary.post(`${path(id)}/svar/skicka`)).status, 409);
});
