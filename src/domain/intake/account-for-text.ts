import type { ReadProblem } from '../../documents/tree/recognise.ts';
import type { IntakeFile } from './intake-file.ts';
import type { Place, Proposal } from './proposal.ts';

type Stretch = Pick<Place, 'start' | 'end'>;

/** Where every character of a file went: read as proposals, without place, furniture of the page. `lost` is 0, or something is wrong with the reading. */
export type TextAccount = {
  readonly total: number;
  readonly recognised: number;
  readonly unplaced: number;
  readonly furniture: number;
  readonly lost: number;
};

/**
 * Counts the characters of a file's text by what became of them, each from its own source: the passages of the proposals, the text without place and
 * the furniture. That they add up to the whole is thereby checked and not assumed.
 */
export function accountForText(
  length: number,
  file: Pick<IntakeFile, 'unplaced' | 'furniture'>,
  proposals: readonly Pick<Proposal, 'source' | 'alsoAt'>[],
): TextAccount {
  const read = proposals.flatMap(({ source, alsoAt }): readonly Stretch[] => [source, ...alsoAt]);
  const recognised = covered(read);
  const unplaced = covered(file.unplaced);
  const furniture = covered(file.furniture);
  const all = covered([...read, ...file.unplaced, ...file.furniture]);
  return { total: length, recognised, unplaced, furniture, lost: length - all };
}

/** What the reading remarked on the passages of a proposal. */
export function remarksOn(
  { source, alsoAt }: Pick<Proposal, 'source' | 'alsoAt'>,
  problems: readonly ReadProblem[],
): readonly ReadProblem[] {
  return problems.filter(
    ({ source: place }) => place && [source, ...alsoAt].some((one) => one.start < place.end && place.start < one.end),
  );
}

/** The length of the union of stretches. */
function covered(stretches: readonly Stretch[]): number {
  let sum = 0;
  let reached = 0;
  for (const { start, end } of stretches.toSorted((a, b) => a.start - b.start)) {
    sum += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return sum;
}
