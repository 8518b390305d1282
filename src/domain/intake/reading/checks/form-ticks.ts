import type { Check } from './check-bundle.ts';
import { questionsIn } from './form-questions.ts';

/** Boxes whose ticks cannot be read (E-31): the answer, or those rows and options, are unknown until a person has looked at the page. */
export const formTickProblems: Check = (_, records) =>
  questionsIn(records).flatMap(({ number, answerReading, rows, ticks, evidence, source }) => {
    if (answerReading !== 'unreadable') return [];
    const lost = (rows ?? []).filter((row) => row.answerReading === 'unreadable').length;
    const open = (ticks ?? []).filter((tick) => tick.reading === 'unreadable').length;
    const what = rows
      ? `krysset på ${lost} av ${rows.length} rader kan inte avläsas`
      : ticks
        ? `det går inte att avläsa om ${open} av ${ticks.length} alternativ är ikryssade`
        : `svaret kan inte avläsas. ${evidence ?? ''}`.trim().replace(/\.$/u, '');
    return [{ code: 'tickUnreadable', message: `Fråga ${number}: ${what}. Se efter i originalet.`, source }];
  });
