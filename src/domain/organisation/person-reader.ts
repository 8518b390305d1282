import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';

/** Somebody who holds a seat, told apart from others of the same name by the bodies in which it is. */
export type SeatHolder = { readonly id: Id<'person'>; readonly name: string; readonly bodies: readonly string[] };

/** All who hold a seat on a day, by name. */
export async function listSeatHolders(r: Reader, day: CivilDate): Promise<readonly SeatHolder[]> {
  const rows = await r.db
    .selectFrom('seat')
    .innerJoin('person', (join) =>
      join.onRef('person.id', '=', 'seat.person_id').onRef('person.tenant_id', '=', 'seat.tenant_id'),
    )
    .innerJoin('body', (join) =>
      join.onRef('body.id', '=', 'seat.body_id').onRef('body.tenant_id', '=', 'seat.tenant_id'),
    )
    .select(['person.id', 'person.name', 'body.name as body'])
    .distinct()
    .where('seat.tenant_id', '=', r.tenantId)
    .where((eb) => eb.or([eb('seat.valid_from', 'is', null), eb('seat.valid_from', '<=', day)]))
    .where((eb) => eb.or([eb('seat.valid_to', 'is', null), eb('seat.valid_to', '>=', day)]))
    .orderBy('person.name')
    .orderBy('person.id')
    .orderBy('body.name')
    .execute();
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, those]) => ({
    id,
    name: those[0]!.name,
    bodies: those.map(({ body }) => body),
  }));
}

/** The names of some persons of the register, by id. */
export async function personNames(r: Reader, ids: readonly Id<'person'>[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await r.db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('tenant_id', '=', r.tenantId)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
