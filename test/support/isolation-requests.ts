/** Random requests in the world of thirteen principals: whose session, which role, which address, and whose ids stand in it. */
import { unzipSync } from 'fflate';
import type { Role, Session } from '../../src/domain/access/index.ts';
import { readDocument } from '../../src/reading.ts';
import { webApp } from '../../src/web/app.ts';
import { csrfToken } from '../../src/web/pipeline/csrf.ts';
import { type Route, rateClasses, samplePath } from '../../src/web/route.ts';
import { type FoundForm, filled, walk } from './crawl.ts';
import { type DemoSite, demoOrigin, type Visitor } from './demo-site.ts';
import { canaryOf, movedTo, type Principal, principalCount, strangeCanaries } from './isolation-world.ts';

/** The roles of the world: those who may most, those who may little, and the guest who may nothing but what was let out. */
export const worldRoles = [
  'committeeSecretary',
  'caseOfficer',
  'controller',
  'cooperationLead',
  'member',
  'guest',
] as const;
type WorldRole = (typeof worldRoles)[number];

/** Everybody of the world, signed in. */
export type Visitors = { readonly of: (number: number, role: WorldRole) => Visitor };

/** A web on the site in which a session is named by its principal and role; nobody is told to wait. */
export function openVisitors(site: DemoSite, principals: readonly Principal[], served: readonly Route[]): Visitors {
  const generous = Object.fromEntries(rateClasses.map((name) => [name, { burst: 1e9, perMinute: 1e9 }]));
  const sessionOf = async (token: string): Promise<Session | undefined> => {
    const [number, role] = token.split('.');
    const principal = principals[Number(number) - 1];
    if (!principal) return undefined;
    return {
      actor: {
        tenantId: principal.tenantId,
        accountId: principal.accountOf(role as Role),
        name: `Prov ${canaryOf(principal.number)}`,
        language: 'sv',
        grants: [{ role: role as Role, bodyId: null, validFrom: '2020-01-01', validTo: null }],
      },
      csrfToken: `secret of ${token}`,
    };
  };
  const app = webApp({
    services: site.services,
    sessions: { find: sessionOf, end: async () => {} },
    site: { name: 'Installationen', version: '0', demo: true },
    routes: served,
    rates: generous as NonNullable<Parameters<typeof webApp>[0]['rates']>,
    log: () => {},
  });
  const of = (number: number, role: WorldRole): Visitor => {
    const token = `${number}.${role}`;
    const cookie = `__Host-kansli=${token}`;
    const get = async (path: string) =>
      await app.fetch(new Request(`${demoOrigin}${path}`, { headers: { cookie, 'accept-language': 'sv' } }));
    return {
      actor: undefined as never,
      cookie,
      get,
      read: async (path, status = 200) => {
        const response = await get(path);
        const text = await response.text();
        if (response.status !== status) throw new Error(`${path} answered ${response.status}: ${text.slice(0, 1500)}`);
        return text;
      },
      post: async (path, fields = {}) => {
        const body = new URLSearchParams({
          csrf: csrfToken(`secret of ${token}`, 'nonce'),
          idempotencyKey: crypto.randomUUID(),
        });
        for (const [name, value] of Object.entries(fields))
          for (const one of [value].flat()) body.append(name, String(one));
        const headers = { cookie, origin: demoOrigin, 'sec-fetch-site': 'same-origin' };
        return await app.fetch(new Request(`${demoOrigin}${path}`, { method: 'POST', headers, body }));
      },
    };
  };
  return { of };
}

export type IsolationResult = {
  /** How many answers held a canary of whoever asked: the requests that reached a record. */
  readonly shown: number;
  readonly strange: readonly string[];
  readonly faults: readonly string[];
  readonly changed: readonly string[];
  readonly routesMet: number;
};

/** Sends the requests. The addresses and forms are those that the first principal's secretary can reach, moved into the register of anybody. */
export async function isolationRequests(
  site: DemoSite,
  visitors: Visitors,
  routes: readonly Route[],
  { count, seed }: { readonly count: number; readonly seed: number },
): Promise<IsolationResult> {
  const pick = picker(seed);
  // What is public is shown to anybody: a poll by its code, the notice board. It has no wall to come through.
  const guarded = routes.filter(({ policy }) => policy !== 'public');
  const { pages, forms } = await walk(visitors.of(1, 'committeeSecretary'), guarded, 2);
  const slow = /\.(pdf|docx|xlsx)(\?|$)|paket|\/sidor?\//;
  const addresses = [...pages.keys()].filter((path) => !slow.test(path));
  const files = [...pages.keys()].filter((path) => slow.test(path));
  const strange: string[] = [];
  const faults: string[] = [];
  const changed: string[] = [];
  const met = new Set<string>();
  let shown = 0;
  for (let index = 0; index < count; index += 1) {
    const reader = 1 + pick(principalCount);
    const owner = pick(3) === 0 ? reader : 1 + pick(principalCount);
    const role = worldRoles[pick(worldRoles.length)]!;
    const visitor = visitors.of(reader, role);
    const kind = pick(100);
    const form = kind < 15 ? forms[pick(forms.length)] : undefined;
    const any = guarded[pick(guarded.length)]!;
    const heads = form ? await headsOf(site) : undefined;
    const path = form
      ? form.action
      : kind < 45
        ? samplePath(any)
        : kind < 47 && files.length > 0
          ? files[pick(files.length)]!
          : addresses[pick(addresses.length)]!;
    const asked = movedTo(owner, path);
    met.add(form ? form.route.path : kind < 45 ? any.path : path);
    const response = form ? await visitor.post(asked, valuesFor(form, owner)) : await visitor.get(asked);
    const text = `${[...response.headers].join('\n')}\n${await textOf(response)}`;
    const what = `${form ? 'POST' : 'GET'} ${asked} by ${role} of ${reader}, with ids of ${owner}`;
    const found = strangeCanaries(text, reader);
    if (found.length > 0) strange.push(`${what}: ${found.join(', ')}`);
    if (response.status === 500) faults.push(what);
    if (text.includes(canaryOf(reader))) shown += 1;
    if (heads) changed.push(...(await differing(site, heads, reader)).map((one) => `${what}: ${one}`));
  }
  return { shown, strange, faults, changed, routesMet: met.size };
}

/** What a form of the first principal's page holds goes back to whoever sends it, so that its canary must not be in it. */
function withoutCanaries(value: string): string {
  return value.replaceAll(/ ?(?:kanarie\d\d|utlämnat\d\dtill\d\d)x/g, '');
}

/** The form as a hurried person fills it in, with the ids of somebody's register. */
function valuesFor(form: FoundForm, owner: number): Record<string, string> {
  const values = filled(form, ({ kind, value }) => (kind === 'text' && value === '' ? 'Ett försök' : undefined));
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, movedTo(owner, withoutCanaries(value))]),
  );
}

/** What an answer says: the words of a page, of a table, and of a file as its readers would read them. */
async function textOf(response: Response): Promise<string> {
  const type = response.headers.get('content-type') ?? '';
  if (/pdf|wordprocessing/.test(type)) {
    const bytes = new Uint8Array(await response.arrayBuffer());
    return (await readDocument({ fileName: /pdf/.test(type) ? 'a.pdf' : 'a.docx', mediaType: type, bytes })).text;
  }
  if (!/zip|spreadsheet/.test(type)) return await response.text();
  const parts = Object.values(unzipSync(new Uint8Array(await response.arrayBuffer())));
  return parts.map((part) => new TextDecoder().decode(part)).join('\n');
}

/** How far the log of each authority has come: every change of a register moves it. */
async function headsOf({ db }: DemoSite): Promise<ReadonlyMap<string, string>> {
  const rows = await db.system('doctor', (r) =>
    r.selectFrom('log_head').select(['tenant_id', 'seq', 'hash']).execute(),
  );
  return new Map(rows.map(({ tenant_id, seq, hash }) => [tenant_id, `${seq} ${hash}`]));
}

async function differing(
  site: DemoSite,
  before: ReadonlyMap<string, string>,
  reader: number,
): Promise<readonly string[]> {
  const after = await headsOf(site);
  const own = await ownTenant(site, reader);
  return [...after].filter(([tenant, head]) => tenant !== own && before.get(tenant) !== head).map(([tenant]) => tenant);
}

async function ownTenant({ db }: DemoSite, reader: number): Promise<string | undefined> {
  const rows = await db.system('doctor', (r) => r.selectFrom('tenant').select(['id', 'slug']).execute());
  return rows.find(({ slug }) => slug === `huvudman-${reader}`)?.id;
}

/** Chance that is the same each time for one seed (mulberry32): a number below `limit`. */
function picker(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit);
  };
}
