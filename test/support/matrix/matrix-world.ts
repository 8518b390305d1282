/**
 * The product as the matrix asks it: on the demonstration region, with everybody of the table signed in, at home and in two other authorities, and
 * with a database that forgets at once what a form changed, so that one cell never sees what another did.
 */
import { createHash } from 'node:crypto';
import type { Role, Session } from '../../../src/domain/access/index.ts';
import type { Id } from '../../../src/kernel/id.ts';
import { createTenant } from '../../../src/storage/tenant.ts';
import { webApp } from '../../../src/web/app.ts';
import { csrfToken } from '../../../src/web/pipeline/csrf.ts';
import { type Route, rateClasses } from '../../../src/web/route.ts';
import { type DemoSite, demoOrigin, type Visitor } from '../demo-site.ts';
import { type Letter, matrixPrincipals } from './principals.ts';

/** Where the one who asks is at home: in the authority whose records are asked for, in one that cooperates with it, or in one that does not. */
export const relations = ['own', 'cooperating', 'other'] as const;
export type Relation = (typeof relations)[number];

export type Asking = { readonly letter: Letter; readonly relation: Relation };

/** What an answer told, and what was done for it. */
export type Seen = {
  readonly status: number;
  readonly location: string | null;
  readonly text: string;
  /** Whether any record was looked at, and whether a verb came to its end. */
  readonly looked: boolean;
  readonly done: boolean;
  /** What the program said of a bug. */
  readonly fault: string | undefined;
};

export type MatrixWorld = {
  readonly ask: (
    method: Route['method'],
    path: string,
    who: Asking,
    fields?: Readonly<Record<string, string>>,
  ) => Promise<Seen>;
  /** Asks as somebody who showed long ago who they are. */
  readonly askStale: MatrixWorld['ask'];
  /** The same web for the walk that looks for addresses. */
  readonly visitor: (who: Asking) => Visitor;
};

class Forgotten extends Error {
  readonly result: unknown;
  constructor(result: unknown) {
    super('forgotten on purpose');
    this.result = result;
  }
}

/** Opens the world on a site, serving the routes: those of the product, or with a fault put in by a control. */
export async function openMatrixWorld(site: DemoSite, served: readonly Route[]): Promise<MatrixWorld> {
  const { db, tenantId } = site.database;
  const homes = await homesOf(site);
  const accounts = await accountsOf(site, tenantId);
  let looked = false;
  let done = false;
  let fault: string | undefined;
  let stale = false;
  const forgetful: typeof db = {
    ...db,
    read: (auth, run) => {
      looked = true;
      return db.read(auth, run);
    },
    transact: async (auth, intent, run) => {
      looked = true;
      try {
        await db.transact(auth, intent, async (w) => {
          const result = await run(w);
          throw new Forgotten(result);
        });
      } catch (error) {
        if (!(error instanceof Forgotten)) throw error;
        done = true;
        return error.result as never;
      }
      throw new Error('A transaction of the matrix was kept. It has to be forgotten: look at openMatrixWorld.');
    },
  };
  const sessionOf = async (token: string): Promise<Session | undefined> => {
    const [letter, relation] = token.split('.') as [Letter, Relation];
    const { role, name } = matrixPrincipals[letter];
    if (role === null) return undefined;
    const accountId = accounts.get(role) ?? accounts.get('committeeSecretary')!;
    return {
      actor: {
        tenantId: homes[relation],
        accountId,
        name,
        language: 'sv',
        grants: [{ role: role as Role, bodyId: null, validFrom: '2020-01-01', validTo: null }],
      },
      csrfToken: `secret of ${token}`,
      // They have just shown who they are, so that what asks for it is not in the way of the question that is tried here.
      facts: {
        id: '00000000-0000-4000-8000-00000000000b',
        method: 'password',
        twoFactors: true,
        provider: null,
        provedAt: stale ? new Date(0) : site.services.runtime.now(),
        proofs: ['password'],
        mustProtect: false,
      },
    };
  };
  const generous = Object.fromEntries(rateClasses.map((name) => [name, { burst: 1e9, perMinute: 1e9 }]));
  const app = webApp({
    services: { ...site.services, db: forgetful },
    sessions: { find: sessionOf, end: async () => {} },
    site: { name: 'Region Fjällmark', version: '0', demo: true },
    routes: served,
    rates: generous as NonNullable<Parameters<typeof webApp>[0]['rates']>,
    log: (line) => {
      fault = line;
    },
  });
  const request = (method: Route['method'], path: string, { letter, relation }: Asking, fields = {}) => {
    const token = `${letter}.${relation}`;
    // Whoever has no session still got the page with the form, and the secret of their browser with it.
    const signedIn = matrixPrincipals[letter].role !== null;
    const headers = {
      cookie: signedIn ? `__Host-kansli=${token}` : `__Host-kansli-form=secret of ${token}`,
      origin: demoOrigin,
      'sec-fetch-site': 'same-origin',
      'accept-language': 'sv',
    };
    const url = `${demoOrigin}${path}`;
    if (method === 'GET') return new Request(url, { headers });
    const body = new URLSearchParams({
      csrf: csrfToken(`secret of ${token}`, 'nonce'),
      idempotencyKey: createHash('sha256').update(`${token}${path}`).digest('hex').slice(0, 32),
      ...fields,
    });
    return new Request(url, { method, headers, body });
  };
  const ask: MatrixWorld['ask'] = async (method, path, who, fields) => {
    looked = false;
    done = false;
    fault = undefined;
    const response = await app.fetch(request(method, path, who, fields));
    const headers = [...response.headers].join('\n');
    const text = `${headers}\n${Buffer.from(await response.arrayBuffer()).toString('utf8')}`;
    return { status: response.status, location: response.headers.get('location'), text, looked, done, fault };
  };
  const askStale: MatrixWorld['ask'] = async (...asked) => {
    stale = true;
    return await ask(...asked).finally(() => {
      stale = false;
    });
  };
  const visitor = (who: Asking): Visitor => {
    const get = async (path: string) => await app.fetch(request('GET', path, who));
    return {
      actor: undefined as never,
      cookie: '',
      get,
      read: async (path) => await (await get(path)).text(),
      post: async (path, fields) =>
        await app.fetch(request('POST', path, who, fields as Readonly<Record<string, string>>)),
    };
  };
  return { ask, askStale, visitor };
}

/** The authority of the region, a municipality that is tied to it, and one that nobody is tied to. */
async function homesOf(site: DemoSite): Promise<Readonly<Record<Relation, Id<'tenant'>>>> {
  const own = site.database.tenantId;
  const tied = await site.read((r) =>
    r.db
      .selectFrom('principal')
      .select('authority_id')
      .where('tenant_id', '=', own)
      .where('authority_id', '!=', own)
      .orderBy('authority_id')
      .executeTakeFirstOrThrow(),
  );
  strangers.set(
    site,
    strangers.get(site) ?? (await createTenant(site.db, { slug: 'matris', name: 'Ovidkommande kommun' })),
  );
  return { own, cooperating: tied.authority_id as Id<'tenant'>, other: strangers.get(site)! };
}

/** The authority that nobody is tied to, made once for each site however many worlds stand on it. */
const strangers = new WeakMap<DemoSite, Id<'tenant'>>();

/** An account for each role that somebody in the demonstration holds. */
async function accountsOf(site: DemoSite, own: Id<'tenant'>): Promise<ReadonlyMap<string, Id<'account'>>> {
  const rows = await site.read((r) =>
    r.db.selectFrom('role_grant').select(['role', 'account_id']).where('tenant_id', '=', own).execute(),
  );
  return new Map(rows.map(({ role, account_id }) => [role, account_id as Id<'account'>]));
}
