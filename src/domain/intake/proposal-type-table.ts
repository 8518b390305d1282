import type { Localized } from '../../kernel/language.ts';

/** How a field of a proposal is written and checked: one line, running text, a whole number, a number, a day, a clock time, yes/no, a list of lines. */
export type FieldKind =
  | 'line'
  | 'text'
  | 'number'
  | 'decimal'
  | 'day'
  | 'time'
  | 'boolean'
  | 'lines'
  | 'days'
  | 'other';

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
const decimal = (sv: string, en: string): FieldEntry => ({ kind: 'decimal', label: { sv, en } });
const other = (sv: string, en: string): FieldEntry => ({ kind: 'other', label: { sv, en } });
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
  meetingDate: {
    label: { sv: 'mötesdag', en: 'meeting date' },
    plural: { sv: 'mötesdagar', en: 'meeting dates' },
    order: 4,
    fields: {
      date: must(day('Datum', 'Date')),
      endDate: day('Sista dag', 'Last day'),
      mode: line('Form', 'Mode'),
      note: line('Anmärkning', 'Note'),
      body,
    },
  },
  seat: {
    label: { sv: 'plats i organet', en: 'seat' },
    plural: { sv: 'platser i organet', en: 'seats' },
    order: 5,
    fields: {
      person: line('Person', 'Person'),
      vacant: yesNo('Vakant', 'Vacant'),
      party: line('Parti', 'Party'),
      role: line('Uppdrag i organet', 'Office'),
      kind: must(line('Ledamot eller ersättare', 'Member or deputy')),
      body,
    },
  },
  attendance: {
    label: { sv: 'närvarande', en: 'attendance' },
    plural: { sv: 'närvarande', en: 'attendance' },
    order: 6,
    fields: {
      person: must(line('Person', 'Person')),
      organisation: line('Organisation', 'Organisation'),
      party: line('Parti', 'Party'),
      role: line('Roll', 'Role'),
      present: yesNo('Närvarande', 'Present'),
    },
  },
  agendaItem: {
    label: { sv: 'ärendepunkt', en: 'agenda item' },
    plural: { sv: 'ärendepunkter', en: 'agenda items' },
    order: 7,
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
    order: 8,
    fields: {
      start: must(time('Börjar', 'Starts')),
      end: must(time('Slutar', 'Ends')),
      title: must(line('Rubrik', 'Title')),
      presenters: lines('Föredragande', 'Presenters'),
    },
  },
  planActivity: {
    label: { sv: 'dag i aktivitetsplan', en: 'day of an activity plan' },
    plural: { sv: 'dagar i aktivitetsplan', en: 'days of activity plans' },
    order: 9,
    fields: {
      date: must(day('Datum', 'Date')),
      endDate: day('Sista dag', 'Last day'),
      category: must(line('Slag', 'Category')),
      items: lines('Punkter', 'Items'),
      place: line('Plats', 'Place'),
      title: line('Anmärkning', 'Note'),
      body,
    },
  },
  focusArea: {
    label: { sv: 'fokusområde', en: 'focus area' },
    plural: { sv: 'fokusområden', en: 'focus areas' },
    order: 10,
    fields: { text: must(line('Område', 'Area')), body },
  },
  planPoint: {
    label: { sv: 'punkt i aktivitetsplan', en: 'point of an activity plan' },
    plural: { sv: 'punkter i aktivitetsplan', en: 'points of activity plans' },
    order: 11,
    fields: {
      kind: must(line('Slag', 'Kind')),
      text: must(line('Punkt', 'Point')),
      details: lines('Delpunkter', 'Details'),
      giver: line('Lämnas av', 'Given by'),
      body,
    },
  },
  decision: {
    label: { sv: 'beslut', en: 'decision' },
    plural: { sv: 'beslut', en: 'decisions' },
    order: 12,
    fields: {
      item: number('Punkt', 'Item'),
      status: line('Läge', 'State'),
      clauses: must(lines('Att-satser', 'Clauses')),
    },
  },
  decisionStep: {
    label: { sv: 'steg mot beslut', en: 'step to a decision' },
    plural: { sv: 'steg mot beslut', en: 'steps to decisions' },
    order: 13,
    fields: {
      date: must(day('Datum', 'Date')),
      body: must(body),
      passed: yesNo('Klart', 'Passed'),
      subject: line('Gäller', 'Concerns'),
    },
  },
  reportEntry: {
    label: { sv: 'svar i återrapportering', en: 'answer of a report-back' },
    plural: { sv: 'svar i återrapportering', en: 'answers of report-backs' },
    order: 14,
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
    order: 15,
    fields: { number: must(number('Nummer', 'Number')), text: must(text('Text', 'Text')) },
  },
  agreement: {
    label: { sv: 'överenskommelse', en: 'agreement' },
    plural: { sv: 'överenskommelser', en: 'agreements' },
    order: 16,
    fields: {
      name: must(line('Namn', 'Name')),
      from: day('Gäller från', 'In force from'),
      to: day('Gäller till', 'In force to'),
      openEnded: yesNo('Tills vidare', 'Until further notice'),
      noticeMonths: number('Uppsägningstid, månader', 'Notice, months'),
      decided: yesNo('Beslutat', 'Decided'),
      item: number('Punkt', 'Item'),
    },
  },
  commission: {
    label: { sv: 'beställning', en: 'commission' },
    plural: { sv: 'beställningar', en: 'commissions' },
    order: 17,
    fields: {
      who: must(line('Vem', 'Who')),
      what: must(text('Vad', 'What')),
      fte: decimal('Årsarbetare', 'Full-time equivalents'),
      amounts: other('Belopp', 'Amounts'),
      shares: other('Tjänster per betalare', 'Posts by payer'),
      decided: yesNo('Beslutat', 'Decided'),
      from: day('Från', 'From'),
      to: day('Till', 'To'),
      fund: line('Medel', 'Fund'),
      item: number('Punkt', 'Item'),
    },
  },
  deliverable: {
    label: { sv: 'leverans', en: 'deliverable' },
    plural: { sv: 'leveranser', en: 'deliverables' },
    order: 18,
    fields: {
      what: must(text('Vad', 'What')),
      project: line('Projekt', 'Project'),
      due: line('Skulle vara klart', 'Was due'),
      movedTo: line('Flyttat till', 'Moved to'),
      item: number('Punkt', 'Item'),
    },
  },
  consultationResponse: {
    label: { sv: 'remissvar', en: 'consultation response' },
    plural: { sv: 'remissvar', en: 'consultation responses' },
    order: 19,
    fields: {
      respondent: must(line('Remissinstans', 'Respondent')),
      received: day('Inkom', 'Received'),
      from: line('Från', 'From'),
      stance: line('Ställningstagande', 'Stance'),
      comment: text('Kommentar', 'Comment'),
      subject: line('Remiss', 'Consultation'),
    },
  },
  populationRow: {
    label: { sv: 'rad i befolkningstabell', en: 'row of a population table' },
    plural: { sv: 'rader i befolkningstabell', en: 'rows of population tables' },
    order: 20,
    fields: {
      municipality: must(line('Kommun', 'Municipality')),
      group: must(line('Åldersgrupp', 'Age group')),
      from: other('Från år', 'From year'),
      to: other('Till år', 'To year'),
      change: number('Ändring', 'Change'),
      percent: decimal('Procent', 'Percent'),
    },
  },
  indicator: {
    label: { sv: 'mätvärde', en: 'value' },
    plural: { sv: 'mätvärden', en: 'values' },
    order: 21,
    fields: {
      name: must(line('Vad som mäts', 'What is measured')),
      value: must(decimal('Värde', 'Value')),
      unit: must(line('Enhet', 'Unit')),
      qualifier: line('Förbehåll', 'Qualifier'),
      asOf: line('Avser', 'As of'),
      change: other('Ändring', 'Change'),
    },
  },
  question: {
    label: { sv: 'fråga med svar', en: 'question with answer' },
    plural: { sv: 'frågor med svar', en: 'questions with answers' },
    order: 22,
    fields: {
      number: must(line('Nummer', 'Number')),
      text: must(text('Fråga', 'Question')),
      section: line('Avsnitt', 'Section'),
      kind: must(line('Slag', 'Kind')),
      options: lines('Svarsalternativ', 'Options'),
      rows: other('Rader', 'Rows'),
      condition: other('Villkor', 'Condition'),
      answer: text('Svar', 'Answer'),
    },
  },
  assignmentLink: {
    label: { sv: 'koppling mellan uppdrag', en: 'link between assignments' },
    plural: { sv: 'kopplingar mellan uppdrag', en: 'links between assignments' },
    order: 23,
    fields: {
      from: must(line('Tidigare uppdrag', 'Earlier assignment')),
      to: must(line('Senare uppdrag', 'Later assignment')),
      reason: line('Skäl', 'Reason'),
    },
  },
  recordLink: {
    label: { sv: 'samband', en: 'connection' },
    plural: { sv: 'samband', en: 'connections' },
    order: 24,
    fields: {
      from: must(line('Från', 'From')),
      to: must(line('Till', 'To')),
      kind: must(line('Slag', 'Kind')),
      reason: must(line('Skäl', 'Reason')),
    },
  },
} as const satisfies Record<string, ProposalTypeEntry>;
