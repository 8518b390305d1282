import type { Localized } from '../../../kernel/language.ts';
import { type FormStructure, optionsOf, type Question } from '../form-structure.ts';
import type { FormPlace } from './form-faults.ts';

/** A text of a form with what it is and where; `needed` when the form cannot do without it. */
export type PlacedText = {
  readonly place: FormPlace;
  readonly what: Localized;
  readonly text: string;
  readonly needed: boolean;
};

const what = {
  title: { sv: 'rubriken', en: 'the heading' },
  introduction: { sv: 'inledningen', en: 'the introduction' },
  question: { sv: 'frågan', en: 'the question' },
  guidance: { sv: 'vägledningen', en: 'the guidance' },
  option: { sv: 'ett svar', en: 'an answer' },
  row: { sv: 'en rad', en: 'a row' },
  specify: { sv: 'det som ska anges vid ett svar', en: 'what an answer asks to be specified' },
  rowText: { sv: 'rubriken för texten vid varje rad', en: 'the label of the text beside each row' },
  scale: { sv: 'skalans ändar', en: 'the ends of the scale' },
  cannotState: { sv: 'rutan för att svaret inte kan anges', en: 'the box that says that it cannot be stated' },
  comment: { sv: 'kommentarens rubrik', en: 'the label of the comment' },
  attachment: { sv: 'vad som ska bifogas', en: 'what to attach' },
} as const satisfies Record<string, Localized>;

/** Every text of a form. */
export function textsOf(structure: FormStructure): readonly PlacedText[] {
  const form: FormPlace = { kind: 'form' };
  return [
    needed(form, what.title, structure.title),
    ...optional(form, what.introduction, structure.introduction),
    ...structure.parts.flatMap((part) => {
      const place: FormPlace = { kind: 'part', code: part.code };
      return [
        needed(place, what.title, part.title),
        ...optional(place, what.introduction, part.introduction),
        ...part.sections.flatMap((section) => [
          needed({ kind: 'section', code: section.code }, what.title, section.title),
          ...section.questions.flatMap(textsOfQuestion),
        ]),
      ];
    }),
  ];
}

/** Every text of one question. A label that is there at all must say something. */
export function textsOfQuestion(question: Question): readonly PlacedText[] {
  const place: FormPlace = { kind: 'question', code: question.code };
  const { answer } = question;
  return [
    needed(place, what.question, question.text),
    ...optional(place, what.guidance, question.guidance),
    ...(answer.kind === 'yesNo' ? [] : optionsOf(answer)).flatMap(({ text, specifyLabel }) => [
      needed(place, what.option, text),
      ...label(place, what.specify, specifyLabel),
    ]),
    ...(answer.kind === 'matrix' ? answer.rows.map(({ text }) => needed(place, what.row, text)) : []),
    ...(answer.kind === 'matrix' ? label(place, what.rowText, answer.rowTextLabel) : []),
    ...(answer.kind === 'scale'
      ? [answer.lowLabel, answer.highLabel].map((end) => needed(place, what.scale, end))
      : []),
    ...('cannotStateLabel' in answer ? label(place, what.cannotState, answer.cannotStateLabel) : []),
    ...label(place, what.comment, question.commentLabel),
    ...label(place, what.attachment, question.attachment?.label ?? null),
  ];
}

const needed = (place: FormPlace, name: Localized, text: string): PlacedText => ({
  place,
  what: name,
  text,
  needed: true,
});

const optional = (place: FormPlace, name: Localized, text: string | null): readonly PlacedText[] =>
  text === null ? [] : [{ place, what: name, text, needed: false }];

const label = (place: FormPlace, name: Localized, text: string | null): readonly PlacedText[] =>
  text === null ? [] : [needed(place, name, text)];
