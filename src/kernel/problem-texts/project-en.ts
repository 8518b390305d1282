/** The same in English. */
export const projectProblems = {
  'projects.dayOrMonth': 'Write a day, a month or a year that exists, for example 2026-05-30, 2026-05 or 2026.',
  'projects.endsBeforeStart': 'The end is before the start. Write a later end.',
  'projects.nameTaken': '{name} goes by that name already. Open that project, or write another name.',
  'projects.notYet': 'The day has not come yet. Write a day up to today.',
  'projects.alreadyDone': 'It has been delivered and is not moved. First take back that it was delivered.',
  'projects.sameDay': 'It is due then already. Write another day.',
  'projects.percent': 'Write a percentage from 1 to 100, or leave it empty.',
  'projects.countKnown': 'There is a number for that day already. Change that one instead.',
  'projects.phaseKnown': 'That phase is there already for that day. Write another day, or let it stand.',
  'projects.alike': '{name} has a name like this one. Open that project, or say that this is another.',
  'projects.notALesson': 'Only a lesson is carried on. Choose a lesson of the list.',
} as const;
