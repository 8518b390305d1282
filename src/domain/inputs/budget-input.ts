import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';

/** Input (inspel) of a body to the plan and budget of a year: its numbered points, and which assignment took each of them up (BUD-01…04). */
export type BudgetInput = {
  readonly id: Id<'budgetInput'>;
  readonly version: number;
  readonly body: { readonly id: Id<'body'>; readonly name: string };
  readonly forYear: number;
  readonly datedOn: CivilDate | null;
  readonly title: string;
  readonly points: readonly BudgetInputPoint[];
};

/** One point. Null in `takenUpBy` means that nobody has said what became of it, not that it was refused. */
export type BudgetInputPoint = {
  readonly id: Id<'budgetInputPoint'>;
  readonly number: number;
  readonly text: string;
  readonly takenUpBy: {
    readonly id: Id<'assignment'>;
    readonly year: number;
    readonly number: number | null;
    readonly title: string;
  } | null;
};
