import type { ErrorEntry } from './errors.ts';

/** The rows of the catalogue about polls and dialogues. What those without an account read says what they can do themselves. */
export const pollErrors = {
  'poll.unknown': {
    status: 404,
    text: {
      sv: 'Det finns ingen omröstning med den adressen. Kontrollera bokstäverna, eller peka kameran på koden igen.',
      en: 'There is no poll with that address. Check the letters, or point the camera at the code again.',
    },
  },
  'poll.notOpen': {
    status: 409,
    text: {
      sv: 'Omröstningen har inte öppnat än. Vänta tills den som leder mötet säger till, och ladda om sidan.',
      en: 'The poll has not opened yet. Wait until whoever leads the meeting says so, and reload the page.',
    },
  },
  'poll.over': {
    status: 409,
    text: {
      sv: 'Omröstningen är stängd, så svaret räknades inte. Säg det till den som leder mötet om du ville svara.',
      en: 'The poll is closed, so the answer was not counted. Tell whoever leads the meeting if you wanted to answer.',
    },
  },
  'poll.answered': {
    status: 409,
    text: {
      sv: 'Omröstningen är redan besvarad med den här koden. Svaret räknades första gången, och du behöver inte göra något mer.',
      en: 'The poll has already been answered with this code. The answer was counted the first time, and you need not do anything more.',
    },
  },
  'poll.codeUnknown': {
    status: 404,
    text: {
      sv: 'Koden gäller inte för den här omröstningen. Kontrollera bokstäverna på lappen, eller be om en ny.',
      en: 'The code is not for this poll. Check the letters on the slip, or ask for a new one.',
    },
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>;
