import type { Proposed } from '../../documents/tree/recognise.ts';
import type { Figure } from './figures-in-text.ts';

/** A figure that a document states: what is measured, the value, and how it has changed. */
export type ProposedIndicator = Proposed<
  'indicator',
  {
    readonly name: string;
    readonly value: number;
    /** "antal", "%" or "år". */
    readonly unit: string;
    /** A day, month or year. */
    readonly asOf?: string;
    readonly change?: { readonly percent: number; readonly from?: string };
    /** Words that make the value less exact: "över", "cirka", "enligt uppskattning". */
    readonly qualifier?: string;
    /** The whole that the value is a part of, or the most it can be. */
    readonly of?: number;
    /** The upper end of a range. */
    readonly to?: number;
    /** The question of a form under which the figure stands. */
    readonly question?: string;
  }
>;

/** A figure of running text as the fields of a proposed indicator. */
export function indicatorFields({ start: _start, end: _end, confidence: _confidence, rule: _rule, ...fields }: Figure) {
  return fields;
}
