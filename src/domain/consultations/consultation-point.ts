import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { Problem } from '../../kernel/problem.ts';

/** What became of a point of an answer. A point without one has not been answered yet. */
export const pointAnswers = {
  takenUp: { sv: 'togs med', en: 'taken up' },
  partly: { sv: 'togs delvis med', en: 'partly taken up' },
  notTaken: { sv: 'togs inte med', en: 'not taken up' },
} as const satisfies Record<string, Localized>;
export type PointAnswer = keyof typeof pointAnswers;

/** What a point can have changed: records of the register whose wording was sent out. */
export const changedNouns = {
  goal: { sv: 'mål', en: 'goal' },
  goalDocument: { sv: 'måldokument', en: 'goal document' },
  agreement: { sv: 'överenskommelse', en: 'agreement' },
  document: { sv: 'handling', en: 'document' },
} as const satisfies Record<string, Localized>;
export type ChangedNoun = keyof typeof changedNouns;

/** One point of an answer with its theme, what became of it, and the change it led to: comment → change in the text (CON-10, I-12). */
export type ConsultationPoint = {
  readonly id: Id<'consultationPoint'>;
  readonly version: number;
  readonly responseId: Id<'consultationResponse'>;
  readonly words: string;
  readonly theme: string | null;
  readonly outcome: PointAnswer | null;
  readonly reason: string | null;
  /** The record that was changed; null when nothing was, or when it stands outside the register. */
  readonly changed: { readonly noun: ChangedNoun; readonly id: string } | null;
  /** The version the change stands in, in words: "Förslag 2". */
  readonly changedIn: string | null;
  readonly fromText: string | null;
  readonly toText: string | null;
};

export type PointAnswered = Pick<
  ConsultationPoint,
  'outcome' | 'reason' | 'changed' | 'changedIn' | 'fromText' | 'toText'
>;

/** What is missing in the answer to a point: a reason always, and for one that was taken up what was changed. */
export function pointProblems(answer: PointAnswered): readonly Problem[] {
  const { outcome, reason, toText, fromText, changedIn } = answer;
  if (outcome === null) return [];
  const tells = [toText, fromText, changedIn].some((words) => words?.trim());
  return [
    ...(reason?.trim() ? [] : [{ path: 'reason', key: 'validation.required' }]),
    ...(outcome !== 'notTaken' && !tells ? [{ path: 'toText', key: 'consultation.changeMissing' }] : []),
  ];
}

/** The points of a theme together, themes by name and points without one last. */
export function byTheme(
  points: readonly ConsultationPoint[],
): readonly { readonly theme: string | null; readonly points: readonly ConsultationPoint[] }[] {
  const grouped = Map.groupBy(points, ({ theme }) => theme);
  return [...grouped]
    .map(([theme, own]) => ({ theme, points: own }))
    .toSorted((a, b) => (a.theme === null ? 1 : b.theme === null ? -1 : a.theme.localeCompare(b.theme, 'sv')));
}
