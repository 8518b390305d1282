import { isCivilDate } from '../../kernel/civil-date.ts';
import type { Localized } from '../../kernel/language.ts';
import { personalNumberProblems } from '../../kernel/personal-number.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { Ask, AskKind } from './ask-kinds.ts';
import { parseAmount } from './parse-amount.ts';

/** One question of an answer: its name in the answer, what kind of thing is written there, and what the form says. */
export type AnswerField = {
  readonly name: string;
  readonly kind: 'text' | 'longText' | 'date' | 'choice' | 'figure';
  readonly label: Localized;
  readonly hint?: Localized;
  readonly required: boolean;
  readonly options?: Readonly<Record<string, Localized>>;
};

/** How a principal stands to an agreement that it was asked to decide on. */
export const agreementOutcomes = {
  approved: { sv: 'godkänd', en: 'approved' },
  approvedWithRemark: { sv: 'godkänd med anmärkning', en: 'approved with a remark' },
  rejected: { sv: 'inte godkänd', en: 'not approved' },
} as const satisfies Readonly<Record<string, Localized>>;
export type AgreementOutcome = keyof typeof agreementOutcomes;

/** How a principal stands to what a joint group has agreed on. */
export const endorsementOutcomes = {
  endorsed: { sv: 'ställer sig bakom', en: 'endorses' },
  endorsedWithRemark: { sv: 'ställer sig bakom med anmärkning', en: 'endorses with a remark' },
  notEndorsed: { sv: 'ställer sig inte bakom', en: 'does not endorse' },
} as const satisfies Readonly<Record<string, Localized>>;
export type EndorsementOutcome = keyof typeof endorsementOutcomes;

/** What a principal has done about a deviation that concerned it. */
export const handlingOutcomes = {
  handled: { sv: 'åtgärdad', en: 'handled' },
  ongoing: { sv: 'under hantering', en: 'being handled' },
  notOurs: { sv: 'hör inte till oss', en: 'not ours' },
} as const satisfies Readonly<Record<string, Localized>>;
export type HandlingOutcome = keyof typeof handlingOutcomes;

const decided = [
  {
    name: 'body',
    kind: 'text',
    label: { sv: 'Organ som beslutade', en: 'Body that decided' },
    hint: { sv: 'Till exempel kommunstyrelsen.', en: 'For example the executive board.' },
    required: true,
  },
  { name: 'decidedOn', kind: 'date', label: { sv: 'Beslutsdag', en: 'Day of the decision' }, required: true },
  {
    name: 'section',
    kind: 'text',
    label: { sv: 'Paragraf', en: 'Section' },
    hint: { sv: 'Till exempel § 45.', en: 'For example § 45.' },
    required: false,
  },
  {
    name: 'registrationNumber',
    kind: 'text',
    label: { sv: 'Diarienummer', en: 'Registration number' },
    required: false,
  },
] as const satisfies readonly AnswerField[];
const remark = {
  name: 'remark',
  kind: 'longText',
  label: { sv: 'Anmärkning', en: 'Remark' },
  required: false,
} as const;

/** What an answer to each kind of ask holds: the form, the check and the type of the answer all follow from these rows. */
export const answerFields = {
  decideAgreement: [
    {
      name: 'outcome',
      kind: 'choice',
      label: { sv: 'Beslut', en: 'Decision' },
      required: true,
      options: agreementOutcomes,
    },
    ...decided,
    remark,
  ],
  endorse: [
    {
      name: 'outcome',
      kind: 'choice',
      label: { sv: 'Ställningstagande', en: 'Position' },
      required: true,
      options: endorsementOutcomes,
    },
    ...decided,
    remark,
  ],
  handleDeviation: [
    { name: 'outcome', kind: 'choice', label: { sv: 'Läge', en: 'State' }, required: true, options: handlingOutcomes },
    { name: 'handledOn', kind: 'date', label: { sv: 'Dag', en: 'Day' }, required: true },
    { name: 'action', kind: 'longText', label: { sv: 'Vad ni har gjort', en: 'What you have done' }, required: true },
    {
      name: 'feedback',
      kind: 'longText',
      label: { sv: 'Återkoppling till den som rapporterade', en: 'Feedback to whoever reported' },
      required: false,
    },
    {
      name: 'registrationNumber',
      kind: 'text',
      label: { sv: 'Diarienummer', en: 'Registration number' },
      required: false,
    },
  ],
  deliverFigures: [
    { name: 'asOf', kind: 'date', label: { sv: 'Uppgifterna avser', en: 'The figures are of' }, required: true },
    { name: 'source', kind: 'text', label: { sv: 'Källa', en: 'Source' }, required: true },
    remark,
  ],
} as const satisfies Readonly<Record<AskKind, readonly AnswerField[]>>;

type Fields = typeof answerFields;
/** The values of an answer by the names of its fields: what must be there is text, the rest may be null. Figures stand under their own keys. */
export type AnswerValues<Kind extends AskKind = AskKind> = Kind extends AskKind
  ? {
      readonly [Field in Fields[Kind][number] as Field['name']]: Field['required'] extends true
        ? string
        : string | null;
    } & (Kind extends 'deliverFigures' ? { readonly figures: Readonly<Record<string, number | null>> } : unknown)
  : never;

/** The fields of the answer to one ask, with a field for each figure that it asks for. */
export function fieldsOf({ kind, figures = [] }: Pick<Ask, 'kind' | 'figures'>): readonly AnswerField[] {
  return [
    ...answerFields[kind],
    ...figures.map(
      ({ key, label, unit }): AnswerField => ({
        name: figureName(key),
        kind: 'figure',
        label: { sv: withUnit(label, unit), en: withUnit(label, unit) },
        required: false,
      }),
    ),
  ];
}

/** What is wrong with what somebody wrote in the form of an answer, by the name of each field. */
export function answerProblems(ask: Ask, typed: Readonly<Record<string, string | undefined>>): readonly Problem[] {
  const fields = fieldsOf(ask);
  const shape = fields.flatMap(({ name, kind, required, options }): readonly Problem[] => {
    const value = typed[name]?.trim() ?? '';
    if (value === '') return required ? [{ path: name, key: 'validation.required' }] : [];
    if (kind === 'date' && !isCivilDate(value)) return [{ path: name, key: 'validation.date' }];
    if (kind === 'choice' && !Object.hasOwn(options ?? {}, value)) return [{ path: name, key: 'validation.choose' }];
    if (kind === 'figure' && parseAmount(value) === undefined) return [{ path: name, key: 'release.figure' }];
    return [];
  });
  const numbers = fields.filter(({ kind }) => kind !== 'figure' && kind !== 'date');
  return [...shape, ...personalNumberProblems(Object.fromEntries(numbers.map(({ name }) => [name, typed[name]])))];
}

/** An answer as it is kept and sent back. Call it with what `answerProblems` has nothing against. */
export function answerValues(ask: Ask, typed: Readonly<Record<string, string | undefined>>): AnswerValues {
  const given = (name: string) => typed[name]?.trim() || null;
  const values = Object.fromEntries(answerFields[ask.kind].map(({ name }) => [name, given(name)]));
  if (ask.kind !== 'deliverFigures') return values as AnswerValues;
  const figures = Object.fromEntries(
    (ask.figures ?? []).map(({ key }) => [key, parseAmount(given(figureName(key)) ?? '') ?? null]),
  );
  return { ...values, figures } as AnswerValues<'deliverFigures'>;
}

/** The name of the field of a figure in the form: without a point, which would make it a part of a field *figure*. */
export function figureName(key: string): string {
  return `figure-${key}`;
}

function withUnit(label: string, unit: string | null): string {
  return unit ? `${label} (${unit})` : label;
}
