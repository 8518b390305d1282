import * as z from 'zod';
import { readAsOf, readFigure } from '../../../domain/indicators/index.ts';

const blankIsNothing = (value: unknown): unknown =>
  typeof value === 'string' && value.trim() === '' ? undefined : value;

const figure = z
  .string('validation.required')
  .max(60)
  .transform((written, issues): number => {
    const read = readFigure(written);
    if (read.kind === 'value') return read.value;
    issues.addIssue({ code: 'custom', message: 'validation.number' });
    return z.NEVER;
  });

/** A number as people write it: "1 234,5", "46 %". */
export function figureField(): z.ZodType<number> {
  return z.preprocess(blankIsNothing, figure) as z.ZodType<number>;
}

export function optionalFigure(): z.ZodType<number | undefined> {
  return z.preprocess(blankIsNothing, figure.optional()) as z.ZodType<number | undefined>;
}

const asOf = z
  .string('validation.required')
  .max(40)
  .transform((written, issues): string => {
    const read = readAsOf(written);
    if (read !== undefined) return read;
    issues.addIssue({ code: 'custom', message: 'indicators.asOf' });
    return z.NEVER;
  });

/** A year, quarter, month or day as people write it. */
export function asOfField(): z.ZodType<string> {
  return z.preprocess(blankIsNothing, asOf) as z.ZodType<string>;
}

export function optionalAsOf(): z.ZodType<string | undefined> {
  return z.preprocess(blankIsNothing, asOf.optional()) as z.ZodType<string | undefined>;
}
