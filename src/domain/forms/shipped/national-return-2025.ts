import type { FormStructure } from '../form-structure.ts';
import { type FormStep, oneYearLater, withSteps } from './changed-form.ts';
import { nationalReturn2024 } from './national-return-2024.ts';
import { ifAnswered, lastDayOf, option, question } from './notation.ts';

/**
 * What the proposal for 2025 asks otherwise than 2024. The form of the agency for 2025 is not known: these are plausible changes of each sort, so
 * that answers can be prepared early and an organisation sees how a new year's form is made from the last one.
 */
export const changes2025: readonly FormStep[] = [
  {
    step: 'reword',
    question: '14',
    text: 'Har regionen under året beslutat att öka vårdutbudet på vårdcentralerna, eller genomfört sådana beslut från tidigare år, för att göra vården mer nära och tillgänglig?',
  },
  {
    step: 'addOption',
    question: '34',
    before: 'other',
    option: option('letter', 'I brev eller kallelse'),
  },
  { step: 'drop', question: '32' },
  {
    step: 'add',
    after: '37',
    question: question(
      '37a',
      'Hur stor andel av de listade hade gjort ett aktivt val av fast läkarkontakt den 31 december?',
      { kind: 'percent', cannotStateLabel: 'Andelen kan inte anges' },
      {
        parent: '37',
        condition: ifAnswered('37', 'yes'),
        period: lastDayOf(2025),
        guidance: 'Räkna på dem som är listade, inte på alla invånare.',
        commentLabel: 'Kommentar',
        bindings: [{ kind: 'indicator', words: ['aktivt val', 'fast läkarkontakt'] }],
      },
    ),
  },
];

/** The return of 2024 moved one year and changed by the table above: a draft, until the agency's own form is there to correct it by. */
export const nationalReturn2025: FormStructure = {
  ...withSteps(oneYearLater(nationalReturn2024, 2024), changes2025),
  introduction:
    'Förslag till formulär för 2025, gjort ur det för 2024 med en lista över ändringar. Myndighetens eget formulär för 2025 är inte känt: rätta förslaget efter det innan det ges ut. Ett kryss som saknas är ett obesvarat svar, aldrig ett nej.',
};
