import type { Localized } from '../../kernel/language.ts';

/** How a respondent stands to what was sent out (CON-04). "Inga synpunkter" is an answer, and so is to decline to give one. */
export const stances = {
  supports: { sv: 'tillstyrker', en: 'supports' },
  opposes: { sv: 'avstyrker', en: 'opposes' },
  noObjection: { sv: 'har inget att erinra', en: 'has no objection' },
  comments: { sv: 'lämnar synpunkter utan ställning', en: 'comments without taking a stand' },
  declines: { sv: 'avstår från att yttra sig', en: 'declines to comment' },
} as const satisfies Record<string, Localized>;
export type Stance = keyof typeof stances;
export const stanceCodes = Object.keys(stances) as readonly Stance[];

/** Whether a text is one of the codes; what was read in may hold other words. */
export function isStance(text: string | null): text is Stance {
  return text !== null && Object.hasOwn(stances, text);
}
