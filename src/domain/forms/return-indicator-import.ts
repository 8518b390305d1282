import { tolerant } from '../../documents/tree/damage-tolerant.ts';
import { join, type Passage, spanOf } from '../../documents/tree/passage.ts';
import type { Draft, PlacedLine, Recogniser } from '../../documents/tree/recognise.ts';
import { firstDate } from '../../kernel/swedish-dates.ts';
import { figuresIn, indicatorFields, type ProposedIndicator } from '../indicators/index.ts';
import { labelledAnswer, labelledProse } from './headed-answer-reading.ts';
import { numberAnswerIn } from './number-answer-reading.ts';
import { proseBelow } from './question-answer.ts';
import { askedText } from './question-import.ts';
import { type LaidOutQuestion, layOutQuestions } from './question-layout.ts';

/**
 * Reads the figures of a return: the shares and counts that its questions ask for, and those that its answers state in their sentences. The
 * words of the form itself (reference values, years) are no figures of the region.
 */
export const returnIndicatorImport: Recogniser<ProposedIndicator> = {
  name: 'returnIndicator',
  appliesTo: ['nationalReturn'],
  recognise: (reading) => ({
    records: layOutQuestions(reading.blocks).flatMap((question) => [
      ...(question.labelled ? labelledFigure(question, reading.text) : askedFigure(question)),
      ...toldFigures(question),
    ]),
    problems: [],
  }),
};

function askedFigure(question: LaidOutQuestion): readonly Draft<ProposedIndicator>[] {
  const text = askedText(question);
  const choice = proseBelow(text, question.body).length < question.body.length;
  const found = choice ? numberAnswerIn(text, question.body) : undefined;
  if (found?.value === undefined || !found.source) return [];
  const asOf = firstDate(text)?.date;
  const estimated = found.after.some((line) => estimateForm.test(line.words.text));
  return [
    {
      type: 'indicator',
      source: found.source,
      alsoAt: question.asked.map((line) => line.span),
      confidence: 0.9,
      rule: 'number-asked-for',
      name: indicatorName(text),
      value: found.value,
      unit: found.kind === 'percent' ? '%' : 'antal',
      ...(asOf && { asOf }),
      ...(estimated && { qualifier: 'enligt uppskattning' }),
      question: question.number,
    },
  ];
}

/** The figure of a question whose answer stands under its label. */
function labelledFigure(question: LaidOutQuestion, source: string): readonly Draft<ProposedIndicator>[] {
  const text = askedText(question);
  const { kind, value, answer, asOf } = labelledAnswer(text, question.body, source);
  const line = question.body.find(({ words }) => answer !== undefined && words.text.endsWith(` ${answer}`));
  if ((kind !== 'percent' && kind !== 'count') || value === undefined || !line) return [];
  return [
    {
      type: 'indicator',
      source: line.span,
      alsoAt: question.asked.map(({ span }) => span),
      confidence: 0.95,
      rule: 'number-asked-for',
      name: indicatorName(text),
      value,
      unit: kind === 'percent' ? '%' : 'antal',
      ...(asOf && { asOf }),
      question: question.number,
    },
  ];
}

const estimateForm = new RegExp(`(?<!\\p{L})${tolerant('enligt uppskattning')}`, 'iu');
const askingForm = new RegExp(
  `^(?:${tolerant('hur stor andel')}|${tolerant('ange andelen')})\\s{1,3}(?:av\\s{1,3})?`,
  'iu',
);
const countingForm = new RegExp(
  `^(?:${tolerant('ange hur många')}|${tolerant('hur många')}|${tolerant('ange antalet')})\\s{1,3}`,
  'iu',
);

/** "Hur stor andel av befolkningen hade en fast kontakt den 31 december?" is the indicator "Andel av befolkningen som hade en fast kontakt". */
function indicatorName(question: string): string {
  const date = firstDate(question);
  const undated = date ? question.slice(0, date.start).replace(/\s+den\s*$/iu, '') : question;
  const words = undated.replace(/[?.\s]+$/u, '');
  if (countingForm.test(words)) return words.replace(countingForm, 'Antal ');
  const share = words.replace(askingForm, 'Andel av ');
  const verb = share.search(/\s(?:hade|har|fick)\s(?!.*\s(?:hade|har|fick)\s)/u);
  return verb < 0 || /\ssom$/u.test(share.slice(0, verb)) ? share : `${share.slice(0, verb)} som${share.slice(verb)}`;
}

function toldFigures(question: LaidOutQuestion): readonly Draft<ProposedIndicator>[] {
  const prose = question.labelled ? labelledProse(question.body) : proseBelow(askedText(question), question.body);
  return paragraphsOf(prose).flatMap((words) =>
    figuresIn(words.text).flatMap((figure): Draft<ProposedIndicator>[] => {
      const source = spanOf(words, figure.start, figure.end);
      if (!source) return [];
      const { confidence, rule } = figure;
      return [{ type: 'indicator', source, confidence, rule, ...indicatorFields(figure), question: question.number }];
    }),
  );
}

/** The paragraphs of prose. A page break may part a number from its thousands, so a block that begins with digits goes on. */
function paragraphsOf(lines: readonly PlacedLine[]): readonly Passage[] {
  const paragraphs: Passage[] = [];
  for (const { words, firstOfBlock } of lines) {
    const last = paragraphs.at(-1);
    const goesOn = !firstOfBlock || (/\d$/u.test(last?.text ?? '') && /^\d{3}(?!\d)/u.test(words.text));
    if (last && goesOn) paragraphs[paragraphs.length - 1] = join([last, words], ' ');
    else paragraphs.push(words);
  }
  return paragraphs;
}
