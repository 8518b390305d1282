import type { archivingProblems as swedish } from './archiving-sv.ts';

/** What is wrong with what is written about archives, retention and disposal. */
export const archivingProblems: Readonly<Record<keyof typeof swedish, string>> = {
  'archiving.keptByLaw': 'Minutes are always preserved. Choose that they are.',
  'archiving.years': 'Write how many years, from 1 to 100.',
  'archiving.noYears': 'Years are given only when documents are disposed of after a number of years. Empty the field.',
  'archiving.ruleTaken': 'The kind has a row from that day already. Choose another day.',
  'archiving.chooseDocuments': 'Choose at least one document.',
  'archiving.decisionNumber': 'Write the registration number of the decision, such as 26RS1234.',
  'archiving.decisionAhead': 'The decision cannot have been made in the future. Write the day on which it was made.',
  'archiving.chooseRecords': 'Choose at least one record to archive.',
  'archiving.tooManyRecords': 'A package takes at most {maximum} records. Choose fewer, and make one more package.',
  'archiving.receiverCode': 'Write the organisation number of the receiver too.',
};
