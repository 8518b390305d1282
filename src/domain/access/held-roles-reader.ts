import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Reader } from '../../storage/database.ts';
import type { GrantedRole } from './roles.ts';
import { seatRoleTable } from './seat-roles.ts';
import { lendableRoles } from './stand-in-rules.ts';

/**
 * The roles that accounts hold on a day as a table to join with, from all three sources: given by hand, following from a seat (`seatRoleTable`), and lent
 * by another (`borrowedGrants`). It says about all accounts at once what `grantsOf` says about a few, and a test holds the two together.
 */
export function heldRoles(r: Pick<Reader, 'db' | 'tenantId'>, today: CivilDate) {
  return givenRoles(r, today).unionAll(seatedRoles(r, today)).unionAll(lentRoles(r, today));
}

function givenRoles({ db, tenantId }: Pick<Reader, 'db' | 'tenantId'>, today: CivilDate) {
  return db
    .selectFrom('role_grant as given')
    .select(['given.account_id', 'given.role', 'given.body_id'])
    .where('given.tenant_id', '=', tenantId)
    .where('given.valid_from', '<=', today)
    .where((eb) => eb.or([eb('given.valid_to', 'is', null), eb('given.valid_to', '>=', today)]));
}

function seatedRoles({ db, tenantId }: Pick<Reader, 'db' | 'tenantId'>, today: CivilDate) {
  return db
    .selectFrom('seat')
    .innerJoin('account as seated', (join) =>
      join.onRef('seated.tenant_id', '=', 'seat.tenant_id').onRef('seated.person_id', '=', 'seat.person_id'),
    )
    .select('seated.id as account_id')
    .select((eb) => {
      const [first, ...others] = seatRoleTable.map(({ kind, office, role }) => ({
        fits: eb.and([eb('seat.kind', '=', kind), ...(office === null ? [] : [eb('seat.role', '=', office)])]),
        role,
      }));
      let cases = eb
        .case()
        .when(first!.fits)
        .then(first!.role as GrantedRole);
      for (const { fits, role } of others) cases = cases.when(fits).then(role);
      return cases.else('').end().as('role');
    })
    .select((eb) => eb.cast<string | null>('seat.body_id', 'uuid').as('body_id'))
    .where('seat.tenant_id', '=', tenantId)
    .where((eb) => eb.or([eb('seat.valid_from', 'is', null), eb('seat.valid_from', '<=', today)]))
    .where((eb) => eb.or([eb('seat.valid_to', 'is', null), eb('seat.valid_to', '>=', today)]));
}

function lentRoles({ db, tenantId }: Pick<Reader, 'db' | 'tenantId'>, today: CivilDate) {
  return db
    .selectFrom('stand_in as lent')
    .innerJoin('account as giver', (join) =>
      join.onRef('giver.tenant_id', '=', 'lent.tenant_id').onRef('giver.id', '=', 'lent.giver_id'),
    )
    .innerJoin('role_grant as own', (join) =>
      join
        .onRef('own.tenant_id', '=', 'lent.tenant_id')
        .onRef('own.account_id', '=', 'lent.giver_id')
        .onRef('own.role', '=', 'lent.role')
        .on((eb) => eb.or([eb('own.body_id', 'is', null), eb('own.body_id', '=', eb.ref('lent.body_id'))])),
    )
    .select(['lent.receiver_id as account_id', 'lent.role'])
    .select((eb) => eb.cast<string | null>('lent.body_id', 'uuid').as('body_id'))
    .where('lent.tenant_id', '=', tenantId)
    .where('lent.ended_at', 'is', null)
    .where('lent.role', 'in', lendableRoles)
    .where('lent.valid_from', '<=', today)
    .where('lent.valid_to', '>=', today)
    .where('own.valid_from', '<=', today)
    .where((eb) => eb.or([eb('own.valid_to', 'is', null), eb('own.valid_to', '>=', today)]))
    .where('giver.active', '=', true);
}
