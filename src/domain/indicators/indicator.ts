import type { Id } from '../../kernel/id.ts';

/** What is measured (IND-01), with every value that a text stated. */
export type Indicator = {
  readonly id: Id<'indicator'>;
  readonly version: number;
  readonly name: string;
  readonly unit: string;
  readonly values: readonly IndicatorValue[];
};

/** One value (IND-02, IND-03): the day, month or year it holds for, and the change that the text claims. */
export type IndicatorValue = {
  readonly id: Id<'indicatorValue'>;
  readonly version: number;
  readonly value: number;
  /** "över", "cirka": how the text limits the number. */
  readonly qualifier: string | null;
  readonly asOf: string | null;
  readonly changePercent: number | null;
  readonly changedFrom: string | null;
};

/** A municipality's row of a population table (IND-05). */
export type PopulationChange = {
  readonly id: Id<'populationChange'>;
  readonly version: number;
  readonly municipality: string;
  readonly ageGroup: string;
  readonly from: { readonly year: number; readonly count: number };
  readonly to: { readonly year: number; readonly count: number };
  readonly printedChange: number | null;
  readonly printedPercent: number | null;
};

/**
 * What the value must have been before, from the change in percent that the text claims: 47 254 after +138 % was 19 855 (IND-03). Undefined when no
 * change is stated or it would have been nothing at all.
 */
export function valueBefore({
  value,
  changePercent,
}: Pick<IndicatorValue, 'value' | 'changePercent'>): number | undefined {
  return changePercent === null || changePercent <= -100 ? undefined : value / (1 + changePercent / 100);
}
