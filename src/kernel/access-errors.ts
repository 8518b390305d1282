import type { ErrorEntry } from './errors.ts';

/** The rows of the catalogue about coming in and showing who one is. None tells whether an account exists. */
export const accessErrors = {
  'access.codeNeeded': {
    status: 422,
    text: {
      sv: 'Kontot kräver en engångskod efter lösenordet. Logga in på sidan Logga in.',
      en: 'The account asks for a one-time code after the password. Sign in on the page Sign in.',
    },
  },
  'access.wrongCode': {
    status: 422,
    text: {
      sv: 'Koden stämmer inte, eller har redan använts. Vänta på nästa kod i appen och skriv den.',
      en: 'The code is not right, or has been used already. Wait for the next code of the app and write that.',
    },
  },
  'access.codeThere': {
    status: 409,
    text: {
      sv: 'Kontot har redan en app för engångskoder. Ta bort den först om du ska byta telefon.',
      en: 'The account has an app for one-time codes already. Take it away first if you are changing telephone.',
    },
  },
  'access.signInExpired': {
    status: 422,
    text: {
      sv: 'Det tog för lång tid, eller så var det fel för många gånger. Börja om från inloggningen.',
      en: 'It took too long, or went wrong too many times. Begin again from the sign-in.',
    },
  },
  'access.passkeyRefused': {
    status: 422,
    text: {
      sv: 'Nyckeln kunde inte användas här. Försök igen, eller logga in på ett annat sätt.',
      en: 'The passkey could not be used here. Try again, or sign in another way.',
    },
  },
  'access.identityRefused': {
    status: 422,
    text: {
      sv: 'E-legitimationen gav inget svar som går att lita på här. Börja om från inloggningen, och kontakta administratören om det händer igen.',
      en: 'The electronic identity gave no answer that can be trusted here. Begin again from the sign-in, and ask an administrator if it happens again.',
    },
  },
  'access.providerSilent': {
    status: 503,
    text: {
      sv: 'Tjänsten för e-legitimation svarar inte. Försök igen om en stund, eller logga in på ett annat sätt.',
      en: 'The service for electronic identities does not answer. Try again in a while, or sign in another way.',
    },
  },
  'access.proofWrong': {
    status: 422,
    text: {
      sv: 'Lösenordet eller koden stämmer inte. Kontrollera dem och försök igen; det du skrev finns kvar.',
      en: 'The password or the code is not right. Check them and try again; what you wrote is kept.',
    },
  },
  'access.standInClosed': {
    status: 409,
    text: {
      sv: 'Ett av kontona är stängt. Välj ett konto som är öppet, eller öppna det först.',
      en: 'One of the accounts is closed. Choose one that is open, or open it first.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
