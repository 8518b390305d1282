import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { letterCarrier } from '../../src/background-work.ts';
import { getConsultation, listConsultations, makeConsultationLink } from '../../src/domain/consultations/index.ts';
import { findBodyByName } from '../../src/domain/organisation/index.ts';
import { addDays } from '../../src/kernel/civil-date.ts';
import { letterTopic, type PostedLetter } from '../../src/kernel/posted-letter.ts';
import type { Letter } from '../../src/mail/letter.ts';
import { csrfToken } from '../../src/web/pipeline/csrf.ts';
import { type DemoSite, demoOrigin, openDemoSite, type Visitor } from '../support/demo-site.ts';

let site: DemoSite;
let secretary: Visitor;
let member: Visitor;
before(async () => {
  site = await openDemoSite();
  secretary = await site.signIn('sekreterare');
  member = await site.signIn('ledamot');
});
after(() => site.close());

const targetVision = 'Förslag till Målbild 2040 för hälsa och vård i Fjällmark';

async function roundOf(title: string) {
  const [found] = await site.read((r) => listConsultations(r, { title }));
  assert.ok(found, title);
  return { ...found, href: `/remisser/${found.id}` };
}

/** A link of the letter that asked a respondent, made as it leaves. */
async function linkOf(responseId: string): Promise<string> {
  const token = await site.write('matter.edit', async (w) => {
    const { id } = await w.db
      .selectFrom('consultation_letter')
      .select('id')
      .where('tenant_id', '=', w.tenantId)
      .where('consultation_response_id', '=', responseId)
      .limit(1)
      .executeTakeFirstOrThrow();
    return await makeConsultationLink(w, id);
  });
  return `/remissvar/${token}`;
}

let keys = 0;
/** Somebody without an account, with the cookie that the form gave them. */
async function stranger(link: string, fields?: Readonly<Record<string, string | Blob>>): Promise<Response> {
  if (!fields) return await site.app.fetch(new Request(`${demoOrigin}${link}`));
  const body = new FormData();
  body.set('csrf', csrfToken('form-secret-of-a-stranger-0001', 'nonce'));
  keys += 1;
  const all = { version: '0', idempotencyKey: `nyckel-${keys}`, ...fields };
  for (const [name, value] of Object.entries(all))
    if (typeof value === 'string') body.set(name, value);
    else body.set(name, value, 'yttrande.txt');
  const cookie = '__Host-kansli-form=form-secret-of-a-stranger-0001';
  return await site.app.fetch(
    new Request(`${demoOrigin}${link}`, {
      method: 'POST',
      body,
      headers: { cookie, origin: demoOrigin, 'sec-fetch-site': 'same-origin' },
    }),
  );
}

test('who is asked answers without an account: papers, draft, what is missing, receipt; and sees nothing of the others', async () => {
  const round = await roundOf(targetVision);
  const asked = round.responses.find(({ respondent }) => respondent.startsWith('Stensjö'))!;
  const link = await linkOf(asked.id);
  const page = await (await stranger(link)).text();
  assert.match(page, /ber Stensjö kommun om ett yttrande/);
  assert.doesNotMatch(page, /Granhult|saknar en beräkning/, 'neither the others nor their words');
  const paper = /href="(\/remissvar\/[^"]+\/handling\/[^"]+)"/.exec(page)![1]!;
  const got = await stranger(paper);
  assert.equal(got.status, 200);
  assert.match(got.headers.get('content-disposition') ?? '', /^attachment/);
  const none = paper.replace(/[0-9a-f-]{36}$/, '00000000-0000-4000-8000-000000000000');
  assert.equal((await stranger(none)).status, 404);

  const words = { stance: 'opposes', sender: 'Socialnämnden', comment: '' };
  const refused = await stranger(link, { ...words, gor: 'skicka' });
  assert.equal(refused.status, 422);
  assert.match(await refused.text(), /Svaret saknar text[\s\S]*value="Socialnämnden"/);
  const again = await (await stranger(link)).text();
  assert.match(again, /Ett utkast är sparat[\s\S]*value="Socialnämnden"/, 'what was refused is kept as a draft');
  const version = /name="version" value="(\d+)"/.exec(again)![1]!;
  const stale = await stranger(link, { ...words, comment: 'Ur ett annat fönster' });
  assert.equal(stale.status, 409);
  assert.match(await stale.text(), /Ur ett annat fönster/);
  const file = new Blob(['Yttrande'], { type: 'text/plain' });
  const sent = await stranger(link, { ...words, comment: 'För dyrt för oss.', version, files: file, gor: 'skicka' });
  assert.equal(sent.status, 303);
  assert.match(await (await stranger(link)).text(), /Svaret är mottaget[\s\S]*yttrande\.txt/);

  const matrix = await secretary.read(round.href);
  assert.match(matrix, /För dyrt för oss\.[\s\S]*yttrande\.txt/);
  const attachment = new RegExp(`href="(${round.href}/bilaga/[^"]+)"`).exec(matrix)![1]!;
  assert.equal((await secretary.get(attachment)).status, 200);
  assert.equal((await member.get(attachment)).status, 404, 'not before the last day');
  const others = await member.read(round.href);
  assert.match(others, /Svaren visas för alla när sista dagen har gått/);
  assert.doesNotMatch(others, /För dyrt för oss|saknar en beräkning/);
  const listed = async (reader: typeof member) =>
    (await reader.read('/remisser')).split(round.href)[1]!.split('</tr>')[0]!;
  assert.match(await listed(secretary), /avstyrker/);
  assert.match(await listed(member), /visas när sista dagen har gått/, 'nor as a sum in the list');
  const table = await (await member.get(`${round.href}/sammanstallning.csv`)).text();
  assert.doesNotMatch(table, /För dyrt för oss|Socialnämnden/, 'nor in the file');
});

test('a link that nobody has opens nothing, and one of a closed round takes no answer', async () => {
  const guess = `/remissvar/${'x'.repeat(43)}`;
  assert.equal((await stranger(guess)).status, 404);
  assert.equal((await stranger(guess, { stance: 'supports' })).status, 404);
  assert.equal((await stranger('/remissvar/kort')).status, 404);
});

test('the letter carries the link, and neither the outbox nor the log does', async () => {
  const today = site.services.runtime.today();
  const bodyId = await site.read(async (r) => (await findBodyByName(r, 'Hälso- och sjukvårdsnämnden'))!.id);
  const fields = { bodyId, title: 'Provets länk', scope: 'Allt', dueOn: addDays(today, 20) };
  const made = await secretary.post('/remisser/ny', { ...fields, recipients: 'Nyby <kommun@nyby.example>' });
  const href = made.headers.get('location')!;
  await secretary.post(`${href}/skicka`, { version: '1' });
  const carried: Letter[] = [];
  const carry = letterCarrier(
    site.db,
    {
      mail: { kind: 'folder', folder: '', from: { name: 'Kansli', address: 'kansli@example.se' } },
      publicUrl: demoOrigin,
    } as never,
    { carry: async (letter: Letter) => void carried.push(letter) } as never,
  );
  const { rows } = await site.database.db.pool.query<{ id: string; payload: PostedLetter }>(
    `select id, payload from outbox where topic = $1 and payload->>'subject' like '%Provets länk%'`,
    [letterTopic],
  );
  const message = { tenantId: site.database.tenantId, payload: rows[0]!.payload };
  await carry(message as never);
  const token = /\/remissvar\/([\w-]{43})/.exec(carried[0]!.text)?.[1];
  assert.ok(token, carried[0]!.text);
  assert.equal((await stranger(`/remissvar/${token}`)).status, 200);
  for (const table of ['outbox', 'log_told', 'consultation_link'])
    assert.equal(
      (await site.database.db.pool.query(`select 1 from ${table} t where row_to_json(t)::text like $1`, [`%${token}%`]))
        .rows.length,
      0,
      table,
    );
});

test('the matrix has everybody who was asked and is the same to the byte when it is taken out twice', async () => {
  const round = await roundOf(targetVision);
  const page = await secretary.read(round.href);
  for (const head of ['Inkom', 'Från', 'Tillst.', 'Avst.', 'Synpunkter/medskick'])
    assert.ok(page.includes(`>${head}</th>`), head);
  assert.equal(page.match(/id="svar-/g)?.length, 12);
  for (const format of ['csv', 'xlsx', 'docx', 'pdf']) {
    const [first, second] = [0, 1].map(async () => {
      const answer = await secretary.get(`${round.href}/sammanstallning.${format}`);
      assert.equal(answer.status, 200, format);
      return Buffer.from(await answer.arrayBuffer());
    });
    assert.ok((await first)!.equals((await second)!), format);
  }
  const csv = await (await secretary.get(`${round.href}/sammanstallning.csv`)).text();
  assert.equal(csv.trim().split('\r\n').length, 13);
  assert.match(csv, /Remissinstans;Inkom;Från;Tillst\.;Avst\.;Synpunkter\/medskick/);
});

test('a round can be put to all municipalities of the register at once, with their papers, and to units of the house in working days', async () => {
  const form = await secretary.read('/remisser/ny');
  assert.match(form, /Alla kommuner \(\d+\)/);
  const bodyId = /<option value="([0-9a-f-]{36})"/.exec(form)![1]!;
  const today = site.services.runtime.today();
  const fields = { bodyId, title: 'Provets alla', scope: 'Allt', dueOn: addDays(today, 20), bodies: 'kommuner' };
  const made = await secretary.post('/remisser/ny', {
    ...fields,
    recipients: 'norrbäcks kommun <post@norrback.example>',
  });
  assert.equal(made.status, 303);
  const round = await roundOf('Provets alla');
  const norrback = round.responses.filter(({ respondent }) => respondent === 'Norrbäcks kommun');
  assert.deepEqual(
    norrback.map(({ address }) => address),
    ['post@norrback.example'],
    'the line gives the address of the body that is ticked',
  );
  assert.ok(round.responses.length > 1 && round.responses.every((one) => one.bodyId !== null));
  assert.match(await secretary.read(`${round.href}/handlingar`), /Handlingar på remiss/);
  assert.match(await secretary.read(`${round.href}/andra`), /post@norrback\.example/);

  const inside = {
    bodyId,
    title: 'Provets samråd',
    scope: 'Allt',
    kind: 'internal',
    recipients: 'Utanför <a@b.example>',
  };
  const refused = await secretary.post('/remisser/ny', inside);
  assert.equal(refused.status, 422);
  assert.match(await refused.text(), /arbetsdagar går inte att räkna[\s\S]*svarar organ och enheter i registret/);
});

test('a unit of the house answers signed in, from the list of work, and only for itself', async () => {
  const round = await roundOf('Samråd om gemensam vårdplan för äldre');
  const own = `${round.href}/vart-svar/${round.responses[0]!.id}`;
  assert.ok((await secretary.read('/mitt-arbete')).includes(own));
  const sheet = await secretary.read(own);
  assert.match(sheet, /1\. Vad fungerar i dag och bör stå kvar\?/);
  const advice = { answer0: 'Hembesöken', answer1: 'En gemensam kalender', sender: 'Förvaltningschefen', version: '0' };
  assert.equal((await secretary.post(own, { ...advice, gor: 'skicka' })).status, 303);
  assert.match(await secretary.read(round.href), /1\. Hembesöken[\s\S]*2\. En gemensam kalender/);
  assert.ok(!(await secretary.read('/mitt-arbete')).includes(own));
  assert.equal((await member.get(own)).status, 403);
  const external = await roundOf(targetVision);
  assert.equal((await secretary.get(`${external.href}/vart-svar/${external.responses[0]!.id}`)).status, 403);
});

test('from comment to change: a point is taken out, answered with its change, and told to everybody when it is published', async () => {
  const round = await roundOf(targetVision);
  const hedvik = round.responses.find(({ respondent }) => respondent === 'Hedviks kommun')!;
  const take = `${round.href}/synpunkter/${hedvik.id}`;
  assert.equal((await secretary.post(take, { words: ' ' })).status, 422);
  assert.equal((await secretary.post(take, { words: 'Räkna på hemtjänsten', theme: 'Ekonomi' })).status, 303);
  const page = await secretary.read(take);
  const point = [...page.matchAll(/href="([^"]+\/punkt\/[^"]+)"[^>]*><span lang="sv">([^<]+)/g)].find(
    ([, , words]) => words === 'Räkna på hemtjänsten',
  )![1]!;
  const bare = await secretary.post(point, { outcome: 'takenUp', reason: 'Behövs', version: '1' });
  assert.equal(bare.status, 422);
  assert.match(await bare.text(), /vad som ändrades/);
  const change = { outcome: 'takenUp', reason: 'Behövs', toText: 'Kostnaden räknas per kommun.', version: '1' };
  assert.equal((await secretary.post(point, change)).status, 303);
  assert.equal((await secretary.post(point, { ...change, reason: 'Nej' })).status, 409);
  const account = `${round.href}/redogorelse`;
  assert.equal((await member.get(account)).status, 404);
  assert.equal((await member.get(`${account}.pdf`)).status, 404);
  assert.equal((await secretary.post(account, { published: 'ja' })).status, 303);
  assert.match(await member.read(account), /Räkna på hemtjänsten[\s\S]*Kostnaden räknas per kommun\./);
  assert.equal((await member.get(`${account}.pdf`)).status, 200);
});

test('the way to the decision is a strip of dated steps, and its next step is work', async () => {
  const round = await roundOf(targetVision);
  assert.match(await member.read(round.href), /arbetsutskott \(passerad\)[\s\S]*\(nästa\)[\s\S]*\(återstår\)/);
  const way = `${round.href}/beslutsvag`;
  assert.match(await secretary.read('/mitt-arbete'), new RegExp(way));
  assert.equal((await secretary.post(way, { name: 'Beredningen', plannedOn: '' })).status, 422);
  assert.equal((await secretary.post(way, { name: 'Beredningen', plannedOn: '2027-03-01' })).status, 303);
  assert.match(await secretary.read(way), /Beredningen/);
  assert.equal((await member.get(way)).status, 403);
});

test('more time for one, secrecy of words, and the end of a round', async () => {
  const round = await roundOf(targetVision);
  const lillfors = round.responses.find(({ respondent }) => respondent.startsWith('Lillfors'))!;
  const more = `${round.href}/svar/${lillfors.id}/anstand`;
  const short = await secretary.post(more, { extendedTo: round.dueOn!, reason: 'x', version: '1' });
  assert.equal(short.status, 422);
  const given = { extendedTo: addDays(round.dueOn!, 10), reason: 'Nämnden möts senare', version: '1' };
  assert.equal((await secretary.post(more, given)).status, 303);
  assert.match(await secretary.read(round.href), /anstånd till/);
  const hedvik = round.responses.find(({ respondent }) => respondent === 'Hedviks kommun')!;
  const answer = `${round.href}/svar/${hedvik.id}`;
  const secret = {
    receivedOn: hedvik.receivedOn!,
    stance: 'opposes',
    comment: 'Om en enskild',
    version: String(hedvik.version),
  };
  const marked = { ...secret, secrecyLevel: 'secret', secrecyProvision: 'OSL 26:1' };
  assert.equal((await secretary.post(answer, marked)).status, 303);
  const { version } = await site.read((r) => getConsultation(r, round.id));
  assert.equal((await secretary.post(`${round.href}/avsluta`, { version: String(version) })).status, 303);
  assert.match(await secretary.read(round.href), /Om en enskild/);
  const openly = await member.read(round.href);
  assert.match(openly, /Kan omfattas av sekretess/);
  assert.doesNotMatch(openly, /Om en enskild/);
  assert.doesNotMatch(await (await member.get(`${round.href}/sammanstallning.csv`)).text(), /Om en enskild/);
  const tallasen = round.responses.find(({ respondent }) => respondent.startsWith('Tallåsen'))!;
  const link = await linkOf(tallasen.id);
  assert.match(await (await stranger(link)).text(), /Remissen är avslutad/);
  assert.equal((await stranger(link, { stance: 'supports', sender: 'KS', gor: 'skicka' })).status, 409);
});
