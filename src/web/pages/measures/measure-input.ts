import * as z from 'zod';
import { measureKindCodes } from '../../../domain/measures/index.ts';
import { type Kronor, parseKronor } from '../../../kernel/money.ts';
import { choice, civilDateField, idField, optionalId, optionalText, text } from '../../input.ts';

const amount = z.string('validation.required').transform((written, issues): Kronor => {
  const kronor = parseKronor(written);
  if (kronor !== undefined) return kronor;
  issues.addIssue({ code: 'custom', message: 'validation.amount' });
  return z.NEVER;
});

const blankIsNothing = (value: unknown): unknown =>
  typeof value === 'string' && value.trim() === '' ? undefined : value;

/** An amount as people write it, in whole kronor. */
export function amountField(): z.ZodType<Kronor> {
  return z.preprocess(blankIsNothing, amount) as z.ZodType<Kronor>;
}

/** An amount that may be left out. */
export function optionalAmount(): z.ZodType<Kronor | undefined> {
  return z.preprocess(blankIsNothing, amount.optional()) as z.ZodType<Kronor | undefined>;
}

/** The fields of a measure. */
export const measureForm = z.object({
  title: text({ maximum: 300 }),
  description: optionalText({ maximum: 5_000 }),
  kind: choice(
    measureKindCodes as readonly [(typeof measureKindCodes)[number], ...(typeof measureKindCodes)[number][]],
  ),
  responsibleBodyId: idField(),
  planned: amountField(),
  plannedFullYear: amountField(),
  startsOn: civilDateField(),
  assignmentId: optionalId(),
  goalId: optionalId(),
});
