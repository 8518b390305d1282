/** What is wrong with what follows from a decision: its tasks, commissions and funds. */
export const executionProblems = {
  'execution.nobodyAnswers': 'Write who answers for the task, or choose a body.',
  'execution.notMade': 'The decision has not been made yet. What follows from it is entered when it has.',
  'execution.bodyCloses':
    'Only the body closes a task or takes it up again. Choose an item for decision follow-up, or one in which the body decided.',
  'execution.whyDropped': 'Write why the task is dropped.',
  'execution.reportOfOther': 'Choose a report-back of the body that decides, and a decision that is made in a meeting.',
  'execution.reportFrozen': 'The report-back is approved and frozen already.',
  'execution.reportDraft':
    'The report-back “{title}” is a draft. Mark it as ready for decision, or the decision does not freeze it.',
  'execution.noFund': 'The decision does not say where the money comes from.',
  'execution.noPeriod': 'The decision does not say from when and until when.',
  'execution.noFirstDay': 'The decision does not say from which day it holds.',
  'execution.noNotice': 'It holds until further notice, but the decision names no period of notice.',
  'execution.noDueDay': 'The decision names no day by which it is to be done.',
  'execution.returnOfOther': 'Choose a return that the same body decides on, and a decision that is made in a meeting.',
  'execution.returnFrozen': 'The return is approved and frozen already.',
  'execution.returnNotReady':
    'The return “{title}” is not ready for decision. Finish the review, or the decision does not freeze it.',
  'commission.posts': 'Write the extent as a number or in percent, for example 0,25, 25 % or 3.',
  'commission.yearOutside': 'The year {year} is outside the period. Change the year, or the period.',
  'commission.endsAfterTerm':
    'The day is after the end of the period. Change the period instead, or extend the commission.',
  'commission.extendsBackwards': 'The extension begins before what it extends. Write a later first day.',
  'commission.fundTaken': 'The fund {name} already has that name. Open it instead, or write another name.',
} as const;
