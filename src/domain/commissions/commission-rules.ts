import type { CivilDate } from '../../kernel/civil-date.ts';
import { isCivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import { mostOre, oreOf } from '../../kernel/ore.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { EmploymentForm, ExtentKind } from './commission.ts';

/** What one payer pays, as it is put on record: the payer is found by name unless it is chosen. */
export type PaidPart = {
  readonly payer?: string | null;
  readonly payerBodyId?: Id<'body'> | null;
  readonly year?: number | null;
};

/** What is told of a commission when it is put on record or changed. */
export type CommissionFields = {
  readonly who: string;
  readonly what: string;
  readonly fte?: number | null;
  readonly amounts: readonly (PaidPart & { readonly value: number; readonly currency: string })[];
  readonly shares?: readonly (PaidPart & { readonly fte: number })[];
  readonly from?: CivilDate | null;
  readonly to?: CivilDate | null;
  /** The fund in words; it is found in the register by them unless it is chosen. */
  readonly fund?: string | null;
  readonly fundId?: Id<'fund'> | null;
  readonly bodyId?: Id<'body'> | null;
  readonly extentKind?: ExtentKind | null;
  readonly employmentForm?: EmploymentForm | null;
  readonly personnelNote?: string;
};

/** What cannot be on record at all. What a paper only leaves unsaid is no problem here but a fault that is shown (`commission-faults.ts`). */
export function commissionProblems(input: CommissionFields): readonly Problem[] {
  const { from = null, to = null, fte = null } = input;
  const shares = input.shares ?? [];
  return [
    ...(input.who.trim() ? [] : [{ path: 'who', key: 'validation.required' }]),
    ...(input.what.trim() ? [] : [{ path: 'what', key: 'validation.required' }]),
    ...(from && !isCivilDate(from) ? [{ path: 'from', key: 'validation.date' }] : []),
    ...(to && !isCivilDate(to) ? [{ path: 'to', key: 'validation.date' }] : []),
    ...(from && to && to < from ? [{ path: 'to', key: 'collaboration.endsBeforeStart' }] : []),
    ...(fte !== null && !isPosts(fte) ? [{ path: 'fte', key: 'validation.number' }] : []),
    ...input.amounts.flatMap(({ value, year }, index) => [
      ...(isAmount(value) ? [] : [{ path: `amounts.${index}.value`, key: 'validation.number' }]),
      ...yearProblems(`amounts.${index}.year`, year, input),
    ]),
    ...shares.flatMap(({ fte: posts, year }, index) => [
      ...(isPosts(posts) ? [] : [{ path: `shares.${index}.fte`, key: 'validation.number' }]),
      ...yearProblems(`shares.${index}.year`, year, input),
    ]),
  ];
}

/** Money of a year outside the term belongs to another commission. */
function yearProblems(
  path: string,
  year: number | null | undefined,
  { from, to }: CommissionFields,
): readonly Problem[] {
  if (year == null) return [];
  if (!Number.isInteger(year) || year < 1900 || year > 2200) return [{ path, key: 'validation.number' }];
  const outside = (from && year < Number(from.slice(0, 4))) || (to && year > Number(to.slice(0, 4)));
  return outside ? [{ path, key: 'commission.yearOutside', values: { year } }] : [];
}

function isAmount(value: number): boolean {
  return value > 0 && Number.isFinite(value) && oreOf(value) <= mostOre && Math.abs(oreOf(value) / 100 - value) < 1e-6;
}

function isPosts(value: number): boolean {
  return value > 0 && value < 100_000;
}
