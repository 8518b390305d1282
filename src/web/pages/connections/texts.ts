import { localized } from '../../localized.ts';

/** The words of the card of what belongs together, and of the form that says so. */
export const texts = localized(
  {
    title: 'Hör ihop med',
    none: 'Inget samband är bekräftat.',
    because: 'eftersom:',
    thread: 'tråden',
    connect: 'Knyt till något',
    connectTitle: 'Knyt till något det hör ihop med',
    connectTo: 'Vad hör det ihop med?',
    connectHint: 'Uppdrag, beslut, överenskommelser, beställningar, projekt och remisser.',
    connectKind: 'Hur?',
    connectReason: 'Varför?',
    connected: 'Sambandet är sparat.',
    reverse: {
      concerns: 'berörs av',
      continues: 'fortsätts av',
      reports: 'redovisas i',
      funds: 'finansieras av',
    },
  },
  {
    title: 'Belongs together with',
    none: 'No connection has been confirmed.',
    because: 'because:',
    thread: 'the thread',
    connect: 'Connect to something',
    connectTitle: 'Connect to something it belongs with',
    connectTo: 'What does it belong with?',
    connectHint: 'Assignments, decisions, agreements, commissions, projects and consultations.',
    connectKind: 'How?',
    connectReason: 'Why?',
    connected: 'The connection is saved.',
    reverse: {
      concerns: 'is concerned by',
      continues: 'is continued by',
      reports: 'is reported on in',
      funds: 'is funded by',
    },
  },
);
