import type { SameTexts } from '../../localized.ts';
import type { problems as source } from '../sv/problems.ts';

export const problems: SameTexts<typeof source> = {
  'validation.required': 'Fill in the field.',
  'validation.choose': 'Choose one of the options.',
  'validation.tooShort': 'Write at least {minimum} characters.',
  'validation.tooLong': 'Write at most {maximum} characters.',
  'validation.tooSmall': 'Write a number that is at least {minimum}.',
  'validation.tooBig': 'Write a number that is at most {maximum}.',
  'validation.tooFew': 'Choose at least {minimum}.',
  'validation.tooMany': 'Choose at most {maximum}.',
  'validation.number': 'Write a whole number in digits, such as 12.',
  'validation.date': 'Write a date that exists, such as 2026-05-30.',
  'validation.id': 'The choice no longer exists. Reload the page and choose again.',
  'validation.file': 'Choose a file.',
  'validation.unexpected': 'The field {field} does not belong to the form. Reload the page and try again.',
  'validation.wrong': 'Check what is written here.',
};
