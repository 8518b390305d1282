import type { ErrorEntry } from './errors.ts';

/** How the rules of deviations between principals and of goal areas say no. Part of the catalogue in `errors.ts`. */
export const deviationErrors = {
  'deviations.functionExists': {
    status: 409,
    text: {
      sv: 'Huvudmannen har redan en utpekad funktion för området. Avsluta den först om en annan ska ta över.',
      en: 'The principal already has a function for the area. End that one first if another is to take over.',
    },
  },
  'deviations.answered': {
    status: 409,
    text: {
      sv: 'Funktionen har redan svarat. Ställ en ny fråga om något ska läggas till.',
      en: 'The function has already answered. Ask a new question if something is to be added.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
