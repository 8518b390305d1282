/** What is wrong with self-assessments, studies, polls and dialogues. */
export const learningProblems = {
  'selfassessments.unanswered': 'Question {question} has not been answered. Answer it together.',
  'selfassessments.noParticipants': '{unit} has not written who took part. Write which functions did.',
  'selfassessments.pointUntold':
    'Point {number} of last year’s plan is not concluded. Tell how it went, or carry it over to this year’s plan.',
  'selfassessments.formWithoutAreas':
    'The form has no questions that are answered on a scale. Choose a form for joint self-assessment.',
  'selfassessments.noUnits': 'The round has no units. Add those that are to assess together.',
  'selfassessments.dueBefore': 'The day has passed. Write a later day.',
  'selfassessments.unitsKnown': 'These units already make an assessment in the round. Open that one instead.',
  'selfassessments.unitTwice': 'The unit stands twice. Choose another one.',
  'selfassessments.oneSide': 'Both principals make the assessment. Choose units from at least two sides.',
  'selfassessments.viewReason': 'Write why the unit sees it otherwise.',
  'selfassessments.told': 'Write how it went, or why it stands still.',
  'studies.endsBeforeStart': 'The last day is before the first. Write a later last day.',
  'studies.moreThanReviewed': 'The figure is larger than the number reviewed ({reviewed}). Write at most {reviewed}.',
  'studies.reviewedFirst': 'First write how many were reviewed in the round.',
  'studies.noUnits': 'Choose at least one unit that is reviewed.',
  'studies.noFigures': 'Round {number} has no number of reviewed or no figure. Fill it in, or remove the round.',
  'studies.noRounds': 'The study has no round. Add one with what was reviewed.',
  'studies.variableCounted': '{label} has been counted in a round. Let it stand, or first remove the figure there.',
  'studies.noConclusions': 'Write the conclusions: they are what others read first.',
  'poll.closesBeforeOpening': 'The last day lies before the first. Write a later last day, or leave the field empty.',
  'poll.oneGroup': 'A single group does not divide the answers. Write at least two groups, or none.',
  'poll.groupLabel': 'Write what the groups are, for instance Municipality or Role.',
  'poll.groupTwice': 'The group “{name}” stands twice. Take one of the lines away.',
  'poll.fewOptions': 'Write at least two answers to choose from, one on each line.',
  'poll.optionTwice': 'The answer “{option}” stands twice. Take one of the lines away.',
  'poll.nothingAnswered': 'Nothing is answered. Answer at least one question and send again.',
  'poll.noQuestions': 'The poll has no questions. Add at least one, and open it then.',
  'poll.codeUnknown': 'The code is not for this poll. Check the letters on the slip, or ask for a new one.',
  'poll.needsNoCodes':
    'Anybody with the address can answer, so no codes are needed. Change who can answer if they should be.',
  'dialogue.endsBeforeStart': 'The last day lies before the first. Write a later last day, or leave the field empty.',
  'dialogue.oneRecord':
    'Choose the goal document, the plan or the decision in which the change shows, and only one of them.',
} as const;
