import type { ErrorEntry } from './errors.ts';

/** How the rules of economic action plans, and of interim and annual reports, say no. Part of the catalogue in `errors.ts`. */
export const measureErrors = {
  'measures.planExists': {
    status: 409,
    text: {
      sv: 'Organet har redan en ekonomisk handlingsplan för {year}. Öppna den i stället.',
      en: 'The body already has an economic action plan for {year}. Open it instead.',
    },
  },
  'periodReport.noPeriod': {
    status: 409,
    text: {
      sv: 'Det finns ingen period att rapportera för {year}. Skriv först en lägesbild för perioden.',
      en: 'There is no period to report for {year}. Write an assessment for the period first.',
    },
  },
  'periodReport.exists': {
    status: 409,
    text: {
      sv: 'Organet har redan en sådan rapport för {year}. Öppna den i stället.',
      en: 'The body already has such a report for {year}. Open it instead.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
