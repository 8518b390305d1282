import type { ErrorEntry } from './errors.ts';

/** The rows of the catalogue about what people arrange around their work. */
export const workErrors = {
  'work.notOnList': {
    status: 404,
    text: {
      sv: 'Uppgiften finns inte på din lista längre. Den är klar, eller så har någon annan tagit den. Gå tillbaka till Mitt arbete.',
      en: 'The task is no longer on your list. It is done, or somebody else has it. Go back to My work.',
    },
  },
  'work.inOtherHands': {
    status: 409,
    text: {
      sv: 'Uppgiften ligger hos {name}. Den som lämnade över den kan ta tillbaka den först.',
      en: 'The task is with {name}. Whoever handed it over can take it back first.',
    },
  },
  'work.ownOnly': {
    status: 409,
    text: {
      sv: 'Det här kan bara du göra själv. Gör det från Mitt arbete, eller låt det vila.',
      en: 'Only you can do this yourself. Do it from My work, or let it rest.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
