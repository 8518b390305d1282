/** What is wrong with what is told of a deviation between principals, or of a goal area. No sentence repeats what was written. */
export const deviationProblems = {
  'deviations.personNumber':
    'This holds something that can be a personal identity number or a coordination number. Take it away: deviations are reported without patient data. Nothing has been saved.',
  'deviations.contact':
    'This holds a telephone number or an e-mail address. Take it away, and write the function instead. Nothing has been saved.',
  'deviations.perhapsPerson':
    'This may hold something that points a person out, such as a name, initials or an age. Write it in another way, or tick that you have read the text and that nobody is pointed out.',
  'deviations.individualText':
    'What concerns one person is not described here. Take the text away, and write in which system the deviation is handled.',
  'deviations.samePrincipal': 'The deviation cannot concern the one who reports. Choose the other principal.',
  'deviations.dayAhead': 'The day has not come. Write the day on which it happened.',
  'deviations.endsBefore': 'The last day is before the first. Write a later day, or leave the field empty.',
  'deviations.mailbox': 'Write the mailbox of a function, such as avvikelser@kommun.example.',
  'deviations.ruleThatDay': 'A rule already begins on that day. Write another day.',
  'deviations.noneChosen': 'Choose at least one deviation that the work is to make less common.',
  'deviations.effect': 'Write what the work led to, or why it is stopped.',
  'goalareas.nameTaken': 'There already is a goal area of that name. Write another name.',
} as const;
