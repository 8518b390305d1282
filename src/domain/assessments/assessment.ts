import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { AssessmentStatus } from './assessment-status.ts';
import type { Period } from './period.ts';

/** What the performer says about an assignment at the end of a period (lägesbild). Its earlier versions are kept for who quotes them. */
export type Assessment = {
  readonly id: Id<'assessment'>;
  readonly version: number;
  readonly assignmentId: Id<'assignment'>;
  readonly period: Period;
  /** Who says it; null when the source does not tell. */
  readonly body: { readonly id: Id<'body'>; readonly name: string } | null;
  readonly status: AssessmentStatus;
  readonly statusPhrase: string | null;
  readonly text: string;
  readonly forecastOn: CivilDate | null;
};

/** One version of an assessment as it once stood. */
export type AssessmentVersion = {
  readonly assessmentId: Id<'assessment'>;
  readonly version: number;
  readonly status: AssessmentStatus;
  readonly statusPhrase: string | null;
  readonly text: string;
  readonly writtenAt: Date;
  readonly writtenBy: string;
};

/** One year of the status strip: the status of the latest period of the year, or null when nothing is known. */
export type StripYear = {
  readonly year: number;
  readonly status: AssessmentStatus | null;
  readonly periodName: string | null;
};
