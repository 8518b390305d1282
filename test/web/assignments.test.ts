import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { csvText } from '../../src/documents/out/index.ts';
import { assessmentsOf } from '../../src/domain/assessments/index.ts';
import { findAssignmentByRef, parseAssignmentRef } from '../../src/domain/assignments/index.ts';
import { listGoals } from '../../src/domain/goals/index.ts';
import { listMeetings } from '../../src/domain/meetings/index.ts';
import { findBodyByName } from '../../src/domain/organisation/index.ts';
import { findReportFor, positionsOf } from '../../src/domain/reports/index.ts';
import { type DemoSite, openDemoSite, type Visitor } from '../support/demo-site.ts';

let site: DemoSite;
let secretary: Visitor;
let member: Visitor;
before(async () => {
  site = await openDemoSite();
  [secretary, member] = [await site.signIn('sekreterare'), await site.signIn('ledamot')];
});
after(() => site.close());

/** The assignment that is called so, as it is saved. */
const saved = async (ref: string) => {
  const found = await site.read((r) => findAssignmentByRef(r, parseAssignmentRef(ref)!));
  assert.ok(found, `${ref} exists`);
  return found;
};
const pathOf = async (ref: string) => `/uppdrag/${(await saved(ref)).id}`;
const bodyId = async (name: string) => (await site.read((r) => findBodyByName(r, name)))!.id;
const refsIn = (page: string) => [...page.matchAll(/data-label="Nr"><div>([^<]+)</g)].map(([, ref]) => ref);

test('the list can be narrowed, ordered and paged by its address alone', async () => {
  const first = await member.read('/uppdrag');
  const total = Number(/(\d+) uppdrag</.exec(first)?.[1]);
  const second = refsIn(await member.read('/uppdrag?sida=2'));
  assert.deepEqual([refsIn(first).length, second.length], [25, total - 25], 'two pages, and nothing twice');
  assert.equal(new Set([...refsIn(first), ...second]).size, total);
  const year = refsIn(await member.read('/uppdrag?ar=2026'));
  assert.deepEqual([year.length, year[0], year.at(-1)], [13, '2026:1', '2026:13']);
  assert.deepEqual(refsIn(await member.read('/uppdrag?sok=2025%3A3')), ['2025:3']);
  assert.deepEqual(refsIn(await member.read('/uppdrag?ar=2026&sok=mobila')), ['2026:3']);
  assert.deepEqual(refsIn(await member.read('/uppdrag?ar=2026&status=none')), ['2026:7', '2026:12', '2026:13']);
  assert.deepEqual(refsIn(await member.read('/uppdrag?ar=2026&status=paused')), ['2026:11']);
  const mental = await bodyId('Beredning för psykisk hälsa');
  assert.deepEqual(refsIn(await member.read(`/uppdrag?ar=2026&organ=${mental}&roll=performer`)), ['2026:13']);
  const titles = (page: string) =>
    [...page.matchAll(/lang="sv">([^<]+)<\/a><\/div><\/th>/g)].map(([, title]) => title!);
  const up = titles(await member.read('/uppdrag?ar=2026&ordning=rubrik'));
  assert.deepEqual(titles(await member.read('/uppdrag?ar=2026&ordning=rubrik-omvant')), up.toReversed());
  assert.equal(up.length, 13);
});

test('an address that means nothing shows the list and no error; a selection without hits says how to get on', async () => {
  assert.equal(refsIn(await member.read('/uppdrag?ar=igår&organ=x&sida=-4&lage=borta')).length, 25);
  assert.match(await member.read('/uppdrag?sok=finnsinte'), /Inget uppdrag stämmer med urvalet/);
});

test('the list shows the latest status and the meeting that last dealt with each assignment', async () => {
  const page = await member.read('/uppdrag?sok=2026%3A3');
  assert.match(page, /Startat, klart vid årets slut/);
  assert.match(page, /2026-09-17<\/a>/, 'the planned meeting in December has dealt with nothing yet');
});

test('the selection can be taken out as CSV for a Swedish Excel', async () => {
  const response = await member.get('/uppdrag.csv?ar=2026&status=none');
  assert.equal(response.headers.get('content-type'), 'text/csv; charset=utf-8');
  assert.match(
    response.headers.get('content-disposition') ?? '',
    /attachment; filename="uppdrag-2026-2026-11-22\.csv"/,
  );
  const bytes = Buffer.from(await response.arrayBuffer());
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf], 'the mark of UTF-8');
  const rows = bytes.toString('utf8').slice(1).split('\r\n');
  assert.equal(rows[0]?.split(';')[0], 'År');
  assert.deepEqual(
    rows.slice(1, -1).map((row) => row.split(';').slice(0, 2).join(':')),
    ['2026:7', '2026:12', '2026:13'],
  );
});

test('a cell of the CSV that a spreadsheet would run is made harmless', () => {
  assert.equal(
    csvText([['=1+1', '+46', '-2', '@x', ' =A1', 'a;b', 'a"b', 'rad\r\nrad', 'vanlig']]).slice(1),
    `'=1+1;'+46;'-2;'@x;' =A1;"a;b";"a""b";"rad\nrad";vanlig\r\n`,
  );
});

test('an assignment is found by what people call it', async () => {
  const response = await member.get('/uppdrag/2026:3');
  assert.equal(response.status, 303);
  assert.equal(response.headers.get('location'), await pathOf('2026:3'));
  for (const path of ['/uppdrag/1999:1', '/uppdrag/abc']) assert.equal((await member.get(path)).status, 404, path);
});

test('the page of an assignment is its thread, from the goal over the decision to the report', async () => {
  const page = await member.read(await pathOf('2026:3'));
  const kinds = [...page.matchAll(/<p class="thread-kind">([^<]+?)\s*</g)].map(([, kind]) => kind?.trim());
  for (const kind of [
    'Mål',
    'Föregångare',
    'Inspel',
    'Beslut',
    'Uppdrag',
    'Sammanträde',
    'Lägesbild',
    'Återrapportering',
  ])
    assert.ok(kinds.includes(kind), `${kind} is in ${kinds}`);
  assert.equal(kinds[0], 'Mål');
  assert.equal(kinds.at(-1), 'Återrapportering');
  assert.match(page, /Mobilt närvårdsteam: start av pilot/);
});

test('what is missing is shown to everyone, with the way to mend it for who may', async () => {
  const path = await pathOf('2026:13');
  const seen = await member.read(path);
  assert.match(seen, /Det som saknas/);
  assert.match(seen, /Inget sammanträde har behandlat uppdraget/);
  assert.doesNotMatch(seen, /Koppla en ärendepunkt<\/a>|Ändra uppgifterna/);
  const mended = await secretary.read(path);
  assert.match(mended, /Att göra/);
  assert.match(mended, new RegExp(`href="${path}/belagg"`));
});

test('who may not change an assignment is refused at the form already', async () => {
  const path = await pathOf('2026:3');
  const chair = await site.signIn('ordforande');
  for (const visitor of [member, chair])
    for (const form of [
      '/uppdrag/ny',
      ...['andra', 'lage', 'mal', 'samband', 'belagg'].map((name) => `${path}/${name}`),
    ])
      assert.equal((await visitor.get(form)).status, 403, form);
  assert.equal((await member.post(`${path}/lage`, { action: 'pause', version: '1' })).status, 403);
  assert.equal((await (await site.signIn('handlaggare')).get(`${path}/belagg`)).status, 200, 'officers link evidence');
});

test('an assignment is given with its goal and parties; the same form sent twice gives one', async () => {
  const goal = (await site.read((r) => listGoals(r)))[0]!;
  const fields = {
    year: '2026',
    number: '77',
    text: 'Att följa provet av den nya sidan.',
    givenByBodyId: await bodyId('Hälso- och sjukvårdsnämnden'),
    performers: await bodyId('Hälso- och sjukvårdsförvaltningen'),
    monitors: await bodyId('Beredning för lokal vård'),
    goalId: goal.id,
    dueOn: '2026-12-31',
    idempotencyKey: 'given-once',
  };
  const response = await secretary.post('/uppdrag/ny', fields);
  assert.equal(response.status, 303);
  const again = await secretary.post('/uppdrag/ny', fields);
  assert.equal(again.headers.get('location'), response.headers.get('location'));
  const page = await member.read(response.headers.get('location')!);
  assert.match(page, /Följa provet av den nya sidan/);
  assert.match(page, new RegExp(goal.heading));
  const roles = (await saved('2026:77')).parties.map(({ role }) => role);
  assert.deepEqual(roles, ['performer', 'monitor']);
});

test('a form that does not fit comes back with everything that was typed', async () => {
  const response = await secretary.post('/uppdrag/ny', {
    year: '2026',
    number: '3',
    text: 'Att ta ett upptaget nummer.',
    givenByBodyId: await bodyId('Regionfullmäktige'),
  });
  assert.equal(response.status, 422);
  const page = await response.text();
  assert.match(page, /2026:3 finns redan/);
  assert.match(page, /Att ta ett upptaget nummer\./);
});

test('two who change the same assignment both see both texts, and the second saves on top of the first', async () => {
  const path = await pathOf('2026:12');
  const { version, text, ...rest } = await saved('2026:12');
  const kept = {
    title: rest.title,
    heading: rest.heading ?? '',
    planId: rest.planId ?? '',
    givenByBodyId: rest.givenByBodyId ?? '',
    reportToBodyId: rest.reportToBodyId ?? '',
    dueOn: rest.dueOn ?? '',
  };
  assert.match(await secretary.read(`${path}/andra`), new RegExp(`name="version" value="${version}"`));
  const first = await secretary.post(`${path}/andra`, { ...kept, text: `${text} Först.`, version: String(version) });
  assert.equal(first.status, 303);
  const controller = await site.signIn('controller');
  const second = await controller.post(`${path}/andra`, { ...kept, text: `${text} Sedan.`, version: String(version) });
  assert.equal(second.status, 409);
  const page = await second.text();
  assert.match(page, /Först\./);
  assert.match(page, /Sedan\./);
  assert.match(page, new RegExp(`name="version" value="${version + 1}"`), 'now one has seen what is saved');
  const third = await controller.post(`${path}/andra`, {
    ...kept,
    text: `${text} Först. Sedan.`,
    version: String(version + 1),
  });
  assert.equal(third.status, 303);
  assert.equal((await saved('2026:12')).text, `${text} Först. Sedan.`);
});

test('the state moves by the table only, and the reason is asked for', async () => {
  const path = await pathOf('2026:11');
  const { version } = await saved('2026:11');
  const form = await secretary.read(`${path}/lage`);
  assert.match(form, /Läget blir: pausat/);
  assert.doesNotMatch(form, /value="reopen"/);
  const wrong = await secretary.post(`${path}/lage`, { action: 'reopen', version: String(version) });
  assert.equal(wrong.status, 409);
  const moved = await secretary.post(`${path}/lage`, { action: 'pause', reason: 'Väntar.', version: String(version) });
  assert.equal(moved.status, 303);
  assert.equal((await saved('2026:11')).state, 'paused');
  assert.match(await member.read(path), /pausat/);
});

test('goals and other assignments are linked and unlinked', async () => {
  const path = await pathOf('2026:11');
  const goal = (await site.read((r) => listGoals(r)))[2]!;
  assert.match(await secretary.read(path), /Inget mål är kopplat/);
  assert.equal((await secretary.post(`${path}/mal`, { goalId: goal.id, kind: 'direct' })).status, 303);
  assert.equal(
    (await secretary.post(`${path}/mal`, { goalId: goal.id, kind: 'direct' })).status,
    422,
    'linked already',
  );
  assert.doesNotMatch(await secretary.read(path), /Inget mål är kopplat/);
  assert.equal((await secretary.post(`${path}/mal/ta-bort`, { goalId: goal.id, kind: 'direct' })).status, 303);
  assert.match(await secretary.read(path), /Inget mål är kopplat/);

  const unknown = await secretary.post(`${path}/samband`, { other: '2025:99', way: 'refersTo' });
  assert.equal(unknown.status, 422);
  assert.match(await unknown.text(), /Inget uppdrag heter så/);
  assert.equal((await secretary.post(`${path}/samband`, { other: '2025:9', way: 'refersTo' })).status, 303);
  assert.match(await secretary.read(path), /hänvisar till/);
  assert.match(await secretary.read(await pathOf('2025:9')), /hänvisas till av/);
  const removal = { otherId: (await saved('2025:9')).id, kind: 'refersTo', outgoing: 'true' };
  assert.equal((await secretary.post(`${path}/samband/ta-bort`, removal)).status, 303);
  assert.doesNotMatch(await secretary.read(path), /hänvisar till/);
});

test('an agenda item that is linked stands in the thread and in the draft report, until the link is taken away', async () => {
  const { id } = await saved('2026:7');
  const path = `/uppdrag/${id}`;
  const local = await bodyId('Beredning för lokal vård');
  const { meetings } = await site.read((r) => listMeetings(r, { bodyId: local, from: '2026-05-21', to: '2026-05-21' }));
  const form = await secretary.read(`${path}/belagg?sammantrade=${meetings[0]!.id}`);
  const [, itemId] = /name="itemId" value="([^"]+)"/.exec(form) ?? [];
  assert.ok(itemId, 'the meeting offers its items');
  const linked = await secretary.post(`${path}/belagg`, { itemId });
  assert.equal(linked.status, 303);
  assert.match(await member.read(path), /Väntetider per kommun/);
  const answer = async () =>
    (await site.read((r) => findReportFor(r, local, 2026)))?.entries.find((entry) => entry.assignment.id === id);
  assert.ok(
    (await answer())?.claims.some((claim) => claim.evidence.some((one) => one.id === itemId)),
    'it is evidence',
  );
  assert.equal((await secretary.post(`${path}/belagg/ta-bort`, { itemId })).status, 303);
  assert.doesNotMatch(await member.read(path), /Väntetider per kommun/);
});

test('an assessment has a page with all its versions, and a position leads to its assignment', async () => {
  const { id } = await saved('2026:4');
  const [assessment] = await site.read((r) => assessmentsOf(r, id));
  assert.match(await member.read(`/lagesbilder/${assessment!.id}`), /Version 1/);
  const positioned = await saved('2026:1');
  const [position] = await site.read((r) => positionsOf(r, positioned.id));
  const response = await member.get(`/standpunkter/${position!.id}`);
  assert.equal(response.headers.get('location'), `/uppdrag/${positioned.id}`);
  assert.equal((await member.get(`/lagesbilder/${id}`)).status, 404);
});
