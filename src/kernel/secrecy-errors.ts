import type { ErrorEntry } from './errors.ts';

/** The rows of the catalogue about marks of secrecy and masked copies. */
export const secrecyErrors = {
  'secrecy.alreadyMarked': {
    status: 409,
    text: {
      sv: 'Fältet har redan en sekretessmarkering. Häv den först, om en annan bestämmelse ska gälla.',
      en: 'The field has a mark of secrecy already. Lift it first if another provision is to hold.',
    },
  },
  'secrecy.alreadyLifted': {
    status: 409,
    text: {
      sv: 'Markeringen är redan hävd. Läs in sidan på nytt, så ser du av vem och varför.',
      en: 'The mark is lifted already. Reload the page to see by whom and why.',
    },
  },
  'secrecy.nothingToMark': {
    status: 409,
    text: {
      sv: 'Fältet är tomt, så det finns inget att markera. Välj ett fält som har text.',
      en: 'The field is empty, so there is nothing to mark. Choose a field that has a text.',
    },
  },
  'masking.wordsLeft': {
    status: 422,
    text: {
      sv: 'Kopian sparades inte, för {count} av de maskade orden går fortfarande att läsa i den. Maska också de ställen där orden upprepas.',
      en: 'The copy was not kept, because {count} of the masked words can still be read in it. Mask the places where the words are repeated too.',
    },
  },
  'masking.noText': {
    status: 409,
    text: {
      sv: 'Handlingen har ingen text som kan maskas. Gör kopian i bild, sida för sida.',
      en: 'The document has no text that could be masked. Make the copy in pictures, page by page.',
    },
  },
  'disclosure.noRefusal': {
    status: 409,
    text: {
      sv: 'Begäran har inget beslut att skriva ut. Det finns först när något har hållits tillbaka.',
      en: 'The request has no decision to print. There is one when something has been held back.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
