import type { Problem } from '../../kernel/problem.ts';
import { commonWords } from './common-words.ts';

/**
 * The fewest characters of a password that stands alone, and of one beside a second factor (ASVS 5.0, 6.2.1 and 6.2.9; NIST SP 800-63B-4). There are no
 * rules of composition: a whole sentence is easier to remember and harder to guess.
 */
export const shortestPassword = { alone: 15, besideFactor: 8 } as const;

/** More than anybody types; a bound, so that hashing a book cannot hold the server. */
export const longestPassword = 500;

/** What is wrong with a new password: too short for what stands beside it, or one of those that are tried first. */
export function passwordProblems(
  password: string,
  about: { readonly login: string; readonly name: string; readonly hasSecondFactor: boolean },
  path = 'password',
): readonly Problem[] {
  const shortest = about.hasSecondFactor ? shortestPassword.besideFactor : shortestPassword.alone;
  // Counted as people count, a letter with its accent as one.
  const length = [...password.normalize('NFC')].length;
  if (length < shortest) return [{ path, key: 'account.passwordShort', values: { shortest } }];
  if (length > longestPassword) return [{ path, key: 'validation.tooLong', values: { maximum: longestPassword } }];
  return isGuessable(password, [about.login, ...about.name.split(/\s+/)])
    ? [{ path, key: 'account.passwordCommon' }]
    : [];
}

/** Whether nothing remains of a password but words that are tried first, digits in a row and repetition. */
function isGuessable(password: string, own: readonly string[]): boolean {
  const words = [...own.filter((word) => word.length > 2), ...commonWords].map((word) => word.toLowerCase());
  let rest = password.normalize('NFC').toLowerCase();
  for (const word of words.toSorted((a, b) => b.length - a.length)) rest = rest.replaceAll(word, '');
  rest = rest.replace(/\d|[^\p{L}]/gu, '');
  return new Set(rest).size <= 2;
}
