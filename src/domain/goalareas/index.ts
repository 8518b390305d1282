export { listAreaCandidates } from './area-record-reader.ts';
export * from './goal-area.ts';
export * from './goal-area-document.ts';
export * from './goal-area-reader.ts';
export { releasedGoalArea } from './goal-area-release.ts';
export * from './keep-goal-area.ts';
