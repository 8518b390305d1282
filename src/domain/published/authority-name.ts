import type { Reader } from '../../storage/database.ts';

/** The name of the authority whose register this is, as it stands on what it lets out. */
export async function authorityName(r: Reader): Promise<string> {
  const { name } = await r.db
    .selectFrom('tenant')
    .select('name')
    .where('id', '=', r.tenantId)
    .executeTakeFirstOrThrow();
  return name;
}
