import type { Id } from '../../kernel/id.ts';

/** Who was at a meeting and who was not, as its minutes print it (MTG, BOD): a struck name was absent. */
export type Attendance = {
  readonly id: Id<'attendance'>;
  readonly name: string;
  readonly organisation: string | null;
  readonly party: string | null;
  readonly role: string | null;
  readonly present: boolean;
};
