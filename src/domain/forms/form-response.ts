import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { Answer } from './answer-value.ts';
import type { FormVersion } from './form.ts';

/** Where an answer comes from. A draft or a reading is somebody's to look at; `written` is what a person stands for. */
export const answerOrigins = {
  written: { sv: 'skrivet', en: 'written' },
  drafted: { sv: 'föreslaget ur registret', en: 'drafted from the register' },
  readIn: { sv: 'avläst ur ett papper', en: 'read from a paper' },
  carriedOver: { sv: 'hämtat från förra året', en: 'carried over from last year' },
} as const satisfies Record<string, Localized>;
export type AnswerOrigin = keyof typeof answerOrigins;

/** The answers to one version of a form by those who answer it together. Answers to questions that are not asked now are kept. */
export type FormResponse = {
  readonly id: Id<'formResponse'>;
  readonly version: number;
  readonly formVersion: FormVersion;
  readonly frozenAt: Date | null;
  /** By the code of the question. */
  readonly answers: Readonly<Record<string, KeptAnswer>>;
};

export type KeptAnswer = Answer & {
  /** Counts the changes of this answer alone: two people can answer different questions at once. */
  readonly version: number;
  readonly origin: AnswerOrigin;
  readonly answeredBy: string;
  readonly answeredAt: Date;
};
