import type { Id } from '../../kernel/id.ts';
import type { Database } from '../../storage/database.ts';
import { createTenant } from '../../storage/tenant.ts';

/** Makes an authority of the installation with a register and a log of its own, empty and tied to nobody. For the operator of the installation. */
export async function foundAuthority(
  db: Database,
  authority: { readonly slug: string; readonly name: string },
): Promise<Id<'tenant'>> {
  return await createTenant(db, authority);
}
