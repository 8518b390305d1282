import type { ErrorEntry } from './errors.ts';

/** The ways in which making something public says no. */
export const publicationErrors = {
  'publication.notReady': {
    status: 409,
    text: {
      sv: 'Handlingen är inte färdig och publiceras inte. Justera, besluta eller fastställ den först.',
      en: 'The document is not final and is not published. Adjust, decide or approve it first.',
    },
  },
  'publication.changedSince': {
    status: 409,
    text: {
      sv: 'Innehållet har ändrats sedan det visades. Läs igenom det på nytt och föreslå publicering igen.',
      en: 'The content has changed since it was shown. Read it again and propose it once more.',
    },
  },
  'publication.notPublic': {
    status: 409,
    text: {
      sv: 'Det finns inget publicerat att dra tillbaka. Ladda om sidan för att se läget nu.',
      en: 'Nothing is published that can be withdrawn. Load the page again to see how it stands.',
    },
  },
  'publication.ownReview': {
    status: 403,
    text: {
      sv: 'Den som har föreslagit publiceringen granskar den inte. Be en kollega som får granska om hjälp.',
      en: 'Whoever proposed the publication does not review it. Ask a colleague who may review for help.',
    },
  },
  'publication.maskIncomplete': {
    status: 409,
    text: {
      sv: 'Det som skulle maskeras står kvar på ett annat sätt i handlingen. Ändra i handlingen och föreslå publicering igen.',
      en: 'What was to be masked still stands in the document in another way. Change the document and propose it once more.',
    },
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>;
