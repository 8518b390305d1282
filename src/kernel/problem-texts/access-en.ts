import type { accessProblems as swedish } from './access-sv.ts';

/** What is wrong with accounts, passwords and stand-ins. */
export const accessProblems: Readonly<Record<keyof typeof swedish, string>> = {
  'account.passwordCommon':
    'The password is one of those that are guessed first. Write a whole sentence that only you think of.',
  'account.notTheSame': 'The passwords differ. Write the same password once more.',
  'account.reasonMissing': 'Write why the account is closed, for example “Left on 2026-11-20”.',
  'account.ownAccount': 'You cannot close your own way in. Ask another administrator to do it.',
  'account.codeUnknown':
    'The code does not exist, or has expired. Ask the person to sign in by electronic identity again and read the new code to you.',
  'account.identityTaken': 'The electronic identity belongs to an account already. Take it from there first.',
  'standIn.oneself': 'Nobody stands in for themselves. Choose somebody else.',
  'standIn.notOwn': 'You can lend your own role, not that of another. Ask an administrator to enter the stand-in.',
  'standIn.backwards': 'The last day is before the first. Write a later last day.',
  'standIn.passed': 'The last day has passed. Choose today or a later day.',
  'standIn.long': 'Somebody stands in for at most a year at a time. Choose a day up to {longest}.',
  'standIn.notHeld':
    'Who is stood in for does not hold the role for the body on the first day. Choose another role or body.',
};
