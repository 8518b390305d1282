import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type DemoSite, openDemoSite, type Visitor } from '../support/demo-site.ts';

let site: DemoSite;
let controller: Visitor;
let member: Visitor;
before(async () => {
  site = await openDemoSite({ region: true });
  controller = await site.signIn('controller');
  member = await site.signIn('ledamot');
});
after(() => site.close());

const plain = (page: string) => page.replaceAll('\u00a0', ' ');
const versionOf = (page: string) => {
  const [, version] = /name="version" value="(\d+)"/.exec(page) ?? [];
  assert.ok(version, 'no version on the page');
  return version;
};
const locationOf = async (response: Response) => {
  assert.equal(response.status, 303, (await response.clone().text()).slice(0, 1500));
  return response.headers.get('location')!;
};
/** A draft of one's own with two questions, of which the second follows from the first. */
async function makeDraft(title: string): Promise<string> {
  const at = await locationOf(
    await controller.post('/formular/nytt', { title, purpose: 'nationalReport', year: '2026' }),
  );
  const common = { into: 's1', periodKind: 'none', kind: 'yesNo' };
  const first = { ...common, code: '1', text: 'Finns en plan?', when: 'always' };
  await locationOf(await controller.post(`${at}/fraga`, { ...first, version: versionOf(await controller.read(at)) }));
  const second = {
    ...common,
    code: '1a',
    parent: '1',
    text: 'Om svaret är Ja på fråga 1, hur följs den upp?',
    kind: 'text',
    when: 'all',
    'terms.0': '1//yes',
  };
  const saved = await controller.post(`${at}/fraga`, { ...second, version: versionOf(await controller.read(at)) });
  assert.equal(await locationOf(saved), `${at}#fraga-1a`);
  return at;
}

test('the list: each form with its versions, states and who answers', async () => {
  const page = plain(await member.read('/formular'));
  assert.match(
    page,
    /Redovisning av God och nära vård[\s\S]*Version 3, 2026[\s\S]*utkast[\s\S]*Version 2, 2025[\s\S]*utgiven/,
  );
  assert.doesNotMatch(page, /Nytt formulär/);
  assert.match(await controller.read('/formular'), /Nytt formulär/);
});

test('a form is made, asked, tried, published, answered for and continued next year', async () => {
  const at = await makeDraft('Prov av redovisning');
  const draft = plain(await controller.read(at));
  assert.match(draft, /Inga fel och inga anmärkningar/);
  assert.match(draft, /id="fraga-1a"[\s\S]*frågan? 1/i);
  // Without script the follow-up question comes with a button.
  const tried = await controller.read(`${at}/prova`);
  assert.match(tried, /1 fråga ställs inte/);
  assert.match(tried, /data-question="1a"[^>]*hidden/);
  const answered = await controller.post(`${at}/prova`, { 'answers.q1.value': 'yes', 'answers.q1.version': '0' });
  const shown = await answered.text();
  assert.equal(answered.status, 200, shown.slice(0, 500));
  assert.match(shown, /Alla frågor ställs/);
  assert.doesNotMatch(shown, /data-question="1a"[^>]*hidden/);
  const version = versionOf(draft);
  assert.equal((await controller.post(`${at}/ge-ut`, { version })).status, 303);
  assert.equal((await controller.post(`${at}/ge-ut`, { version })).status, 409);
  assert.equal((await controller.get(`${at}/fraga?kod=1`)).status, 409);
  assert.match(await controller.read(at), /Ta tillbaka till utkast/);
  const next = await locationOf(await controller.post(`${at}/nasta`, { year: '2027' }));
  assert.match(await controller.read(next), /samma frågor på samma sätt/);
  const twice = await controller.post(`${at}/nasta`, { year: '2027' });
  assert.equal(twice.status, 409);
  assert.match(plain(await twice.text()), /har redan en version för 2027/);
});

test('what is wrong keeps what was typed; a stale save shows both texts; a fault stops the publishing', async () => {
  const at = await makeDraft('Prov av fel');
  const stale = versionOf(await controller.read(at));
  const fields = { before: '1', code: '1', into: 's1', kind: 'yesNo', periodKind: 'during', when: 'always' };
  const wrong = await controller.post(`${at}/fraga`, { ...fields, text: 'Min nya text', version: stale });
  assert.equal(wrong.status, 422);
  const page = await wrong.text();
  assert.match(page, /Min nya text/);
  assert.match(page, /field-periodYear-error/);
  const taken = await controller.post(`${at}/fraga`, {
    ...fields,
    code: '1a',
    text: 'X',
    periodKind: 'none',
    version: stale,
  });
  assert.match(await taken.text(), /1a finns redan/);
  const good = { ...fields, periodKind: 'none' };
  assert.equal(
    (await controller.post(`${at}/fraga`, { ...good, text: 'Finns en handlingsplan?', version: stale })).status,
    303,
  );
  const late = await controller.post(`${at}/fraga`, { ...good, text: 'En annan text', version: stale });
  assert.equal(late.status, 409);
  assert.match(await late.text(), /Finns en handlingsplan\?[\s\S]*En annan text/);

  const asked = await controller.read(`${at}/ta-bort?niva=question&kod=1`);
  assert.match(asked, /Frågorna 1 a hänger på den/);
  const version = versionOf(asked.slice(asked.indexOf('class="confirm"')));
  assert.equal((await controller.post(`${at}/ta-bort`, { level: 'question', code: '1', version })).status, 303);
  const faulty = plain(await controller.read(at));
  assert.match(faulty, /href="#fraga-1a"[\s\S]*delfråga till 1, som inte finns/);
  assert.doesNotMatch(faulty, new RegExp(`action="${at}/ge-ut"`));
  const refused = await controller.post(`${at}/ge-ut`, { version: versionOf(faulty) });
  assert.equal(refused.status, 422);
  assert.match(plain(await refused.text()), /Formuläret har fel/);
});

test('moving, headings, sections and parts; a part that is gone is said so', async () => {
  const at = await makeDraft('Prov av ordning');
  const version = async () => versionOf(await controller.read(at));
  await locationOf(await controller.post(`${at}/del`, { code: 'B', title: 'Del B', version: await version() }));
  await locationOf(
    await controller.post(`${at}/avsnitt`, { code: 's2', title: 'Tillgång', into: 'B', version: await version() }),
  );
  await locationOf(
    await controller.post(`${at}/flytta`, { level: 'question', code: '1', by: '1', version: await version() }),
  );
  const moved = await controller.read(at);
  assert.ok(moved.indexOf('id="avsnitt-s2"') < moved.indexOf('id="fraga-1"'), 'the question did not go over');
  assert.ok(moved.indexOf('id="fraga-1"') < moved.indexOf('id="fraga-1a"'), 'its sub-question stayed behind');
  await locationOf(
    await controller.post(`${at}/rubrik`, { title: 'Ny rubrik', year: '2028', version: await version() }),
  );
  assert.match(plain(await controller.read(at)), /Version 1, 2028[\s\S]*Ny rubrik/);
  const strange = await controller.post(`${at}/del`, { code: 'D E', title: 'Del', version: await version() });
  assert.match(await strange.text(), /Beteckningen går inte att använda/);
  assert.equal((await controller.get(`${at}/del?kod=Q`)).status, 404);
});

test('options: new ones get codes, what had one keeps it, what is emptied goes', async () => {
  const at = await makeDraft('Prov av svar');
  const base = { into: 's1', periodKind: 'none', when: 'always', kind: 'multi', code: '2', text: 'Vilka vägar?' };
  const send = async (fields: Record<string, string>) =>
    locationOf(
      await controller.post(`${at}/fraga`, { ...base, ...fields, version: versionOf(await controller.read(at)) }),
    );
  await send({
    'options.0.text': 'Webb',
    'options.1.text': 'Brev',
    'options.1.specify': 'Ange vad',
    'options.2.text': 'Inget',
    'options.2.exclusive': 'on',
  });
  await send({
    before: '2',
    'options.0.code': 'o1',
    'options.0.text': '',
    'options.1.code': 'o2',
    'options.1.text': 'Post',
    'options.2.code': 'o3',
    'options.2.text': 'Inget',
    'options.2.exclusive': 'on',
    'options.3.code': '',
    'options.3.text': 'Telefon',
  });
  const json = (await (await controller.get(`${at}/fil/json`)).json()) as {
    structure: { parts: { sections: { questions: { code: string; answer: unknown }[] }[] }[] };
  };
  const question = json.structure.parts[0]!.sections[0]!.questions.find(({ code }) => code === '2');
  assert.deepEqual(question?.answer, {
    kind: 'multi',
    options: [
      { code: 'o2', text: 'Post', exclusive: false, specifyLabel: null },
      { code: 'o3', text: 'Inget', exclusive: true, specifyLabel: null },
      { code: 'o1', text: 'Telefon', exclusive: false, specifyLabel: null },
    ],
  });
});

test('out and in again: JSON, table and schema; a bad file says the place and writes nothing', async () => {
  const list = await controller.read('/formular');
  const [, href] = /href="(\/formular\/[0-9a-f-]{36})">Version 1, 2024/.exec(list) ?? [];
  assert.ok(href, 'no version of 2024');
  const json = await (await controller.get(`${href}/fil/json`)).text();
  const csv = await (await controller.get(`${href}/fil/csv`)).text();
  assert.match(await (await controller.get(`${href}/fil/schema`)).text(), /"kansliForm"/);
  for (const [title, text] of [
    ['Ur JSON', json],
    ['Ur tabell', csv],
  ] as const) {
    const at = await locationOf(await controller.post('/formular/las-in', { title, text }));
    assert.equal(
      JSON.stringify(((await (await controller.get(`${at}/fil/json`)).json()) as { structure: unknown }).structure),
      JSON.stringify((JSON.parse(json) as { structure: unknown }).structure),
    );
  }
  const bad = await controller.post('/formular/las-in', {
    title: 'Fel',
    text: json.replace('"kansliForm": 1', '"kansliForm": 7'),
  });
  assert.equal(bad.status, 422);
  assert.match(await bad.text(), /Det som står vid kansliForm passar inte/);
  assert.match(await (await controller.post('/formular/las-in', {})).text(), /Välj en fil, eller klistra in/);
  assert.doesNotMatch(await controller.read('/formular'), /<h2 lang="sv">Fel</);
});

test('two versions beside each other, as page and file', async () => {
  const list = await member.read('/formular');
  const [, newer] = /href="(\/formular\/[0-9a-f-]{36})">Version 2, 2025/.exec(list) ?? [];
  const [, older] = /href="\/formular\/([0-9a-f-]{36})">Version 1, 2024/.exec(list) ?? [];
  const path = `${newer}/jamfor/${older}`;
  assert.match(plain(await member.read(path)), /annan tid[\s\S]*gäller 2024[\s\S]*gäller 2025/i);
  const file = await (await member.get(`${path}/fil/csv`)).text();
  assert.match(file, /annan tid/);
  assert.equal((await member.get(`${path}/fil/xlsx`)).status, 200);
});

test('a member reads forms and is offered nothing to change', async () => {
  const list = await member.read('/formular');
  const [, href] = /href="(\/formular\/[0-9a-f-]{36})">Version 2, 2025/.exec(list) ?? [];
  const page = await member.read(href!);
  assert.doesNotMatch(page.slice(page.indexOf('<main')), /method="post" action="\/formular/);
  for (const path of [
    '/formular/nytt',
    '/formular/las-in',
    `${href}/rubrik`,
    `${href}/fraga`,
    `${href}/ta-bort?niva=question&kod=1`,
  ])
    assert.equal((await member.get(path)).status, 403, path);
  assert.equal((await member.post(`${href}/ge-ut`, { version: '1' })).status, 403);
});
