import type { JudgedWarning } from '../answer-warning.ts';
import type { DraftSource, SourceKey } from './draft-source.ts';
import type { LastYear } from './last-year.ts';
import type { AnswerDraft } from './prefill-draft.ts';
import type { ProposalReason } from './proposed-sources.ts';
import type { MethodStatement } from './report-basis-reader.ts';
import type { PassageStanding } from './taken-passage.ts';

/** A source that is proposed for a question, with what it would give and why it is proposed. */
export type ProposedAid = DraftSource & { readonly because: ProposalReason };

/**
 * What stands beside a question of a return for who answers it: what the register has, what was answered last year, and what does not go together.
 * Nothing of it is an answer until a person takes it over.
 */
export type AnswerAid = {
  readonly question: string;
  readonly bound: readonly DraftSource[];
  /** Sources that somebody bound and that are no longer in the register. */
  readonly missing: readonly SourceKey[];
  readonly proposed: readonly ProposedAid[];
  readonly draft: AnswerDraft | null;
  readonly passages: readonly PassageStanding[];
  readonly lastYear: LastYear | null;
  /** Whether the question wants to be told if the figure was counted as last year, and what has been said of that; null where it does not. */
  readonly method: { readonly year: number; readonly said: MethodStatement | null } | null;
  /** The questions whose answers quote this one. */
  readonly quotedIn: readonly string[];
  readonly warnings: readonly JudgedWarning[];
};

/** All remarks on a return, the grave ones first, each group in the order of the form. */
export function allWarnings(aids: ReadonlyMap<string, AnswerAid>): readonly JudgedWarning[] {
  const all = [...aids.values()].flatMap(({ warnings }) => warnings);
  return [
    ...all.filter(({ severity }) => severity === 'serious'),
    ...all.filter(({ severity }) => severity === 'note'),
  ];
}

/** The grave remarks that nobody has settled: what to look at before the return is ready for its meeting. */
export function unsettledWarnings(aids: ReadonlyMap<string, AnswerAid>): readonly JudgedWarning[] {
  return allWarnings(aids).filter(({ severity, settled }) => severity === 'serious' && settled === null);
}

/** Whether an aid has anything to show. */
export function isEmptyAid(aid: AnswerAid): boolean {
  const { bound, missing, proposed, passages, quotedIn, warnings, lastYear, method } = aid;
  const lists: readonly (readonly unknown[])[] = [bound, missing, proposed, passages, quotedIn, warnings];
  return lists.every((one) => one.length === 0) && lastYear === null && method === null;
}
