import type { ErrorEntry } from './errors.ts';

/** How the rules of periods and contributions say no. Part of the catalogue in `errors.ts`. */
export const contributionErrors = {
  'period.closed': {
    status: 409,
    text: {
      sv: '{period} är stängd, så det som sagts där ändras inte. Be den som sköter uppföljningen att öppna perioden igen.',
      en: '{period} is closed, so what was said there does not change. Ask whoever runs the follow-up to reopen the period.',
    },
  },
  'contribution.ready': {
    status: 409,
    text: {
      sv: 'Bidraget är markerat som klart. Öppna det igen om texten ska ändras.',
      en: 'The contribution is marked ready. Reopen it if the text is to be changed.',
    },
  },
  'contribution.notWritten': {
    status: 409,
    text: {
      sv: 'Det finns ingen lägesbild att markera som klar. Skriv den först.',
      en: 'There is no situation to mark ready. Write it first.',
    },
  },
  'contribution.notConfirmed': {
    status: 409,
    text: {
      sv: 'Texten är överförd från {period} och ingen har sagt att den stämmer. Ändra den, eller bekräfta att den gäller.',
      en: 'The text was carried over from {period} and nobody has said that it holds. Change it, or confirm that it holds.',
    },
  },
  'contribution.writtenAlready': {
    status: 409,
    text: {
      sv: 'Det finns redan en text i perioden. Ändra den i stället för att föra över den förra.',
      en: 'There is a text in the period already. Change it instead of carrying the last one over.',
    },
  },
  'contribution.nothingToCarry': {
    status: 409,
    text: {
      sv: 'Det finns ingen tidigare text att föra över. Skriv en ny.',
      en: 'There is no earlier text to carry over. Write a new one.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
