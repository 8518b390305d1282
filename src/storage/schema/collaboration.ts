import type { Generated } from 'kysely';
import type { VersionedRow } from './columns.ts';

/** What is to be delivered, when it was due, and to when it was moved. Days or months as printed: `YYYY-MM-DD` or `YYYY-MM`. */
export type DeliverableRow = VersionedRow & {
  what: string;
  project: string | null;
  due_on: string | null;
  /** The day after the last move; every move stands in `deliverable_move`. */
  moved_to: string | null;
  agenda_item_id: string | null;
  project_id: string | null;
  responsible: Generated<string>;
  done_on: string | null;
};

export type CollaborationTables = {
  deliverable: DeliverableRow;
};
