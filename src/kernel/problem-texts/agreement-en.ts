import type { agreementProblems as swedish } from './agreement-sv.ts';

/** What is wrong with a field of an agreement, in English. */
export const agreementProblems: Readonly<Record<keyof typeof swedish, string>> = {
  'agreements.endAndOpen': 'What runs until further notice has no last day. Remove the last day, or the tick.',
  'agreements.renewsWithoutEnd':
    'What is prolonged by itself needs a last day to be prolonged from. Write the last day.',
  'agreements.alarmMonths': 'Write months as whole numbers with commas between, such as 12, 6, 3.',
  'agreements.dayOrMonth': 'Write a day or a month, such as 2024-11-20 or 2024-11.',
  'agreements.ownPredecessor': 'An agreement cannot replace itself. Choose the one before it.',
  'agreements.reason': 'Write why, or what shows it.',
  'agreements.nobodyDecides':
    'There is no party to wait for. Add the parties that are to decide before it is sent out.',
  'agreements.noticeAhead': 'That day has not been yet. Write the day on which notice came.',
  'agreements.endUnknown': 'No period of notice is stated. Write on which day it ends.',
  'agreements.endsBeforeNotice': 'It cannot end before notice was given. Write a later day.',
  'agreements.textDecided': 'The text is decided and is not changed. Write a new agreement that replaces this one.',
  'agreements.sameText': 'The text is the same as in the last version. Change something, or cancel.',
  'agreements.partyName': 'Write what the party is called, or choose a body.',
  'agreements.partyExists': 'The party is there already. Change it instead.',
  'agreements.whichBody': 'Write which body of the party decided, such as the municipal assembly.',
  'agreements.decidedAhead': 'That day has not been yet. Write the day of the decision.',
  'agreements.whichReservation': 'Write what the reservation is about.',
  'agreements.chooseParties': 'Tick at least one party that the source speaks of and that has no decision yet.',
  'agreements.moreThanClaimed': 'The source speaks of {told}, but {chosen} are ticked. Untick those it does not mean.',
  'agreements.noParties': 'There are no parties yet. Add the parties first, or make the step a common one.',
  'agreements.whoResponsible': 'Write who is responsible for the step.',
  'agreements.doneAhead': 'That day has not been yet. Write the day on which the step was done.',
};
