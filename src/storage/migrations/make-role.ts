import { type Kysely, sql } from 'kysely';

/** Roles belong to the server, not to the database: on a shared server another database may have made them already, even at this moment. */
export async function makeRole(db: Kysely<unknown>, name: string): Promise<void> {
  await sql`do $$ begin
      create role ${sql.ref(name)} nologin;
    exception when duplicate_object or unique_violation then null;
    end $$`.execute(db);
  // Since PostgreSQL 16 who makes a role may not yet act as it. Where another login made it, its operator has granted it to ours.
  await sql`do $$ begin
      execute format('grant %I to %I', ${sql.lit(name)}, current_user);
    exception when insufficient_privilege then null;
    end $$`.execute(db);
}
