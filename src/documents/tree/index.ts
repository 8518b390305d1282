export * from './build.ts';
export * from './chart-data.ts';
export { chartSentence } from './chart-sentence.ts';
export { type ChartCell, type ChartTable, chartTable } from './chart-table.ts';
export { timePlace, timeWords } from './chart-time.ts';
export { type ChartWords, chartWords } from './chart-words.ts';
export * from './check.ts';
export * from './tree.ts';
export * from './walk.ts';
