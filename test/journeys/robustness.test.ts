import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { demoPassword } from '../../src/demo/region.ts';
import { runKansli } from '../support/run-kansli.ts';

/** The program as an operator runs it: what it says when it cannot start, and what readers see when something under it breaks. */
const parent = mkdtempSync(join(tmpdir(), 'kansli-robust-'));
after(() => rmSync(parent, { recursive: true, force: true }));
const folder = join(parent, 'data');
const program = fileURLToPath(new URL('../../bin/kansli.mjs', import.meta.url));

type Running = {
  readonly child: ChildProcess;
  readonly origin: string;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
};

async function serve(): Promise<Running> {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const env = { ...inherited, KANSLI_DATA: folder, PORT: '0', LANG: 'sv_SE.UTF-8' };
  const child = spawn(process.execPath, [program, 'serve', '--demo'], { env });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  for (let waited = 0; waited < 90_000; waited += 50) {
    const origin = /Kansli är igång: (\S+)/.exec(said)?.[1];
    if (origin) return { child, origin, said: () => said, ended };
    if (child.exitCode !== null) break;
    await sleep(50);
  }
  throw new Error(`Kansli did not start. It said: ${said}`);
}

async function signIn(origin: string): Promise<string> {
  const page = await fetch(`${origin}/logga-in`);
  const csrf = /name="csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  const cookie = page.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const answer = await fetch(`${origin}/logga-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ csrf, login: 'sekreterare', password: demoPassword }),
  });
  assert.equal(answer.status, 303);
  return (
    answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .find((one) => one?.includes('kansli=')) ?? ''
  );
}

suite('a server that runs', () => {
  let running: Running;
  let cookie: string;
  const get = (path: string): Promise<Response> =>
    fetch(`${running.origin}${path}`, { headers: { cookie }, redirect: 'manual' });

  before(async () => {
    running = await serve();
    cookie = await signIn(running.origin);
  });
  after(async () => {
    // A test that failed before the last one must not leave a server behind.
    if (running.child.exitCode === null) running.child.kill('SIGTERM');
    await running.ended;
  });

  test('a second start on its folder names the process, and changes nothing', async () => {
    const { code, err } = await runKansli(['serve'], { KANSLI_DATA: folder, PORT: '0' });
    assert.equal(code, 1);
    assert.match(err, new RegExp(`används redan av process ${running.child.pid}\\.`));
    assert.doesNotMatch(err, /\n\s+at /, 'no stack');
    assert.equal((await get('/organ')).status, 200);
  });

  test('a port that is taken is named, and the program ends with its database', async () => {
    const other = join(parent, 'other');
    const { code, err } = await runKansli(['serve'], { KANSLI_DATA: other, PORT: new URL(running.origin).port });
    assert.equal(code, 1);
    assert.match(err, new RegExp(`lyssna på 127\\.0\\.0\\.1, port ${new URL(running.origin).port} \\(EADDRINUSE\\)`));
    assert.doesNotMatch(err, /\n\s+at /);
    assert.equal(readdirSync(join(other)).includes('kansli.pid'), false, 'the folder is let go');
  });

  test('a database that is killed under load makes calm pages, and comes back by itself', async () => {
    const statuses = new Map<number, number>();
    let stop = false;
    const load = Array.from({ length: 4 }, async () => {
      while (!stop) {
        const response = await get('/organ');
        const body = await response.text();
        statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
        if (response.status === 503) assert.match(body, /Databasen svarar inte just nu/);
        // Slow enough that the limit of pages a minute never answers instead of the database.
        await sleep(100);
      }
    });
    await sleep(300);
    const pid = Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 'SIGKILL');
    await sleep(3_000);
    for (let waited = 0; waited < 20_000 && (await get('/organ')).status !== 200; waited += 200) await sleep(200);
    stop = true;
    await Promise.all(load);
    assert.equal((await get('/organ')).status, 200);
    assert.deepEqual(
      [...statuses.keys()].filter((status) => status !== 200 && status !== 503),
      [],
    );
    assert.match(running.said(), /The database ended unexpectedly/);
  });

  test('a file that was changed on disk is not given out: the page says so, and the log names it', async () => {
    const csrf = /name="csrf" value="([^"]+)"/.exec(await (await get('/las-in')).text())?.[1] ?? '';
    const body = new FormData();
    body.set('csrf', csrf);
    body.set('idempotencyKey', 'skadad');
    body.append('files', new File(['Ett papper som ska skadas.\n'], 'papper.txt', { type: 'text/plain' }));
    const headers = { cookie, origin: running.origin, 'sec-fetch-site': 'same-origin' };
    const handedIn = await fetch(`${running.origin}/las-in`, { method: 'POST', body, headers, redirect: 'manual' });
    const id = /\/las-in\/([0-9a-f-]{36})/.exec(handedIn.headers.get('location') ?? '')?.[1];
    assert.equal((await get(`/las-in/${id}/original`)).status, 200);
    const file = readdirSync(join(folder, 'files'), { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, 'files', name))
      .find((name) => statSync(name).isFile() && readFileSync(name, 'utf8').startsWith('Ett papper som ska'));
    assert.ok(file);
    writeFileSync(file, 'Något annat.');
    const response = await get(`/las-in/${id}/original`);
    assert.equal(response.status, 503);
    const page = await response.text();
    assert.match(page, /inte längre den som lades dit/);
    assert.doesNotMatch(page, /Något annat/);
    assert.match(running.said(), /"storage\.fileDamaged: /);
  });

  test('told to stop while it answers, it finishes the answer, ends its database and exits with 0', async () => {
    const report = /\/uppfoljning\/[0-9a-f-]{36}/.exec(await (await get('/uppfoljning')).text())?.[0];
    // Several at once, so that some still wait for the database when the word to stop comes.
    const answers = Array.from({ length: 12 }, () => get(`${report}/fil/pdf`));
    // The first answer tells that all have reached it, however slow the machine is.
    await Promise.race(answers);
    running.child.kill('SIGTERM');
    for (const response of await Promise.all(answers)) {
      assert.equal(response.status, 200);
      assert.equal(Buffer.from(await response.arrayBuffer()).toString('latin1', 0, 5), '%PDF-');
    }
    assert.equal(await running.ended, 0);
    assert.equal(readdirSync(folder).includes('kansli.pid'), false);
    await assert.rejects(get('/organ'));
  });
});

suite('a folder that cannot be used', () => {
  test('is named when it cannot be written', async () => {
    const place = join(parent, 'a-file');
    writeFileSync(place, '');
    const { code, err } = await runKansli(['serve'], { KANSLI_DATA: join(place, 'data'), PORT: '0' });
    assert.equal(code, 1);
    assert.ok(err.includes(`får inte skriva i datamappen ${join(place, 'data')}`), err);
    assert.doesNotMatch(err, /\n\s+at /);
  });

  test('is left as it was when a newer version made it, and opens again with that version', async () => {
    const { openFolder } = await import('../../src/storage/postgres-server.ts');
    const change = async (text: string): Promise<void> => {
      const server = await openFolder(folder, { mode: 'own' });
      const client = new pg.Client(server.connection);
      await client.connect();
      await client.query(text);
      await client.end();
      await server.stop();
    };
    await change(`insert into kysely_migration (name, timestamp) values ('9999-from-the-future', '2027-01-01')`);
    const refused = await runKansli(['serve'], { KANSLI_DATA: folder, PORT: '0' });
    assert.equal(refused.code, 1);
    assert.match(refused.err, /nyare version av Kansli/);
    assert.doesNotMatch(refused.err, /\n\s+at /);
    await change(`delete from kysely_migration where name like '9999%'`);
    const again = await serve();
    again.child.kill('SIGTERM');
    assert.equal(await again.ended, 0);
  });

  test('control: nothing of all this is left running', () => {
    const processes = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
    assert.deepEqual(
      processes.split('\n').filter((line) => line.includes(parent) && line.includes('postgres -D')),
      [],
    );
  });
});
