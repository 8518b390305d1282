import type { ErrorEntry } from './errors.ts';

/** How the rules of taking the answers of a paper to a form say no. Part of `return-errors.ts`. */
export const paperReturnErrors = {
  'return.otherForm': {
    status: 409,
    text: {
      sv: 'Papperet är av ett annat formulär: {count} av dess frågor är inte desamma. Välj en redovisning av rätt formulär, eller skriv svaren för hand.',
      en: 'The paper is of another form: {count} of its questions are not the same. Choose a return of the right form, or write the answers by hand.',
    },
  },
  'return.otherYear': {
    status: 409,
    text: {
      sv: 'Papperet är för {paper} och redovisningen för {year}. Välj redovisningen för samma år; förra årets svar visas bredvid frågorna ändå.',
      en: 'The paper is for {paper} and the return for {year}. Choose the return of the same year; last year’s answers are shown beside the questions anyway.',
    },
  },
  'return.nothingPointedTo': {
    status: 409,
    text: {
      sv: 'Papperet pekar inte på något svar på frågan. Läs i originalet, och svara i redovisningen.',
      en: 'The paper points to no answer to the question. Look in the original, and answer in the return.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
