import type { Commission } from '../../../domain/commissions/index.ts';

/** What the parts of a commission come to in one currency, beside the sum that the source names without saying who pays. */
export type MoneySum = { readonly currency: string; readonly parts: number | null; readonly named: readonly number[] };

/** The sums of a commission by currency, in the order in which the source names them. */
export function moneySums({ amounts }: Pick<Commission, 'amounts'>): readonly MoneySum[] {
  return [...Map.groupBy(amounts, ({ currency }) => currency)].map(([currency, own]) => {
    const parts = own.filter(({ payer }) => payer !== null);
    return {
      currency,
      parts: parts.length > 0 ? parts.reduce((sum, { value }) => sum + value, 0) : null,
      named: own.filter(({ payer }) => payer === null).map(({ value }) => value),
    };
  });
}

/** The posts that the payers pay together; null when the source does not share them out. */
export function sharedPosts({ shares }: Pick<Commission, 'shares'>): number | null {
  if (shares.length === 0) return null;
  // Posts are told in hundredths; the sum of 0.1 and 0.2 is 0.3.
  return shares.reduce((sum, { fte }) => sum + Math.round(fte * 100), 0) / 100;
}
