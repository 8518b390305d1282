export * from './add-goal.ts';
export * from './anchors.ts';
export * from './create-goal-document.ts';
export * from './goal.ts';
export { goalImport, type ProposedGoal } from './goal-import.ts';
export { publishedGoal } from './goal-published.ts';
export * from './goal-reader.ts';
export * from './reword-goal.ts';
