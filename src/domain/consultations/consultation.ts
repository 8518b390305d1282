import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';

/** A question that was sent out for comments (remiss, CON-01), with what came back. */
export type Consultation = {
  readonly id: Id<'consultation'>;
  readonly version: number;
  readonly title: string;
  readonly responses: readonly ConsultationResponse[];
};

/** What one respondent answered (CON-03…07). */
export type ConsultationResponse = {
  readonly id: Id<'consultationResponse'>;
  readonly version: number;
  readonly respondent: string;
  readonly receivedOn: CivilDate | null;
  /** Who wrote the answer, where the table says so. */
  readonly sender: string | null;
  readonly stance: string | null;
  readonly comment: string | null;
};
