import { slice, spanOf } from '../../../../documents/tree/passage.ts';
import { dateReference, linesOf, type ReadProblem } from '../../../../documents/tree/recognise.ts';
import { firstDate } from '../../../../kernel/swedish-dates.ts';
import type { Check } from './check-bundle.ts';

/**
 * A plan rolled forward keeps last year's words. The dates of a year are set in the autumn before it, so a meeting in the second half of a
 * plan year that is to take "Sammanträdesdatum" of that same year has probably not been changed when the plan was copied (E-02).
 */
export const copiedForwardProblems: Check = (readings) =>
  readings
    .filter((reading) => reading.kind === 'activityPlan' && reading.year !== undefined)
    .flatMap((reading) => {
      const problems: ReadProblem[] = [];
      let day: string | undefined;
      for (const line of linesOf(reading.blocks)) {
        if (!line.cells) continue;
        day = firstDate(line.cells[0]?.text ?? '', dateReference(reading))?.date ?? day;
        for (const match of line.words.text.matchAll(/sammanträdes(?:datum|dagar)\s+(\d{4})/giu)) {
          if (!day || Number(match[1]) !== reading.year || Number(day.slice(5, 7)) < 7) continue;
          problems.push({
            code: 'copiedForward',
            message: `”${match[0]}” står bland punkterna den ${day}, när årets datum redan gäller. Troligen är raden kopierad från förra årets plan.`,
            source: spanOf(slice(line.words, match.index, match.index + match[0].length)),
          });
        }
      }
      return problems;
    });
