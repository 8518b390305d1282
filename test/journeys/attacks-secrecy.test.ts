import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { demoLogins } from '../../src/demo/index.ts';
import { type Action, createAccount, grantRole, type Role, roleMay } from '../../src/domain/access/index.ts';
import {
  changeMatter,
  getMatter,
  openMatter,
  registerDocument,
  rememberSource,
} from '../../src/domain/matters/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import { allRoutes } from '../../src/web/routes.ts';
import { walk } from '../support/crawl.ts';
import { type DemoSite, demoPassword, openDemoSite, type Visitor } from '../support/demo-site.ts';
import { isLongRun } from '../support/long-run.ts';

/**
 * A matter that became secret, with words that stand nowhere else, tied to everything it can be tied to: to agenda items, and by a document to
 * the assignment that was read from it. Then everyone reads everything they can reach, and every file is opened.
 */
const canaries = { title: 'smaragdkolibri', text: 'safirpelikan', file: 'topaskorp' };
const anyCanary = new RegExp(Object.values(canaries).join('|'), 'i');
const routes = allRoutes({ development: false, demoLogins: [] });
/** Everybody in a long run; else one who may read it, one who only reads, those with wide views, and one of another body. */
const readersOfRun = isLongRun
  ? [...demoLogins.map((one) => one.login), 'sjukhus']
  : ['sekreterare', 'ledamot', 'controller', 'samverkan', 'sjukhus'];
/** How many records of a kind each reader opens. */
const perRoute = isLongRun ? 6 : 3;
let site: DemoSite;
let documentId: Id<'document'>;
const lines: string[] = [];
const { error } = console;

before(async () => {
  console.error = (line: unknown) => void lines.push(String(line));
  site = await openDemoSite();
  const { bodyId, assignmentId, otherBodyId } = await site.read(async (r) => {
    const body = (name: string) =>
      r.db
        .selectFrom('body')
        .select('id')
        .where('tenant_id', '=', r.tenantId)
        .where('name', '=', name)
        .executeTakeFirstOrThrow();
    const report = await r.db.selectFrom('report_entry').select('assignment_id').executeTakeFirstOrThrow();
    return {
      bodyId: (await body('Beredning för lokal vård')).id,
      otherBodyId: (await body('Beredning för sjukhusvård')).id,
      assignmentId: report.assignment_id,
    };
  });
  const sourceText = `Handling om ${canaries.text}.\n`;
  documentId = await site.write('matter.edit', async (w) => {
    const registered = { registrationNumber: '26PR0007', publicTitle: 'Ett ärende vars titel alla får läsa' };
    const matterId = await openMatter(w, { ...registered, bodyId });
    const id = await registerDocument(w, {
      kind: 'other',
      title: `Skrivelse om ${canaries.text}`,
      fileName: `${canaries.file}.txt`,
      mediaType: 'text/plain',
      size: sourceText.length,
      sha256: createHash('sha256').update(sourceText).digest('hex'),
      sourceText,
      matterId,
    });
    const source = { documentId: id, start: 0, end: sourceText.length - 1, line: 1, rule: 'prov', confidence: 1 };
    await rememberSource(w, { noun: 'assignment', recordId: assignmentId, ...source, fields: ['text'] });
    await w.db.updateTable('agenda_item').set({ matter_id: matterId }).where('tenant_id', '=', w.tenantId).execute();
    const { version } = await getMatter(w, matterId);
    await changeMatter(w, {
      ...registered,
      matterId,
      expectedVersion: version,
      protectedTitle: `Ärende om ${canaries.title}`,
      secrecyLevel: 'secret',
      legalGround: 'OSL 25 kap. 1 §',
    });
    return id;
  });
  await site.write('account.administer', async (w) => {
    const accountId = await createAccount(w, { login: 'sjukhus', name: 'Sixten Sjukhus', password: demoPassword });
    for (const role of ['committeeSecretary', 'chair'] as const)
      await grantRole(w, { accountId, role, bodyId: otherBodyId, validFrom: '2020-01-01' });
  });
});
after(async () => {
  console.error = error;
  await site.close();
});

/** What a visitor can read at an address, with the parts of a DOCX unpacked. */
async function wordsOf(visitor: Visitor, path: string): Promise<string> {
  const response = await visitor.get(path);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    return Object.values(unzipSync(bytes))
      .map((part) => strFromU8(part))
      .join('\n');
  return `${[...response.headers].join('\n')}\n${Buffer.from(bytes).toString('utf8')}`;
}

const mayReadIt = (visitor: Visitor): boolean =>
  visitor.actor.grants.some(
    ({ role, bodyId }) => roleMay(role as Role, 'matter.readProtected' as Action) && bodyId !== sjukhus(visitor),
  );
const sjukhus = (visitor: Visitor): string | undefined =>
  visitor.actor.name === 'Sixten Sjukhus' ? (visitor.actor.grants[0]?.bodyId ?? undefined) : undefined;

test('nobody reads a word of it who may not, on any page, in any table, document or error', async () => {
  const readers: string[] = [];
  for (const login of readersOfRun) {
    const visitor = await site.signIn(login);
    const { pages } = await walk(visitor, routes, perRoute);
    assert.ok(pages.size > 40, `${login} reads ${pages.size} pages`);
    const leaks: string[] = [];
    const more = [`/kallor/${documentId}`, ...[...pages.keys()].filter((path) => path.includes('/fil/'))];
    for (const path of more) if (anyCanary.test(await wordsOf(visitor, path))) leaks.push(path);
    for (const [path, page] of pages) if (anyCanary.test(page)) leaks.push(path);
    if (mayReadIt(visitor)) {
      if (leaks.length > 0) readers.push(login);
    } else assert.deepEqual(leaks, [], login);
  }
  assert.ok(readers.includes('sekreterare'), `control: who may read it does: ${readers.join(', ')}`);
});

test('neither the log of the authority nor the log of the program holds what is protected', async () => {
  const { rows } = await site.db.pool.query('select * from log_told');
  assert.ok(rows.length > 100);
  assert.equal(JSON.stringify(rows).includes(canaries.title), false);
  assert.equal(anyCanary.test(lines.join('\n')), false);
});

test('control: the public title is read by all, so that the matter was really looked at', async () => {
  const member = await site.signIn('ledamot');
  const { pages } = await walk(member, routes, perRoute);
  assert.ok([...pages.values()].some((page) => page.includes('Ett ärende vars titel') || page.includes('26PR0007')));
});
