/** What is wrong with an indicator and its figures, or with a measure that is to give a result. */
export const indicatorProblems = {
  'indicators.figure':
    'This is no figure. Write a number such as 1 234,5, or why the value is missing, for example kan inte anges.',
  'indicators.nothingEntered': 'No value is filled in. Write at least one.',
  'indicators.wordsNotThere': 'The words do not stand on the line. Copy them from the text above as they stand.',
  'indicators.columnNeeded': 'Such a column is needed. Choose it.',
  'indicators.asOf':
    'The time cannot be read. Write a year, quarter, month or day, for example 2025, 2025-Q2, 2025-06 or 2025-06-30.',
  'indicators.valueOrReason': 'There is neither a value nor a reason. Write the value, or choose why it is missing.',
  'indicators.valueAndReason': 'There is both a value and a reason why it is missing. Remove one of them.',
  'indicators.koladaCodes':
    'The codes cannot be read. Write them as in Kolada with commas between, at most 25 at a time.',
  'indicators.reasonToCorrect':
    'There is already another value for the same time. Write why it is changed, and both are kept.',
  'indicators.alreadyCorrected':
    'The value has already been corrected. Open the indicator again and correct the value that holds now.',
  'indicators.nameTaken':
    'There is already an indicator of that name and unit. Choose another name, or open the one that exists.',
  'indicators.codeTaken': 'Another indicator has the code already. Remove it here, or correct the other one.',
  'indicators.breakNeedsTime': 'A break of the series needs a time. Write from when the new definition holds.',
  'indicators.endsBeforeItBegins': 'The end lies before the beginning. Correct one of the times.',
  'indicators.referenceNeedsDenominator':
    'A reference value says nothing without what it is counted per. Write for example inhabitants per specialist.',
  'indicators.rowExists':
    'The municipality already has a row for the age group and the years. Change that one instead.',
  'measures.startsLater':
    'The measure belongs to the plan for {year}. Write a first day no later than 31 December {year}.',
  'measures.plannedBelowZero':
    'Write what the result gains, without a minus sign: for a lower cost as for a higher revenue.',
  'measures.month': 'Write a month of {year}, for example {year}-08.',
  'measures.monthAhead': 'The month has not begun. Write this month or an earlier one.',
  'measures.consequence': 'Write what the consequences are, or that there are none.',
  'measures.reason': 'Write why.',
} as const;
