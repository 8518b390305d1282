export * from './activity-plan.ts';
export * from './activity-plan-document.ts';
export * from './activity-plan-reader.ts';
export * from './activity-plan-version.ts';
export * from './add-objective.ts';
export * from './add-to-activity-plan.ts';
export { type BringOverUntaken, bringOverUntaken, earlierPlanOf } from './bring-over-untaken.ts';
export {
  type ChangePlanPoint,
  type CreateActivityPlan,
  changeFocusArea,
  changePlanPoint,
  createActivityPlan,
  removePlanLine,
} from './change-activity-plan.ts';
export * from './change-plan.ts';
export {
  type ChangePlannedItem,
  changePlannedItem,
  type MovePlannedItem,
  movePlannedItem,
} from './change-planned-item.ts';
export * from './confirm-copied.ts';
export * from './continue-activity-plan.ts';
export * from './create-plan.ts';
export * from './explain-untaken.ts';
export {
  focusAreaImport,
  type ProposedFocusArea,
  type ProposedPlanPoint,
  planPointImport,
} from './focus-area-import.ts';
export * from './keep-activity-plan-version.ts';
export * from './plan.ts';
export { type PlanCategory, type ProposedPlanActivity, planActivityImport } from './plan-activity-import.ts';
export { changeDay, type DayFields, planDay, removeDay } from './plan-day.ts';
export * from './plan-proposal-transitions.ts';
export * from './plan-reader.ts';
export * from './plan-transitions.ts';
export * from './propose-dates.ts';
export * from './settle-proposal.ts';
export type { GivenSlot } from './slot-writer.ts';
export * from './undo-planned-activity.ts';
