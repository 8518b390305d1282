import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { authorize } from '../../src/domain/access/index.ts';
import { openMatter } from '../../src/domain/matters/index.ts';
import { AppError } from '../../src/kernel/errors.ts';
import { allRoutes } from '../../src/web/routes.ts';
import { again, type FoundForm, filled, formsOf, routeOf, walk } from '../support/crawl.ts';
import { type DemoSite, openDemoSite, type Visitor } from '../support/demo-site.ts';
import { isLongRun } from '../support/long-run.ts';

/** Two presses of one button are one; two people at one record are told of each other; two who take one name at the same instant get words. */
const routes = allRoutes({ development: false, demoLogins: [] });
let site: DemoSite;
let secretary: Visitor;
let colleague: Visitor;
let forms: readonly FoundForm[];
const lines: string[] = [];
const { error } = console;

before(async () => {
  console.error = (line: unknown) => void lines.push(String(line));
  site = await openDemoSite();
  secretary = await site.signIn('sekreterare');
  colleague = await site.signIn('sekreterare');
  forms = [...(await walk(secretary, routes, isLongRun ? 4 : 2)).forms, ...(await itemForms())];
});
after(async () => {
  console.error = error;
  await site.close();
});

/** The forms of items of the meetings that lie furthest ahead: the walk finds those of held meetings, whose items stand as they were decided. */
async function itemForms(): Promise<readonly FoundForm[]> {
  const items = await site.read((r) =>
    r.db
      .selectFrom('agenda_item')
      .innerJoin('meeting', 'meeting.id', 'agenda_item.meeting_id')
      .select(['agenda_item.id', 'agenda_item.meeting_id'])
      .orderBy('meeting.held_on', 'desc')
      .limit(20)
      .execute(),
  );
  const found: FoundForm[] = [];
  for (const { id, meeting_id } of items) {
    const page = `/sammantraden/${meeting_id}/punkter/${id}`;
    const route = routeOf(routes, 'POST', page)!;
    const shown = formsOf(await (await secretary.get(page)).text());
    found.push(...shown.filter(({ action }) => action === page).map((form) => ({ ...form, page, route })));
  }
  return found;
}

/** What was done to records. That a look at a file found nothing to confirm is noted each time, and changes none. */
const countLog = async (): Promise<number> =>
  Number(
    (await site.db.pool.query<{ count: string }>(`select count(*) from log_entry where noun <> 'intakeFile'`)).rows[0]
      ?.count,
  );

const valuesOf = (form: FoundForm): Record<string, string> =>
  filled(form, ({ kind, value, name }) => {
    if (value !== '' || kind === 'hidden') return undefined;
    // A matter is named by its registration number: other words are rightly refused.
    if (name === 'matter') return '';
    if (kind === 'text' || kind === 'textarea') return 'Två tryck på samma knapp';
    if (kind !== 'day' || /At$/.test(name)) return undefined;
    return /year|number|order/i.test(name) ? '7' : '2026-12-15';
  });

test('two who change the same record at the same time: one is saved, the other sees both texts', async () => {
  const edits = [
    '/organ/:id/andra',
    '/uppdrag/:id/andra',
    '/sammantraden/:id/andra',
    '/sammantraden/:id/punkter/:punkt',
    '/uppfoljning/:id/texter',
    '/uppfoljning/:id/svar/:entryId',
  ];
  const tried: string[] = [];
  for (const path of edits) {
    for (const found of forms.filter(({ route }) => route.path === path)) {
      const form = await again(secretary, found);
      const field = form?.fields.find(({ name }) => ['name', 'text', 'title', 'answer'].includes(name));
      if (!form || !field) continue;
      const values = valuesOf(form);
      const texts = [`Den enas ord ${tried.length}`, `Den andras ord ${tried.length}`] as const;
      const responses = await Promise.all([
        secretary.post(form.action, { ...values, [field.name]: texts[0] }),
        colleague.post(form.action, { ...values, [field.name]: texts[1] }),
      ]);
      const statuses = responses.map(({ status }) => status);
      if (!statuses.includes(303)) continue;
      assert.deepEqual([...statuses].sort(), [303, 409], path);
      const conflict = await responses[statuses.indexOf(409)]!.text();
      for (const text of texts) assert.ok(conflict.includes(text), `${path} shows ${text}`);
      tried.push(path);
      break;
    }
  }
  assert.deepEqual(tried, edits);
  assert.deepEqual(lines, []);
});

test('every form that counts its presses counts two as one, whether the second comes later or at the same time', async () => {
  const byRoute = Map.groupBy(forms, ({ route }) => route);
  const repeated: string[] = [];
  const wrong: string[] = [];
  for (const [route, same] of byRoute) {
    const form = await again(secretary, same[0]!);
    if (!form || !('idempotencyKey' in ((route.input.form as { shape?: object } | undefined)?.shape ?? {}))) continue;
    const values = { ...valuesOf(form), idempotencyKey: `tryck ${route.path}` };
    const before = await countLog();
    const [first, second] = await Promise.all([
      secretary.post(form.action, values),
      secretary.post(form.action, values),
    ]);
    const once = await countLog();
    const third = await secretary.post(form.action, values);
    if (first.status !== 303 || once === before) continue;
    repeated.push(route.path);
    if (second.status !== 303 || third.status !== 303) wrong.push(`${route.path}: ${second.status}, ${third.status}`);
    if ((await countLog()) !== once) wrong.push(`${route.path} wrote again`);
    const places = new Set([first, second, third].map(({ headers }) => headers.get('location')));
    if (places.size !== 1) wrong.push(`${route.path} led to ${[...places].join(' and ')}`);
  }
  assert.deepEqual(wrong, []);
  assert.ok(repeated.length >= 12, `repeated: ${repeated.join(', ')}`);
});

test('control: the same press with a key of its own counts again', async () => {
  const values = { kind: 'committee', name: 'Nämnden för två tryck' };
  const statuses = [
    (await secretary.post('/organ/nytt', values)).status,
    (await secretary.post('/organ/nytt', { ...values, name: 'Nämnden för tre tryck' })).status,
    (await secretary.post('/organ/nytt', values)).status,
  ];
  assert.deepEqual(statuses, [303, 303, 422]);
});

test('two who enter the same name at the same instant: one is entered, the other is told whose name it is', async () => {
  for (let round = 0; round < 5; round += 1) {
    const values = { kind: 'committee', name: `Nämnden för samtidighet ${round}` };
    const responses = await Promise.all([secretary, colleague].map((visitor) => visitor.post('/organ/nytt', values)));
    assert.deepEqual(responses.map(({ status }) => status).sort(), [303, 422]);
    const told = await responses.find(({ status }) => status === 422)!.text();
    assert.match(told, /heter så redan/);
  }
  assert.deepEqual(lines, []);
});

test('two who plan the same meeting, or give an assignment the same number, at the same instant', async () => {
  const bodyId = await site.read(
    async (r) =>
      (await r.db.selectFrom('body').select('id').where('kind', '=', 'committee').executeTakeFirstOrThrow()).id,
  );
  const meeting = { bodyId, kind: 'meeting', heldOn: '2027-03-03', mode: 'inPerson' };
  const assignment = { year: '2026', number: '777', text: 'Att pröva samtidighet.', givenByBodyId: bodyId };
  for (const [path, values] of [
    ['/sammantraden/planera', meeting],
    ['/uppdrag/ny', assignment],
  ] as const) {
    const responses = await Promise.all([secretary, colleague].map((visitor) => visitor.post(path, values)));
    const statuses = responses.map(({ status }) => status).sort();
    assert.equal(statuses[0], 303, path);
    assert.ok(statuses[1] === 422 || statuses[1] === 409, `${path}: ${statuses.join(', ')}`);
  }
  assert.deepEqual(lines, []);
});

test('two matters with the same number at the same instant: one is opened, the other is refused at its field', async () => {
  const auth = authorize(site.operator, 'matter.edit');
  const open = (): Promise<string> =>
    site.db.transact(auth, { verb: 'openMatter' }, (w) =>
      openMatter(w, { registrationNumber: '26PR9001', publicTitle: 'Samtidigt' }),
    );
  const outcomes = await Promise.allSettled([open(), open(), open()]);
  assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1);
  for (const outcome of outcomes)
    if (outcome.status === 'rejected') {
      assert.ok(outcome.reason instanceof AppError);
      assert.deepEqual(outcome.reason.details, [{ path: 'registrationNumber', key: 'matter.numberTaken' }]);
    }
});
