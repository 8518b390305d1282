import { paperProposalTypes } from './paper-proposal-types.ts';
import {
  body,
  day,
  line,
  lines,
  must,
  number,
  type ProposalTypeEntry,
  text,
  time,
  year,
  yesNo,
} from './proposal-fields.ts';

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
  assignmentLink: {
    label: { sv: 'koppling mellan uppdrag', en: 'link between assignments' },
    plural: { sv: 'kopplingar mellan uppdrag', en: 'links between assignments' },
    order: 24,
    fields: {
      from: must(line('Tidigare uppdrag', 'Earlier assignment')),
      to: must(line('Senare uppdrag', 'Later assignment')),
      reason: line('Skäl', 'Reason'),
    },
  },
  ...paperProposalTypes,
} as const satisfies Record<string, ProposalTypeEntry>;
