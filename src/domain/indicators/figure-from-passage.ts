import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { rememberSource } from '../matters/index.ts';
import { type RecordedValue, type RecordIndicatorValue, recordIndicatorValue } from './record-indicator-value.ts';

/** Words of a document: where they begin and end in its text, and their line. */
export type FigurePassage = {
  readonly documentId: Id<'document'>;
  readonly start: number;
  readonly end: number;
  readonly line: number;
};

/** The rule under which a passage is kept that a person pointed out. */
export const pointedOut = 'pointed-out-by-hand';

/** Makes a figure of words that a person pointed out in a document (list B): a told value that keeps its passage. */
export async function recordFigureFromPassage(
  w: Writer<'indicator.edit'>,
  { passage, ...figure }: RecordIndicatorValue & { readonly passage: FigurePassage },
): Promise<RecordedValue> {
  const recorded = await recordIndicatorValue(w, figure);
  await rememberSource(w, {
    noun: 'indicatorValue',
    recordId: recorded.valueId,
    ...passage,
    rule: pointedOut,
    confidence: 1,
  });
  return recorded;
}
