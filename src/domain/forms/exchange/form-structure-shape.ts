import * as z from 'zod';
import { type BindingKind, bindingKinds, type FormStructure } from '../form-structure.ts';

/** Longer than any question of the seeds many times over: a file cannot fill the database with one text. */
const text = z.string().max(20_000);
const code = z.string().max(40);
const few = 500;

const option = z.strictObject({ code, text, exclusive: z.boolean(), specifyLabel: text.nullable() });
const matrixLine = z.strictObject({ code, text });
const limit = z.int().nullable();

const answer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('yesNo') }),
  z.strictObject({ kind: z.literal('single'), options: z.array(option).max(few) }),
  z.strictObject({ kind: z.literal('multi'), options: z.array(option).max(few) }),
  z.strictObject({
    kind: z.literal('matrix'),
    rows: z.array(matrixLine).max(few),
    options: z.array(option).max(few),
    rowTextLabel: text.nullable(),
  }),
  z.strictObject({ kind: z.literal('scale'), from: z.number(), to: z.number(), lowLabel: text, highLabel: text }),
  z.strictObject({ kind: z.literal('percent'), cannotStateLabel: text.nullable() }),
  z.strictObject({ kind: z.literal('count'), cannotStateLabel: text.nullable() }),
  z.strictObject({ kind: z.literal('text'), mostItems: limit, mostCharacters: limit }),
]);

const period = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('during'), year: z.int() }),
  z.strictObject({ kind: z.literal('since'), year: z.int() }),
  z.strictObject({ kind: z.literal('asOf'), date: z.string().max(10) }),
]);

const condition = z.strictObject({
  when: z.enum(['all', 'any']),
  terms: z.array(z.strictObject({ question: code, row: code.nullable(), option: code })).max(few),
});

const bindingKindCodes = Object.keys(bindingKinds) as [BindingKind, ...BindingKind[]];

const question = z.strictObject({
  code,
  parent: code.nullable(),
  text,
  guidance: text.nullable(),
  period: period.nullable(),
  required: z.boolean(),
  condition: condition.nullable(),
  answer,
  commentLabel: text.nullable(),
  attachment: z.strictObject({ label: text }).nullable(),
  bindings: z.array(z.strictObject({ kind: z.enum(bindingKindCodes), words: z.array(text).max(few) })).max(few),
});

/**
 * The shape of a form that comes from outside, property by property: what is missing or unknown is told with its place. Whether the form holds
 * together is the lint's to say.
 */
export const formStructureShape: z.ZodType<FormStructure> = z.strictObject({
  title: text,
  introduction: text.nullable(),
  parts: z
    .array(
      z.strictObject({
        code,
        title: text,
        introduction: text.nullable(),
        sections: z.array(z.strictObject({ code, title: text, questions: z.array(question).max(few) })).max(few),
      }),
    )
    .max(few),
});
