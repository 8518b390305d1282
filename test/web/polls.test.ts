import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { bodyNames } from '../../src/demo/region.ts';
import { type DemoSite, demoOrigin, leadsTo, openDemoSite, secretaryOf, type Visitor } from '../support/demo-site.ts';

let site: DemoSite;
let secretary: Visitor;
before(async () => {
  site = await openDemoSite();
  secretary = await site.signIn('sekreterare');
});
after(() => site.close());

/** A browser without an account: it keeps its cookies, and sends forms as it was given them. */
function browser() {
  const jar = new Map<string, string>();
  const call = async (path: string, init: RequestInit = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await site.app.request(`${demoOrigin}${path}`, {
      ...init,
      headers: { ...init.headers, cookie, 'accept-language': 'sv' },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    return response;
  };
  const send = (path: string, fields: Readonly<Record<string, string>>) =>
    call(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { origin: demoOrigin, 'sec-fetch-site': 'same-origin' },
    });
  return {
    get: call,
    read: async (path: string) => await (await call(path)).text(),
    send,
    /** Opens the form, answers each scale with a value, and sends it. */
    answer: async (path: string, value: string) => {
      const page = await (await call(path)).text();
      return await send(path.split('?')[0]!, { ...hiddenIn(page), ...scalesIn(page, value) });
    },
    jar,
  };
}

const hiddenIn = (page: string) =>
  Object.fromEntries(
    [...page.matchAll(/type="hidden" name="(csrf|idempotencyKey)" value="([^"]+)"/g)].map(([, name, value]) => [
      name!,
      value!,
    ]),
  );
const scalesIn = (page: string, value: string) =>
  Object.fromEntries(
    [...page.matchAll(/type="radio"[^>]* name="(svar\.[^"]+)" value="1"/g)].map(([, name]) => [name!, value]),
  );

const versionIn = (page: string) => /name="version" value="(\d+)"/.exec(page)![1]!;
const codeIn = (page: string) => /\/o\/([2-9A-Z]{6})"/.exec(page)?.[1];

/** Makes a poll through the pages, with one statement and a question in own words, and opens it. */
async function makePoll(fields: Readonly<Record<string, string>> = {}) {
  const form = await secretary.read('/omrostningar/ny');
  const [, bodyId] = /name="bodyId"[\s\S]*?<option value="([0-9a-f-]{36})"/.exec(form)!;
  const made = await secretary.post('/omrostningar/ny', {
    title: 'Nära vård',
    access: 'open',
    bodyId: bodyId!,
    ...fields,
  });
  const href = await leadsTo(made);
  for (const [index, question] of [
    { kind: 'agree', prompt: 'Jag vet vart jag vänder mig.' },
    { kind: 'comment', prompt: 'Vad saknas?' },
  ].entries())
    await leadsTo(await secretary.post(`${href}/fragor/ny`, { ...question, version: String(index + 1) }));
  await leadsTo(await secretary.post(`${href}/steg`, { steg: 'open', version: '3' }));
  return href;
}

test('a poll is made in the pages, answered by telephone without script, and read', async () => {
  const href = await makePoll({ about: 'Vi vill veta hur det är.' });
  const page = await secretary.read(href);
  const code = codeIn(page)!;
  const phone = browser();
  const form = await phone.read(`/o/${code}`);
  assert.match(form, /<legend>Jag vet vart jag vänder mig\.<\/legend>[\s\S]*1 – Instämmer inte alls/);
  assert.match(form, /utan namn/);
  assert.equal(await leadsTo(await phone.answer(`/o/${code}`, '4')), `/o/${code}`);
  assert.match(await phone.read(`/o/${code}`), /Tack för ditt svar[\s\S]*Svara som en annan person/);
  assert.match(await phone.read(`/o/${code.toLowerCase()}?igen=ja`), /<legend>/);
  assert.match(await secretary.read(href), /En har svarat[\s\S]*Inget resultat än/);
  for (let count = 0; count < 5; count += 1) await leadsTo(await browser().answer(`/o/${code}`, '5'));
  const shown = await secretary.read(href);
  assert.match(shown, /6 har svarat[\s\S]*5 svar · Median: <strong>5<\/strong>/, 'the sixth waits for the next five');
  assert.match(await secretary.read(`${href}/skarm`), /6 har svarat[\s\S]*Sluta uppdatera/);
  assert.match(await secretary.read(`${href}/affisch`), new RegExp(`<svg role="img"[\\s\\S]*/o/${code}`));
});

test('the same form sent twice counts once, and a form with nothing in it keeps what was typed', async () => {
  const href = await makePoll();
  const code = codeIn(await secretary.read(href))!;
  const phone = browser();
  const page = await phone.read(`/o/${code}`);
  const fields = { ...hiddenIn(page), ...scalesIn(page, '3') };
  const both = await Promise.all([phone.send(`/o/${code}`, fields), phone.send(`/o/${code}`, fields)]);
  assert.deepEqual(
    both.map(({ status }) => status),
    [303, 303],
  );
  assert.match(await secretary.read(href), /En har svarat/);
  const empty = await phone.send(`/o/${code}`, hiddenIn(page));
  assert.equal(empty.status, 422);
  assert.match(await empty.text(), /Inget är besvarat/);
  const words = /name="(svar\.[0-9a-f-]{36})"[^>]*><\/textarea>|<textarea[^>]* name="(svar\.[^"]+)"/.exec(page);
  const name = words![1] ?? words![2]!;
  const wrong = await phone.send(`/o/${code}`, { ...fields, [name]: `Ring ${['811228', '9874'].join('-')}` });
  assert.equal(wrong.status, 422);
  assert.match(await wrong.text(), /personnummer[\s\S]*value="3" checked[\s\S]*Ring 811228/);
});

test('codes are shown once, each answers once, and the poll asks for one at its address', async () => {
  const href = await makePoll({ access: 'links' });
  const made = await secretary.post(`${href}/koder`, { count: '3' });
  assert.equal(made.status, 200);
  const slips = await made.text();
  const keys = [...slips.matchAll(/translate="no">([2-9A-Z]{10})</g)].map(([, key]) => key!);
  assert.equal(keys.length, 3);
  const code = /\/o\/([2-9A-Z]{6})\//.exec(slips)![1]!;
  assert.ok(!keys.some((key) => slips.split(key).length < 3), 'each slip has its address too');
  const page = await secretary.read(href);
  assert.ok(!keys.some((key) => page.includes(key)), 'the codes are not shown again');
  const phone = browser();
  assert.match(await phone.read(`/o/${code}`), /Skriv koden du har fått/);
  const wrong = await phone.get(`/o/${code}?kod=FELKODFELK`);
  assert.equal(wrong.status, 422);
  assert.match(await wrong.text(), /Koden gäller inte/);
  const own = `/o/${code}/${keys[0]}`;
  assert.equal(await leadsTo(await phone.get(`/o/${code}?kod=${keys[0]}`)), own);
  assert.match(await phone.read(own), /<legend>/, 'looking uses nothing up');
  await leadsTo(await phone.answer(own, '2'));
  assert.match(await phone.read(own), /redan besvarad/);
  const again = await phone.send(own, hiddenIn(await phone.read(`/o/${code}/${keys[1]}`)));
  assert.equal(again.status, 422, 'an empty answer is no answer');
  assert.equal((await phone.get(`/o/${code}/FELKODFELK`)).status, 404);
  assert.match(await secretary.read(href), /1 av 3 använda/);
  assert.match(await (await secretary.post(`${href}/koder`, { count: '9000' })).text(), /högst 500/);
});

test('a hundred answers at once are all counted, and none is refused', async () => {
  const href = await makePoll();
  const code = codeIn(await secretary.read(href))!;
  const statuses = await Promise.all(
    Array.from(
      { length: 100 },
      async (_, index) => (await browser().answer(`/o/${code}`, String((index % 5) + 1))).status,
    ),
  );
  assert.deepEqual([...new Set(statuses)], [303]);
  await leadsTo(await secretary.post(`${href}/steg`, { steg: 'close', version: '4' }));
  const csv = await (await secretary.get(`${href}/resultat/csv`)).text();
  const counts = [...csv.matchAll(/;Alla;[^;]*;(\d+);100\r/g)].map(([, count]) => Number(count));
  assert.deepEqual(counts, [20, 20, 20, 20, 20]);
});

test('a small group is neither on the page nor in the file, and nobody sees a comment that was not chosen', async () => {
  const href = await makePoll({ groupLabel: 'Kommun', groups: 'Sjöberga\nGranby\nTallvik' });
  const code = codeIn(await secretary.read(href))!;
  const groups = [...(await browser().read(`/o/${code}`)).matchAll(/<option value="([0-9a-f-]{36})">/g)].map(
    ([, id]) => id!,
  );
  assert.equal(groups.length, 3);
  for (const [place, size] of [7, 6, 2].entries())
    for (let count = 0; count < size; count += 1) {
      const phone = browser();
      const page = await phone.read(`/o/${code}`);
      const [, comment] = /<textarea[^>]* name="(svar\.[^"]+)"/.exec(page)!;
      const words = { [comment!]: place === 2 ? `Hemlig tanke ${count}` : '' };
      await leadsTo(
        await phone.send(`/o/${code}`, { ...hiddenIn(page), ...scalesIn(page, '4'), ...words, grupp: groups[place]! }),
      );
    }
  const open = await secretary.read(href);
  assert.match(open, /Hemlig tanke 0/, 'who runs it reads what was written');
  assert.doesNotMatch(open, /Per kommun/, 'no groups while it is open');
  await leadsTo(await secretary.post(`${href}/steg`, { steg: 'close', version: '4' }));
  const closed = await secretary.read(href);
  assert.match(closed, /Per kommun[\s\S]*Sjöberga[\s\S]*Tallvik[\s\S]*visas inte/);
  for (const format of ['csv', 'xlsx']) assert.equal((await secretary.get(`${href}/resultat/${format}`)).status, 200);
  const csv = await (await secretary.get(`${href}/resultat/csv`)).text();
  assert.match(csv, /;Tallvik;Färre än fem svar: visas inte\.;;\r/);
  assert.match(
    csv,
    /;Granby;Färre än fem svar: visas inte\.;;\r/,
    'the next group hides with it: it could be counted from the whole',
  );
  const member = await site.signIn('ledamot');
  assert.doesNotMatch(await member.read(href), /Hemlig tanke|Stäng omröstningen|Välj vilka/);
  const [, chosen] = /name="valda" value="([0-9a-f-]{36})"/.exec(closed)!;
  await leadsTo(await secretary.post(`${href}/kommentarer`, { valda: chosen!, version: versionIn(closed) }));
  await leadsTo(
    await secretary.post(`${href}/steg`, { steg: 'publish', version: String(Number(versionIn(closed)) + 1) }),
  );
  const published = await browser().read(`/o/${code}`);
  assert.match(published, /15 har svarat[\s\S]*Hemlig tanke/);
  assert.equal(published.split('Hemlig tanke').length, 2, 'one was chosen');
});

test('rights, conflicts and addresses: who may not is refused, what changed meanwhile is shown, a draft has no address', async () => {
  const member = await site.signIn('ledamot');
  assert.equal((await member.get('/omrostningar/ny')).status, 403);
  assert.equal((await browser().get('/omrostningar')).status, 303);
  assert.equal((await browser().get('/o/AAAAAA')).status, 404);
  const form = await secretary.read('/omrostningar/ny');
  const [, bodyId] = new RegExp(`<option value="([0-9a-f-]{36})">${bodyNames.board}<`).exec(form)!;
  const bad = await secretary.post('/omrostningar/ny', {
    title: 'En titel som ska stå kvar',
    access: 'open',
    bodyId: bodyId!,
    groups: 'Ensam',
    groupLabel: 'Roll',
  });
  assert.equal(bad.status, 422);
  assert.match(await bad.text(), /minst två grupper[\s\S]*En titel som ska stå kvar/);
  const href = await leadsTo(
    await secretary.post('/omrostningar/ny', { title: 'Utkast', access: 'open', bodyId: bodyId! }),
  );
  assert.equal((await secretary.post(`${href}/steg`, { steg: 'open', version: '1' })).status, 422);
  const change = { title: 'Första', access: 'open', version: '1' };
  await leadsTo(await secretary.post(`${href}/andra`, change));
  const late = await secretary.post(`${href}/andra`, { ...change, title: 'Andra' });
  assert.equal(late.status, 409);
  assert.match(await late.text(), /Första[\s\S]*Andra/);
  const stranger = await secretaryOf(site, bodyNames.transit);
  assert.equal((await stranger.post(`${href}/andra`, { ...change, version: '2' })).status, 403);
});
