import type * as z from 'zod';
import type { Problem } from '../../kernel/problem.ts';
import { isProblemKey } from '../../kernel/problem-texts/problem-text.ts';
import type { FormState } from '../contracts.ts';

export type Parsed = { readonly value: unknown; readonly problems: readonly Problem[] };

/** Reads input by its schema; what does not fit becomes problems with our own sentences, never those of the library. */
export async function parse(schema: z.ZodType | undefined, input: unknown): Promise<Parsed> {
  if (schema === undefined) return { value: {}, problems: [] };
  const result = await schema.safeParseAsync(input);
  return result.success
    ? { value: result.data, problems: [] }
    : { value: undefined, problems: firstOfEachField(result.error.issues.map(problemOf)) };
}

type Entry = readonly [name: string, value: string | File];

/**
 * The fields of a form as an object: a name that comes several times is a list, and `clauses.0.text` is the text of the first of the clauses.
 * The objects have no prototype, and names that could reach one are refused by never being special.
 */
export function nested(entries: Iterable<Entry>): Record<string, unknown> {
  const root: Record<string, unknown> = Object.create(null);
  for (const [name, value] of entries) put(root, name.split('.'), typeof value === 'string' ? readable(value) : value);
  return asArrays(root) as Record<string, unknown>;
}

/** The same fields as they were typed, to fill the form again. Files cannot be filled in again by a page and are left out. */
export function typedValues(entries: Iterable<Entry>): FormState['values'] {
  const typed: Record<string, string | readonly string[]> = Object.create(null);
  for (const [name, value] of entries) {
    if (typeof value !== 'string') continue;
    const before = typed[name];
    typed[name] = before === undefined ? value : typeof before === 'string' ? [before, value] : [...before, value];
  }
  return typed;
}

/** Text as it can be kept and read: control characters are left out, which nobody types and no database text holds. */
function readable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is left out.
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '').toWellFormed();
}

function put(target: Record<string, unknown>, [head = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    const before = target[head];
    target[head] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
    return;
  }
  const before = target[head];
  const inner: Record<string, unknown> =
    typeof before === 'object' && before !== null && !Array.isArray(before)
      ? (before as Record<string, unknown>)
      : Object.create(null);
  target[head] = inner;
  put(inner, rest, value);
}

/** Objects whose names are all numbers become lists in the order of those numbers; deeper first. */
function asArrays(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof File) return value;
  if (Array.isArray(value)) return value.map(asArrays);
  const entries = Object.entries(value).map(([name, inner]) => [name, asArrays(inner)] as const);
  const numbered = entries.length > 0 && entries.every(([name]) => /^\d{1,4}$/.test(name));
  if (numbered) return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, inner]) => inner);
  const result: Record<string, unknown> = Object.create(null);
  for (const [name, inner] of entries) result[name] = inner;
  return result;
}

function problemOf(issue: z.core.$ZodIssue): Problem {
  const path = issue.path.map(String).join('.');
  if (isProblemKey(issue.message)) return { path, key: issue.message };
  switch (issue.code) {
    case 'too_small':
      return {
        path,
        key:
          issue.origin === 'string'
            ? 'validation.tooShort'
            : issue.origin === 'array'
              ? 'validation.tooFew'
              : 'validation.tooSmall',
        values: { minimum: Number(issue.minimum) },
      };
    case 'too_big':
      return {
        path,
        key:
          issue.origin === 'string'
            ? 'validation.tooLong'
            : issue.origin === 'array'
              ? 'validation.tooMany'
              : 'validation.tooBig',
        values: { maximum: Number(issue.maximum) },
      };
    case 'unrecognized_keys':
      return { path, key: 'validation.unexpected', values: { field: issue.keys.join(', ') } };
    case 'invalid_value':
      return { path, key: 'validation.choose' };
    case 'invalid_type':
      return { path, key: issue.input === undefined ? 'validation.required' : 'validation.wrong' };
    default:
      return { path, key: 'validation.wrong' };
  }
}

/** One message a field is enough to start with. */
function firstOfEachField(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ path }) => !seen.has(path) && seen.add(path));
}
