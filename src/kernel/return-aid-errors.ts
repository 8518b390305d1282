import type { ErrorEntry } from './errors.ts';

/** How the rules about what the answers of a return rest on say no. Part of the catalogue in `errors.ts`. */
export const returnAidErrors = {
  'returns.nothingToTake': {
    status: 409,
    text: {
      sv: 'Det finns inget att hämta: underlaget säger inget längre, eller så är inget valt. Läs in sidan på nytt och välj det som ska med.',
      en: 'There is nothing to take over: the sources say nothing any more, or nothing was chosen. Reload the page and choose what should go in.',
    },
  },
  'returns.warningGone': {
    status: 409,
    text: {
      sv: 'Anmärkningen gäller inte längre, för svaret eller registret har ändrats. Läs in sidan på nytt och se vad som står nu.',
      en: 'The remark no longer holds, because the answer or the register has changed. Reload the page and see what it says now.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
