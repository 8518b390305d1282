import { spanOf } from '../../../../documents/tree/passage.ts';
import { linesOf } from '../../../../documents/tree/recognise.ts';
import { unreadableDates } from '../../../../kernel/swedish-periods.ts';
import type { Check } from './check-bundle.ts';

/** Words that are meant as a date and name no day ("2019-0619", "31 april"): no record gets a guessed day from them. */
export const unreadableDateProblems: Check = (readings) =>
  readings.flatMap((reading) =>
    linesOf(reading.blocks).flatMap((line) =>
      unreadableDates(line.words.text).map(({ start, end, text }) => ({
        code: 'dateUnreadable',
        message: `”${text}” är inget datum i kalendern. Se efter vilken dag som menas.`,
        source: spanOf(line.words, start, end),
      })),
    ),
  );
