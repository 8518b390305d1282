export * from './add-objective.ts';
export * from './change-plan.ts';
export * from './create-plan.ts';
export * from './plan.ts';
export * from './plan-reader.ts';
export * from './plan-transitions.ts';
