/** What is wrong with what is asked from outside: returns, consultations and requests for documents. */
export const returnProblems = {
  'returns.sourceUnknown':
    'The source is not in the register, or lies in a matter that is not open. Choose another one.',
  'returns.quotesItself':
    'The answer to question {question} already quotes this one. Write the matter in one place and quote it from there.',
  'returns.noComment': 'The question has no comment to write in. Take the tick away.',
  'returns.titleTaken':
    'A return with this title has already been begun for {year}. Open that one, or write another title.',
  'returns.sentOutside': 'Enter a day from the decision to today.',
  'returns.receiptThere':
    'The receipt is noted once, when the return has been sent in. Reload the page to see what is there.',
  'returns.meetingOfBody': 'Choose a meeting of the body that decides on the return.',
  'returns.responsible': 'Choose among those who may answer returns for the unit.',
  'returns.nobody': 'Choose a unit, one or more persons, or both.',
  'returns.dueAfterWhole': 'The whole return is due {last}. Write a day no later than that.',
  'consultation.recipientTwice': '{name} is listed twice. Take one of the lines away.',
  'consultation.dueBeforeSending': 'The last day to answer lies before the day of sending. Write a day from today on.',
  'consultation.wordsMissing': 'The answer has no text. Write what you think and why.',
  'consultation.decidedAhead':
    'The day of the decision lies after today. Write the day on which the body decided on the answer.',
  'consultation.tooManyQuestions': 'There are more than 30 questions. Put some together, or ask them in a form.',
  'consultation.recipientOutside':
    'Advice within the organisation is given by bodies and units of the register. Choose them in the list, or send a consultation instead.',
  'consultation.workingDays': 'The number of working days cannot be counted with. Write a whole number from 1 to 60.',
  'consultation.extensionTooShort':
    'The new day gives no more time. Write a day after the last day to answer, from today on.',
  'consultation.fileTooLarge':
    'The file {name} is larger than {megabytes} megabytes. Split it, or save it in a smaller format.',
  'consultation.tooManyFiles': 'An answer can have {files} files at most. Take one away, or put them together.',
  'consultation.changeMissing':
    'It does not say what was changed. Write the new wording, or choose that the point was not taken up.',
  'consultation.receivedOutside': 'The answer cannot have come before the sending or after today. Write a day between.',
  'disclosure.noMatter': 'There is no matter with that registration number. Check it, or leave the field empty.',
  'disclosure.day': 'The day lies after today, or before the day the request came. Write another day.',
  'disclosure.provisions': 'Name the provision that stands in the way, for example OSL 25:1.',
  'disclosure.otherMatter':
    'The document does not belong to the matter of the request. Choose one of the documents on the page.',
  'disclosure.marked': 'The document is marked secret. Lift the mark first, or release a masked copy.',
  'disclosure.heldBack':
    'A document is held back, whole or in part. Choose “Release in part” or “Refuse”, or try the document anew.',
  'disclosure.decision': 'Write the decision with its reasons: a refusal must be open to appeal.',
} as const;
