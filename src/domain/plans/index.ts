export * from './activity-plan.ts';
export * from './activity-plan-reader.ts';
export * from './add-objective.ts';
export * from './add-to-activity-plan.ts';
export * from './change-plan.ts';
export * from './create-plan.ts';
export {
  focusAreaImport,
  type ProposedFocusArea,
  type ProposedPlanPoint,
  planPointImport,
} from './focus-area-import.ts';
export * from './plan.ts';
export { type PlanCategory, type ProposedPlanActivity, planActivityImport } from './plan-activity-import.ts';
export * from './plan-reader.ts';
export * from './plan-transitions.ts';
export * from './proposal-transitions.ts';
export * from './propose-dates.ts';
