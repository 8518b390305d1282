import * as z from 'zod';
import { isCivilDate } from '../kernel/civil-date.ts';
import { isId } from '../kernel/id.ts';

/**
 * The kinds of field a form or a query can hold, as schemas that read what a browser sends. The message of a schema is the key of a Problem;
 * the sentence stands in `kernel/problem-texts/sv.ts`. Line ends become `\n` and letters composed (NFC), so that equal texts are equal.
 */
const clean = (value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/\r\n?/g, '\n').normalize('NFC').trim() : value;
const blankIsNothing = (value: unknown): unknown => {
  const text = clean(value);
  return text === '' || text === null ? undefined : text;
};

/** A schema's own message would otherwise speak for all its checks: "fill in" for a text that is too long. */
const missing = {
  error: (issue: { readonly code?: string | undefined }) =>
    issue.code === 'invalid_type' ? 'validation.required' : undefined,
};

/** A text that must be written. */
export function text(limits: { readonly maximum?: number; readonly minimum?: number } = {}): z.ZodType<string> {
  return z.preprocess(
    clean,
    z
      .string(missing)
      .min(1, 'validation.required')
      .min(limits.minimum ?? 1)
      .max(limits.maximum ?? 500),
  );
}

/** A text that may be left empty. */
export function optionalText(limits: { readonly maximum?: number } = {}): z.ZodType<string | undefined> {
  return z.preprocess(
    blankIsNothing,
    z
      .string()
      .max(limits.maximum ?? 500)
      .optional(),
  );
}

const civilDateText = z.string('validation.date').refine(isCivilDate, 'validation.date');
const idText = z.string('validation.choose').refine(isId, 'validation.id');
const digits = z
  .string('validation.required')
  .regex(/^-?\d{1,15}$/, 'validation.number')
  .transform(Number);

/** A day in the calendar, `2026-05-30`; a day that does not exist is refused. */
export function civilDateField(): z.ZodType<string> {
  return z.preprocess(blankIsNothing, z.string('validation.required').pipe(civilDateText));
}

export function optionalCivilDate(): z.ZodType<string | undefined> {
  return z.preprocess(blankIsNothing, civilDateText.optional());
}

export function wholeNumber(limits: { readonly minimum?: number; readonly maximum?: number } = {}): z.ZodType<number> {
  const { minimum = Number.MIN_SAFE_INTEGER, maximum = Number.MAX_SAFE_INTEGER } = limits;
  return z.preprocess(blankIsNothing, digits.pipe(z.number().min(minimum).max(maximum)));
}

export function optionalWholeNumber(
  limits: { readonly minimum?: number; readonly maximum?: number } = {},
): z.ZodType<number | undefined> {
  return z.preprocess(blankIsNothing, wholeNumber(limits).optional());
}

/** One of the codes of a table. */
export function choice<const T extends readonly [string, ...string[]]>(codes: T): z.ZodType<T[number]> {
  return z.preprocess(blankIsNothing, z.enum(codes, 'validation.choose')) as z.ZodType<T[number]>;
}

export function optionalChoice<const T extends readonly [string, ...string[]]>(
  codes: T,
): z.ZodType<T[number] | undefined> {
  return z.preprocess(blankIsNothing, z.enum(codes, 'validation.choose').optional()) as z.ZodType<
    T[number] | undefined
  >;
}

/** The id of a record that was chosen from a list or stands in the address. */
export function idField(): z.ZodType<string> {
  return z.preprocess(blankIsNothing, idText);
}

export function optionalId(): z.ZodType<string | undefined> {
  return z.preprocess(blankIsNothing, idText.optional());
}

/** A box that is ticked or not; a browser leaves an unticked box out. */
export function checkbox(): z.ZodType<boolean> {
  return z.preprocess((value) => value !== undefined && value !== '', z.boolean());
}

/** A field that may come several times (ticked boxes, several files): none, one or many become a list. */
export function manyOf<T>(
  one: z.ZodType<T>,
  limits: { readonly minimum?: number; readonly maximum?: number } = {},
): z.ZodType<T[]> {
  return z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z
      .array(one)
      .min(limits.minimum ?? 0)
      .max(limits.maximum ?? 1000),
  );
}

/** A file that was handed in; an empty file field sends a file without name and content. */
export function fileField(): z.ZodType<File> {
  return z
    .instanceof(File, { error: 'validation.file' })
    .refine((file) => file.size > 0 || file.name !== '', 'validation.file');
}

/** The version a person saw when the form was opened, and the key that makes a form sent twice count once (`components/form`). */
export const versionField = wholeNumber({ minimum: 0 });
export const idempotencyField = text({ maximum: 100 });
