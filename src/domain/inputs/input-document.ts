import { type Block, bold, type DocumentTree, paragraph, text } from '../../documents/tree/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { monthName } from '../../kernel/swedish-dates.ts';
import type { BudgetInput } from './budget-input.ts';

/**
 * The letter of an input in the form of seed 001: who it is to, how it came about (the discussion, when one is known), the numbered points with the
 * wish first, and who stands behind it. A point that is a draft is said to be one: such a letter cannot be decided.
 */
export function inputDocument(input: BudgetInput, authority: string): DocumentTree {
  const { body, to, forYear, datedOn, decision, matter, points } = input;
  const date = datedOn ?? decision?.on;
  return {
    title: input.title,
    author: authority,
    language: 'sv',
    ...(date && { date }),
    facts: [
      { label: 'Organ', value: body.name },
      ...(to ? [{ label: 'Till', value: to.name }] : []),
      ...(date ? [{ label: 'Datum', value: date }] : []),
      ...(matter ? [{ label: 'Beteckning', value: matter.registrationNumber }] : []),
      ...(decision ? [{ label: 'Beslut', value: longDay(decision.on) }] : []),
    ],
    blocks: [
      ...opening(input).map((words) => paragraph(words)),
      ...(points.length === 0
        ? [callout('Inspelet har inga punkter än.')]
        : [
            {
              kind: 'list' as const,
              ordered: true,
              items: points.map(({ headline, reasoning, drafted }) => ({
                content: [
                  bold(headline),
                  ...(reasoning ? [text(` ${reasoning}`)] : []),
                  ...(drafted ? [text(' [utkast]')] : []),
                ],
              })),
            },
          ]),
      paragraph(`För ${body.name}, inför verksamhetsplan med budget ${forYear}`),
    ],
  };
}

/** What the letter says before its points: the words of the body, or the standing words of such a letter. */
export function opening(
  input: Pick<BudgetInput, 'opening' | 'body' | 'to' | 'forYear' | 'discussed'>,
): readonly string[] {
  const own = input.opening.split(/\n\s*\n/u).filter((one) => one.trim());
  if (own.length > 0) return own.map((one) => one.trim());
  const receiver = input.to?.name ?? 'nämnden';
  const plan = `verksamhetsplan med budget för ${input.forYear}`;
  return [
    input.discussed
      ? `Vid sammanträdet den ${longDay(input.discussed.on)} diskuterade ${input.body.name} vad som bör lämnas över som inspel till ${receiver} inför beslutet om ${plan}. Med anledning av diskussionen framförs följande inspel:`
      : `${input.body.name} framför följande inspel till ${receiver} inför beslutet om ${plan}:`,
  ];
}

function longDay(date: CivilDate): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return `${day} ${monthName(month)} ${year}`;
}

const callout = (words: string): Block => ({ kind: 'callout', tone: 'warning', content: [text(words)] });
