import type { Answer, AnswerValue, Question } from '../../forms/index.ts';
import { emptyValue } from '../../forms/index.ts';
import { type DraftSource, type EvidenceLink, type SourceKey, sourceKeyText } from './draft-source.ts';

/** A passage that an answer can be given, with the source that it is taken from and what proves it. */
export type DraftPassage = SourceKey & { readonly text: string; readonly evidence: readonly EvidenceLink[] };

/**
 * What the register has for an answer. A row means: this much can be taken over by a press; it does *not* mean that anything has been answered. A
 * yes is suggested with its reason and never set by itself, a number only from a value of the very time that is asked about.
 */
export type AnswerDraft = {
  readonly suggested: {
    readonly value: AnswerValue;
    readonly because: string;
    readonly evidence: readonly EvidenceLink[];
  } | null;
  readonly passages: readonly DraftPassage[];
  /** Where passages go: into the answer itself, into the comment beside it, or nowhere, when they only help who answers. */
  readonly into: 'text' | 'comment' | 'nowhere';
};

/** The order in which sources speak: why, what was given, what was decided and agreed, what was ordered and delivered, how much it came to. */
const order = [
  'goal',
  'decision',
  'agreement',
  'assignment',
  'commission',
  'project',
  'deliverable',
  'indicator',
  'reportEntry',
  'question',
] as const satisfies readonly SourceKey['kind'][];

/** Drafts the answer to one question from the sources it is bound to. Pure: the same sources give the same draft; without sources there is none. */
export function draftAnswerTo(
  question: Pick<Question, 'answer' | 'commentLabel'>,
  sources: readonly DraftSource[],
): AnswerDraft | null {
  const inOrder = sources
    .filter(({ secret }) => !secret)
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const passages = inOrder
    .filter(({ passage }) => passage !== '')
    .map(({ kind, ref, passage, evidence }) => ({ kind, ref, text: passage, evidence }));
  const suggested = suggestedValue(question, inOrder);
  if (passages.length === 0 && suggested === null) return null;
  const into = question.answer.kind === 'text' ? 'text' : question.commentLabel === null ? 'nowhere' : 'comment';
  return { suggested, passages, into };
}

function suggestedValue(
  { answer }: Pick<Question, 'answer'>,
  sources: readonly DraftSource[],
): AnswerDraft['suggested'] {
  if (answer.kind === 'yesNo') {
    const speaking = sources.filter(({ speaksForYes }) => speaksForYes !== null && speaksForYes !== '');
    const [first] = speaking;
    return first
      ? {
          value: { kind: 'choice', option: 'yes', specify: null },
          because: first.speaksForYes!,
          evidence: speaking.flatMap(({ evidence }) => evidence),
        }
      : null;
  }
  if (answer.kind !== 'percent' && answer.kind !== 'count') return null;
  const fitting = sources.filter(({ value }) => value?.unit === answer.kind);
  const [first] = fitting;
  // Two series that say different things are for a person to choose between.
  if (!first || fitting.some(({ value }) => value!.number !== first.value!.number)) return null;
  return {
    value: { kind: 'number', number: first.value!.number, cannotState: false },
    because: first.passage,
    evidence: first.evidence,
  };
}

/** What of a draft is taken over: the suggested value, and some or all of its passages. */
export type TakeOver = { readonly value: boolean; readonly passages: readonly SourceKey[] };

/** The answer with what is taken over; what was written before stays, and what stands there already is not written twice. */
export function withDraft(
  question: Pick<Question, 'answer'>,
  before: Answer | undefined,
  draft: AnswerDraft,
  take: TakeOver,
): Answer {
  const wanted = new Set(take.passages.map(sourceKeyText));
  const texts = draft.passages.filter((one) => wanted.has(sourceKeyText(one))).map(({ text }) => text);
  const value = (take.value && draft.suggested?.value) || before?.value || emptyValue(question.answer);
  const comment = before?.comment ?? null;
  if (draft.into === 'text' && value.kind === 'text')
    return { value: { kind: 'text', text: joined(value.text, texts) }, comment };
  return { value, comment: draft.into === 'comment' ? joined(comment ?? '', texts) || null : comment };
}

/** A text with some passages after it, each on a line of its own. */
export function joined(text: string, passages: readonly string[]): string {
  const added = passages.filter((passage) => !holdsPassage(text, passage));
  return added.length === 0 ? text : [text.trim(), ...added].filter((part) => part !== '').join('\n\n');
}

/** Whether a passage stands in a text as it was taken, white space aside. */
export function holdsPassage(text: string, passage: string): boolean {
  const plain = (words: string) => words.normalize('NFC').replace(/\s+/gu, ' ').trim();
  return plain(passage) !== '' && plain(text).includes(plain(passage));
}
