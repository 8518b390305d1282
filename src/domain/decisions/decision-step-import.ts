import { spanOf } from '../../documents/tree/passage.ts';
import {
  type Draft,
  linesOf,
  type PlacedLine,
  type Proposed,
  type Reading,
  type Recogniser,
} from '../../documents/tree/recognise.ts';
import { headingTitle } from '../../documents/tree/table-rows.ts';
import { type DateReference, findDates } from '../../kernel/swedish-dates.ts';

/** A station on the way of a proposal to its decision (beslutsprocess, DEC-14): which body, when, and whether it has been passed. */
export type ProposedDecisionStep = Proposed<
  'decisionStep',
  {
    readonly date: string;
    readonly body: string;
    /** Absent when no station of the list has a tick: then nothing says what has been passed. */
    readonly passed?: boolean;
    readonly order: number;
    /** What the way leads to, as the document is called. */
    readonly subject?: string;
  }
>;

const tickForm = /^(?<tick>[✓✔☑☒√]|\[[xX]\])\s*/u;
const openForm = /^(?<open>[☐□○]|\[\s?\])\s*/u;
const processHead = /^(?:besluts(?:process|väg|gång)|väg(?:en)? till beslut|ärendets gång)\b/iu;

/** Reads lists whose lines are a day and a body: "✓ 26/4 Socialchefer". Three lines or more, under a heading that says so or with ticks. */
export const decisionStepImport: Recogniser<ProposedDecisionStep> = {
  name: 'decisionStep',
  appliesTo: ['goalDocument', 'memo', 'other'],
  recognise(reading) {
    const records: Draft<ProposedDecisionStep>[] = [];
    let head: PlacedLine | undefined;
    let steps: Step[] = [];
    const close = () => {
      records.push(...draftsOf(steps, head, reading));
      steps = [];
    };
    // A day without a year is the one nearest the last full date before the list, or nearest the document's own.
    let reference: DateReference = reading.date
      ? { date: reading.date }
      : { ...(reading.year !== undefined && { year: reading.year }) };
    for (const line of linesOf(reading.blocks)) {
      const step = stepOf(line, reference);
      if (step) steps.push(step);
      else if (steps.length === 0 || line.firstOfBlock) {
        close();
        head = processHead.test(headingTitle(line.block) ?? line.words.text) ? line : undefined;
      }
      if (!step) reference = lastFullDate(line) ?? reference;
    }
    close();
    return { records, problems: [] };
  },
};

type Step = {
  readonly line: PlacedLine;
  readonly date: string;
  readonly body: string;
  readonly mark?: 'passed' | 'open';
};

function stepOf(line: PlacedLine, reference: DateReference): Step | undefined {
  if ((line.cells && line.cells.length > 3) || line.words.text.length > 200) return undefined;
  const text = line.words.text.replace(/\t/gu, ' ');
  const mark = tickForm.test(text) ? 'passed' : openForm.test(text) ? 'open' : undefined;
  const rest = text.replace(tickForm, '').replace(openForm, '');
  const found = findDates(rest, reference, { slash: true })[0];
  const body = found?.start === 0 && found.precision === 'day' ? rest.slice(found.end).replace(/^[\s:–-]+/u, '') : '';
  if (!found || !/^\p{Lu}[^.]{1,100}$/u.test(body)) return undefined;
  return { line, date: found.date, body, ...(mark && { mark }) };
}

/** The last date of a line that states its year; in cells also as yymmdd. */
function lastFullDate(line: PlacedLine): DateReference | undefined {
  const texts = line.cells ? line.cells.map((cell) => cell.text) : [line.words.text];
  const dates = texts.flatMap((text) =>
    /\d/u.test(text) ? findDates(text, {}, { compact: line.cells !== undefined }) : [],
  );
  const last = dates.filter((mention) => mention.precision === 'day').at(-1);
  return last && { date: last.date };
}

function draftsOf(
  steps: readonly Step[],
  head: PlacedLine | undefined,
  reading: Reading,
): readonly Draft<ProposedDecisionStep>[] {
  const marked = steps.filter((step) => step.mark).length;
  if (steps.length < 3 || (!head && marked * 2 < steps.length)) return [];
  // The stations of a way come one after another; days that jump back were probably not meant as a way.
  const inOrder = steps.every((step, index) => index === 0 || step.date >= steps[index - 1]!.date);
  return steps.map(({ line, date, body, mark }, index) => ({
    type: 'decisionStep',
    source: spanOf(line.words) ?? line.span,
    ...(index === 0 && head && { alsoAt: [head.span] }),
    confidence: head && inOrder ? 0.94 : 0.7,
    rule: 'decision-step-in-list',
    date,
    body,
    ...(marked > 0 && { passed: mark === 'passed' }),
    order: index + 1,
    subject: reading.title,
  }));
}
