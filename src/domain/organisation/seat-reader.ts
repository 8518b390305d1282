import type { Selectable } from 'kysely';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { Reader } from '../../storage/database.ts';
import type { SeatRow } from '../../storage/schema/organisation.ts';
import { listRegulations } from './organisation-reader.ts';
import { regulationOn } from './regulation.ts';
import { type Seat, type SeatKind, type SeatRole, seatProblems, seatsOn } from './seat.ts';

/** A natural person with a public role. No identity number, no contact details, and no party: that belongs to the seat (R-GDPR-1, R-GDPR-2). */
export type Person = { readonly id: Id<'person'>; readonly version: number; readonly name: string };

/** The seats of one body on a date, members first. There is no list of seats by party across bodies: lag 2018:218 3:3 forbids the search. */
export async function listSeats(r: Reader, bodyId: Id<'body'>, onDate: CivilDate): Promise<readonly Seat[]> {
  return seatsOn(await listSeatHistory(r, bodyId), onDate);
}

/** Every seat a body has had, in the order of the list and of time. */
export async function listSeatHistory(r: Reader, bodyId: Id<'body'>): Promise<readonly Seat[]> {
  const rows = await seatQuery(r)
    .where('seat.body_id', '=', bodyId)
    .orderBy('seat.kind', 'desc')
    .orderBy('seat.seat_order')
    .orderBy('seat.valid_from', (order) => order.asc().nullsFirst())
    .execute();
  return rows.map(toSeat);
}

export async function getSeat(r: Reader, id: Id<'seat'>): Promise<Seat> {
  const row = isId(id) ? await seatQuery(r).where('seat.id', '=', id).executeTakeFirst() : undefined;
  if (!row) throw new AppError('record.notFound');
  return toSeat(row);
}

/** What does not fit between the seats of a day and the reglemente (9 members and 5 deputies in seed 001). */
export async function checkSeats(r: Reader, bodyId: Id<'body'>, onDate: CivilDate): Promise<readonly Problem[]> {
  const regulations = await listRegulations(r, bodyId);
  const count = (key: 'members' | 'deputies') => {
    const value = regulationOn(regulations, key, onDate);
    return value === undefined ? undefined : Number(value);
  };
  return seatProblems(await listSeats(r, bodyId, onDate), { members: count('members'), deputies: count('deputies') });
}

/** The people with exactly this name: often one, sometimes two, and a person decides which is meant (BOD-58). */
export async function listPersonsByName(r: Reader, name: string): Promise<readonly Person[]> {
  return await r.db
    .selectFrom('person')
    .select(['id', 'version', 'name'])
    .where('tenant_id', '=', r.tenantId)
    .where('name', '=', personName(name))
    .orderBy('id')
    .execute();
}

/** A name as it is kept: one kind of white space, nothing around it. */
export function personName(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim();
}

function seatQuery(r: Reader) {
  return r.db
    .selectFrom('seat')
    .leftJoin('person', (join) =>
      join.onRef('person.tenant_id', '=', 'seat.tenant_id').onRef('person.id', '=', 'seat.person_id'),
    )
    .selectAll('seat')
    .select('person.name as person_name')
    .where('seat.tenant_id', '=', r.tenantId);
}

function toSeat(row: Selectable<SeatRow> & { readonly person_name: string | null }): Seat {
  return {
    id: row.id,
    version: row.version,
    bodyId: row.body_id,
    kind: row.kind as SeatKind,
    order: row.seat_order,
    party: row.party,
    role: row.role as SeatRole | null,
    personId: row.person_id,
    personName: row.person_name,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  };
}
