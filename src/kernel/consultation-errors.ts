import type { ErrorEntry } from './errors.ts';

/** The ways in which answering a consultation says no. */
export const consultationErrors = {
  'consultation.linkUnknown': {
    status: 404,
    text: {
      sv: 'Länken går inte att använda. Kontrollera att hela länken ur brevet kom med, eller svara den som skickade remissen.',
      en: 'The link cannot be used. Check that the whole link of the letter came along, or answer the one who sent the consultation.',
    },
  },
  'consultation.closed': {
    status: 409,
    text: {
      sv: 'Remissen är avslutad och tar inte emot fler svar. Hör av dig till den som skickade den om du ändå vill svara.',
      en: 'The consultation is closed and takes no more answers. Contact the one who sent it if you want to answer all the same.',
    },
  },
  'consultation.answerStands': {
    status: 409,
    text: {
      sv: 'Svaret är skickat och ligger fast när sista dagen har gått. Hör av dig till den som skickade remissen om något är fel.',
      en: 'The answer has been sent in and stands once the last day has passed. Contact the one who sent the consultation if something is wrong.',
    },
  },
  'consultation.pointAnswered': {
    status: 409,
    text: {
      sv: 'Synpunkten är besvarad och tas inte bort. Ändra svaret i stället.',
      en: 'The point has been answered and is not taken away. Change its answer instead.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
