import type { ErrorEntry } from './errors.ts';

/** The rows of the catalogue about commissions and funds. */
export const commissionErrors = {
  'commission.extendedAlready': {
    status: 409,
    text: {
      sv: 'Beställningen är redan förlängd. Öppna förlängningen och förläng den i stället.',
      en: 'The commission has been extended already. Open its extension and extend that one instead.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
