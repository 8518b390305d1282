import type { Json, RecordRow, VersionedRow } from './columns.ts';

/** The agenda as it was frozen: number 1 is the notice, the later ones are supplements. */
export type AgendaVersionRow = RecordRow & {
  meeting_id: string;
  number: number;
  kind: string;
  frozen_at: Date;
  frozen_by: string;
  content: Json<unknown>;
  content_hash: string;
};

/** What one who was called or notified answered. */
export type SummonsAnswerRow = VersionedRow & {
  meeting_call_id: string;
  answer: string;
  answered_at: Date;
  answered_through: string;
  note: string | null;
};

export type AgendaTables = { agenda_version: AgendaVersionRow; summons_answer: SummonsAnswerRow };
