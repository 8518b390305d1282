import type { Id } from '../kernel/id.ts';
import type { Database } from './database.ts';
import { emptyLogHash } from './log-entry.ts';

/** An authority that is to have a register of its own. */
export type NewTenant = {
  readonly slug: string;
  readonly name: string;
  readonly organisationNumber?: string;
};

/** Makes an authority and begins its log. */
export async function createTenant(db: Database, tenant: NewTenant): Promise<Id<'tenant'>> {
  const id = db.runtime.newId();
  await db.system('createTenant', async (system) => {
    await system
      .insertInto('tenant')
      .values({
        id,
        slug: tenant.slug,
        name: tenant.name,
        organisation_number: tenant.organisationNumber ?? null,
        created_at: db.runtime.now(),
      })
      .execute();
    await system.insertInto('log_head').values({ tenant_id: id, seq: 0, hash: emptyLogHash }).execute();
  });
  return id;
}

/** The authorities of this installation, by name. */
export async function listTenants(
  db: Database,
): Promise<
  readonly { readonly id: Id<'tenant'>; readonly slug: string; readonly name: string; readonly createdAt: Date }[]
> {
  return await db.system('findTenant', (system) =>
    system.selectFrom('tenant').select(['id', 'slug', 'name', 'created_at as createdAt']).orderBy('name').execute(),
  );
}
