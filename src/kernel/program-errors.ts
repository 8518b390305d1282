import type { ErrorEntry } from './errors.ts';

/** The ways in which what programs ask for says no. */
export const programErrors = {
  'api.keyUnknown': {
    status: 401,
    text: {
      sv: 'Anropet har ingen nyckel som gäller. Skapa en under Mitt konto och skicka den som ”Authorization: Bearer …”.',
      en: 'The call has no valid key. Make one under My account and send it as “Authorization: Bearer …”.',
    },
  },
  'api.notJson': {
    status: 415,
    text: {
      sv: 'Det som skickades är inte ett JSON-objekt som går att läsa. Skicka ”Content-Type: application/json” och fälten som de står i /api/openapi.json.',
      en: 'What was sent is no JSON object that can be read. Send “Content-Type: application/json” and the fields as they stand in /api/openapi.json.',
    },
  },
  'api.tooLarge': {
    status: 413,
    text: {
      sv: 'Det som skickades är för stort. Dela upp det i flera anrop.',
      en: 'What was sent is too large. Split it into several calls.',
    },
  },
  'api.tooMany': {
    status: 429,
    text: {
      sv: 'Anropen kommer för tätt. Vänta så många sekunder som svarets Retry-After säger.',
      en: 'The calls come too fast. Wait as many seconds as the Retry-After of the answer says.',
    },
  },
  'webhook.address': {
    status: 422,
    text: {
      sv: 'Adressen går inte att meddela. Skriv en https-adress till en dator utanför det egna nätet.',
      en: 'The address cannot be told anything. Write an https address of a machine outside the own network.',
    },
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>;
