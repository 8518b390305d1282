import {
  type Draft,
  goesOn,
  linesOf,
  type PlacedLine,
  type Proposed,
  type Reading,
  type Recogniser,
  spanOfLines,
} from '../../documents/tree/recognise.ts';

/** One point that a committee puts in to the plan and budget of the coming year (inspel). */
export type ProposedBudgetInputPoint = Proposed<
  'budgetInputPoint',
  {
    readonly number: number;
    readonly text: string;
    /** The first sentence, which states the wish; the rest gives the reasons. */
    readonly headline: string;
    readonly planYear?: number;
    readonly body?: string;
    readonly diaryNumber?: string;
    /** The same point as other documents of the bundle word it. */
    readonly variants?: readonly { readonly text: string; readonly line: number }[];
  }
>;

const leadForm = /inspel.*:\s*$|\bpunkter\b.*:\s*$/isu;

/**
 * Reads the numbered points of an input: in the letter itself, and in the notice and memo that sum it up. Points are torn by page breaks, so
 * a point goes on over a blank line when it has not ended; a number that a conversion turned into a dash stays part of the point before.
 */
export const budgetInputImport: Recogniser<ProposedBudgetInputPoint> = {
  name: 'budgetInput',
  appliesTo: ['budgetInput', 'notice', 'memo'],
  recognise(reading) {
    const lines = linesOf(reading.blocks);
    const lead = lines.findIndex((line) => leadForm.test(line.words.text) && /inspel/iu.test(line.words.text));
    if (lead < 0) return { records: [], problems: [] };
    const points = pointsAfter(lines.slice(lead + 1));
    const planYear = planYearIn(lines.slice(0, lead + 1), reading);
    const isLetter = reading.kind === 'budgetInput';
    const records = points.map(({ number, lines }): Draft<ProposedBudgetInputPoint> => {
      const text = lines.map((line) => line.words.text).join(' ');
      return {
        type: 'budgetInputPoint',
        source: spanOfLines(lines),
        confidence: isLetter && points.length > 1 ? 0.96 : 0.8,
        rule: isLetter ? 'input-point-in-letter' : 'input-point-in-summary',
        number,
        text,
        headline: /^.*?[.;](?=\s|$)/su.exec(text)?.[0] ?? text,
        ...(planYear && { planYear }),
        ...(reading.body && { body: reading.body }),
        ...(reading.diaryNumber && { diaryNumber: reading.diaryNumber }),
      };
    });
    return { records, problems: [] };
  },
};

function pointsAfter(lines: readonly PlacedLine[]): readonly { number: number; lines: PlacedLine[] }[] {
  const points: { number: number; lines: PlacedLine[] }[] = [];
  for (const line of lines) {
    const last = points.at(-1);
    const number = line.marker?.kind === 'number' ? line.marker.number : undefined;
    if (number === (last?.number ?? 0) + 1) points.push({ number, lines: [line] });
    else if (last && number === undefined && (!line.firstOfBlock || goesOn(textOf(last.lines), line.words.text)))
      last.lines.push(line);
    else break;
  }
  return points;
}

const textOf = (lines: readonly PlacedLine[]) => lines.map((line) => line.words.text).join(' ');

/** "… verksamhetsplan med budget 2021" in the title or the lead. */
function planYearIn(lines: readonly PlacedLine[], reading: Reading): number | undefined {
  const text = [reading.title, ...lines.slice(-1).map((line) => line.words.text)].join(' ');
  const match = /(?:verksamhetsplan(?: med budget)?|budget)(?: för)?(?: år)?\s+(\d{4})/iu.exec(text);
  return match ? Number(match[1]) : undefined;
}
