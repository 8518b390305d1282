import type { Answer } from '../../forms/index.ts';
import type { PassageState } from '../answer-source-codes.ts';
import type { DraftSource, EvidenceLink, SourceKey } from './draft-source.ts';
import { holdsPassage } from './prefill-draft.ts';

/** A passage as it was taken from its source into an answer. */
export type TakenPassage = SourceKey & {
  readonly text: string;
  /** What the source said when somebody saw that it had changed and kept the passage; null when nobody has. */
  readonly seen: string | null;
  readonly reason: string | null;
  readonly takenBy: string;
  readonly takenAt: Date;
};

/** A taken passage with its state, and what the source says now where that is to be read beside it. */
export type PassageStanding = TakenPassage & {
  readonly state: PassageState;
  readonly now: string | null;
  readonly title: string;
  /** What proves what the source says; nothing for one that is gone or closed. */
  readonly evidence: readonly EvidenceLink[];
};

/** What a source says now, as it is remembered when a passage is kept: nothing for one that is gone or closed. */
export function saidNow(source: DraftSource | undefined): string {
  return source && !source.secret ? source.passage : '';
}

/** How some taken passages stand. One that a person has worded anew is that person's own, whatever becomes of the source. */
export function passageStandings(
  taken: readonly TakenPassage[],
  answer: Answer | undefined,
  sourceOf: (key: SourceKey) => DraftSource | undefined,
): readonly PassageStanding[] {
  const text = [answer?.value.kind === 'text' ? answer.value.text : '', answer?.comment ?? ''].join('\n\n');
  return taken.map((one) => {
    const source = sourceOf(one);
    const now = saidNow(source);
    const shown = { ...one, title: source?.title ?? '', evidence: source?.evidence ?? [] };
    if (source?.secret) return { ...shown, state: one.seen === '' ? 'kept' : 'secret', now: null };
    if (!holdsPassage(text, one.text)) return { ...shown, state: 'rewritten', now: null };
    if (now === one.text) return { ...shown, state: 'current', now: null };
    if (one.seen === now) return { ...shown, state: 'kept', now: now || null };
    return { ...shown, state: now === '' ? 'gone' : 'changed', now: now || null };
  });
}
