import * as z from 'zod';
import { isId } from '../../../kernel/id.ts';

/** A record and one word about it in one value, "id:word": what one button carries, or a choice with the version that was seen. */
function pair<T>(read: (word: string) => T | undefined): z.ZodType<readonly [id: string, word: T]> {
  return z.string('validation.choose').transform((value, ctx) => {
    const [id = '', word = ''] = value.split(':');
    const told = read(word);
    if (isId(id) && told !== undefined) return [id, told] as const;
    ctx.addIssue({ code: 'custom', message: 'validation.choose' });
    return z.NEVER;
  });
}

/** A record with one of the codes of a table. */
export function idWithCode<const T extends readonly string[]>(
  codes: T,
): z.ZodType<readonly [id: string, code: T[number]]> {
  return pair((word) => codes.find((code): code is T[number] => code === word));
}

/** Two records that belong together, such as a deputy and a seat. */
export function idWithId(): z.ZodType<readonly [id: string, other: string]> {
  return pair((word) => (isId(word) ? word : undefined));
}

/** A record chosen in a list, with the version that was seen. */
export function idWithVersion(): z.ZodType<readonly [id: string, version: number]> {
  return pair((word) => (/^\d{1,9}$/.test(word) ? Number(word) : undefined));
}
