import type { Localized } from '../../kernel/language.ts';
import type { Problem } from '../../kernel/problem.ts';

/** How the house writes to an account about its work. Reminders of work with a day of law go out whatever is chosen. */
export type WorkSetting = {
  readonly version: number;
  /** ISO weekday of the weekly letter; null is none. */
  readonly digestWeekday: number | null;
  readonly reminders: boolean;
};

/** What holds for who has chosen nothing: a letter on Mondays when there is something to do, and reminders. */
export const usualSetting: WorkSetting = { version: 0, digestWeekday: 1, reminders: true };

/** The letters about work. */
export const workLetterKinds = {
  digest: { sv: 'veckobrev', en: 'weekly letter' },
  reminder: { sv: 'påminnelse', en: 'reminder' },
} as const satisfies Record<string, Localized>;
export type WorkLetterKind = keyof typeof workLetterKinds;

/** What a person must correct: the weekly letter comes on a weekday or not at all. */
export function settingProblems({ digestWeekday }: Pick<WorkSetting, 'digestWeekday'>): readonly Problem[] {
  const fits = digestWeekday === null || (Number.isInteger(digestWeekday) && digestWeekday >= 1 && digestWeekday <= 7);
  return fits ? [] : [{ path: 'digestWeekday', key: 'validation.choose' }];
}
