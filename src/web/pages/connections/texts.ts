import { localized } from '../../localized.ts';

/** The words of the card of what belongs together. */
export const texts = localized(
  {
    title: 'Hör ihop med',
    none: 'Inget samband är bekräftat.',
    because: 'eftersom:',
    thread: 'tråden',
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
    reverse: {
      concerns: 'is concerned by',
      continues: 'is continued by',
      reports: 'is reported on in',
      funds: 'is funded by',
    },
  },
);
