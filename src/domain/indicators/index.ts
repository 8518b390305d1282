export * from './as-of.ts';
export * from './ask-for-figures.ts';
export * from './check-claims.ts';
export * from './claim-reader.ts';
export * from './compare-places.ts';
export * from './confirm-table.ts';
export * from './correct-value.ts';
export * from './define-indicator.ts';
export * from './deliveries.ts';
export * from './delivery-reader.ts';
export * from './figure-from-passage.ts';
export * from './figure-input.ts';
export * from './figure-key.ts';
export * from './figure-table.ts';
export * from './figure-text.ts';
export { type Figure, figuresIn } from './figures-in-text.ts';
export * from './indicator.ts';
export {
  type IndicatorListed,
  type IndicatorListFilter,
  listIndicatorAreas,
  listIndicatorHeads,
} from './indicator-head-reader.ts';
export { indicatorFields, type ProposedIndicator } from './indicator-import.ts';
export { publishedIndicator } from './indicator-published.ts';
export * from './indicator-reader.ts';
export * from './keep-deliveries.ts';
export * from './keep-population-figures.ts';
export * from './keep-values.ts';
export * from './kolada.ts';
export * from './population-check.ts';
export * from './population-figures.ts';
export { type ProposedPopulationRow, populationImport, type YearCount } from './population-import.ts';
export {
  type RecordedValue,
  type RecordIndicatorValue,
  recordIndicatorValue,
} from './record-indicator-value.ts';
export * from './record-population-change.ts';
export * from './series.ts';
export * from './series-chart.ts';
export * from './series-reader.ts';
export * from './set-target.ts';
export { takeInFigures } from './take-in-figures.ts';
export { toldIndicatorImport } from './told-indicator-import.ts';
