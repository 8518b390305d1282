/** What is wrong with a form that is made or read in, and with an answer to one. */
export const formProblems = {
  'form.codeTaken': '{code} exists already. Write another code.',
  'form.codeStrange':
    'The code cannot be used. Write letters, digits, hyphens or underscores without spaces, like 10a.',
  'form.fileNotJson':
    'The file cannot be read from line {line}. Save it as JSON again, or fetch it again from where it came.',
  'form.fileWrongPlace': 'What stands at {place} does not fit. Correct it, and read the file in again.',
  'form.fileUnknownKey':
    'At {place} there is something that does not belong to a form. Remove it, and read the file in again.',
  'form.fileEmpty': 'Choose a file, or paste its text.',
  'form.tableHeads': 'The table lacks the columns {heads}. Begin with a table that was fetched here.',
  'form.tableLine': 'Line {line} cannot be read. Compare it with a table that was fetched here, and correct the line.',
  'answer.exclusive': '“{option}” cannot be chosen together with other answers. Take it away, or the others.',
  'answer.count': 'Write a whole number in digits, for example 140 441.',
  'answer.percent': 'Write a share between 0 and 100, for example 46,5.',
  'answer.bothNumberAndCannot': 'Write a number or tick that it cannot be stated, not both.',
} as const;
