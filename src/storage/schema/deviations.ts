import type { DateColumn, RecordRow, VersionedRow } from './columns.ts';

/** What did not work between principals, without anything that points a person out. `leave_rule` is the rule that held when it was reported. */
export type DeviationRow = VersionedRow & {
  year: number;
  number: number;
  form_version: number;
  from_body_id: string;
  to_body_id: string | null;
  external_party: string;
  reporter_function: string;
  unit: string;
  relation: string;
  level: string;
  kind: string;
  chain_step: string;
  on_leave: string;
  leave_rule: string | null;
  starts_on: DateColumn;
  ends_on: DateColumn | null;
  description: string;
  own_system: string;
  reported_on: DateColumn;
  acknowledged: boolean;
  improvement_work_id: string | null;
  state: string;
};

/** What somebody did with a deviation: final as it stands. */
export type DeviationStepRow = RecordRow & {
  deviation_id: string;
  number: number;
  action: string;
  state: string;
  note: string;
  done_by: string;
  done_on: DateColumn;
};

/** A function that was asked what it thinks of a deviation. */
export type DeviationCommentRow = VersionedRow & {
  deviation_id: string;
  deviation_function_id: string;
  question: string;
  asked_on: DateColumn;
  answer: string;
  answered_on: DateColumn | null;
};

/** The function that a principal has pointed out for an area: a kind of deviation, or `all`. */
export type DeviationFunctionRow = VersionedRow & {
  body_id: string;
  area: string;
  title: string;
  mailbox: string;
  ended_on: DateColumn | null;
};

/** Who reports when somebody is on leave, from a day on. */
export type DeviationLeaveRuleRow = VersionedRow & {
  rule: string;
  motive: string;
  valid_from: DateColumn;
  set_by: string;
};

/** Where the form is tried before it is taken into use. */
export type DeviationPilotSiteRow = VersionedRow & {
  body_id: string;
  site: string;
  starts_on: DateColumn;
  ends_on: DateColumn | null;
  note: string;
};

/** Work to make a kind of deviation come back less often. */
export type ImprovementWorkRow = VersionedRow & {
  body_id: string;
  title: string;
  aim: string;
  state: string;
  effect: string;
  effect_on: DateColumn | null;
};

/** One thing that is done in an improvement, by whom and by when. */
export type ImprovementActionRow = VersionedRow & {
  improvement_work_id: string;
  number: number;
  what: string;
  body_id: string;
  responsible_function: string;
  due_on: DateColumn;
  done_on: DateColumn | null;
};

export type DeviationsTables = {
  deviation: DeviationRow;
  deviation_step: DeviationStepRow;
  deviation_comment: DeviationCommentRow;
  deviation_function: DeviationFunctionRow;
  deviation_leave_rule: DeviationLeaveRuleRow;
  deviation_pilot_site: DeviationPilotSiteRow;
  improvement_work: ImprovementWorkRow;
  improvement_action: ImprovementActionRow;
};
