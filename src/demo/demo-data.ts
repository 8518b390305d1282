import type { CivilDate } from '../kernel/civil-date.ts';

/**
 * The shape in which the demonstration region is written down. Everything in it is invented: names, bodies, wording and figures. Its shape
 * follows real papers, so that every kind of answer and every turn of a thread occurs at least once. `load-demo.ts` turns it into records
 * through the domain's own verbs, so that example data cannot break a rule that the product keeps.
 */
export type DemoYear = {
  readonly year: number;
  readonly planTitle: string;
  readonly adoptedOn: CivilDate;
  readonly groups: readonly DemoGroup[];
  readonly meetings: readonly DemoMeeting[];
  readonly decisions: readonly DemoDecision[];
  readonly assessments: readonly DemoAssessment[];
  readonly positions: readonly DemoPosition[];
  readonly reports: readonly DemoReport[];
  readonly budgetInput?: DemoBudgetInput;
};

/** A heading of the plan with the bodies that the assignments under it are addressed to. */
export type DemoGroup = {
  readonly heading: string;
  readonly performer: string;
  readonly consulted?: readonly string[];
  readonly assignments: readonly DemoAssignment[];
};

export type DemoAssignment = {
  readonly number: number;
  readonly text: string;
  readonly monitors?: readonly string[];
  readonly goal?: string;
  readonly due?: CivilDate;
  /** `2024:3`: the earlier assignment that this one continues. */
  readonly predecessor?: string;
  readonly refersTo?: readonly string[];
};

export type DemoMeeting = {
  readonly body: string;
  readonly date: CivilDate;
  readonly kind?: 'meeting' | 'studyVisit' | 'jointMeeting';
  readonly time?: readonly [string, string];
  readonly place?: string;
  readonly mode?: 'inPerson' | 'digital' | 'hybrid';
  readonly held?: boolean;
  readonly items: readonly DemoItem[];
};

export type DemoItem = {
  readonly title: string;
  readonly category?: 'decision' | 'information' | 'inDepth' | 'theme' | 'formal';
  readonly presenters?: readonly string[];
  readonly assignments?: readonly number[];
  readonly matter?: string;
  readonly summary?: string;
};

export type DemoDecision = {
  readonly body: string;
  readonly date: CivilDate;
  readonly title: string;
  readonly clauses: readonly string[];
  readonly assignments: readonly number[];
  /** The agenda item at which it was made, by title; left out for a decision that is known only by hearsay. */
  readonly item?: string;
};

export type DemoAssessment = {
  readonly number: number;
  readonly period: 'interim' | 'annual';
  readonly status: string;
  readonly text: string;
  /** The day on which the performer then thought that it would be done. */
  readonly forecastOn?: string;
};
export type DemoPosition = {
  readonly number: number;
  readonly body: string;
  readonly answerType: string;
  readonly text: string;
};
export type DemoReport = {
  readonly body: string;
  readonly foreword: string;
  readonly closing: string;
  /** How far it has come; an approved report names the meeting item that approved it. */
  readonly state: 'draft' | 'ready' | 'delivered';
  readonly approvedAt?: { readonly date: CivilDate; readonly item: string };
  readonly deliveredOn?: CivilDate;
  /** Sentences that somebody has added to drafted answers by hand, by the number of the assignment. */
  readonly added?: readonly { readonly number: number; readonly sentence: string }[];
};
export type DemoBudgetInput = {
  readonly body: string;
  readonly forYear: number;
  readonly datedOn: CivilDate;
  readonly title: string;
  readonly points: readonly { readonly text: string; readonly takenUpBy?: string }[];
};
