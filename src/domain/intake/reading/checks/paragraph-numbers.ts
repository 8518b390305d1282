import type { Reading, ReadProblem } from '../../../../documents/tree/recognise.ts';
import { type MinutesParagraph, minutesContents, minutesParagraphs } from '../../../meetings/index.ts';
import type { Check } from './check-bundle.ts';

/** Fewer §§ are an excerpt, which leaves out what it likes. */
const fewest = 5;
/** Minutes that lack more than this share of their §§ are an excerpt too. */
const largestShare = 0.2;

/** §§ of minutes that are missing between others, and a number that two §§ have. */
export const paragraphNumberProblems: Check = (readings) =>
  readings
    .filter((reading) => reading.kind === 'minutes')
    .flatMap((reading) => {
      const paragraphs = minutesParagraphs(reading).filter((paragraph) => !paragraph.listedOnly);
      return [...repeated(paragraphs), ...gap(paragraphs, reading)];
    });

function repeated(paragraphs: readonly MinutesParagraph[]): readonly ReadProblem[] {
  return paragraphs.flatMap((paragraph, index) => {
    const before = paragraphs[index - 1];
    if (before?.number !== paragraph.number || before.suffix !== paragraph.suffix) return [];
    const printed = `§ ${paragraph.number}${paragraph.suffix ?? ''}`;
    return [
      {
        code: 'paragraphNumberRepeated',
        message: `${printed} står på två ärenden, här och på rad ${before.head.span.line}. Numren har lästs som de står: rätta det som är fel innan du bekräftar.`,
        source: paragraph.head.span,
      },
    ];
  });
}

function gap(paragraphs: readonly MinutesParagraph[], reading: Reading): readonly ReadProblem[] {
  if (paragraphs.length < fewest) return [];
  const numbers = new Set(paragraphs.map(({ number }) => number));
  const listed = new Set(minutesContents(reading).map(({ number }) => number));
  const [from, to] = [Math.min(...numbers), Math.max(...numbers)];
  const all = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const missing = all.filter((number) => !numbers.has(number) && !listed.has(number));
  if (missing.length === 0 || missing.length > paragraphs.length * largestShare) return [];
  const after = paragraphs.find(({ number }) => number > missing[0]!)!;
  return [
    {
      code: 'paragraphNumberGap',
      message: `${missing.length === 1 ? '§' : '§§'} ${missing.join(', ')} finns inte i handlingen. Det är vanligt när paragrafer justeras omedelbart och publiceras för sig: läs i så fall in dem också.`,
      source: after.head.span,
    },
  ];
}
