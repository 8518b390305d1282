import { listRepresentations, type Representation, representationOn } from '../../../domain/collaboration/index.ts';
import { type MoneyRow, moneyPerYear } from '../../../domain/commissions/index.ts';
import { type Body, getBody, listBodies } from '../../../domain/organisation/index.ts';
import { type OwedKind, type OwedRow, type OwedThing, owedOn, owedRows } from '../../../domain/overview/index.ts';
import { principalKinds } from '../../../domain/releases/index.ts';
import { type CivilDate, yearOf } from '../../../kernel/civil-date.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Reader } from '../../contracts.ts';

/** How much each principal owes, by kind. */
export async function readMatrix(r: Reader, today: CivilDate): Promise<readonly OwedRow[]> {
  const { principals, things } = await owedOn(r, today);
  return owedRows(principals, things);
}

/** What one principal owes and has. */
export type PrincipalFacts = {
  readonly principal: Body;
  /** All that it owes, also what the page does not show when it is narrowed to one kind. */
  readonly things: readonly OwedThing[];
  readonly kind: OwedKind | undefined;
  readonly speaks: readonly { readonly group: Body; readonly one: Representation }[];
  readonly year: number;
  readonly money: readonly MoneyRow[];
};

/** One principal on a day. Throws `record.notFound` for a body that is none. */
export async function readPrincipal(
  r: Reader,
  id: string,
  today: CivilDate,
  kind: OwedKind | undefined,
): Promise<PrincipalFacts> {
  const principal = await getBody(r, id);
  if (!principalKinds.some((one) => one === principal.kind)) throw new AppError('record.notFound');
  const { things } = await owedOn(r, today, { principalId: principal.id });
  const groups = new Map((await listBodies(r)).map((body) => [body.id as string, body]));
  const held = representationOn(await listRepresentations(r, { forBodyId: principal.id }), today);
  const year = yearOf(today);
  return {
    principal,
    things,
    kind,
    speaks: [...held.representatives, ...held.substitutes].flatMap((one) => {
      const group = groups.get(one.groupId);
      return group ? [{ group, one }] : [];
    }),
    year,
    money: await moneyPerYear(r, { payer: principal.id, year }),
  };
}
