import { AppError } from '../kernel/errors.ts';

/**
 * Refuses a save that was written against an older version: the error carries what is saved now and what the person wrote, so that the page
 * can show both texts. Call it on the row read `for update` in the same transaction.
 */
export function expectVersion<T extends { readonly version: number }>(
  found: T,
  expected: number,
  written?: unknown,
): T {
  if (found.version === expected) return found;
  throw new AppError('record.changedMeanwhile', {}, { current: found, written });
}
