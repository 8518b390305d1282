import { type Band, commonBands, countsIn, smallestGroup } from '../../kernel/small-groups.ts';
import type { AssessmentArea } from './assessment-rules.ts';

/** What one assessment answered to an area in a year; null when it left the area out. */
export type AreaAnswer = { readonly year: number; readonly area: AssessmentArea; readonly step: number | null };

/** How the answers of all units to one area fell in each year, in bands that are the same for all years. */
export type AreaWhole = {
  readonly code: string;
  readonly text: string;
  readonly scale: AssessmentArea['answer'];
  readonly bands: readonly Band[];
  readonly years: readonly { readonly year: number; readonly counts: readonly number[]; readonly answered: number }[];
  /** The years of which nothing can be shown, because too few answered. */
  readonly tooFew: readonly number[];
};

/**
 * The whole of closed rounds. An area is the same over the years by its code and scale. A year is left out when too few answered the area, and when too
 * few left it out, for those could be counted from the other areas; of the years that remain all get the same bands, so fine as the smallest allows.
 */
export function wholeOf(answers: readonly AreaAnswer[]): readonly AreaWhole[] {
  const areas = Map.groupBy(answers, ({ area }) => `${area.code} ${area.answer.from} ${area.answer.to}`);
  return [...areas.values()].map((own) => {
    const { code, text, answer: scale } = own.at(-1)!.area;
    const years = [...Map.groupBy(own, ({ year }) => year)].toSorted(([a], [b]) => a - b);
    const counted = years.map(([year, all]) => ({ year, counts: stepCounts(all, scale), leftOut: leftOut(all) }));
    const large = counted.filter(
      ({ counts, leftOut: none }) =>
        commonBands(scale.from, [counts]) !== undefined && (none === 0 || none > smallestGroup),
    );
    const bands =
      commonBands(
        scale.from,
        large.map(({ counts }) => counts),
      ) ?? [];
    return {
      code,
      text,
      scale,
      bands,
      years: large.map(({ year, counts }) => ({
        year,
        counts: countsIn(bands, scale.from, counts),
        answered: counts.reduce((sum, count) => sum + count, 0),
      })),
      tooFew: counted.filter((one) => !large.includes(one)).map(({ year }) => year),
    };
  });
}

function stepCounts(answers: readonly AreaAnswer[], { from, to }: AssessmentArea['answer']): readonly number[] {
  return Array.from(
    { length: to - from + 1 },
    (_, index) => answers.filter(({ step }) => step === from + index).length,
  );
}

const leftOut = (answers: readonly AreaAnswer[]): number => answers.filter(({ step }) => step === null).length;
