import type { Localized } from '../../kernel/language.ts';

/** How a question of a form is answered. A row means: this is what a person fills in, and what an answer can be checked against. */
export const questionKinds = {
  yesNo: { sv: 'ja eller nej', en: 'yes or no' },
  single: { sv: 'ett av flera svar', en: 'one of several answers' },
  multi: { sv: 'ett eller flera svar', en: 'one or more answers' },
  matrix: { sv: 'ett svar per rad', en: 'one answer a row' },
  percent: { sv: 'andel i procent', en: 'share in percent' },
  count: { sv: 'antal', en: 'count' },
  text: { sv: 'text', en: 'text' },
} as const satisfies Record<string, Localized>;

export type QuestionKind = keyof typeof questionKinds;

/**
 * How an answer is known. `read` is printed or marked; `inferred` follows from something else on the page (the mark of the other option, the
 * text that is asked for only after Ja); `unreadable` has marks that can be read in several ways, and is unknown, never Nej.
 */
export const answerReadings = {
  read: { sv: 'avläst', en: 'read' },
  inferred: { sv: 'framgår av annat', en: 'inferred' },
  unreadable: { sv: 'kan inte avläsas', en: 'unreadable' },
} as const satisfies Record<string, Localized>;

export type AnswerReading = keyof typeof answerReadings;
