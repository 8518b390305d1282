/** The door of work: what each person has to do, gathered from all nouns, and what they arrange around it. */
export * from './delegation-transitions.ts';
export * from './work.ts';
export * from './work-kinds.ts';
export { findWork, workOf } from './work-reader.ts';
