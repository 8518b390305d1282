import type { Localized } from '../../kernel/language.ts';

type Table =
  | 'activity_plan'
  | 'activity_plan_version'
  | 'agreement'
  | 'commission'
  | 'fund'
  | 'connection'
  | 'consultation'
  | 'consultation_response'
  | 'deliverable'
  | 'disqualification'
  | 'focus_area'
  | 'form_answer'
  | 'form_return'
  | 'indicator'
  | 'indicator_value'
  | 'meeting_attendance'
  | 'meeting_event'
  | 'plan_point'
  | 'project'
  | 'project_count'
  | 'project_phase'
  | 'project_role'
  | 'project_site'
  | 'planned_activity'
  | 'planned_day'
  | 'population_change'
  | 'agenda_item'
  | 'agenda_item_assignment'
  | 'assessment'
  | 'assignment'
  | 'assignment_goal'
  | 'assignment_link'
  | 'assignment_position'
  | 'body_alias'
  | 'budget_input'
  | 'budget_input_point'
  | 'input_point_assignment'
  | 'decision'
  | 'decision_assignment'
  | 'evidence'
  | 'goal'
  | 'meeting'
  | 'report_entry'
  | 'seat';

/** What builds on a record, as the answer to the person calls it. */
export const dependentNames = {
  agendaItems: { sv: 'ärendepunkter', en: 'agenda items' },
  decisions: { sv: 'beslut', en: 'decisions' },
  assessments: { sv: 'lägesbilder', en: 'assessments' },
  positions: { sv: 'ställningstaganden', en: 'positions' },
  reports: { sv: 'återrapporteringar', en: 'report-backs' },
  goals: { sv: 'kopplade mål', en: 'linked goals' },
  assignments: { sv: 'kopplade uppdrag', en: 'linked assignments' },
  budgetInputs: { sv: 'inspel', en: 'input to the plan' },
  evidence: { sv: 'belägg i återrapporteringar', en: 'evidence in report-backs' },
  otherPoints: { sv: 'andra punkter i inspelet', en: 'other points of the input' },
  connections: { sv: 'samband med andra poster', en: 'connections with other records' },
  activities: { sv: 'dagar och fokusområden i planen', en: 'days and focus areas of the plan' },
  planVersions: { sv: 'fastställda versioner av planen', en: 'kept versions of the plan' },
  plannedItems: {
    sv: 'planerade punkter som någon har arbetat vidare med',
    en: 'planned items that somebody has worked on',
  },
  attendance: { sv: 'närvarande', en: 'people present' },
  course: { sv: 'händelser i sammanträdet', en: 'events of the meeting' },
  collaboration: { sv: 'avtal, beställningar eller leveranser', en: 'agreements, commissions or deliverables' },
  deliverables: { sv: 'leveranser', en: 'deliverables' },
  projectParts: { sv: 'platser eller tal i projektet', en: 'sites or figures of the project' },
  responses: { sv: 'remissvar', en: 'responses' },
  values: { sv: 'mätvärden', en: 'values' },
  answers: { sv: 'svar i redovisningen', en: 'answers of the return' },
} satisfies Record<string, Localized>;

/** One way in which another record can build on one: its table, the column that points, and what it is called. */
export type Dependent = { readonly table: Table; readonly column: string; readonly name: keyof typeof dependentNames };

/**
 * The records that an undone confirmation takes away, and what may not build on them. A noun that is not here stays: bodies, people, matters, plans and
 * periods are named by others and harm nobody; reports and assessments are final and are refused by `neverRemoved`.
 */
export const removable: Readonly<Record<string, { readonly table: Table; readonly dependents: readonly Dependent[] }>> =
  {
    assignment: {
      table: 'assignment',
      dependents: [
        { table: 'agenda_item_assignment', column: 'assignment_id', name: 'agendaItems' },
        { table: 'decision_assignment', column: 'assignment_id', name: 'decisions' },
        { table: 'assessment', column: 'assignment_id', name: 'assessments' },
        { table: 'assignment_position', column: 'assignment_id', name: 'positions' },
        { table: 'report_entry', column: 'assignment_id', name: 'reports' },
        { table: 'assignment_goal', column: 'assignment_id', name: 'goals' },
        { table: 'assignment_link', column: 'from_id', name: 'assignments' },
        { table: 'assignment_link', column: 'to_id', name: 'assignments' },
        { table: 'input_point_assignment', column: 'assignment_id', name: 'budgetInputs' },
      ],
    },
    meeting: {
      table: 'meeting',
      dependents: [
        { table: 'agenda_item', column: 'meeting_id', name: 'agendaItems' },
        { table: 'meeting_attendance', column: 'meeting_id', name: 'attendance' },
      ],
    },
    agendaItem: {
      table: 'agenda_item',
      dependents: [
        { table: 'decision', column: 'agenda_item_id', name: 'decisions' },
        { table: 'agenda_item_assignment', column: 'agenda_item_id', name: 'assignments' },
        { table: 'evidence', column: 'source_id', name: 'evidence' },
        { table: 'agreement', column: 'agenda_item_id', name: 'collaboration' },
        { table: 'commission', column: 'agenda_item_id', name: 'collaboration' },
        { table: 'deliverable', column: 'agenda_item_id', name: 'collaboration' },
        { table: 'project_phase', column: 'agenda_item_id', name: 'projectParts' },
      ],
    },
    decision: {
      table: 'decision',
      dependents: [{ table: 'evidence', column: 'source_id', name: 'evidence' }],
    },
    goal: { table: 'goal', dependents: [{ table: 'assignment_goal', column: 'goal_id', name: 'assignments' }] },
    bodyAlias: { table: 'body_alias', dependents: [] },
    seat: { table: 'seat', dependents: [] },
    budgetInput: {
      table: 'budget_input',
      dependents: [{ table: 'budget_input_point', column: 'budget_input_id', name: 'otherPoints' }],
    },
    budgetInputPoint: { table: 'budget_input_point', dependents: [] },
    activityPlan: {
      table: 'activity_plan',
      dependents: [
        { table: 'activity_plan_version', column: 'activity_plan_id', name: 'planVersions' },
        { table: 'planned_day', column: 'activity_plan_id', name: 'activities' },
        { table: 'planned_activity', column: 'activity_plan_id', name: 'activities' },
        { table: 'focus_area', column: 'activity_plan_id', name: 'activities' },
        { table: 'plan_point', column: 'activity_plan_id', name: 'activities' },
      ],
    },
    plannedActivity: { table: 'planned_activity', dependents: [] },
    planPoint: { table: 'plan_point', dependents: [] },
    focusArea: { table: 'focus_area', dependents: [] },
    attendance: {
      table: 'meeting_attendance',
      dependents: [
        { table: 'meeting_event', column: 'attendance_id', name: 'course' },
        { table: 'disqualification', column: 'attendance_id', name: 'course' },
      ],
    },
    agreement: { table: 'agreement', dependents: [] },
    commission: {
      table: 'commission',
      dependents: [{ table: 'commission', column: 'extends_id', name: 'collaboration' }],
    },
    fund: { table: 'fund', dependents: [{ table: 'commission', column: 'fund_id', name: 'collaboration' }] },
    deliverable: { table: 'deliverable', dependents: [] },
    project: {
      table: 'project',
      dependents: [
        { table: 'deliverable', column: 'project_id', name: 'deliverables' },
        { table: 'project_site', column: 'project_id', name: 'projectParts' },
        { table: 'project_count', column: 'project_id', name: 'projectParts' },
      ],
    },
    projectPhase: { table: 'project_phase', dependents: [] },
    projectSite: { table: 'project_site', dependents: [] },
    projectCount: { table: 'project_count', dependents: [] },
    projectRole: { table: 'project_role', dependents: [] },
    consultation: {
      table: 'consultation',
      dependents: [{ table: 'consultation_response', column: 'consultation_id', name: 'responses' }],
    },
    consultationResponse: { table: 'consultation_response', dependents: [] },
    indicator: {
      table: 'indicator',
      dependents: [{ table: 'indicator_value', column: 'indicator_id', name: 'values' }],
    },
    indicatorValue: { table: 'indicator_value', dependents: [] },
    populationChange: { table: 'population_change', dependents: [] },
    formReturn: {
      table: 'form_return',
      dependents: [{ table: 'form_answer', column: 'form_return_id', name: 'answers' }],
    },
    formAnswer: { table: 'form_answer', dependents: [] },
    connection: { table: 'connection', dependents: [] },
  };

/** Records whose every version is kept: a confirmation that made one is corrected where the record is, not undone. */
export const neverRemoved: Readonly<Record<string, Localized>> = {
  report: { sv: 'återrapporteringen som svaret står i', en: 'the report-back that the answer stands in' },
  assessment: { sv: 'lägesbilden, vars alla versioner bevaras', en: 'the assessment, every version of which is kept' },
  assignmentPosition: { sv: 'ställningstagandet i återrapporteringen', en: 'the position in the report-back' },
};
