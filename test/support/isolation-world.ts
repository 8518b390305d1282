/**
 * Thirteen principals in one installation, each with the records of the whole demonstration region under ids of its own, and a canary in every text: a
 * word that says whose it is. What somebody is shown with another's canary in it has come through the wall between authorities.
 */
import pg from 'pg';
import { authorize, operatorOf, type Role } from '../../src/domain/access/index.ts';
import { ensureBody, findBodyByName } from '../../src/domain/organisation/index.ts';
import { type ReleasedContent, releaseRecord, tiePrincipal } from '../../src/domain/releases/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import { createTenant } from '../../src/storage/tenant.ts';
import { tablesOfTheHouse, tenantTables } from '../storage/catalogue-rules.ts';
import { carryAll, sampleContent } from './build-releases.ts';
import type { DemoSite } from './demo-site.ts';

/** One of the principals, counted from 1. */
export type Principal = {
  readonly number: number;
  readonly tenantId: Id<'tenant'>;
  readonly name: string;
  /** The account that holds a role there: the principal's copy of the one in the demonstration. */
  readonly accountOf: (role: Role) => Id<'account'>;
};
export const principalCount = 13;

/** What no text of the demonstration holds: whose record it is, and for what was released from whom to whom. */
export const canaryOf = (number: number): string => `kanarie${two(number)}x`;
export const releasedCanary = (from: number, to: number): string => `utlämnat${two(from)}till${two(to)}x`;
const two = (number: number): string => String(number).padStart(2, '0');

/** The canaries in a text that the principal should not see: others' own, and what was released past it. */
export function strangeCanaries(text: string, reader: number): readonly string[] {
  const own = [...text.matchAll(/kanarie(\d\d)x/g)].filter(([, owner]) => Number(owner) !== reader);
  const released = [...text.matchAll(/utlämnat(\d\d)till(\d\d)x/g)].filter(
    ([, from, to]) => Number(from) !== reader && Number(to) !== reader,
  );
  return [...new Set([...own, ...released].map(([found]) => found))];
}

/** An id of the demonstration as the principal's copy of the record has it: the first two digits say whose it is. */
export function idOf(number: number, id: string): string {
  return `${number.toString(16).padStart(2, '0')}${id.slice(2)}`;
}

/** A text with all ids in it moved into the register of a principal. */
export function movedTo(number: number, text: string): string {
  return text.replace(uuids, (id) => idOf(number, id));
}
const uuids = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g;

/** Not copied: what the log, the outbox and signing in keep, and the releases, which this world makes itself. */
const notCopied = new Set([
  'log_entry',
  'log_head',
  'log_content',
  'log_erasure',
  'log_told',
  'log_tile',
  'tree_head',
  'outbox',
  'idempotency',
  'session',
  'principal',
  'release',
  'release_receiver',
  'release_event',
  'received_answer',
  'received_release',
  'release_answer',
  'calendar_link',
  'answer_link',
]);

/** Copies the region thirteen times, ties each to its neighbour, and lets each release one thing to the next. */
export async function openIsolationWorld(site: DemoSite): Promise<readonly Principal[]> {
  const { db, tenantId: source, connection } = site.database;
  const principals: Principal[] = [];
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const tables = (await tenantTables(client)).filter((name) => !notCopied.has(name) && !(name in tablesOfTheHouse));
    const rows = new Map<string, readonly unknown[]>();
    const columns = new Map<string, string>();
    for (const table of tables) {
      const named = await client.query<{ name: string }>(
        `select quote_ident(column_name) as name from information_schema.columns
          where table_name = $1 and table_schema = 'public' and is_generated = 'NEVER'`,
        [table],
      );
      columns.set(table, named.rows.map(({ name }) => name).join(', '));
      const sql = `select to_jsonb(t) as row from ${table} t where tenant_id = $1`;
      const found = await client.query<{ row: unknown }>(sql, [source]);
      if (found.rows.length > 0)
        rows.set(
          table,
          found.rows.map(({ row }) => row),
        );
    }
    for (let number = 1; number <= principalCount; number += 1) {
      const name = `Huvudman ${two(number)}`;
      const tenantId = await createTenant(db, { slug: `huvudman-${number}`, name });
      principals.push({ number, tenantId, name, accountOf: accountIn(number, rows.get('role_grant') ?? []) });
      await client.query('set session_replication_role = replica');
      for (const [table, copied] of rows)
        await client.query(
          `insert into ${table} (${columns.get(table)}) select ${columns.get(table)}
            from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
          [JSON.stringify(copied.map((row) => ({ ...(marked(row, number) as object), tenant_id: tenantId })))],
        );
      await client.query('set session_replication_role = default');
    }
    await client.query('analyze');
  } finally {
    await client.end();
  }
  for (const one of principals) await neighbours(site, one, principals);
  for (const one of principals) await releaseTo(site, one, principals[one.number % principalCount]!);
  await carryAll(db);
  return principals;
}

/** The accounts of a principal by what they are granted. */
function accountIn(number: number, grants: readonly unknown[]): Principal['accountOf'] {
  return (role) => {
    const found = (grants as readonly { role: string; account_id: string }[]).find((grant) => grant.role === role);
    if (!found)
      throw new Error(`Nobody in the demonstration region holds the role ${role}: give it to one of its accounts.`);
    return idOf(number, found.account_id) as Id<'account'>;
  };
}

/** A row of the demonstration as a principal has it: other ids, and the canary in everything that is words. */
function marked(value: unknown, number: number): unknown {
  if (Array.isArray(value)) return value.map((one) => marked(one, number));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, marked(member, number)]));
  if (typeof value !== 'string') return value;
  const moved = movedTo(number, value);
  return /\p{L}\s+\p{L}/u.test(moved) ? `${moved} ${canaryOf(number)}` : moved;
}

/** Bodies for the two neighbours, tied: the one who lets us have something, and the one whom we do. */
async function neighbours(site: DemoSite, one: Principal, all: readonly Principal[]): Promise<void> {
  const next = all[one.number % principalCount]!;
  const before = all[(one.number + principalCount - 2) % principalCount]!;
  await site.db.transact(authorize(operatorOf(one.tenantId), 'organisation.edit'), { verb: 'tie' }, async (w) => {
    for (const other of [next, before]) {
      const { id } = await ensureBody(w, other.name, { kind: 'municipality' });
      await tiePrincipal(w, { bodyId: id, authority: { id: other.tenantId, name: other.name } });
    }
  });
}

/** Lets one principal release something to another, whose canary is that of the two and no other. */
export async function releaseTo(site: DemoSite, from: Principal, to: Principal, words?: string): Promise<void> {
  const told = words ?? releasedCanary(from.number, to.number);
  const content: ReleasedContent = sampleContent(`Vi lämnar detta ${told}`, { title: `Lämnat ${told}` });
  await site.db.transact(authorize(operatorOf(from.tenantId), 'release.make'), { verb: 'release' }, async (w) => {
    const body = await findBodyByName(w, to.name);
    if (!body) throw new Error(`${to.name} is not tied to ${from.name}: openIsolationWorld ties neighbours only.`);
    await releaseRecord(w, { content, receivers: [body.id], ground: 'noSecrecy' });
  });
}
