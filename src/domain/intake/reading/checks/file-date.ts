import { dateReference, linesOf, type Reading, type ReadProblem } from '../../../../documents/tree/recognise.ts';
import { isCivilDate } from '../../../../kernel/civil-date.ts';
import { findDates } from '../../../../kernel/swedish-dates.ts';

const nameForm = /(?<!\d)(?<year>(?:19|20)\d\d)(?<mark>[-_. ]?)(?<month>\d\d)\k<mark>(?<day>\d\d)(?!\d)/gu;

/**
 * A file that is called by another day than the paper in it (trap 5: filed as 2021, dated 2022). The paper is trusted. Only minutes and notices
 * are compared, because their day is that of the meeting; and a day that the paper itself mentions may be the day it was adjusted or sent.
 */
export function fileDateProblems(fileName: string, readings: readonly Reading[]): readonly ReadProblem[] {
  const days = new Set(
    [...fileName.matchAll(nameForm)].map(({ groups }) => `${groups!.year}-${groups!.month}-${groups!.day}`),
  );
  const [named] = days;
  const [reading] = readings;
  if (days.size !== 1 || !named || !isCivilDate(named) || readings.length !== 1 || !reading) return [];
  if (!['minutes', 'meetingNotes', 'notice'].includes(reading.kind)) return [];
  if (!reading.date || !isCivilDate(reading.date) || reading.date === named || mentions(reading, named)) return [];
  return [
    {
      code: 'dateOfFileDiffers',
      message: `Filen heter ${named}, men handlingen är daterad ${reading.date}. Handlingens datum har lästs: se efter att det är rätt handling, och byt annars namn på filen.`,
      source: reading.blocks[0]!.span,
    },
  ];
}

const mentions = (reading: Reading, day: string) =>
  linesOf(reading.blocks).some((line) =>
    findDates(line.words.text, dateReference(reading)).some(
      ({ date, endDate }) => date === day || (endDate !== undefined && date <= day && day <= endDate),
    ),
  );
