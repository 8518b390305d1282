/**
 * What every table must be like, read from PostgreSQL's own catalogue: the answer is a list of sentences, empty when all is well. Used by the
 * catalogue test, which also makes bad tables and expects to hear of them.
 */
import type pg from 'pg';

/** Tables that are not records of an authority, each with its reason. */
export const tablesOfTheHouse = {
  tenant: 'It is the list of authorities itself: its id is what tenant_id refers to.',
  kysely_migration: 'It lists the migrations that have run.',
  kysely_migration_lock: 'Its one row is locked while migrations run.',
} as const satisfies Readonly<Record<string, string>>;

/** Where the application may not do all four things with the rows of its tenant, and why not is said in the migration. */
export const narrowGrants: Readonly<Record<string, readonly string[]>> = {
  log_entry: ['INSERT', 'SELECT'],
  log_head: ['SELECT', 'UPDATE'],
  log_content: ['INSERT', 'SELECT'],
  log_tile: ['SELECT'],
  tree_head: ['SELECT'],
  head_cosignature: ['SELECT'],
  watched_head: ['SELECT'],
  watched_fault: ['SELECT'],
  outbox: ['INSERT', 'SELECT'],
  idempotency: ['INSERT', 'SELECT', 'UPDATE'],
  posting_proof: ['INSERT', 'SELECT'],
};

/** What the system role may do beside looking, for the purposes in `system.ts` that write. */
export const systemGrants: Readonly<Record<string, readonly string[]>> = {
  tenant: ['INSERT', 'SELECT'],
  intake_file: ['SELECT', 'UPDATE(many)', 'UPDATE(progress)', 'UPDATE(reading)'],
  log_head: ['INSERT', 'SELECT'],
  log_content: [
    'SELECT',
    'UPDATE(actor_id)',
    'UPDATE(actor_name)',
    'UPDATE(actor_salt)',
    'UPDATE(data)',
    'UPDATE(data_salt)',
  ],
  log_tile: ['INSERT', 'SELECT'],
  tree_head: ['INSERT', 'SELECT'],
  head_cosignature: ['INSERT', 'SELECT'],
  watched_log: ['INSERT', 'SELECT'],
  log_alarm: ['INSERT', 'SELECT'],
  watched_head: ['INSERT', 'SELECT'],
  watched_fault: ['INSERT', 'SELECT'],
  witness: ['SELECT', 'UPDATE(last_agreed_at)', 'UPDATE(last_asked_at)', 'UPDATE(refusal)'],
  posting_proof: ['SELECT', 'UPDATE(to_at)'],
  outbox: ['SELECT', 'UPDATE(attempts)', 'UPDATE(last_error)', 'UPDATE(next_attempt_at)', 'UPDATE(sent_at)'],
  api_token: ['SELECT', 'UPDATE(last_used_at)'],
  session: ['DELETE', 'INSERT', 'SELECT', 'UPDATE(last_seen_at)', 'UPDATE(proved_at)'],
  pending_sign_in: ['DELETE', 'INSERT', 'SELECT', 'UPDATE(tries)'],
  account_identity: ['SELECT', 'UPDATE(last_used_at)'],
  tying_code: ['DELETE', 'INSERT', 'SELECT'],
  code_factor: ['SELECT', 'UPDATE(last_step)'],
  recovery_code: ['SELECT', 'UPDATE(used_at)'],
  passkey: ['SELECT', 'UPDATE(counter)', 'UPDATE(last_used_at)'],
};

/** Columns that name another authority of the installation, each with its reason; nothing of that authority can be seen by them. */
const namedNeighbours: Readonly<Record<string, string>> = {
  witness_neighbour_id_fkey:
    'A witness of our log is another authority: the house hands it the head, and brings back its signature.',
};

const allGrants = ['DELETE', 'INSERT', 'SELECT', 'UPDATE'];
const appendOnlyGrants = ['INSERT', 'SELECT'];

type TableFacts = {
  readonly name: string;
  readonly enabled: boolean;
  readonly forced: boolean;
  readonly policies: readonly { readonly role: string; readonly using: string; readonly check: string | null }[];
  readonly keys: readonly {
    readonly name: string;
    readonly kind: 'primary' | 'unique' | 'index';
    readonly first: string | null;
  }[];
  readonly foreignKeys: readonly {
    readonly name: string;
    readonly first: string;
    readonly target: string;
    readonly targetFirst: string;
  }[];
  readonly grants: readonly string[];
  readonly systemGrants: readonly string[];
  readonly publicGrants: number;
  readonly appendOnly: boolean;
};

const factsQuery = `
select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
  coalesce((select json_agg(json_build_object('role', r.rolname, 'using', pg_get_expr(p.polqual, c.oid),
      'check', pg_get_expr(p.polwithcheck, c.oid)) order by r.rolname)
    from pg_policy p left join pg_roles r on r.oid = any(p.polroles) where p.polrelid = c.oid), '[]') as policies,
  coalesce((select json_agg(json_build_object('name', ic.relname,
      'kind', case when i.indisprimary then 'primary' when i.indisunique then 'unique' else 'index' end,
      'first', (select attname from pg_attribute where attrelid = c.oid and attnum = i.indkey[0])))
    from pg_index i join pg_class ic on ic.oid = i.indexrelid where i.indrelid = c.oid), '[]') as keys,
  coalesce((select json_agg(json_build_object('name', k.conname,
      'first', (select attname from pg_attribute where attrelid = c.oid and attnum = k.conkey[1]),
      'target', (select relname from pg_class where oid = k.confrelid),
      'targetFirst', (select attname from pg_attribute where attrelid = k.confrelid and attnum = k.confkey[1])))
    from pg_constraint k where k.conrelid = c.oid and k.contype = 'f'), '[]') as "foreignKeys",
  coalesce((select json_agg(distinct a.privilege_type order by a.privilege_type)
    from aclexplode(c.relacl) a join pg_roles r on r.oid = a.grantee where r.rolname = 'kansli_app'), '[]') as grants,
  coalesce((select json_agg(distinct g order by g) from (
      select a.privilege_type as g from aclexplode(c.relacl) a join pg_roles r on r.oid = a.grantee where r.rolname = 'kansli_system'
      union all select a.privilege_type || '(' || t.attname || ')' from pg_attribute t, aclexplode(t.attacl) a
        join pg_roles r on r.oid = a.grantee where t.attrelid = c.oid and r.rolname = 'kansli_system') as every), '[]') as "systemGrants",
  (select count(*)::int from aclexplode(c.relacl) a where a.grantee = 0) as "publicGrants",
  exists (select 1 from pg_trigger t join pg_proc f on f.oid = t.tgfoid
    where t.tgrelid = c.oid and f.proname = 'kansli_refuse_change' and t.tgenabled <> 'D') as "appendOnly"
from pg_class c
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
order by c.relname`;

/** All breaches in the database, as sentences. */
export async function findBreaches(client: pg.Client): Promise<readonly string[]> {
  const tables = (await client.query<TableFacts>(factsQuery)).rows;
  const ofTenants = tables.filter((table) => !(table.name in tablesOfTheHouse));
  return [
    ...ofTenants.flatMap(breachesOf),
    ...tables.filter((table) => !table.name.startsWith('kysely_')).flatMap(breachesOfSystem),
    ...(await breachesOfRoles(client)),
    ...(await breachesOfFunctions(client)),
    ...(await breachesOfViews(client)),
  ];
}

/** The tables of records, for tests that try something on each. */
export async function tenantTables(client: pg.Client): Promise<readonly string[]> {
  const tables = (await client.query<TableFacts>(factsQuery)).rows;
  return tables.map((table) => table.name).filter((name) => !(name in tablesOfTheHouse));
}

function breachesOf(table: TableFacts): readonly string[] {
  const found: string[] = [];
  const say = (what: string) => found.push(`${table.name}: ${what}`);
  if (!table.keys.some((key) => key.kind === 'primary')) say('has no primary key');
  for (const key of table.keys) {
    if (key.first !== 'tenant_id') say(`the ${key.kind} key ${key.name} does not begin with tenant_id`);
  }
  for (const key of table.foreignKeys.filter(({ name, target }) => !(target === 'tenant' && name in namedNeighbours))) {
    const target = key.target === 'tenant' ? 'id' : 'tenant_id';
    if (key.first !== 'tenant_id' || key.targetFirst !== target) {
      say(`the foreign key ${key.name} to ${key.target} does not carry the tenant first`);
    }
  }
  if (!table.foreignKeys.some((key) => key.target === 'tenant')) say('does not refer to tenant');
  if (!table.enabled) say('row-level security is not enabled');
  if (!table.forced) say('row-level security is not forced');
  const expectedPolicy = "(tenant_id = (current_setting('kansli.tenant'::text))::uuid)";
  for (const policy of table.policies) {
    if (policy.role === 'kansli_system') continue;
    const exact = policy.role === 'kansli_app' && policy.using === expectedPolicy && policy.check === expectedPolicy;
    if (!exact) say(`the policy for ${policy.role ?? 'everybody'} is not "tenant_id is the tenant of the transaction"`);
  }
  if (!table.policies.some((policy) => policy.role === 'kansli_app')) say('has no policy for kansli_app');
  const expected = narrowGrants[table.name] ?? (table.appendOnly ? appendOnlyGrants : allGrants);
  if (table.grants.join() !== expected.join()) {
    say(`kansli_app may ${table.grants.join(', ') || 'nothing'}; expected is ${expected.join(', ')}`);
  }
  if (table.publicGrants > 0) say('something is granted to everybody');
  return found;
}

function breachesOfSystem(table: TableFacts): readonly string[] {
  const expected = systemGrants[table.name] ?? ['SELECT'];
  if (table.systemGrants.join() === expected.join()) return [];
  return [
    `${table.name}: kansli_system may ${table.systemGrants.join(', ') || 'nothing'}; expected is ${expected.join(', ')}`,
  ];
}

async function breachesOfRoles(client: pg.Client): Promise<readonly string[]> {
  const roles = await client.query<{ rolname: string; strong: boolean; owned: number }>(
    `select rolname, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolcanlogin as strong,
       (select count(*)::int from pg_class where relowner = r.oid) as owned
     from pg_roles r where rolname in ('kansli_app', 'kansli_system')`,
  );
  const weak = roles.rows.filter((role) => !role.strong && role.owned === 0).map((role) => role.rolname);
  return ['kansli_app', 'kansli_system']
    .filter((role) => !weak.includes(role))
    .map((role) => `${role}: the role is missing, owns tables, or can do more than it should`);
}

/** Functions that run with the rights of their owner pass every wall: they are listed here, and find nothing by a search path of the caller. */
export const definerFunctions: readonly string[] = ['kansli_add_job'];

async function breachesOfFunctions(client: pg.Client): Promise<readonly string[]> {
  const functions = await client.query<{ name: string; pinned: boolean; open: boolean }>(
    `select proname as name, coalesce(array_to_string(proconfig, ',') like '%search_path=%', false) as pinned,
       proacl is null or exists (select 1 from aclexplode(proacl) a where a.grantee = 0) as open
     from pg_proc where pronamespace = 'public'::regnamespace and prosecdef`,
  );
  return functions.rows.flatMap(({ name, pinned, open }) => [
    ...(definerFunctions.includes(name)
      ? []
      : [`${name}(): runs as its owner and is not on the list of such functions`]),
    ...(pinned ? [] : [`${name}(): runs as its owner without a search path of its own`]),
    ...(open ? [`${name}(): runs as its owner and everybody may call it`] : []),
  ]);
}

async function breachesOfViews(client: pg.Client): Promise<readonly string[]> {
  const views = await client.query<{ name: string; kind: string; invoker: boolean }>(
    `select relname as name, relkind as kind,
       coalesce('security_invoker=true' = any(reloptions) or 'security_invoker=on' = any(reloptions), false) as invoker
     from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')`,
  );
  return views.rows
    .filter((view) => view.kind === 'm' || !view.invoker)
    .map((view) => `${view.name}: a view sees past row-level security unless it is made with security_invoker`);
}
