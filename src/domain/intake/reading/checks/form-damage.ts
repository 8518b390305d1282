import type { ReadProblem } from '../../../../documents/tree/recognise.ts';
import type { Check } from './check-bundle.ts';
import { questionsIn } from './form-questions.ts';

/** Words of the form itself that are damaged (E-34): a bracket that is never closed, a row label that does not look like its neighbours. */
export const formDamageProblems: Check = (_, records) =>
  questionsIn(records).flatMap(({ number, text, rows, source }): readonly ReadProblem[] => {
    const open = text.split('(').length - text.split(')').length;
    const bracket: ReadProblem = {
      code: 'bracketUnclosed',
      message: `Fråga ${number} har en parentes som ${open > 0 ? 'inte stängs' : 'inte öppnas'}. Ord kan ha fallit bort.`,
      source,
    };
    const labels = (rows ?? [])
      .filter((row) => row.damaged)
      .map((row) => ({
        code: 'rowLabelDamaged',
        message: `Fråga ${number}: raden ”${row.label}” är skadad; början av den kan saknas.`,
        source: row.source,
      }));
    return open === 0 ? labels : [bracket, ...labels];
  });
