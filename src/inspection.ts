import type { Tenant } from './context.ts';
import { authorize, operatorOf } from './domain/access/index.ts';
import { listTreeHeads } from './domain/witnessing/index.ts';
import type { Database, Reader } from './storage/database.ts';
import { describeEngine, type EngineDescription, inspectEngine } from './storage/describe-engine.ts';
import { migrations } from './storage/migrations/index.ts';
import { listTenants } from './storage/tenant.ts';
import { verifyLog } from './storage/verify-log.ts';

/** What the records stand on: the database as it describes itself, and the log of each authority recomputed. */
export type Inspection = {
  readonly engine: EngineDescription;
  readonly description: string;
  readonly migrations: { readonly applied: number; readonly known: number };
  readonly logs: readonly {
    readonly tenant: Tenant;
    readonly entries: number;
    readonly fault: { readonly seq: string; readonly reason: string } | undefined;
  }[];
};

/** Looks at what the records stand on. */
export async function inspect(db: Database): Promise<Inspection> {
  const applied = await db.pool.query<{ count: string }>('select count(*) from kysely_migration');
  const logs: Inspection['logs'][number][] = [];
  for (const tenant of await listTenants(db))
    logs.push({ tenant, ...(await db.read(authorize(operatorOf(tenant.id), 'record.read'), verifySigned)) });
  return {
    engine: await inspectEngine(db),
    description: await describeEngine(db),
    migrations: { applied: Number(applied.rows[0]?.count ?? 0), known: Object.keys(migrations).length },
    logs,
  };
}

/** The whole log recomputed, and compared with the heads of it that were signed. */
async function verifySigned(r: Reader): ReturnType<typeof verifyLog> {
  const heads = await listTreeHeads(r, { limit: 1_000 });
  return await verifyLog(
    r,
    heads.flatMap(({ size, root, chain }) => [root, chain].map((hash) => ({ size, hash }))),
  );
}
