import fc from 'fast-check';
import type {
  AnswerForm,
  Condition,
  ConditionTerm,
  FormPart,
  FormStructure,
  Option,
  Question,
} from '../../src/domain/forms/index.ts';
import { optionsOf } from '../../src/domain/forms/index.ts';

/**
 * Random forms without a fault, for the properties of everything that works on forms. Each is drawn as a sketch of plain numbers and then built in
 * order, so that conditions look back. Every question can be reached: one answer of each is its witness, and every condition can be fulfilled by
 * witnesses alone.
 */
export function arbitraryForm(): fc.Arbitrary<FormStructure> {
  const sections = fc.array(fc.array(arbitrarySketch, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 });
  return fc.tuple(wordsText, fc.array(sections, { minLength: 1, maxLength: 3 })).map(([title, parts]) => {
    const asked: Witnessed[] = [];
    let number = 0;
    let section = 0;
    return {
      title,
      introduction: null,
      parts: parts.map(
        (part, index): FormPart => ({
          code: 'ABC'[index]!,
          title: `Del ${'ABC'[index]}: ${title}`,
          introduction: index % 2 === 0 ? 'Svara för hela året (även om underlag saknas).' : null,
          sections: part.map((sketches) => {
            section += 1;
            const questions = sketches.flatMap((sketch) => {
              number += 1;
              const main = built(sketch, String(number), null, asked);
              asked.push(main);
              return [main, ...subQuestions(sketch, main, asked)];
            });
            return {
              code: `s${section}`,
              title: `Avsnitt ${section}`,
              questions: questions.map(({ question }) => question),
            };
          }),
        }),
      ),
    };
  });
}

type Sketch = {
  readonly answer: AnswerForm;
  readonly words: string;
  readonly pick: readonly number[];
  readonly conditional: boolean;
  readonly any: boolean;
  readonly subs: readonly { readonly answer: AnswerForm; readonly words: string }[];
  readonly required: boolean;
  readonly comment: boolean;
  readonly refers: boolean;
};
type Witnessed = { readonly question: Question; readonly terms: readonly ConditionTerm[] };

const wordsText = fc
  .array(fc.constantFrom('samverkan', 'kontinuitet', 'mål', 'delaktighet', 'vårdkontakt', 'åtgärd', 'ö; "ord"'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((words) => words.join(' '));

const options = (flags: { readonly exclusive: boolean }): fc.Arbitrary<readonly Option[]> =>
  fc.tuple(fc.integer({ min: 2, max: 5 }), fc.boolean(), fc.boolean()).map(([count, specify, alone]) =>
    Array.from({ length: count }, (_, index) => ({
      code: `o${index + 1}`,
      text: `Svar ${index + 1} (av ${count})`,
      exclusive: flags.exclusive && alone && index === count - 1,
      specifyLabel: specify && index === 0 ? 'Ange vad' : null,
    })),
  );

const label = (text: string) => fc.constantFrom(null, text);

/** Every way to answer. */
export function arbitraryAnswerForm(): fc.Arbitrary<AnswerForm> {
  return fc.oneof(
    fc.constant<AnswerForm>({ kind: 'yesNo' }),
    options({ exclusive: false }).map((own): AnswerForm => ({ kind: 'single', options: own })),
    options({ exclusive: true }).map((own): AnswerForm => ({ kind: 'multi', options: own })),
    plain({
      kind: fc.constant('matrix' as const),
      rows: fc
        .integer({ min: 1, max: 4 })
        .map((count) => Array.from({ length: count }, (_, at) => ({ code: `r${at + 1}`, text: `Rad ${at + 1}` }))),
      options: options({ exclusive: false }),
      rowTextLabel: label('Beskriv'),
    }).map((answer): AnswerForm => answer),
    fc
      .tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 2, max: 10 }))
      .map(([from, to]): AnswerForm => ({ kind: 'scale', from, to, lowLabel: 'Inte alls', highLabel: 'Helt' })),
    label('Andelen kan inte anges').map((cannotStateLabel): AnswerForm => ({ kind: 'percent', cannotStateLabel })),
    label('Antalet kan inte anges').map((cannotStateLabel): AnswerForm => ({ kind: 'count', cannotStateLabel })),
    fc
      .constantFrom(null, 2, 3, 5)
      .map((mostItems): AnswerForm => ({ kind: 'text', mostItems, mostCharacters: mostItems === 5 ? 500 : null })),
  );
}

const arbitrarySketch: fc.Arbitrary<Sketch> = plain({
  answer: arbitraryAnswerForm(),
  words: wordsText,
  pick: fc.array(fc.nat(1000), { minLength: 1, maxLength: 3 }),
  conditional: fc.boolean(),
  any: fc.boolean(),
  subs: fc.array(plain({ answer: arbitraryAnswerForm(), words: wordsText }), { maxLength: 2 }),
  required: fc.boolean(),
  comment: fc.boolean(),
  refers: fc.boolean(),
});

function built(
  sketch: Omit<Sketch, 'subs'>,
  code: string,
  parent: Witnessed | null,
  asked: readonly Witnessed[],
): Witnessed {
  const { answer, words, required, comment, refers } = sketch;
  const condition = parent ? conditionOn(parent) : conditionAmong(sketch, asked);
  const earlier = asked[sketch.pick[0]! % Math.max(asked.length, 1)];
  const question: Question = {
    code,
    parent: parent?.question.code ?? null,
    text: `Vad gäller ${words} under 2024?${limitWords(answer)}`,
    guidance: refers && earlier ? `Se även fråga ${earlier.question.code}.` : null,
    period: { kind: 'during', year: 2024 },
    required,
    condition,
    answer,
    commentLabel: comment ? 'Kommentar' : null,
    attachment: null,
    bindings: comment ? [{ kind: 'goal', words: [words] }] : [],
  };
  return { question, terms: termsOf(question) };
}

function limitWords(answer: AnswerForm): string {
  if (answer.kind !== 'text') return '';
  const items = answer.mostItems === null ? '' : ` Nämn högst ${answer.mostItems} insatser.`;
  return `${items}${answer.mostCharacters === null ? '' : ` Skriv högst ${answer.mostCharacters} tecken.`}`;
}

function subQuestions(sketch: Sketch, main: Witnessed, asked: Witnessed[]): readonly Witnessed[] {
  if (main.question.condition !== null && main.terms.length === 0) return [];
  return sketch.subs.map((sub, index) => {
    const one = built({ ...sketch, ...sub, refers: false }, `${main.question.code}${'ab'[index]}`, main, asked);
    asked.push(one);
    return one;
  });
}

/** On the witness of its own question, when that has answers to name. */
function conditionOn({ terms }: Witnessed): Condition | null {
  return terms.length === 0 ? null : { when: 'all', terms: [terms[0]!] };
}

function conditionAmong(
  { conditional, any, pick }: Pick<Sketch, 'conditional' | 'any' | 'pick'>,
  asked: readonly Witnessed[],
): Condition | null {
  const able = asked.filter(({ terms }) => terms.length > 0);
  if (!conditional || able.length === 0) return null;
  const chosen = [...new Set(pick.map((number) => able[number % able.length]!))];
  return {
    when: any ? 'any' : 'all',
    terms: chosen.map(({ terms }, index) => terms[any && index > 0 ? pick[index % pick.length]! % terms.length : 0]!),
  };
}

/** The answers to a question that a condition can name, its witness first. */
function termsOf({ code, answer }: Question): readonly ConditionTerm[] {
  const row = answer.kind === 'matrix' ? (answer.rows[0]?.code ?? null) : null;
  return optionsOf(answer).map((option) => ({ question: code, row, option: option.code }));
}

/** A record with the prototype that read data has, so that what was written and read again is deeply equal. */
export function plain<T extends object>(fields: { [Key in keyof T]: fc.Arbitrary<T[Key]> }): fc.Arbitrary<T> {
  return fc.record(fields, { noNullPrototype: true }) as fc.Arbitrary<T>;
}
