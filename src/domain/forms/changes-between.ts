import type { Localized } from '../../kernel/language.ts';
import { type FormSection, type FormStructure, type Option, optionsOf, type Question } from './form-structure.ts';

/** In what way a question of one version differs from the question of the same code in another. */
export const formChangeKinds = {
  added: { sv: 'ny fråga', en: 'new question' },
  removed: { sv: 'borttagen fråga', en: 'question removed' },
  moved: { sv: 'flyttad', en: 'moved' },
  reworded: { sv: 'omformulerad', en: 'reworded' },
  answerChanged: { sv: 'annat sätt att svara', en: 'another kind of answer' },
  optionsChanged: { sv: 'ändrade svar eller rader', en: 'answers or rows changed' },
  conditionChanged: { sv: 'ändrat villkor', en: 'condition changed' },
  periodChanged: { sv: 'annan tid', en: 'another time' },
  limitsChanged: { sv: 'ändrade gränser', en: 'limits changed' },
  detailsChanged: { sv: 'ändrad kommentar, bilaga eller krav på svar', en: 'comment, attachment or demand changed' },
  sourcesChanged: { sv: 'ändrat underlag ur registret', en: 'sources in the register changed' },
} as const satisfies Record<string, Localized>;
export type FormChangeKind = keyof typeof formChangeKinds;

/** One difference: what it was and what it became, each as the part of the question that it is about. */
export type FormChange = {
  readonly kind: FormChangeKind;
  readonly question: string;
  readonly before: Question | null;
  readonly after: Question | null;
  /** The headings of the sections, for a question that has moved. */
  readonly sections: { readonly before: string | null; readonly after: string | null };
};

type Placed = { readonly question: Question; readonly section: FormSection };

/**
 * What next year asks otherwise than this year, in the order of the newer form, what is gone last. Questions are the same by their code: reworded
 * or moved, an answer can still be laid beside last year's.
 */
export function changesBetween(older: FormStructure, newer: FormStructure): readonly FormChange[] {
  const before = placedQuestions(older);
  const after = placedQuestions(newer);
  const moved = movedCodes([...before.values()], [...after.values()]);
  const changed = [...after.values()].flatMap((now): FormChange[] => {
    const then = before.get(now.question.code);
    const change = (kind: FormChangeKind): FormChange => ({
      kind,
      question: now.question.code,
      before: then?.question ?? null,
      after: now.question,
      sections: { before: then?.section.title ?? null, after: now.section.title },
    });
    if (!then) return [change('added')];
    return [
      ...(moved.has(now.question.code) ? [change('moved')] : []),
      ...differences(then.question, now.question).map(change),
    ];
  });
  const removed = [...before.values()].flatMap(({ question, section }): FormChange[] =>
    after.has(question.code)
      ? []
      : [
          {
            kind: 'removed',
            question: question.code,
            before: question,
            after: null,
            sections: { before: section.title, after: null },
          },
        ],
  );
  return [...changed, ...removed];
}

function placedQuestions(structure: FormStructure): ReadonlyMap<string, Placed> {
  return new Map(
    structure.parts.flatMap((part) =>
      part.sections.flatMap((section) =>
        section.questions.map((question): [string, Placed] => [question.code, { question, section }]),
      ),
    ),
  );
}

/** Aspects of a question. A row means: when this part of the data differs, this is the change. */
const aspects: readonly { readonly kind: FormChangeKind; readonly of: (question: Question) => unknown }[] = [
  { kind: 'reworded', of: ({ text, guidance }) => [text, guidance] },
  { kind: 'answerChanged', of: ({ answer }) => answer.kind },
  {
    kind: 'conditionChanged',
    of: ({ condition }) => condition && [condition.when, condition.terms.map(termKey).sort()],
  },
  { kind: 'periodChanged', of: ({ period }) => period && Object.values(period) },
  {
    kind: 'detailsChanged',
    of: ({ commentLabel, attachment, required, parent }) => [commentLabel, attachment?.label ?? null, required, parent],
  },
  { kind: 'sourcesChanged', of: ({ bindings }) => bindings.map(({ kind, words }) => [kind, words]) },
];

const termKey = ({ question, row, option }: { question: string; row: string | null; option: string }): string =>
  `${question}/${row ?? ''}=${option}`;

function differences(before: Question, after: Question): readonly FormChangeKind[] {
  const differs = (of: (question: Question) => unknown) => JSON.stringify(of(before)) !== JSON.stringify(of(after));
  const sameKind = before.answer.kind === after.answer.kind;
  return [
    ...aspects.filter(({ of }) => differs(of)).map(({ kind }) => kind),
    ...(sameKind && differs(choicesOf) ? ['optionsChanged' as const] : []),
    ...(sameKind && differs(limitsOf) ? ['limitsChanged' as const] : []),
  ];
}

/** What can be chosen, in its order. */
function choicesOf({ answer }: Question): unknown {
  const options = optionsOf(answer).map(({ code, text, exclusive, specifyLabel }: Option) => [
    code,
    text,
    exclusive,
    specifyLabel,
  ]);
  return answer.kind === 'matrix'
    ? [options, answer.rows.map(({ code, text }) => [code, text]), answer.rowTextLabel]
    : options;
}

/** Limits, the ends of a scale, and whether a number can be left unsaid. */
function limitsOf({ answer }: Question): unknown {
  if (answer.kind === 'text') return [answer.mostItems, answer.mostCharacters];
  if (answer.kind === 'scale') return [answer.from, answer.to, answer.lowLabel, answer.highLabel];
  return 'cannotStateLabel' in answer ? [answer.cannotStateLabel] : [];
}

/**
 * Questions that changed section, or their place among those that both forms have. The longest run that kept its order stays where it was, so that
 * one question moved to the front is one move and not a move of all the others.
 */
function movedCodes(before: readonly Placed[], after: readonly Placed[]): ReadonlySet<string> {
  const place = new Map(before.map(({ question }, index) => [question.code, index]));
  const common = after.filter(({ question }) => place.has(question.code));
  const kept = longestRise(common.map(({ question }) => place.get(question.code)!));
  const sectionThen = new Map(before.map(({ question, section }) => [question.code, section.code]));
  return new Set(
    common
      .filter(({ question, section }, index) => !kept.has(index) || sectionThen.get(question.code) !== section.code)
      .map(({ question }) => question.code),
  );
}

/** The places of a longest rising run among distinct numbers: [3, 1, 2] keeps the places of 1 and 2. */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  const length = numbers.map(() => 1);
  const from = numbers.map(() => -1);
  numbers.forEach((number, at) => {
    for (let earlier = 0; earlier < at; earlier++)
      if (numbers[earlier]! < number && length[earlier]! + 1 > length[at]!) {
        length[at] = length[earlier]! + 1;
        from[at] = earlier;
      }
  });
  const kept = new Set<number>();
  for (let at = length.indexOf(Math.max(...length)); at >= 0; at = from[at]!) kept.add(at);
  return kept;
}
