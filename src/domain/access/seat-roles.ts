import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { RoleGrant } from './actor.ts';
import type { GrantedRole } from './roles.ts';

/** The seat of an elected representative, as far as it says what the representative may do. */
export type HeldSeat = {
  readonly bodyId: Id<'body'>;
  readonly kind: string;
  readonly office: string | null;
  readonly validFrom: CivilDate | null;
  readonly validTo: CivilDate | null;
};

/** Which role a seat gives, from the first row that fits: a chair is asked for by office, all others by the kind of seat. */
export const seatRoleTable = [
  { kind: 'member', office: 'chair', role: 'chair' },
  { kind: 'member', office: null, role: 'member' },
  { kind: 'deputy', office: null, role: 'deputyMember' },
] as const satisfies readonly { readonly kind: string; readonly office: string | null; readonly role: GrantedRole }[];

/** The role of a seat; a kind of seat that the table does not know gives none. */
export function roleOfSeat({ kind, office }: Pick<HeldSeat, 'kind' | 'office'>): GrantedRole | undefined {
  return seatRoleTable.find((row) => row.kind === kind && (row.office === null || row.office === office))?.role;
}

/**
 * The roles that follow from the seats of a person, on each body and for as long as the seat is held: nothing is copied, so that who leaves a seat
 * leaves the role the same day.
 */
export function grantsOfSeats(seats: readonly HeldSeat[]): readonly RoleGrant[] {
  return seats.flatMap((seat) => {
    const role = roleOfSeat(seat);
    if (!role) return [];
    return [
      {
        role,
        bodyId: seat.bodyId,
        validFrom: seat.validFrom ?? '1900-01-01',
        validTo: seat.validTo,
        source: 'seat' as const,
      },
    ];
  });
}
