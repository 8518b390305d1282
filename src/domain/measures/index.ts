export * from './measure.ts';
export * from './measure-reader.ts';
export * from './measure-transitions.ts';
