export * from './deliverable.ts';
export { deliverableImport, type ProposedDeliverable } from './deliverable-import.ts';
export * from './deliverable-reader.ts';
export {
  addProjectAlias,
  changeProject,
  type PhaseTelling,
  type ProjectFields,
  recordReadProject,
  startProject,
} from './keep-project.ts';
export * from './keep-project-part.ts';
export { changeDeliverable, finishDeliverable, moveDeliverable } from './move-deliverable.ts';
export * from './move-project.ts';
export * from './partial-day.ts';
export * from './project.ts';
export * from './project-document.ts';
export { type ProposedProject, projectImport } from './project-import.ts';
export { nameLikeness, projectNameKey } from './project-name.ts';
export type { CountFields, PartFields, PartKind, PointFields, RoleFields, SiteFields } from './project-part.ts';
export * from './project-reader.ts';
export * from './project-release.ts';
export * from './project-story.ts';
export * from './project-transitions.ts';
export * from './record-deliverable.ts';
