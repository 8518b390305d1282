import * as z from 'zod';
import type { signInWithPasskey } from '../../../domain/access/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { optionalText, text } from '../../input.ts';

/** What the script sends: the browser's answer as JSON, and where one was going. */
export const passkeyAnswer = z.object({ svar: text({ maximum: 20_000 }), till: optionalText({ maximum: 500 }) });

/** The answer as an object; what is in it is believed by nobody before its signature has been checked. */
export function readAnswer<T = Parameters<typeof signInWithPasskey>[2]>(written: string): T {
  try {
    const read: unknown = JSON.parse(written);
    if (typeof read === 'object' && read !== null && 'response' in read) return read as T;
  } catch {
    // Falls through to the refusal.
  }
  throw new AppError('access.passkeyRefused');
}
