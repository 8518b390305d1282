import type { DateColumn, RecordRow, TenantRow, VersionedRow } from './columns.ts';

/** What has to be done because of a decision, until the body closes it (verkställighet, beslutsuppföljning). */
export type DecisionTaskRow = VersionedRow & {
  decision_id: string;
  body_id: string;
  /** The att-clause it follows from, 1 for the first; null when it follows from the decision as a whole. */
  clause_position: number | null;
  task: string;
  responsible: string | null;
  responsible_body_id: string | null;
  due_on: DateColumn | null;
  status: string;
};

/** A change of status, with the item of the meeting where it was told or decided. */
export type DecisionTaskChangeRow = RecordRow & {
  decision_task_id: string;
  from_status: string | null;
  to_status: string;
  changed_on: DateColumn;
  agenda_item_id: string | null;
  note: string | null;
  told_at: Date;
  told_by: string;
};

/** A record of the register that a decision made or changed. */
export type DecisionEffectRow = TenantRow & { decision_id: string; noun: string; record_id: string; kind: string };

export type ExecutionTables = {
  decision_task: DecisionTaskRow;
  decision_task_change: DecisionTaskChangeRow;
  decision_effect: DecisionEffectRow;
};
