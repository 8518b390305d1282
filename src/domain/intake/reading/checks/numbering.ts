import { spanOf } from '../../../../documents/tree/passage.ts';
import { flowOf, type Reading, type ReadProblem } from '../../../../documents/tree/recognise.ts';
import type { Check } from './check-bundle.ts';

const inlineNumber = /(?:^|(?<=[:;]\s)|(?<=[:;]\soch\s))(\d{1,2})\.\s+(?=\p{Lu})/gu;

/** A number that comes twice in a row: in a numbered list, or in a sentence that counts "1. …; 2. …; 3. …; och 3. …" (E-12). */
export const numberingProblems: Check = (readings) =>
  readings.flatMap((reading) => [...inSentences(reading), ...inLists(reading)]);

function inSentences(reading: Reading): readonly ReadProblem[] {
  return reading.blocks.flatMap((block) => {
    const words = flowOf(block);
    const numbers = [...words.text.matchAll(inlineNumber)];
    return numbers.flatMap((match, index) => {
      const before = numbers[index - 1];
      if (!before || before[1] !== match[1]) return [];
      return [repeated(match[1]!, spanOf(words, match.index, match.index + match[0].length))];
    });
  });
}

function inLists(reading: Reading): readonly ReadProblem[] {
  return reading.blocks.flatMap((block) =>
    block.lines.flatMap((line, index) => {
      const before = block.lines[index - 1]?.marker;
      if (line.marker?.kind !== 'number' || before?.kind !== 'number' || before.number !== line.marker.number)
        return [];
      return [repeated(String(line.marker.number), line.span)];
    }),
  );
}

function repeated(number: string, source: ReadProblem['source']): ReadProblem {
  return {
    code: 'numberRepeated',
    message: `Numret ${number} står två gånger i följd. Numren har lästs som de står.`,
    source,
  };
}
