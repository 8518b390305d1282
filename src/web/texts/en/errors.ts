import type { SameTexts } from '../../localized.ts';
import type { errors as source } from '../sv/errors.ts';

export const errors: SameTexts<typeof source> = {
  notFoundTitle: 'The page does not exist',
  notFoundBody:
    'The address may be misspelt, or the page has moved. Check the address or start again from the start page.',
  toStart: 'To the start page',
  back: 'Go back',
  denied: 'You are not allowed to do this',
  signInNeeded: 'You need to sign in',
  conflict: 'This could not be done now',
  tooMany: 'Wait a moment',
  tooManyBody: (seconds) => `Too many requests came in a short time. Try again in ${seconds} seconds.`,
  unavailable: 'The service does not answer right now',
  invalid: 'Something needs correcting',
  tooLarge: 'What you sent is too large',
  tooLargeBody: (megabytes) => `At most ${megabytes} MB can be sent at a time. Divide the files and try again.`,
  staleTitle: 'The page had been open for too long',
  staleBody:
    'The form was not sent, because the sign-in has ended or changed since the page was opened. Nothing has been saved. Sign in if needed, open the page again and paste the text.',
  foreignTitle: 'The form came from another website',
  foreignBody:
    'For safety, forms are accepted only from the pages of Kansli itself. Nothing has been saved. Open the page here and send it from there.',
  bugTitle: 'Something went wrong on our side',
  bugBody:
    'The fault has been noted. What you wrote may not be saved. Try again; if that does not help, contact support and give the number.',
  reference: 'Reference number',
};
