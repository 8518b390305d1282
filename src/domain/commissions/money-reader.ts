import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { authorityKinds, type Body, listBodies } from '../organisation/index.ts';
import type { Commission } from './commission.ts';
import { listCommissions } from './commission-reader.ts';
import { piecesOf } from './division.ts';
import type { MoneyRow } from './money-sums.ts';
import { type Payer, type PayerGroup, payerGroups, payerKey } from './payer.ts';

export type MoneyFilter = {
  /** A principal: what it pays itself, and what is paid by a group that it belongs to. */
  readonly payer?: Id<'body'>;
  readonly fundId?: Id<'fund'>;
  readonly year?: number;
};

/**
 * What commissions take of each year, payer by payer and fund by fund. What was withdrawn before any decision takes nothing; what is only proposed is told as
 * such. A group's part is not divided between its members, because no paper says how.
 */
export async function moneyPerYear(r: Reader, filter: MoneyFilter = {}): Promise<readonly MoneyRow[]> {
  const commissions = await listCommissions(r, filter.fundId === undefined ? {} : { fundId: filter.fundId });
  const bodies = await listBodies(r);
  const rows = moneyRows(commissions, bodies);
  const kind = filter.payer === undefined ? undefined : bodies.find(({ id }) => id === filter.payer)?.kind;
  return rows.filter(
    (row) =>
      (filter.year === undefined || row.year === filter.year) &&
      (filter.payer === undefined ||
        row.payerKey === `body:${filter.payer}` ||
        groupsOf(kind).some((group) => row.payerKey === `group:${group}`)),
  );
}

/** The rows behind the sums, of commissions that are read already. */
export function moneyRows(
  commissions: readonly Commission[],
  bodies: readonly Pick<Body, 'id' | 'name' | 'kind'>[],
): readonly MoneyRow[] {
  const names = new Map(bodies.map(({ id, name }) => [id, name]));
  const regions = bodies.filter(({ kind }) => kind === 'region');
  // A paper that was read before the region stood in the register says "regionen" all the same.
  const known = (payer: Payer | null): Payer | null =>
    payer?.group === 'region' && !payer.bodyId && regions.length === 1
      ? { ...payer, bodyId: regions[0]!.id, group: null }
      : payer;
  return commissions
    .filter(({ decided, endedOn }) => decided || !endedOn)
    .flatMap((one) =>
      piecesOf(one)
        .map((piece) => ({ ...piece, payer: known(piece.payer) }))
        .map(({ payer, year, ore, hundredths, derived }) => ({
          commissionId: one.id,
          what: one.what,
          decided: one.decided,
          year,
          payerKey: payer && payerKey(payer),
          payerName: payer && payerTitle(payer, names),
          fundId: one.fundRecord?.id ?? null,
          fundName: one.fundRecord?.name ?? null,
          ore,
          hundredths,
          derived,
        })),
    );
}

/** The name of a payer as a page shows it: the principal's own, the group's, or the words of the paper. */
export function payerTitle(payer: Payer, names: ReadonlyMap<string, string>): string {
  if (payer.bodyId) return names.get(payer.bodyId) ?? payer.name;
  return payer.group ? payerGroups[payer.group].sv : payer.name;
}

/** The groups of payers that a kind of principal belongs to. */
export function groupsOf(kind: Body['kind'] | undefined): readonly PayerGroup[] {
  if (kind === undefined) return [];
  return (Object.keys(payerGroups) as PayerGroup[]).filter((group) =>
    (payerGroups[group].kinds as readonly string[]).includes(kind),
  );
}

/** Who a group of payers is: the principals that take part in the body that orders, or, where none are known, all of the kind in the register. */
export type GroupMembers = {
  readonly group: PayerGroup;
  readonly members: readonly { readonly id: Id<'body'>; readonly name: string }[];
  /** True where they take part in the body that orders; false where they are all of the kind. */
  readonly participants: boolean;
};

/** The members of the groups that pay a commission. */
export async function groupMembers(
  r: Reader,
  commission: Commission,
  today: CivilDate,
): Promise<readonly GroupMembers[]> {
  const groups = [...new Set(commission.parts.flatMap(({ payer }) => payer?.group ?? []))].filter(
    (group) => payerGroups[group].kinds.length > 0,
  );
  if (groups.length === 0) return [];
  const rows = await r.db
    .selectFrom('body')
    .leftJoin('body_participant as part', (join) =>
      join
        .onRef('part.tenant_id', '=', 'body.tenant_id')
        .onRef('part.participant_body_id', '=', 'body.id')
        .on('part.body_id', '=', commission.orderedBy?.id ?? '00000000-0000-0000-0000-000000000000')
        .on((eb) => eb.or([eb('part.valid_from', 'is', null), eb('part.valid_from', '<=', today)]))
        .on((eb) => eb.or([eb('part.valid_to', 'is', null), eb('part.valid_to', '>=', today)])),
    )
    .select(['body.id', 'body.name', 'body.kind', 'part.id as part_id'])
    .where('body.tenant_id', '=', r.tenantId)
    .where('body.kind', 'in', [...authorityKinds])
    .orderBy('body.name')
    .execute();
  return groups.map((group) => {
    const ofKind = rows.filter(({ kind }) => (payerGroups[group].kinds as readonly string[]).includes(kind));
    const taking = ofKind.filter(({ part_id }) => part_id !== null);
    const members = taking.length > 0 ? taking : ofKind;
    return { group, participants: taking.length > 0, members: members.map(({ id, name }) => ({ id, name })) };
  });
}
