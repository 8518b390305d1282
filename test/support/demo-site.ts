/**
 * The product as it is wired, on the demonstration region in a database of its own:
 *
 * ```ts
 * const site = await openDemoSite();
 * after(site.close);
 * const secretary = await site.signIn('sekreterare');
 * const page = await secretary.get('/uppfoljning');
 * const answer = await secretary.post('/uppfoljning/ny', { bodyId, year: '2026' });
 * ```
 *
 * `site.listen()` serves the same thing on a real port for a browser; journeys sign in through the form with `demoPassword`.
 */
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { readConfig } from '../../src/config.ts';
import { loadDemo } from '../../src/demo/index.ts';
import { demoPassword } from '../../src/demo/region.ts';
import { drawPage as drawNow } from '../../src/documents/in/draw-page.ts';
import { openPackageMaker } from '../../src/documents/out/index.ts';
import {
  type Action,
  type Actor,
  authorize,
  createAccount,
  grantRole,
  operatorOf,
  signIn,
} from '../../src/domain/access/index.ts';
import { findBodyByName } from '../../src/domain/organisation/index.ts';
import { signerOf } from '../../src/kernel/signed-note.ts';
import { type BoardKeeper, openBoardKeeper } from '../../src/notice-board-files.ts';
import { openPagePainter, readDocument } from '../../src/reading.ts';
import { openServices, webOf } from '../../src/serve.ts';
import { openBlobs } from '../../src/storage/blobs.ts';
import type { Database, Reader, Writer } from '../../src/storage/database.ts';
import { openDerivedFiles } from '../../src/storage/derived-files.ts';
import { openSigningKey } from '../../src/storage/signing-key.ts';
import type { Services } from '../../src/web/contracts.ts';
import { csrfToken } from '../../src/web/pipeline/csrf.ts';
import { listen } from './browser.ts';
import { openTestDatabase, type TestDatabase } from './database.ts';
import { openDemoDatabase } from './demo-database.ts';

export { demoPassword };

/** The moment at which the region is visited: the autumn of its last year, before the meeting that decides on the report-back. */
export const demoNow = '2026-11-22T08:00:00.000Z';
export const demoOrigin = 'http://localhost:3000';

/** Someone who is signed in, as a browser without script sees the site: redirects are answered, not followed. */
export type Visitor = {
  readonly actor: Actor;
  readonly cookie: string;
  readonly get: (path: string) => Promise<Response>;
  /** The page as text, with the status checked: 200 unless told. */
  readonly read: (path: string, status?: number) => Promise<string>;
  readonly post: (path: string, fields?: Readonly<Record<string, string | readonly string[]>>) => Promise<Response>;
};

export type DemoSite = {
  readonly database: TestDatabase;
  readonly db: Database;
  readonly operator: Actor;
  readonly app: ReturnType<typeof webOf>;
  /** What the pages are handed, for a web with routes of the test's own. */
  readonly services: Services;
  readonly signIn: (login: string) => Promise<Visitor>;
  /** Runs verbs or readers as the operator: for what a test needs to be there, and for what it wants to see afterwards. */
  readonly write: <A extends Action, T>(action: A, run: (w: Writer<A>) => Promise<T>) => Promise<T>;
  readonly read: <T>(run: (r: Reader<'record.read'>) => Promise<T>) => Promise<T>;
  /** Moves the clock to a later moment. Who was signed in has to sign in again, as after any night. */
  readonly travelTo: (instant: string) => void;
  /** The files of the notice boards, which nobody writes here but the test. */
  readonly boards: BoardKeeper;
  readonly listen: () => Promise<{ origin: string; close: () => Promise<void> }>;
  readonly close: () => Promise<void>;
};

async function loadRegion({ db, clock, tenantId }: TestDatabase, files: string): Promise<void> {
  clock.set(demoNow);
  const blobs = openBlobs(files, { maxBytes: 10_000_000 });
  const signer = signerOf(generateKeyPairSync('ed25519').privateKey);
  await loadDemo({ db, operator: operatorOf(tenantId), config: readConfig({}), blobs, readDocument, signer });
}

/** `region: false` opens the product as a new authority finds it: no records, and one account, `controller`. */
export async function openDemoSite({ region = true }: { readonly region?: boolean } = {}): Promise<DemoSite> {
  const folder = mkdtempSync(join(tmpdir(), 'kansli-demo-site-'));
  const database = region ? await openDemoDatabase(join(folder, 'files'), loadRegion) : await openTestDatabase();
  const { db, clock, tenantId, runtime } = database;
  clock.set(demoNow);
  const operator = operatorOf(tenantId);
  const config = readConfig({ KANSLI_DATA: folder });
  const blobs = openBlobs(join(folder, 'files'), { maxBytes: 10_000_000 });
  if (!region)
    await db.transact(authorize(operator, 'account.administer'), { verb: 'test' }, async (w) => {
      const accountId = await createAccount(w, {
        login: 'controller',
        name: 'Prov Controller',
        password: demoPassword,
      });
      await grantRole(w, { accountId, role: 'controller', validFrom: '2023-01-01' });
    });
  const tenant = { id: tenantId, slug: 'prov', name: 'Region Fjällmark' };
  const kept = openDerivedFiles(join(folder, 'derived'), { maxBytes: 100_000_000 });
  const drawPage = openPagePainter({ draw: drawNow }, blobs, kept);
  const askPackage = openPackageMaker(kept);
  const signer = await openSigningKey(folder);
  const boards = openBoardKeeper({ db, folder: join(folder, 'anslagstavla'), signer });
  const context = { signer, boards, config, runtime, db, blobs, tenant, operator, drawPage, askPackage };
  const app = webOf(context as Parameters<typeof webOf>[0], { demo: true, development: true });
  // The clock of the test stands still; each request comes a second after the one before, so that nobody is told to wait.
  let start = Date.parse(demoNow);
  let second = 0;
  const fetch = async (request: Request, env?: unknown): Promise<Response> => {
    second += 1;
    clock.set(new Date(start + second * 1000).toISOString());
    return app.fetch(request, env);
  };
  return {
    database,
    db,
    operator,
    app,
    services: {
      runtime,
      db,
      blobs,
      drawPage,
      askPackage,
      publicUrl: config.publicUrl,
      ...openServices(db, tenantId, config.publicUrl),
    },
    signIn: async (login) => visitor(fetch, await signIn(db, login, demoPassword)),
    write: (action, run) => db.transact(authorize(operator, action), { verb: 'test' }, run),
    read: (run) => db.read(authorize(operator, 'record.read'), run),
    travelTo: (instant) => {
      start = Date.parse(instant);
      clock.set(instant);
    },
    boards,
    listen: () => listen({ fetch: fetch as Parameters<typeof listen>[0]['fetch'] }),
    close: async () => {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Someone who is signed in, in front of whatever answers requests. */
export function visitor(
  fetch: (request: Request) => Promise<Response>,
  { token, session }: Awaited<ReturnType<typeof signIn>>,
): Visitor {
  const cookie = `__Host-kansli=${token}`;
  const get = (path: string): Promise<Response> =>
    fetch(new Request(`${demoOrigin}${path}`, { headers: { cookie, 'accept-language': 'sv' } }));
  return {
    actor: session.actor,
    cookie,
    get,
    read: async (path, status = 200) => {
      const response = await get(path);
      const text = await response.text();
      if (response.status !== status)
        throw new Error(`${path} answered ${response.status} instead of ${status}:\n${text.slice(0, 2000)}`);
      return text;
    },
    post: (path, fields = {}) =>
      fetch(
        new Request(`${demoOrigin}${path}`, {
          method: 'POST',
          body: new URLSearchParams(
            Object.entries({
              csrf: csrfToken(session.csrfToken, 'nonce'),
              idempotencyKey: crypto.randomUUID(),
              ...fields,
            }).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
          ),
          headers: { cookie, origin: demoOrigin, 'sec-fetch-site': 'same-origin', 'accept-language': 'sv' },
        }),
      ),
  };
}

/** Signs in as a person does, by the form of the sign-in page. */
export async function signInByForm(page: Page, origin: string, login: string): Promise<void> {
  await page.goto(`${origin}/logga-in`);
  await page.getByLabel(/^(Användarnamn|User name)$/).fill(login);
  await page.getByLabel(/^(Lösenord|Password)$/).fill(demoPassword);
  await page.getByRole('main').getByRole('button').first().click();
}

/** Signs in the secretary of a body that the demonstration has none for: someone with the right kind of role in the wrong place. */
export async function secretaryOf(site: DemoSite, bodyName: string): Promise<Visitor> {
  await site.write('account.administer', async (w) => {
    const body = await findBodyByName(w, bodyName);
    if (!body) throw new Error(`The demonstration region has no body called "${bodyName}".`);
    const accountId = await createAccount(w, { login: 'annan', name: 'Annan Sekreterare', password: demoPassword });
    await grantRole(w, { accountId, role: 'committeeSecretary', bodyId: body.id, validFrom: '2023-01-01' });
  });
  return await site.signIn('annan');
}

/** Where a form that was taken leads; the answer of one that was refused is the message of the failure. */
export async function leadsTo(response: Response): Promise<string> {
  const to = response.headers.get('location');
  if (response.status === 303 && to !== null) return to;
  throw new Error(`The form answered ${response.status} instead of 303:\n${(await response.text()).slice(0, 2000)}`);
}
