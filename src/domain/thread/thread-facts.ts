import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Localized } from '../../kernel/language.ts';
import type { DatePrecision } from '../decisions/index.ts';
import type { RecordStep } from './record-thread.ts';
import type { StepSource, ThreadSubject } from './thread.ts';

/** All that the register knows about one assignment and those before and after it: what a thread is assembled from. */
export type ThreadFacts = {
  readonly today: CivilDate;
  readonly subject: ThreadSubject & { readonly sources: readonly StepSource[] };
  readonly goals: readonly GoalFact[];
  readonly relatives: readonly RelativeFact[];
  readonly decisions: readonly DecisionFact[];
  readonly items: readonly ItemFact[];
  readonly assessments: readonly AssessmentFact[];
  readonly positions: readonly PositionFact[];
  readonly entries: readonly EntryFact[];
  readonly points: readonly PointFact[];
  /** What else the line hangs together with: questions of returns, items of other bodies, points of plans. */
  readonly connected: readonly RecordStep[];
};

/** What has its own record and its passages in documents. */
type Fact = { readonly id: string; readonly sources: readonly StepSource[] };

export type GoalFact = Fact & {
  readonly heading: string;
  readonly documentTitle: string;
  readonly adoptedOn: CivilDate | null;
};

/** An assignment of another year in the same line; `proposedBecause` when the link awaits a person's confirmation. */
export type RelativeFact = Fact & {
  readonly direction: 'predecessor' | 'successor';
  readonly ref: string;
  readonly year: number;
  readonly title: string;
  readonly proposedBecause?: string;
};

export type DecisionFact = Fact & {
  readonly title: string;
  readonly bodyName: string;
  readonly decidedOn: CivilDate | null;
  readonly precision: DatePrecision;
  readonly clauses: readonly string[];
  /** Whether the decision stands in an item of a meeting in the register; otherwise it is known only because another text mentions it. */
  readonly inMeeting: boolean;
};

/** An agenda item that dealt with an assignment of the line, in its meeting. */
export type ItemFact = Fact & {
  /** The assignment of the line that it dealt with. */
  readonly assignmentId: string;
  readonly meetingId: string;
  readonly kind: string;
  readonly planned: boolean;
  readonly heldOn: CivilDate;
  readonly bodyName: string;
  readonly title: string;
  readonly number: string | null;
};

export type AssessmentFact = Fact & {
  readonly year: number;
  readonly periodName: string;
  readonly endsOn: CivilDate;
  readonly bodyName: string | null;
  /** The label of the status in both languages. */
  readonly status: { readonly sv: string; readonly en: string };
  readonly statusPhrase: string | null;
  readonly text: string;
};

/** How a body stands to the assignment when no meeting tells it. */
export type PositionFact = Fact & {
  readonly year: number;
  readonly bodyName: string;
  readonly label: { readonly sv: string; readonly en: string };
  readonly text: string;
};

/** One answer of a report-back. */
export type EntryFact = Fact & {
  readonly assignmentId: string;
  readonly reportId: string;
  readonly reportTitle: string;
  readonly bodyName: string;
  readonly year: number;
  readonly dated: CivilDate | null;
  readonly answer: { readonly sv: string; readonly en: string };
  readonly text: string;
};

/** A point of a body's input that led to this assignment or to one of its line, or is about one. */
export type PointFact = Fact & {
  readonly inputTitle: string;
  readonly bodyName: string;
  readonly forYear: number;
  readonly datedOn: CivilDate | null;
  readonly number: number;
  readonly text: string;
  /** What the plan answered to a point that did not lead to the line itself; null while nobody has. */
  readonly outcome: Localized | null;
  /** The assignments beyond the line that it became, by reference and title. */
  readonly became: readonly string[];
};
