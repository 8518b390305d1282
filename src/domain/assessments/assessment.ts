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
  /** The performer whose joint text this is a contribution to; null when it speaks for the whole assignment. */
  readonly partOfBodyId: Id<'body'> | null;
  /** The earlier period whose text was carried over into this one, and who has said that it still holds; null when somebody wrote it. */
  readonly carried: CarriedText | null;
};

/** Where a text came from that was carried over and not changed since ("Överförd från delår 2025, inte ändrad"). */
export type CarriedText = {
  readonly fromId: Id<'assessment'>;
  readonly fromVersion: number;
  readonly periodName: string;
  /** Null until a person has confirmed it: until then it is marked wherever it is shown, and cannot be marked ready. */
  readonly confirmedBy: string | null;
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
  /** Null in a version written before forecasts were kept, or without one. */
  readonly forecastOn: CivilDate | null;
  /** Whether this wording was carried over and nobody had confirmed it. */
  readonly carried: boolean;
};

/** One year of the status strip: the status of the latest period of the year, or null when nothing is known. */
export type StripYear = {
  readonly year: number;
  readonly status: AssessmentStatus | null;
  readonly periodName: string | null;
};
