export * from './indicator.ts';
export * from './indicator-reader.ts';
export * from './record-indicator-value.ts';
export * from './record-population-change.ts';
