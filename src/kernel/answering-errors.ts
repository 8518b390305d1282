import type { ErrorEntry } from './errors.ts';

/** How the rules of answering a return together say no. Part of the catalogue in `errors.ts`. */
export const answeringErrors = {
  'returns.notYours': {
    status: 403,
    text: {
      sv: 'Avsnittet är utdelat till andra. Be den som håller i redovisningen att dela ut det till dig.',
      en: 'The section was given to others. Ask whoever runs the return to give it to you.',
    },
  },
  'returns.sectionReady': {
    status: 409,
    text: {
      sv: 'Avsnittet är markerat som klart. Öppna det igen om ett svar ska ändras.',
      en: 'The section is marked ready. Reopen it if an answer is to be changed.',
    },
  },
  'returns.questionsMissing': {
    status: 409,
    text: {
      sv: 'De här frågorna saknar svar: {questions}. Besvara dem först.',
      en: 'These questions have no answer: {questions}. Answer them first.',
    },
  },
  'returns.sectionsOpen': {
    status: 409,
    text: {
      sv: 'De här avsnitten är inte klara: {sections}. Markera dem som klara först.',
      en: 'These sections are not ready: {sections}. Mark them ready first.',
    },
  },
  'returns.remarksOpen': {
    status: 409,
    text: {
      sv: 'Frågor till svaren är inte avklarade, vid {questions}. Svara och markera dem som avklarade först.',
      en: 'Remarks about the answers are not settled, at {questions}. Reply and settle them first.',
    },
  },
  'returns.warningsOpen': {
    status: 409,
    text: {
      sv: 'Anmärkningar på svaren som inte är avgjorda: {count}, vid {questions}. Rätta svaren, eller säg varför de står kvar.',
      en: 'Remarks on the answers that are not settled: {count}, at {questions}. Correct the answers, or say why they stand.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
