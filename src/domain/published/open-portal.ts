import type { Writer } from '../../storage/database.ts';

/** Opens the portal of the writer's authority the first time something is published there; its name in addresses is kept ever after (R-OPN-3). */
export async function openPortal(w: Writer<'publication.propose' | 'publication.review'>): Promise<void> {
  const found = await w.db
    .selectFrom('pub.authority')
    .select('slug')
    .where('tenant_id', '=', w.tenantId)
    .executeTakeFirst();
  if (found) return;
  const tenant = await w.db
    .selectFrom('tenant')
    .select(['slug', 'name', 'organisation_number'])
    .where('id', '=', w.tenantId)
    .executeTakeFirstOrThrow();
  await w.db
    .insertInto('pub.authority')
    .values({ tenant_id: w.tenantId, ...tenant, opened_at: w.runtime.now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
