import type { FormStructure } from '../../src/domain/forms/index.ts';
import { question, structureOf } from './build-national-report.ts';

/** Four questions, each bound by words to records of another kind. */
export const boundForm: FormStructure = structureOf([
  question('1', 'Beskriv arbetet med digitala besök.', {
    bindings: [
      { kind: 'assignment', words: ['digitala'] },
      { kind: 'indicator', words: ['digitala besök'] },
    ],
  }),
  question('2', 'Finns en beslutad färdplan?', {
    answer: { kind: 'yesNo' },
    commentLabel: 'Kommentar',
    bindings: [
      { kind: 'decision', words: ['färdplan'] },
      { kind: 'agreement', words: ['färdplan'] },
      { kind: 'project', words: ['provteam'] },
    ],
  }),
  question('3', 'Hur många digitala besök gjordes?', {
    answer: { kind: 'count', cannotStateLabel: null },
    commentLabel: 'Kommentar',
    bindings: [{ kind: 'indicator', words: ['digitala besök'] }],
  }),
  question('4', 'Sammanfatta.', { bindings: [{ kind: 'question', words: ['1'] }] }),
]);
