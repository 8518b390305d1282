import type { Id } from '../../kernel/id.ts';

/** A form that an authority answered and sent in (NAT-01), such as the national return of a year. */
export type FormReturn = {
  readonly id: Id<'formReturn'>;
  readonly version: number;
  readonly title: string;
  readonly organisation: string | null;
  readonly year: number;
  readonly answers: readonly FormAnswer[];
};

/** A question as it was put, and its answer (NAT-04…16). */
export type FormAnswer = {
  readonly id: Id<'formAnswer'>;
  readonly version: number;
  /** "1a", "29": the number as the form prints it, without spaces. */
  readonly number: string;
  readonly section: string | null;
  readonly question: string;
  readonly kind: string;
  readonly options: readonly string[];
  readonly matrix: readonly Readonly<Record<string, unknown>>[] | null;
  readonly condition: Readonly<Record<string, unknown>> | null;
  /** What else the form shows: ticks with how each was read, a figure with its day, comment, attachment to send. */
  readonly details: Readonly<Record<string, unknown>> | null;
  /** Null when nothing was answered, or when the tick cannot be read: unknown is never No (NAT-22). */
  readonly answer: string | null;
  /** 0 to 1: how surely the answer was read. */
  readonly certainty: number | null;
  readonly inferredFrom: string | null;
};
