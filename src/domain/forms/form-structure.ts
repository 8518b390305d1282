import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Localized } from '../../kernel/language.ts';

/**
 * A form version as data (design.md rule 11, seed 004): what is asked, in which order, of what kind, and under which condition. Nothing in it is
 * about one answer, and no code knows one form by name. Codes are stable over years, so that an answer can be compared with last year's.
 */
export type FormStructure = {
  readonly title: string;
  readonly introduction: string | null;
  readonly parts: readonly FormPart[];
};

/** "Del A": a part of a form with the text that introduces it (NAT-02). */
export type FormPart = {
  readonly code: string;
  readonly title: string;
  readonly introduction: string | null;
  readonly sections: readonly FormSection[];
};

/** Questions under one heading (NAT-03); what is given to a unit to answer. */
export type FormSection = { readonly code: string; readonly title: string; readonly questions: readonly Question[] };

/** How a question is answered. A row means: this is what a person fills in, and what an answer is checked against. */
export const answerKinds = {
  yesNo: { sv: 'ja eller nej', en: 'yes or no' },
  single: { sv: 'ett av flera svar', en: 'one of several answers' },
  multi: { sv: 'ett eller flera svar', en: 'one or more answers' },
  matrix: { sv: 'ett svar per rad', en: 'one answer a row' },
  scale: { sv: 'skala', en: 'scale' },
  percent: { sv: 'andel i procent', en: 'share in percent' },
  count: { sv: 'antal', en: 'count' },
  text: { sv: 'text', en: 'text' },
} as const satisfies Record<string, Localized>;
export type AnswerKind = keyof typeof answerKinds;

/** A question or sub-question (NAT-04, NAT-05). */
export type Question = {
  /** "4", or "10a" for a sub-question of question 10: unique in the form. */
  readonly code: string;
  /** The question that this is a sub-question of; its condition, if any, is stated by itself. */
  readonly parent: string | null;
  readonly text: string;
  /** What helps who answers: definitions, what to leave out. */
  readonly guidance: string | null;
  /** What time the question is about, which is part of its meaning: "under 2024", "31 december 2024", "sedan 2019" (NAT-04, NAT-19). */
  readonly period: QuestionPeriod | null;
  readonly required: boolean;
  readonly condition: Condition | null;
  readonly answer: AnswerForm;
  /** The label of an open comment beside the answer (NAT-15, NAT-16); null when the form has none. */
  readonly commentLabel: string | null;
  /** What to attach or send in with the answer (NAT-18). */
  readonly attachment: { readonly label: string } | null;
  /** The records of the register that the answer is drafted from; see `QuestionBinding`. */
  readonly bindings: readonly QuestionBinding[];
};

export type QuestionPeriod =
  | { readonly kind: 'during'; readonly year: number }
  | { readonly kind: 'since'; readonly year: number }
  | { readonly kind: 'asOf'; readonly date: CivilDate };

/** What is filled in, by kind. */
export type AnswerForm =
  | { readonly kind: 'yesNo' }
  | { readonly kind: 'single'; readonly options: readonly Option[] }
  | { readonly kind: 'multi'; readonly options: readonly Option[] }
  | {
      readonly kind: 'matrix';
      readonly rows: readonly MatrixLine[];
      readonly options: readonly Option[];
      /** The label of a text beside each row; null when rows have none (NAT-09). */
      readonly rowTextLabel: string | null;
    }
  | {
      readonly kind: 'scale';
      readonly from: number;
      readonly to: number;
      readonly lowLabel: string;
      readonly highLabel: string;
    }
  /** `cannotStateLabel`: the box to tick instead of a number; null when a number must be given (NAT-13, NAT-14). */
  | { readonly kind: 'percent'; readonly cannotStateLabel: string | null }
  | { readonly kind: 'count'; readonly cannotStateLabel: string | null }
  /** `mostItems` ("högst tre insatser") and `mostCharacters` are soft: more is told, and kept (NAT-11). */
  | { readonly kind: 'text'; readonly mostItems: number | null; readonly mostCharacters: number | null };

/** One of several answers. `exclusive` cannot stand beside others; `specifyLabel` asks for words ("ange vad"). */
export type Option = {
  readonly code: string;
  readonly text: string;
  readonly exclusive: boolean;
  readonly specifyLabel: string | null;
};

export type MatrixLine = { readonly code: string; readonly text: string };

/** The two options of every yes/no question. */
export const yesNoOptions = [
  { code: 'yes', text: 'Ja', exclusive: true, specifyLabel: null },
  { code: 'no', text: 'Nej', exclusive: true, specifyLabel: null },
] as const satisfies readonly Option[];

/** When a question is asked: one or all of these answers have been given, in questions that are asked themselves. */
export type Condition = { readonly when: 'all' | 'any'; readonly terms: readonly ConditionTerm[] };

/** "Om svaret är Ja på fråga 10", or on a row of a matrix. */
export type ConditionTerm = { readonly question: string; readonly row: string | null; readonly option: string };

/** What kinds of record an answer can be drafted from and checked against. */
export const bindingKinds = {
  goal: { sv: 'mål', en: 'goal' },
  assignment: { sv: 'uppdrag', en: 'assignment' },
  decision: { sv: 'beslut', en: 'decision' },
  commission: { sv: 'beställning', en: 'commission' },
  deliverable: { sv: 'leverans', en: 'deliverable' },
  project: { sv: 'projekt', en: 'project' },
  indicator: { sv: 'indikator', en: 'indicator' },
  agreement: { sv: 'överenskommelse', en: 'agreement' },
  question: { sv: 'annan fråga i formuläret', en: 'another question of the form' },
} as const satisfies Record<string, Localized>;
export type BindingKind = keyof typeof bindingKinds;

/**
 * How a question finds its facts: records of a kind whose title or text holds one of these words. Words and not ids, because a form is shared by
 * organisations and years; which records a return binds a question to is decided in the return and kept there. `question` quotes another answer.
 */
export type QuestionBinding = { readonly kind: BindingKind; readonly words: readonly string[] };

/** Every question of a form in its order. */
export function questionsOf(structure: FormStructure): readonly Question[] {
  return structure.parts.flatMap((part) => part.sections.flatMap((section) => section.questions));
}

/** The options that an answer can name; none for numbers, texts and scales. */
export function optionsOf(answer: AnswerForm): readonly Option[] {
  if (answer.kind === 'yesNo') return yesNoOptions;
  return 'options' in answer ? answer.options : [];
}

/** "10 a": the number of a question as it is printed. */
export function printedCode(code: string): string {
  return code.replace(/^(\d+)([a-zåäö])$/u, '$1 $2');
}
