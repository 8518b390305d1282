import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import {
  type Action,
  actionNames,
  createAccount,
  grantRole,
  type Role,
  roleMay,
} from '../../src/domain/access/index.ts';
import { createBody } from '../../src/domain/organisation/index.ts';
import { createTenant } from '../../src/storage/tenant.ts';
import { allRoutes } from '../../src/web/routes.ts';
import { again, type FoundForm, filled, type Walk, walk } from '../support/crawl.ts';
import { type DemoSite, demoPassword, openDemoSite, type Visitor } from '../support/demo-site.ts';
import { isLongRun } from '../support/long-run.ts';

/**
 * Whose records are they? Every form that the committee secretary can reach is taken as it stands, with its real ids, and sent by people whose
 * role does not reach these records: the secretary of another body, those who only read, and someone of another authority. Nothing may be let
 * in and nothing may be written. The same form sent by the secretary is the control: it is refused to none but them.
 */
const routes = allRoutes({ development: false, demoLogins: [] });
let site: DemoSite;
let secretary: Visitor;
let found: Walk;
/** Two forms of each route, on different records where there are several. */
let forms: readonly FoundForm[];

before(async () => {
  site = await openDemoSite();
  secretary = await site.signIn('sekreterare');
  await prepare(await walk(secretary, routes, isLongRun ? 4 : 2));
  found = await walk(secretary, routes, isLongRun ? 6 : 3);
  forms = [...Map.groupBy(found.forms, ({ route }) => route).values()].flatMap((same) => [same[0]!, ...same.slice(-1)]);
  // An answer to a poll is given by whoever has its code, with or without an account.
  forms = [...new Set(forms)].filter(({ route }) => route.policy !== 'public');
  const bodyId = await site.write('organisation.edit', (w) =>
    createBody(w, { kind: 'committee', name: 'Kulturnämnden' }),
  );
  await site.write('account.administer', async (w) => {
    const accountId = await createAccount(w, { login: 'kultur', name: 'Krister Kultur', password: demoPassword });
    for (const role of ['committeeSecretary', 'caseOfficer', 'controller'] as const)
      await grantRole(w, { accountId, role, bodyId, validFrom: '2020-01-01' });
  });
});
after(() => site.close());

/** Brings records into the states in which more forms are shown: a proposed decision, a report that is ready. */
async function prepare({ forms: first }: Walk): Promise<void> {
  for (const path of ['/sammantraden/:id/punkter/:punkt/beslut', '/uppfoljning/:id/klar']) {
    for (const form of first.filter(({ route }) => route.path === path)) {
      const { status } = await secretary.post(form.action, valuesOf(form));
      if (status === 303) break;
    }
  }
}

const valuesOf = (form: FoundForm): Record<string, string> =>
  filled(form, ({ kind, value, name, options }) => {
    if (value !== '' || kind === 'hidden') return undefined;
    // Sums of money, and the proposals that a decision gives: what is malformed is refused before anybody asks whose it is.
    if (/^(?:demanded|planned(?!On)|effect|forecast)/.test(name)) return '600 000';
    if (/^(?:count|occasions|participants|workingDays|members|value|maximum|percent|fte|\w*Months)$/.test(name))
      return '7';
    if (/^(?:amount|posts|allocated|spent|carried)\d*$/.test(name)) return '7';
    if (/^year\d+$/.test(name)) return '2026';
    if (/^(?:on|to|asOf|evaluationDue|\w+On)$/.test(name) && kind === 'text') return '2026-12-15';
    if (['assignmentIds', 'decisionId', 'status'].includes(name)) return options[0];
    if (name === 'month') return '2026-12';
    if (kind === 'text' || kind === 'textarea') return 'Ett prov av vem som får';
    if (kind !== 'day' || /At$/.test(name)) return undefined;
    return /year|number|order/i.test(name) ? '7' : '2026-12-15';
  });

/** How far each authority's log has come: whatever is written anywhere makes one longer. */
async function logHeads(): Promise<ReadonlyMap<string, number>> {
  const rows = await site.db.system('doctor', (db) => db.selectFrom('log_head').select(['tenant_id', 'seq']).execute());
  return new Map(rows.map(({ tenant_id, seq }) => [tenant_id, Number(seq)]));
}

/** The nouns of what was written since, in whichever log. */
async function writtenSince(before: ReadonlyMap<string, number>): Promise<readonly string[]> {
  const longer = [...(await logHeads())].filter(([tenantId, seq]) => seq > (before.get(tenantId) ?? 0));
  const nouns = new Set<string>();
  for (const [tenantId] of longer) {
    const rows = await site.db.system('doctor', (db) =>
      db
        .selectFrom('log_told')
        .select('noun')
        .where('tenant_id', '=', tenantId)
        .where('seq', '>', String(before.get(tenantId) ?? 0))
        .execute(),
    );
    for (const { noun } of rows) nouns.add(noun);
  }
  return [...nouns];
}

type Attempt = {
  readonly form: FoundForm;
  readonly status: number;
  readonly body: string;
  /** The nouns of the records that were written, if any. */
  readonly wrote: readonly string[];
};

async function sendAll(visitor: Visitor, chosen: readonly FoundForm[]): Promise<readonly Attempt[]> {
  const attempts: Attempt[] = [];
  for (const form of chosen) {
    const before = await logHeads();
    const response = await visitor.post(form.action, valuesOf(form));
    const body = await response.text();
    attempts.push({ form, status: response.status, body, wrote: await writtenSince(before) });
  }
  return attempts;
}

const told = (attempts: readonly Attempt[]): readonly string[] => [
  ...new Set(attempts.map(({ form, status, wrote }) => [form.route.path, status, ...wrote].join(' '))),
];
const refused = ({ status }: Attempt): boolean => status === 403 || status === 404;
/** The calendar, the letters about one's work and how one signs in are of whoever asks: they are of their own account and say nothing of a body. */
const ofOneself = ({ form, wrote }: Attempt): boolean =>
  (['calendar.subscribe', 'work.arrange', 'signedIn'].includes(form.route.policy) ||
    /^\/(?:bekrafta|mitt-konto|stallforetradare)\b/.test(form.route.path)) &&
  wrote.every((noun) => noun === 'account');
/** Trying a form saves nothing, and a form belongs to no body. */
const trying = ({ form, wrote }: Attempt): boolean => form.route.path === '/formular/:id/prova' && wrote.length === 0;
/** A form that sends nothing but a file is asked in `test/web/returns.test.ts`, with a file. */
const wantsFile = ({ form, wrote }: Attempt): boolean =>
  wrote.length === 0 && form.route.path === '/redovisningar/arbete/:id/fraga/:fraga/fil';
const didWrite = ({ wrote }: Attempt): boolean => wrote.length > 0;

suite('records of another body', () => {
  /** What was read in belongs to no body until it is confirmed: the tray of papers is common, and only the records made from it are not. */
  const ofTheTray = ({ wrote }: Attempt): boolean =>
    wrote.every((noun) => ['intakeFile', 'proposal', 'document'].includes(noun));

  test('the secretary of one body changes nothing of another through any form', async () => {
    const kultur = await site.signIn('kultur');
    assert.ok(new Set(forms.map(({ route }) => route)).size >= 30, 'many routes are tried');
    const attempts = await sendAll(kultur, forms);
    const tray = (attempt: Attempt): boolean => attempt.form.action.startsWith('/las-in') && ofTheTray(attempt);
    assert.deepEqual(
      told(
        attempts.filter(
          (attempt) =>
            !tray(attempt) &&
            !ofOneself(attempt) &&
            !trying(attempt) &&
            !wantsFile(attempt) &&
            (didWrite(attempt) || !refused(attempt)),
        ),
      ),
      [],
    );
  });

  test('who only reads is refused by every form', async () => {
    for (const login of ['ledamot', 'ordforande', 'arkivarie', 'samverkan', 'admin']) {
      const visitor = await site.signIn(login);
      const roles = visitor.actor.grants.map(({ role }) => role as Role);
      const closed = forms.filter(
        ({ route }) =>
          (actionNames as readonly string[]).includes(route.policy) &&
          !roles.some((role) => roleMay(role, route.policy as Action)),
      );
      const attempts = await sendAll(visitor, closed);
      assert.ok(attempts.length > 0);
      assert.deepEqual(told(attempts.filter((attempt) => attempt.status !== 403 || didWrite(attempt))), [], login);
    }
  });
});

suite('another authority', () => {
  let stranger: Visitor;
  let otherTenant: string;
  before(async () => {
    const { db, authIn } = site.database;
    otherTenant = await createTenant(db, { slug: 'granne', name: 'Region Granne' });
    await db.transact(authIn(otherTenant, 'account.administer'), { verb: 'createAccount' }, async (w) => {
      const accountId = await createAccount(w, { login: 'granne', name: 'Greta Granne', password: demoPassword });
      for (const role of ['committeeSecretary', 'caseOfficer', 'controller', 'chair', 'administrator'] as const)
        await grantRole(w, { accountId, role, validFrom: '2020-01-01' });
    });
    stranger = await site.signIn('granne');
  });

  /** Words that stand in the records of the demonstration and nowhere in the product. */
  const canaries = ['Beredning för psykisk hälsa', 'Jag stannar för att jobbet är värt det', 'Ringvall', 'Ekesjö'];

  test('finds no record of this one, on any page, by any id', async () => {
    const wrong: string[] = [];
    let asked = 0;
    for (const [path, ours] of found.pages) {
      const response = await stranger.get(path);
      const body = await response.text();
      const id = /[0-9a-f]{8}-[0-9a-f]{4}/.test(path.split('?')[0]!);
      if (id && response.status !== 404) wrong.push(`${path}: ${response.status}`);
      if (response.status >= 500) wrong.push(`${path}: ${response.status}`);
      for (const canary of canaries) if (body.includes(canary)) wrong.push(`${path} shows ${canary}`);
      asked += canaries.some((canary) => ours.includes(canary)) ? 1 : 0;
    }
    assert.deepEqual(wrong, []);
    assert.ok(asked > 50, 'control: our own people see these words on many of the pages');
  });

  test('changes none, and learns nothing from the answers', async () => {
    const attempts = await sendAll(stranger, forms);
    assert.deepEqual(told(attempts.filter((attempt) => didWrite(attempt) && !ofOneself(attempt))), []);
    const byId = attempts.filter(({ form }) => /[0-9a-f]{8}-[0-9a-f]{4}/.test(form.action));
    assert.ok(byId.length >= 40);
    assert.deepEqual(told(byId.filter((attempt) => !refused(attempt))), []);
    assert.deepEqual(told(attempts.filter(({ status }) => status >= 500)), []);
    for (const { form, body } of attempts)
      for (const canary of canaries) {
        const sent = Object.values(valuesOf(form)).some((value) => value.includes(canary));
        assert.ok(sent || !body.includes(canary), `${form.route.path} shows ${canary}`);
      }
  });
});

suite('control', () => {
  test('the same forms are refused to nobody else: the secretary of the whole is let in, and most of them write', async () => {
    const attempts: Attempt[] = [];
    for (const form of forms) {
      const fresh = await again(secretary, form);
      if (fresh) attempts.push(...(await sendAll(secretary, [fresh])));
    }
    assert.deepEqual(told(attempts.filter(({ status }) => status === 403 || status >= 500)), []);
    const wrote = new Set(attempts.filter(didWrite).map(({ form }) => form.route.path));
    assert.ok(wrote.size >= 20, `only these wrote: ${[...wrote].join(', ')}`);
  });
});
