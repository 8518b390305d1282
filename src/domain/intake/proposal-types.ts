import { isCivilDate } from '../../kernel/civil-date.ts';
import type { Localized } from '../../kernel/language.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { Fields } from './proposal.ts';

/** How a field of a proposal is written and checked: one line, running text, a number, a day, a clock time, yes/no, a list of lines. */
export type FieldKind = 'line' | 'text' | 'number' | 'day' | 'time' | 'boolean' | 'lines' | 'days' | 'other';

export type FieldEntry = { readonly kind: FieldKind; readonly label: Localized; readonly required?: true };

/** One type of proposed record: what people call it, in which order it is confirmed, and its fields. */
export type ProposalTypeEntry = {
  readonly label: Localized;
  readonly plural: Localized;
  /** Lower is confirmed first: an answer needs its assignment, an item its meeting. Absent when no register takes it. */
  readonly order?: number;
  readonly fields: Readonly<Record<string, FieldEntry>>;
};

const line = (sv: string, en: string): FieldEntry => ({ kind: 'line', label: { sv, en } });
const text = (sv: string, en: string): FieldEntry => ({ kind: 'text', label: { sv, en } });
const number = (sv: string, en: string): FieldEntry => ({ kind: 'number', label: { sv, en } });
const day = (sv: string, en: string): FieldEntry => ({ kind: 'day', label: { sv, en } });
const time = (sv: string, en: string): FieldEntry => ({ kind: 'time', label: { sv, en } });
const lines = (sv: string, en: string): FieldEntry => ({ kind: 'lines', label: { sv, en } });
const yesNo = (sv: string, en: string): FieldEntry => ({ kind: 'boolean', label: { sv, en } });
const must = (field: FieldEntry): FieldEntry => ({ ...field, required: true });

const year = must(number('År', 'Year'));
const body = line('Organ', 'Body');

/**
 * The types of records that can be confirmed into the register, in the order of what depends on what. Types that are not here are kept with
 * their source and shown, and no register takes them.
 */
export const proposalTypes = {
  bodyAlias: {
    label: { sv: 'namn på samma organ', en: 'name of the same body' },
    plural: { sv: 'namn på samma organ', en: 'names of the same body' },
    order: 0,
    fields: {
      name: must(line('Namn i dokumentet', 'Name in the document')),
      body: must(line('Är samma organ som', 'Is the same body as')),
      reason: must(line('Skäl', 'Reason')),
    },
  },
  goal: {
    label: { sv: 'mål', en: 'goal' },
    plural: { sv: 'mål', en: 'goals' },
    order: 1,
    fields: {
      perspective: line('Perspektiv', 'Perspective'),
      heading: must(line('Rubrik', 'Heading')),
      text: text('Text', 'Text'),
    },
  },
  assignment: {
    label: { sv: 'uppdrag', en: 'assignment' },
    plural: { sv: 'uppdrag', en: 'assignments' },
    order: 2,
    fields: {
      year,
      number: number('Nummer', 'Number'),
      text: text('Text', 'Text'),
      givenBy: line('Ges av', 'Given by'),
      recipients: lines('Utförs av', 'Performed by'),
      consulted: lines('I samråd med', 'In consultation with'),
      heading: line('Rubrik i planen', 'Heading in the plan'),
    },
  },
  meeting: {
    label: { sv: 'sammanträde', en: 'meeting' },
    plural: { sv: 'sammanträden', en: 'meetings' },
    order: 3,
    fields: {
      body: must(body),
      date: must(day('Datum', 'Date')),
      start: time('Börjar', 'Starts'),
      end: time('Slutar', 'Ends'),
      place: line('Plats', 'Place'),
      mode: line('Form', 'Mode'),
      adjustBy: day('Justeras senast', 'To be adjusted by'),
    },
  },
  seat: {
    label: { sv: 'plats i organet', en: 'seat' },
    plural: { sv: 'platser i organet', en: 'seats' },
    order: 4,
    fields: {
      person: line('Person', 'Person'),
      vacant: yesNo('Vakant', 'Vacant'),
      party: line('Parti', 'Party'),
      role: line('Uppdrag i organet', 'Office'),
      kind: must(line('Ledamot eller ersättare', 'Member or deputy')),
      body,
    },
  },
  agendaItem: {
    label: { sv: 'ärendepunkt', en: 'agenda item' },
    plural: { sv: 'ärendepunkter', en: 'agenda items' },
    order: 5,
    fields: {
      number: must(number('Nummer', 'Number')),
      title: must(line('Rubrik', 'Title')),
      diaryNumber: line('Diarienummer', 'Registration number'),
      presenters: lines('Föredragande', 'Presenters'),
      category: line('Slag', 'Category'),
      summary: text('Sammanfattning', 'Summary'),
    },
  },
  timeslot: {
    label: { sv: 'tid i tidplanen', en: 'timetable slot' },
    plural: { sv: 'tider i tidplanen', en: 'timetable slots' },
    order: 6,
    fields: {
      start: must(time('Börjar', 'Starts')),
      end: must(time('Slutar', 'Ends')),
      title: must(line('Rubrik', 'Title')),
      presenters: lines('Föredragande', 'Presenters'),
    },
  },
  decision: {
    label: { sv: 'beslut', en: 'decision' },
    plural: { sv: 'beslut', en: 'decisions' },
    order: 7,
    fields: {
      item: number('Punkt', 'Item'),
      status: line('Läge', 'State'),
      clauses: must(lines('Att-satser', 'Clauses')),
    },
  },
  reportEntry: {
    label: { sv: 'svar i återrapportering', en: 'answer of a report-back' },
    plural: { sv: 'svar i återrapportering', en: 'answers of report-backs' },
    order: 8,
    fields: {
      year,
      number: number('Uppdragets nummer', 'Number of the assignment'),
      assignmentText: text('Uppdragets text', 'Text of the assignment'),
      answer: must(text('Svar', 'Answer')),
      answerType: must(line('Svarstyp', 'Type of answer')),
      quote: text('Citat ur delårsrapporten', 'Quotation from the interim report'),
      status: line('Läge', 'Status'),
      statusPhrase: line('Mening som anger läget', 'Sentence that states the status'),
      meetings: { kind: 'days', label: { sv: 'Sammanträden', en: 'Meetings' } },
    },
  },
  budgetInputPoint: {
    label: { sv: 'inspelspunkt', en: 'point of input' },
    plural: { sv: 'inspelspunkter', en: 'points of input' },
    order: 9,
    fields: { number: must(number('Nummer', 'Number')), text: must(text('Text', 'Text')) },
  },
  assignmentLink: {
    label: { sv: 'koppling mellan uppdrag', en: 'link between assignments' },
    plural: { sv: 'kopplingar mellan uppdrag', en: 'links between assignments' },
    order: 10,
    fields: {
      from: must(line('Tidigare uppdrag', 'Earlier assignment')),
      to: must(line('Senare uppdrag', 'Later assignment')),
      reason: line('Skäl', 'Reason'),
    },
  },
} as const satisfies Record<string, ProposalTypeEntry>;

export type ProposalType = keyof typeof proposalTypes;

/** The row of a type; undefined for types that no register takes. */
export function proposalType(type: string): ProposalTypeEntry | undefined {
  return Object.hasOwn(proposalTypes, type) ? proposalTypes[type as ProposalType] : undefined;
}

/** Whether a type can become a record. */
export function isConfirmable(type: string): type is ProposalType {
  return Object.hasOwn(proposalTypes, type);
}

/** What a person must correct in the changed fields of a proposal: a field that its type does not have, or a value of another kind. */
export function fieldProblems(type: string, changes: Fields): readonly Problem[] {
  const entry = proposalType(type);
  return Object.entries(changes).flatMap(([name, value]) => {
    const field = entry?.fields[name];
    if (entry && !field) return [{ path: name, key: 'intake.unknownField' }];
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0))
      return field?.required ? [{ path: name, key: 'validation.required' }] : [];
    return field && !fits(field.kind, value) ? [{ path: name, key: `intake.field.${field.kind}` }] : [];
  });
}

/** The required fields that a proposal has not. */
export function missingFields(type: string, fields: Fields): readonly string[] {
  return Object.entries(proposalType(type)?.fields ?? {}).flatMap(([name, field]) => {
    const value = fields[name];
    const empty = value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
    return field.required && empty ? [name] : [];
  });
}

function fits(kind: FieldKind, value: unknown): boolean {
  switch (kind) {
    case 'line':
      return typeof value === 'string' && !value.includes('\n');
    case 'text':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number' && Number.isInteger(value);
    case 'day':
      return typeof value === 'string' && isCivilDate(value);
    case 'time':
      return typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'lines':
      return Array.isArray(value) && value.every((one) => typeof one === 'string');
    case 'days':
      return Array.isArray(value) && value.every((one) => typeof one === 'string' && isCivilDate(one));
    case 'other':
      return true;
  }
}
