import * as z from 'zod';
import {
  type Commission,
  commissionFaultCodes,
  commissionState,
  commissionStateCodes,
  type Fund,
  faultsOf,
  listCommissions,
  listFunds,
  type MoneyRow,
  moneyRows,
} from '../../../domain/commissions/index.ts';
import { type Body, listBodies } from '../../../domain/organisation/index.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Reader } from '../../contracts.ts';
import { optionalChoice, optionalText, optionalWholeNumber } from '../../input.ts';

/** What has no year, payer or fund is found by this word. */
export const lacking = 'saknas';

type Codes = readonly [string, ...string[]];

/** What a list of commissions can be narrowed by; it stands in the address, so that every sum can lead to its rows. */
export const filterQuery = {
  lage: optionalChoice(commissionStateCodes as unknown as Codes),
  brist: optionalChoice(['nagon', ...commissionFaultCodes] as unknown as Codes),
  ar: optionalText({ maximum: 6 }),
  betalare: optionalText({ maximum: 300 }),
  fond: optionalText({ maximum: 40 }),
  sok: optionalText({ maximum: 100 }),
  forslag: optionalChoice(['ja', 'nej']),
};
export const filterSchema = z.object({ ...filterQuery, sida: optionalWholeNumber({ minimum: 1, maximum: 100_000 }) });
export type CommissionQuery = Omit<z.output<typeof filterSchema>, 'sida'>;

export type CommissionFacts = {
  readonly commissions: readonly Commission[];
  readonly bodies: readonly Body[];
  readonly funds: readonly Fund[];
};

/** All that the lists and sums are made of, in a number of queries that does not grow. */
export async function gatherCommissions(r: Reader): Promise<CommissionFacts> {
  return { commissions: await listCommissions(r), bodies: await listBodies(r), funds: await listFunds(r) };
}

/** The commissions of a choice, and the rows of money and posts that fit it. */
export function chosen(
  { commissions, bodies }: Pick<CommissionFacts, 'commissions' | 'bodies'>,
  query: CommissionQuery,
  today: CivilDate,
): { readonly commissions: readonly Commission[]; readonly rows: readonly MoneyRow[] } {
  const { lage, brist, ar, betalare, fond, sok, forslag } = query;
  const words = sok?.toLocaleLowerCase('sv');
  const first = commissions.filter((one) => {
    if (lage && commissionState(one, today) !== lage) return false;
    if (forslag === 'nej' && !one.decided) return false;
    if (brist) {
      const faults: readonly string[] = faultsOf(one, today);
      if (brist === 'nagon' ? faults.length === 0 : !faults.includes(brist)) return false;
    }
    return !words || `${one.what} ${one.who}`.toLocaleLowerCase('sv').includes(words);
  });
  const fits = (asked: string | undefined, value: string | number | null) =>
    asked === undefined || (asked === lacking ? value === null : String(value) === asked);
  const rows = moneyRows(first, bodies).filter(
    (row) => fits(ar, row.year) && fits(betalare, row.payerKey) && fits(fond, row.fundId),
  );
  if (!ar && !betalare && !fond) return { commissions: first, rows };
  const ids = new Set(rows.map(({ commissionId }) => commissionId));
  return { commissions: first.filter(({ id }) => ids.has(id)), rows };
}

/** The address of a list with a choice; an empty choice is left out. */
export function withQuery(path: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const entries = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  return entries.length === 0
    ? path
    : `${path}?${new URLSearchParams(entries.map(([name, value]) => [name, String(value)]))}`;
}
