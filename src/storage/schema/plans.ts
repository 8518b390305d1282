import type { DateColumn, RecordRow, VersionedRow } from './columns.ts';

/** The operational plan (verksamhetsplan) of a year, in which its owner gives assignments. */
export type PlanRow = VersionedRow & {
  year: number;
  title: string;
  owner_body_id: string;
  state: string;
  adopted_on: DateColumn | null;
};

/** A numbered objective of the plan ("3.1.3 Att förbättra …") under one of the plan's own perspectives. */
export type PlanObjectiveRow = RecordRow & {
  plan_id: string;
  position: number;
  perspective: string;
  number: string | null;
  objective: string;
};

export type PlansTables = { plan: PlanRow; plan_objective: PlanObjectiveRow };
