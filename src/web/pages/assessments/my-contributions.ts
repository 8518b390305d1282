import { type Actor, authorize, may } from '../../../domain/access/index.ts';
import type { Contribution } from '../../../domain/assessments/index.ts';
import type { Id } from '../../../kernel/id.ts';

/** Whether a contribution is for the reader to write. */
export function isMine(actor: Actor | undefined, { body }: Pick<Contribution, 'body'>): boolean {
  if (!actor || !may(actor, 'assessment.write')) return false;
  const { bodies } = authorize(actor, 'assessment.write');
  return bodies === 'all' || bodies.includes(body.id);
}

/** The next contribution that the reader has to write: after the one at hand in the order of the list, and from the beginning after the last. */
export function nextOf(
  contributions: readonly Contribution[],
  actor: Actor | undefined,
  here: Id<'contribution'> | undefined,
): Contribution | undefined {
  const place = contributions.findIndex(({ id }) => id === here);
  const round = [...contributions.slice(place + 1), ...contributions.slice(0, Math.max(0, place))];
  return round.find((one) => one.state === 'asked' && one.period.state === 'open' && isMine(actor, one));
}
