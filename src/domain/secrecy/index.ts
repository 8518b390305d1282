export { type LiftMark, liftMark } from './lift-mark.ts';
export { markField } from './mark-field.ts';
export * from './markable-fields.ts';
export * from './provisions.ts';
export * from './secrecy-levels.ts';
export * from './secrecy-mark.ts';
export * from './secrecy-mark-reader.ts';
export { highestOf, type RecordRef, type Secrecy, secrecyOf } from './secrecy-reader.ts';
export * from './visible.ts';
