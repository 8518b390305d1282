import type { ErrorEntry } from './errors.ts';

/** How the rules of agreements between principals say no. Part of the catalogue in `errors.ts`. */
export const agreementErrors = {
  'agreement.partyHasDecided': {
    status: 409,
    text: {
      sv: '{party} har beslutat om överenskommelsen och står därför kvar som part. Ta först tillbaka beslutet om det antecknades av misstag.',
      en: '{party} has decided on the agreement and therefore remains a party. Take back the decision first if it was recorded by mistake.',
    },
  },
  'agreement.noPrincipalsLeft': {
    status: 409,
    text: {
      sv: 'Alla regioner och kommuner i registret är redan parter. Lägg till ett organ av slaget kommun eller region om någon saknas.',
      en: 'All regions and municipalities of the register are parties already. Add a body of the kind municipality or region if one is missing.',
    },
  },
  'agreement.partyOnlySigns': {
    status: 409,
    text: {
      sv: '{party} undertecknar men beslutar inte om överenskommelsen. Ändra parten först om den också ska besluta.',
      en: '{party} signs the agreement and does not decide on it. Change the party first if it is to decide as well.',
    },
  },
  'agreement.alreadyDecided': {
    status: 409,
    text: {
      sv: 'Överenskommelsen är beslutad av alla. Säg upp den i stället, eller skriv en ny som ersätter den.',
      en: 'The agreement has been decided by all. Give notice instead, or write a new one that replaces it.',
    },
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>;
