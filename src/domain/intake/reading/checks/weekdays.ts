import { spanOf } from '../../../../documents/tree/passage.ts';
import { dateReference, linesOf } from '../../../../documents/tree/recognise.ts';
import { weekdayOf } from '../../../../kernel/civil-date.ts';
import { findDates, weekdayAgrees, weekdayName } from '../../../../kernel/swedish-dates.ts';
import type { Check } from './check-bundle.ts';

/** A printed weekday that the calendar contradicts: either the day or the date is wrong, often because last year's plan was copied (E-01). */
export const weekdayProblems: Check = (readings) =>
  readings.flatMap((reading) =>
    linesOf(reading.blocks).flatMap((line) =>
      findDates(line.words.text, dateReference(reading))
        .filter((mention) => !weekdayAgrees(mention))
        .map((mention) => ({
          code: 'weekdayDiffers',
          message: `”${line.words.text.slice(mention.start, mention.end)}”: den ${mention.date} är en ${weekdayName(weekdayOf(mention.date))}.`,
          source: spanOf(line.words, mention.start, mention.end),
        })),
    ),
  );
