import type { Assignment } from '../assignments/index.ts';
import type { Assessment } from './assessment.ts';

/** An assignment as far as the rules of who speaks for it need it. */
export type Performed = Pick<Assignment, 'id' | 'parties'>;

/** The performer that composes the joint text of an assignment: the first that is named. */
export function coordinatorOf({ parties }: Pick<Performed, 'parties'>): Assignment['parties'][number] | undefined {
  return parties.find(({ role }) => role === 'performer');
}

/**
 * The assessment that speaks for the whole assignment, which reports quote: of the latest period among those given, the text of the performer
 * that coordinates, or of the next one in order; otherwise one that names no author, because it was read from a printed report; otherwise
 * one that somebody wrote unasked. What a unit contributed to a performer's text never speaks for the whole.
 */
export function mainAssessmentOf(assignment: Performed, assessments: readonly Assessment[]): Assessment | undefined {
  const whole = assessments.filter((one) => one.assignmentId === assignment.id && one.partOfBodyId === null);
  const last = whole.reduce<string | undefined>(
    (latest, { period }) => (latest === undefined || period.endsOn > latest ? period.endsOn : latest),
    undefined,
  );
  const performers = assignment.parties.filter(({ role }) => role === 'performer').map(({ bodyId }) => bodyId);
  const rank = ({ body }: Assessment) => {
    const place = body === null ? -1 : performers.indexOf(body.id);
    if (place >= 0) return place;
    return performers.length + (body === null ? 0 : 1);
  };
  const idOf = ({ body }: Assessment) => body?.id ?? '';
  return whole
    .filter(({ period }) => period.endsOn === last)
    .toSorted((a, b) => rank(a) - rank(b) || (idOf(a) < idOf(b) ? -1 : 1))[0];
}
