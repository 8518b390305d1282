import * as z from 'zod';
import {
  type Commission,
  type CommissionFields,
  type CommissionPart,
  employmentFormCodes,
  extentKindCodes,
  type PayerGroup,
  payerGroupCodes,
  payerGroups,
  payerKey,
} from '../../../domain/commissions/index.ts';
import { isId } from '../../../kernel/id.ts';
import { kronorOf, parseOre } from '../../../kernel/ore.ts';
import type { FormState } from '../../contracts.ts';
import {
  checkbox,
  idempotencyField,
  optionalChoice,
  optionalCivilDate,
  optionalId,
  optionalText,
  optionalWholeNumber,
  text,
} from '../../input.ts';

/** How many lines of payers a form can hold: thirteen principals in two years, and some to spare. */
export const mostLines = 30;
const lineNumbers = Array.from({ length: mostLines }, (_, index) => index + 1);

type Codes = readonly [string, ...string[]];
const blankIsNothing = (value: unknown): unknown =>
  typeof value === 'string' && value.trim() === '' ? undefined : value;

/** A written value read by a rule; what the rule does not know is answered with its sentence. */
function written<T>(read: (text: string) => T | undefined, key: string): z.ZodType<T | undefined> {
  const schema = z.string().transform((text, issues): T => {
    const value = read(text);
    if (value !== undefined) return value;
    issues.addIssue({ code: 'custom', message: key });
    return z.NEVER;
  });
  return z.preprocess(blankIsNothing, schema.optional()) as z.ZodType<T | undefined>;
}

/** An amount in öre as people write it. */
export function optionalOre(): z.ZodType<number | undefined> {
  return written(parseOre, 'validation.amount');
}

/** Posts as people write them: "25 %", "0,25", "3 årsarbetare". */
export function readPosts(text: string): number | undefined {
  const [, digits, percent] = /^\s*(\d{1,4}(?:[.,]\d{1,4})?)\s*(%|procent)?(?:\s*årsarbetare)?\s*$/iu.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const value = Number(digits.replace(',', '.'));
  return percent ? Math.round(value * 100) / 10_000 : value;
}

const optionalPosts = () => written(readPosts, 'commission.posts');

type LineFields = {
  readonly payer: string | undefined;
  readonly amount: number | undefined;
  readonly posts: number | undefined;
  readonly year: number | undefined;
};

/** The fields of a commission; its lines are `payer1`, `amount1`, `posts1`, `year1` and so on. */
export const commissionForm = z.object({
  what: text({ maximum: 1_000 }),
  who: text({ maximum: 300 }),
  bodyId: optionalId(),
  fte: optionalPosts(),
  extentKind: optionalChoice(extentKindCodes as unknown as Codes),
  employmentForm: optionalChoice(employmentFormCodes as unknown as Codes),
  personnelNote: optionalText({ maximum: 1_000 }),
  from: optionalCivilDate(),
  to: optionalCivilDate(),
  fundId: optionalId(),
  fund: optionalText({ maximum: 300 }),
  decided: checkbox(),
  ...(Object.fromEntries(
    lineNumbers.flatMap((number) => [
      [`payer${number}`, optionalText({ maximum: 320 })],
      [`amount${number}`, optionalOre()],
      [`posts${number}`, optionalPosts()],
      [`year${number}`, optionalWholeNumber({ minimum: 1990, maximum: 2200 })],
    ]),
  ) as Record<never, never>),
  idempotencyKey: idempotencyField,
});
export type CommissionForm = z.output<typeof commissionForm>;

/** What was typed, in the words of the domain. */
export function fieldsOf(form: CommissionForm): CommissionFields {
  const values = form as unknown as Readonly<Record<string, unknown>>;
  const lines = lineNumbers.map((number) => lineOf(values, number));
  return {
    what: form.what,
    who: form.who,
    bodyId: form.bodyId ?? null,
    fte: form.fte ?? null,
    extentKind: (form.extentKind ?? null) as CommissionFields['extentKind'] & (string | null),
    employmentForm: (form.employmentForm ?? null) as CommissionFields['employmentForm'] & (string | null),
    personnelNote: form.personnelNote ?? '',
    from: form.from ?? null,
    to: form.to ?? null,
    fundId: form.fundId ?? null,
    fund: form.fund ?? null,
    amounts: lines.flatMap((line) =>
      line.amount === undefined ? [] : [{ value: kronorOf(line.amount), currency: 'SEK', ...partOf(line) }],
    ),
    shares: lines.flatMap((line) => (line.posts === undefined ? [] : [{ fte: line.posts, ...partOf(line) }])),
  };
}

function lineOf(values: Readonly<Record<string, unknown>>, number: number): LineFields {
  return {
    payer: values[`payer${number}`] as string | undefined,
    amount: values[`amount${number}`] as number | undefined,
    posts: values[`posts${number}`] as number | undefined,
    year: values[`year${number}`] as number | undefined,
  };
}

/** The payer of a line: a principal by its id, a group by its words, or the words of the paper. */
function partOf({ payer, year }: LineFields) {
  const key = payer ?? '';
  const rest = key.slice(key.indexOf(':') + 1);
  const own = { year: year ?? null };
  if (key.startsWith('body:') && isId(rest)) return { ...own, payerBodyId: rest };
  if (key.startsWith('group:') && (payerGroupCodes as readonly string[]).includes(rest))
    return { ...own, payer: payerGroups[rest as PayerGroup].sv };
  return { ...own, payer: key.startsWith('words:') && rest ? rest : null };
}

/** What a verb found wrong, at the fields of the form: its lists hold only the lines that say something. */
export function atLines(state: FormState): FormState {
  const filled = (name: string) =>
    lineNumbers.filter((number) => String(state.values[`${name}${number}`] ?? '').trim() !== '');
  const fields = { amounts: filled('amount'), shares: filled('posts') };
  return {
    ...state,
    problems: state.problems.map((problem) => {
      const [, list, index, part] = /^(amounts|shares)\.(\d+)\.(\w+)$/u.exec(problem.path) ?? [];
      const number = list && fields[list as keyof typeof fields][Number(index)];
      if (!number) return problem;
      const name = part === 'year' ? 'year' : list === 'amounts' ? 'amount' : 'posts';
      return { ...problem, path: `${name}${number}` };
    }),
  };
}

/** The value of a payer in the form. */
export function payerValue(payer: CommissionPart['payer']): string {
  if (!payer) return '';
  return payer.bodyId || payer.group ? payerKey(payer) : `words:${payer.name}`;
}

/** A commission as the form shows it: what a payer pays of a year in money and posts is one line. */
export function savedValues(commission: Commission): Readonly<Record<string, string>> {
  const number = (value: number | null) => (value === null ? '' : String(value).replace('.', ','));
  const lines: { payer: string; amount: string; posts: string; year: string }[] = [];
  for (const { payer, money, fte, year } of commission.parts) {
    const own = { payer: payerValue(payer), year: year === null ? '' : String(year) };
    const amount = money ? number(money.value) : '';
    const half = lines.find(
      (line) => line.payer === own.payer && line.year === own.year && (money ? !line.amount : !line.posts),
    );
    if (half && money) half.amount = amount;
    else if (half) half.posts = number(fte);
    else lines.push({ ...own, amount, posts: number(fte) });
  }
  return {
    what: commission.what,
    who: commission.who,
    bodyId: commission.orderedBy?.id ?? '',
    fte: number(commission.fte),
    extentKind: commission.extentKind ?? '',
    employmentForm: commission.employmentForm ?? '',
    personnelNote: commission.personnelNote,
    from: commission.from ?? '',
    to: commission.to ?? '',
    fundId: commission.fundRecord?.id ?? '',
    fund: commission.fund ?? '',
    ...(commission.decided && { decided: 'on' }),
    ...Object.fromEntries(
      lines.flatMap((line, index) => Object.entries(line).map(([name, value]) => [`${name}${index + 1}`, value])),
    ),
  };
}

/** How many lines a form shows: those that say something, and some empty ones. */
export function lineCount(state: FormState): number {
  const last = lineNumbers.findLast((number) =>
    ['payer', 'amount', 'posts', 'year'].some((name) => String(state.values[`${name}${number}`] ?? '').trim() !== ''),
  );
  return Math.min(mostLines, Math.max(4, (last ?? 0) + 2));
}
