import { tolerant } from '../../documents/tree/damage-tolerant.ts';
import { type Passage, slice, spanOf, trimmed } from '../../documents/tree/passage.ts';
import type { PlacedLine } from '../../documents/tree/recognise.ts';
import type { Span } from '../../documents/tree/tree.ts';
import { findPercents } from '../../kernel/swedish-amounts.ts';
import { marksOf } from './tick-marks.ts';

/** A share or a count that a form asks for, or the box that says it cannot be stated. */
export type NumberAnswer = {
  readonly kind: 'percent' | 'count';
  readonly value?: number;
  readonly printed?: string;
  readonly source?: Span;
  /** True when the box "kan inte anges" is ticked and no number stands. */
  readonly cannotState?: boolean;
  readonly after: readonly PlacedLine[];
};

const shareQuestion = new RegExp(`${tolerant('hur stor andel')}|${tolerant('ange andelen')}`, 'iu');
const countQuestion = new RegExp(
  `${tolerant('hur många')}|${tolerant('ange antalet')}|${tolerant('hur stort antal')}`,
  'iu',
);
const promptForm = new RegExp(
  `${['uppskattas', 'beräknas', 'personer', 'andelen', 'antalet', 'procent', 'andel', 'antal', 'anges', 'inte', 'ange', 'kan', 'i'].map(tolerant).join('|')}|[:%]|\\s`,
  'giu',
);

/** The number that answers a question about a share or a count; undefined for other questions. */
export function numberAnswerIn(question: string, body: readonly PlacedLine[]): NumberAnswer | undefined {
  const kind = shareQuestion.test(question) ? 'percent' : countQuestion.test(question) ? 'count' : undefined;
  if (!kind) return undefined;
  // The field is a few short lines of prompts and the number; what follows is a comment.
  const end = body.findIndex((line) => !isField(line));
  const field = end < 0 ? body : body.slice(0, end);
  if (field.length === 0) return undefined;
  const after = body.slice(field.length);
  for (const line of field) {
    const found = kind === 'percent' ? percentIn(line.words) : countIn(line.words);
    if (!found) continue;
    const source = spanOf(line.words, found.start, found.end);
    return {
      kind,
      value: found.value,
      printed: line.words.text.slice(found.start, found.end),
      ...(source && { source }),
      after,
    };
  }
  const ticked = field.some((line) => marksOf(line.words).marks.some((mark) => mark.kind === 'ticked'));
  return { kind, ...(ticked && { cannotState: true }), after };
}

function isField(line: PlacedLine): boolean {
  const { label } = marksOf(line.words);
  return label.text.replace(/[\d\s,]+%?/gu, ' ').replace(promptForm, '') === '';
}

function percentIn(words: Passage) {
  const found = findPercents(words.text)[0];
  return found && { value: found.percent, start: found.start, end: found.end };
}

function countIn(words: Passage) {
  const { label } = marksOf(words);
  const match = /(?<!\d)\d{1,3}(?:\s?\d{3})*(?!\d)/u.exec(trimmed(slice(label, 0)).text);
  if (!match) return undefined;
  const start = words.text.indexOf(match[0]);
  return { value: Number(match[0].replace(/\s/gu, '')), start, end: start + match[0].length };
}
