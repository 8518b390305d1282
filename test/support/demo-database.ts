import { cpSync, existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTestDatabase, type TestDatabase } from './database.ts';
import { administer, findTestServer } from './test-server.ts';

/**
 * Loading the demonstration takes seconds, and forty test files want it. Within one run (`npm test` gives it a server) it is loaded once and copied:
 * the database as a template, what it keeps in files from a folder of the same name. A file that is run alone loads its own.
 */
export async function openDemoDatabase(
  files: string,
  load: (database: TestDatabase, files: string) => Promise<void>,
): Promise<TestDatabase> {
  if (!process.env.KANSLI_TEST_SERVER) {
    const own = await openTestDatabase();
    await load(own, files);
    return own;
  }
  const template = demoTemplate(process.ppid);
  await loadOnce(template, load);
  if (existsSync(demoFiles(template))) cpSync(demoFiles(template), files, { recursive: true });
  return await openTestDatabase({ copyOf: template });
}

/** All test files of a run are children of one process, the runner. */
function demoTemplate(runner: number): string {
  return `kansli_template_demo_${runner}`;
}

function demoFiles(template: string): string {
  return join(tmpdir(), template);
}

/** Takes away what the demonstration of a run kept in files; its database goes with the server. */
export function forgetDemo(runner: number): void {
  rmSync(demoFiles(demoTemplate(runner)), { recursive: true, force: true });
}

async function loadOnce(
  template: string,
  load: (database: TestDatabase, files: string) => Promise<void>,
): Promise<void> {
  await administer(await findTestServer(), async (client) => {
    await client.query('select pg_advisory_lock($1)', [7_002]);
    const found = await client.query('select 1 from pg_database where datname = $1', [template]);
    if (found.rowCount !== 0) return;
    const draft = await openTestDatabase();
    await load(draft, demoFiles(template));
    await draft.db.close();
    await client.query(`alter database ${draft.name} rename to ${template}`);
  });
}
