import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { runTimeline, signer } from '../test/support/board-model.ts';
import { buildAdjustedMinutes } from '../test/support/build-minutes.ts';
import { openTestDatabase, type TestDatabase } from '../test/support/database.ts';
import { shellApp } from '../test/support/web.ts';
import { authorize, operatorOf } from './domain/access/index.ts';
import { getMinutes } from './domain/minutes/index.ts';
import {
  announceAdjustment,
  endAppealPeriod,
  getNotice,
  postAnew,
  proofOf,
  stateGap,
  takeDownNotice,
} from './domain/notices/index.ts';
import { headOfAct } from './domain/witnessing/index.ts';
import { AppError } from './kernel/errors.ts';
import type { Id } from './kernel/id.ts';
import { type BoardKeeper, openBoardKeeper } from './notice-board-files.ts';
import type { Services } from './web/contracts.ts';
import { noticeRoutes } from './web/pages/notices/routes.ts';

let t: TestDatabase;
let folder: string;
let keeper: BoardKeeper;
let reachable = true;
before(async () => {
  t = await openTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'kansli-boards-'));
  const fetch = async (slug: string, name: string) => {
    if (!reachable) throw new Error('no answer');
    return await readFile(join(folder, slug, name)).catch(() => undefined);
  };
  keeper = openBoardKeeper({ db: t.db, folder, signer, fetch });
});
after(async () => {
  await t.close();
  rmSync(folder, { recursive: true, force: true });
});

const post = () => authorize(operatorOf(t.tenantId), 'notice.post');
const notice = (id: Id<'boardNotice'>) => t.db.read(post(), (r) => getNotice(r, id));
const proof = (id: Id<'boardNotice'>) => t.db.read(post(), (r) => proofOf(r, id));
const code = (expected: string) => (error: unknown) => error instanceof AppError && error.code === expected;
let now = Date.parse('2026-03-02T09:00:00Z');
/** Lets so many minutes pass, with a look at the boards in each. */
async function minutes(count: number, look = true): Promise<void> {
  for (let one = 0; one < count; one += 1) {
    now += 60_000;
    t.clock.set(new Date(now).toISOString());
    if (look) await keeper.probe();
  }
}
async function announced(): Promise<{ id: Id<'boardNotice'>; minutesId: Id<'minutes'> }> {
  const { minutesId } = await buildAdjustedMinutes(t);
  const adjustmentId = (await t.db.read(post(), (r) => getMinutes(r, minutesId))).adjustments[0]!.id;
  const ids = await t.db.transact(post(), { verb: 'announceAdjustment' }, (w) =>
    announceAdjustment(w, { adjustmentId, availableAt: 'Regionens kansli' }),
  );
  return { id: ids[0]!, minutesId };
}

test('what is put up stands in signed files, is seen each minute, and is gone from them when it is taken down', async () => {
  const { id } = await announced();
  await keeper.probe();
  const { board } = await notice(id);
  const slug = board.slug!;
  const names = (await readdir(join(folder, slug))).sort();
  assert.deepEqual(
    names,
    [`${id}.html`, 'feed.atom', 'index.html', 'nyckel.pem', 'tavla.css', 'tavla.json', 'tavla.json.sig'].sort(),
  );
  await minutes(1);
  await minutes(5);
  const { seen, gaps } = await proof(id);
  assert.equal(gaps.length, 0);
  assert.equal(seen.length, 1);
  assert.equal(seen[0]!.how, 'http');
  assert.equal(seen[0]!.to.getTime(), now);
  // What is printed on the notice is the head of the log when it was announced, however often it has been looked at since.
  const head = await t.db.read(post(), (r) => headOfAct(r, { noun: 'boardNotice', recordId: id }));
  const told = await t.db.read(post(), (r) =>
    r.db.selectFrom('log_told').select(['seq', 'verb']).where('record_id', '=', id).orderBy('seq').execute(),
  );
  assert.deepEqual([told[0]?.verb, told[0]?.seq], ['announceAdjustment', head?.seq]);
  assert.ok(
    told.some(({ verb }) => verb !== 'announceAdjustment'),
    'looks have been noted after it',
  );
  t.clock.set('2026-03-24T09:00:00Z');
  // Nobody looked for three weeks: the entry can neither be taken down nor its time be over.
  await assert.rejects(
    t.db.transact(post(), { verb: 'takeDownNotice' }, (w) => takeDownNotice(w, { noticeId: id })),
    code('notice.unproven'),
  );
  t.clock.set(new Date(now).toISOString());
});

test('KL 13:5: a gap stops the clock, is stated or put right by posting anew, and what was seen to be gone cannot be stated away', async () => {
  const { id, minutesId } = await announced();
  const state = (statement: string) =>
    t.db.transact(post(), { verb: 'stateGap' }, (w) => stateGap(w, { noticeId: id, statement }));
  await minutes(3);
  await assert.rejects(state('webbserverns logg'), code('notice.noGap'));
  await minutes(10, false);
  await minutes(1);
  assert.equal((await notice(id)).interrupted, true);
  assert.deepEqual(
    (await proof(id)).gaps.map(({ reason }) => reason),
    ['notProbed'],
  );
  await assert.rejects(state(`gäller ${['19121212', '1212'].join('-')}`), code('record.invalid'));
  await state('Webbserverns logg visar att sidan lämnades ut.');
  assert.equal((await notice(id)).interrupted, false);
  // Somebody changes the file: it is found at once, mended, and stays a gap.
  const { board } = await notice(id);
  const file = join(folder, board.slug!, `${id}.html`);
  await appendFile(file, '<p>tillagt</p>');
  await minutes(1);
  assert.equal((await notice(id)).interrupted, true);
  await minutes(1);
  assert.doesNotMatch(await readFile(file, 'utf8'), /tillagt/);
  assert.deepEqual(
    (await proof(id)).gaps.map(({ reason }) => reason),
    ['notProbed', 'differs', 'differs'],
  );
  await assert.rejects(state('den satt uppe'), code('notice.noGap'));
  await assert.rejects(
    t.db.transact(post(), { verb: 'endAppealPeriod' }, (w) => endAppealPeriod(w, minutesId)),
    code('notice.periodNotRun'),
  );
  await t.db.transact(post(), { verb: 'postAnew' }, (w) => postAnew(w, { noticeId: id }));
  await minutes(1);
  assert.equal((await notice(id)).interrupted, false);
});

test('an address that does not answer once is no gap, and longer it is; a list that is not signed by us is none', async () => {
  const { id } = await announced();
  await minutes(2);
  reachable = false;
  await minutes(1);
  reachable = true;
  await minutes(1);
  assert.equal((await proof(id)).gaps.length, 0);
  reachable = false;
  await minutes(4);
  reachable = true;
  await minutes(1);
  assert.deepEqual(
    (await proof(id)).gaps.map(({ reason }) => reason),
    ['unreachable', 'unreachable'],
  );
  const { board } = await notice(id);
  const list = join(folder, board.slug!, 'tavla.json');
  const text = await readFile(list, 'utf8');
  await writeFile(list, text.replace('Justerat protokoll', 'Annat protokoll'));
  assert.equal(await keeper.list(board.slug!), undefined);
  await minutes(1);
  assert.ok(await keeper.list(board.slug!), 'and it is mended');
  await minutes(1);
  await rm(join(folder, board.slug!), { recursive: true });
  await minutes(2);
  assert.equal(
    (await keeper.list(board.slug!))?.anslag.some((one) => one.id === id),
    true,
  );
  assert.equal(
    (await proof(id)).gaps.some(({ reason }) => reason === 'missing'),
    true,
  );
});

test('the application can neither shorten, move nor take away a proof', async () => {
  const { id } = await announced();
  await minutes(2);
  const client = await t.db.pool.connect();
  try {
    for (const statement of [
      `update posting_proof set to_at = from_at where board_notice_id = '${id}'`,
      `update posting_proof set from_at = from_at - interval '1 day' where board_notice_id = '${id}'`,
      `delete from posting_proof where board_notice_id = '${id}'`,
      `update posting_gap set reason = 'clock'`,
      `delete from posting_gap`,
    ])
      for (const role of ['kansli_app', 'kansli_system', undefined]) {
        await client.query('begin');
        if (role) await client.query(`set local role ${role}`);
        await client.query(`select set_config('kansli.tenant', '${t.tenantId}', true)`);
        await assert.rejects(client.query(statement), `${role}: ${statement}`);
        await client.query('rollback');
      }
  } finally {
    client.release();
  }
});

test('when the database does not answer the board is shown from its files, with a line that says from when', async () => {
  const { id } = await announced();
  await minutes(1);
  const { board } = await notice(id);
  const down = () => Promise.reject(new AppError('storage.unavailable'));
  const boards = { home: board.slug!, read: keeper.read, list: keeper.list };
  const services = {
    runtime: t.runtime,
    publicUrl: 'http://localhost',
    readPublished: down,
    boards,
  } as unknown as Services;
  const app = shellApp({ services, routes: noticeRoutes, log: () => {} });
  const ask = async (path: string) => {
    const answer = await app.request(`http://localhost${path}`, { headers: { 'accept-language': 'sv' } });
    return { status: answer.status, text: await answer.text() };
  };
  const shown = await ask('/anslagstavla');
  assert.equal(shown.status, 200);
  assert.match(shown.text, /Registret svarar inte just nu\. Anslagstavlan visas som den stod/);
  assert.match(shown.text, new RegExp(`statisk/${board.slug}/${id}\\.html`));
  assert.match((await ask(`/anslagstavla/${id}`)).text, /Hur man överklagar/);
  assert.equal((await ask(`/anslagstavla/statisk/${board.slug}/tavla.css`)).status, 200);
  assert.equal((await ask('/anslagstavla/data')).status, 503, 'what is not in the files says so');
});

test('no name leads out of the folder', async () => {
  for (const name of ['../log-key.pem', '..', 'a/../../b', '/etc/passwd', '%2e%2e', 'INDEX.HTML', ''])
    assert.equal(await keeper.read('prov', name), undefined, name);
  assert.equal(await keeper.read('..', 'log-key.pem'), undefined);
});

test('in random days with crashes, restores and moved clocks the files show what is decided, and the proof has each gap', async () => {
  for (let seed = 0; seed < 40; seed += 1) assert.deepEqual(await runTimeline(seed), []);
});

test('control: who writes into the file itself is found out', async () => {
  const found = await breaches({ carelessWriting: true }, 60);
  assert.ok(
    found.some((one) => /torn|never decided/.test(one)),
    found.join('\n'),
  );
});

test('control: a clock that takes no notice of gaps is found out', async () => {
  const found = await breaches({ gapsIgnored: true }, 20);
  assert.ok(
    found.some((one) => /the proof says otherwise/.test(one)),
    found.join('\n'),
  );
});

async function breaches(sabotage: Parameters<typeof runTimeline>[1], count: number): Promise<readonly string[]> {
  const found: string[] = [];
  for (let seed = 0; seed < count; seed += 1) found.push(...(await runTimeline(seed, sabotage)));
  return found;
}
