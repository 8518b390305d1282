import type { Reading, ReadProblem } from '../../../../documents/tree/recognise.ts';
import type { ProposedRecord } from '../recognisers.ts';

export function checkBundle(
  _readings: readonly Reading[],
  _records: readonly ProposedRecord[],
): readonly ReadProblem[] {
  return [];
}
