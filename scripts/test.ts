/**
 * Runs the tests on one shared database server, and ends with the summary and the exit code of Node's own runner.
 *
 *     npm test                      everything but the long tests; journeys in a browser skip by name where there is none
 *     npm test -- path/to/x.test.ts only these files
 *     npm run test:browser          only the journeys in a browser
 *     npm run test:server           the same suite on the PostgreSQL server of DATABASE_URL
 *     npm run test:long             the long tests: hundreds of kill -9, hostile files, models of meetings, whole meetings and a whole year in a browser;
 *                                   the journeys in a browser in both languages; and the attacks with every text, record and reader
 */
import { spawn } from 'node:child_process';
import { globSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { forgetDemo } from '../test/support/demo-database.ts';
import { groupTests, writeGroups } from '../test/support/test-groups.ts';
import { dropTestDatabases, findTemplate, startTestServer, type TestServer } from '../test/support/test-server.ts';

const flags = ['--browser', '--server', '--long'] as const;

const howToGetServer = `npm run test:server needs a PostgreSQL server (15 or later) in DATABASE_URL. On Debian 12:

  apt-get install postgresql-15
  su postgres -c "psql -c \\"create role kansli_test login createdb createrole password 'test'\\""
  su postgres -c "createdb --owner kansli_test --template template0 --locale-provider icu --icu-locale sv-SE --locale C.UTF-8 kansli_test"
  DATABASE_URL=postgres://kansli_test:test@localhost/kansli_test npm run test:server

The tests make and drop databases named kansli_test_… and kansli_template_… there.`;

/** Each process of tests loads the product anew: what one of them compiled the others take from here, which halves their start. */
const compiledFiles = resolve('node_modules/.cache/kansli-tests');

const given = process.argv.slice(2);
const chosen = flags.filter((flag) => given.includes(flag));
const named = given.filter((argument) => !chosen.some((flag) => flag === argument));

process.exitCode = await main();

async function main(): Promise<number> {
  if (chosen.includes('--server') && !process.env.DATABASE_URL) {
    console.error(howToGetServer);
    return 2;
  }
  const files = named.length > 0 ? named : filesOf(chosen);
  if (files.length === 0) {
    console.error('There are no such tests.');
    return 2;
  }
  const { server, stop } = await serverOfRun();
  try {
    await findTemplate(server);
    return await runNode(files, server);
  } finally {
    await stop();
  }
}

function filesOf(kinds: readonly string[]): readonly string[] {
  if (kinds.includes('--browser')) return globSync('test/browser/**/*.test.ts').sort();
  if (kinds.includes('--long'))
    return globSync(['test/long/**/*.test.ts', 'test/browser/**/*.test.ts', 'test/journeys/attacks-*.test.ts']).sort();
  return globSync(['src/**/*.test.ts', 'test/**/*.test.ts'], { exclude: ['test/long/**'] }).sort();
}

async function serverOfRun(): Promise<{ readonly server: TestServer; readonly stop: () => Promise<void> }> {
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString) return await startTestServer();
  const server = { connectionString };
  return { server, stop: () => dropTestDatabases(server) };
}

function runNode(files: readonly string[], server: TestServer): Promise<number> {
  const groups = writeGroups(groupTests(files));
  // Three at a time on two cores: each waits for the database a quarter of its time.
  const child = spawn(process.execPath, ['--test', '--test-concurrency=3', '--test-reporter=spec', ...groups.files], {
    stdio: 'inherit',
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: compiledFiles,
      KANSLI_TEST_SERVER: JSON.stringify(server),
      ...(chosen.includes('--long') ? { KANSLI_LONG: '1' } : {}),
    },
  });
  // Ctrl-C reaches the runner by itself; this process waits for it, so that the server is stopped and its folder removed.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((done) =>
    child.once('exit', (code) => {
      forgetDemo(child.pid!);
      rmSync(groups.folder, { recursive: true, force: true });
      done(code ?? 1);
    }),
  );
}
