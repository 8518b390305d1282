import type { ErrorEntry } from './errors.ts';

/** The ways in which calling people to a meeting, and their answers, say no. */
export const summonsErrors = {
  'summons.linkUnknown': {
    status: 404,
    text: {
      sv: 'Länken går inte att använda. Kontrollera att hela länken ur brevet kom med, eller svara den som skickade brevet.',
      en: 'The link cannot be used. Check that the whole link of the letter came along, or answer the one who sent the letter.',
    },
  },
  'summons.linkUsed': {
    status: 409,
    text: {
      sv: 'Länken är redan använd: ditt svar är mottaget. Hör av dig till den som skickade brevet om du vill ändra det.',
      en: 'The link has been used: your answer has been received. Contact the one who sent the letter if you want to change it.',
    },
  },
  'summons.tooLate': {
    status: 409,
    text: {
      sv: 'Det går inte att svara längre: sammanträdet har börjat, eller så gäller kallelsen inte mer. Hör av dig till sekreteraren.',
      en: 'It is too late to answer: the meeting has begun, or the summons holds no more. Contact the secretary.',
    },
  },
  'summons.notYours': {
    status: 403,
    text: {
      sv: 'Du är inte kallad till sammanträdet, eller så är ditt konto inte kopplat till dig i registret. Fråga sekreteraren.',
      en: 'You are not called to the meeting, or your account is not tied to you in the register. Ask the secretary.',
    },
  },
  'summons.nothingSent': {
    status: 409,
    text: {
      sv: 'Inget brev är skickat till personen än. Skicka kallelsen först.',
      en: 'No letter has been sent to this person yet. Send the notice first.',
    },
  },
  'summons.askedAlready': {
    status: 409,
    text: {
      sv: 'Platsen eller {name} har redan en fråga om tjänstgöring. Ta tillbaka den först.',
      en: 'The seat or {name} already has a question about serving. Withdraw it first.',
    },
  },
  'summons.nobody': {
    status: 409,
    text: {
      sv: 'Det finns ingen att kalla. Lägg till dem som ska vara med, eller kontrollera organets platser på sammanträdets dag.',
      en: 'There is nobody to call. Add those who are to take part, or check the seats of the body on the day of the meeting.',
    },
  },
  'summons.listedAlready': {
    status: 409,
    text: {
      sv: '{name} står redan på listan. Öppna svaret där för att ändra adressen.',
      en: '{name} is on the list already. Open the answer there to change the address.',
    },
  },
  'summons.memberComes': {
    status: 409,
    text: {
      sv: '{name} har inte svarat att hen inte kan komma. Anteckna det först, om det är så.',
      en: '{name} has not answered that they cannot come. Note that first, if it is so.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
