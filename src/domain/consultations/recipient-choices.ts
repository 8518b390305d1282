import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { type BodyKind, listBodies } from '../organisation/index.ts';

/** A body of the register that can be asked, with the address to which it was last written. */
export type RecipientChoice = {
  readonly bodyId: Id<'body'>;
  readonly name: string;
  readonly kind: BodyKind;
  readonly address: string | null;
};

/** Everybody in the register who can be asked, in its order. An address is the one of the latest round, so that nobody types it twice. */
export async function recipientChoices(r: Reader, onDate: CivilDate): Promise<readonly RecipientChoice[]> {
  const bodies = await listBodies(r, { onDate });
  const addresses = await r.db
    .selectFrom('consultation_response')
    .distinctOn('body_id')
    .select(['body_id', 'address'])
    .where('tenant_id', '=', r.tenantId)
    .where('body_id', 'is not', null)
    .where('address', 'is not', null)
    .orderBy('body_id')
    .orderBy('created_at', 'desc')
    .execute();
  const known = new Map(addresses.map((row) => [row.body_id, row.address]));
  return bodies.map(({ id, name, kind }) => ({ bodyId: id, name, kind, address: known.get(id) ?? null }));
}
