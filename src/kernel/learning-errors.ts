import type { ErrorEntry } from './errors.ts';

/** How the rules of joint self-assessments say no. Part of the catalogue in `errors.ts`. */
export const learningErrors = {
  'selfassessments.roundNotOpen': {
    status: 409,
    text: {
      sv: 'Omgången är inte öppen för svar. Vänta tills den öppnas, eller fråga den som leder omgången.',
      en: 'The round is not open for answers. Wait until it opens, or ask whoever leads it.',
    },
  },
  'selfassessments.agreedAlready': {
    status: 409,
    text: {
      sv: 'Enheterna är överens och skattningen ändras inte längre. Öppna den igen om något ska rättas.',
      en: 'The units agree, and the assessment does not change any more. Open it again if something is to be corrected.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
