/** The calm pages that are shown when something did not go as asked. The sentences of rules stand in `kernel/errors.ts`. */
export const errors = {
  notFoundTitle: 'Sidan finns inte',
  notFoundBody:
    'Adressen kan vara felskriven, eller så har sidan flyttats. Kontrollera adressen eller börja om från startsidan.',
  toStart: 'Till startsidan',
  back: 'Gå tillbaka',
  denied: 'Du har inte behörighet',
  signInNeeded: 'Du behöver logga in',
  conflict: 'Det gick inte att göra nu',
  tooMany: 'Vänta en stund',
  tooManyBody: (seconds: number) => `Det kom för många anrop på kort tid. Försök igen om ${seconds} sekunder.`,
  unavailable: 'Tjänsten svarar inte just nu',
  invalid: 'Något behöver rättas',
  tooLarge: 'Det du skickade är för stort',
  tooLargeBody: (megabytes: number) => `Högst ${megabytes} MB kan skickas åt gången. Dela upp filerna och försök igen.`,
  staleTitle: 'Sidan hade legat öppen för länge',
  staleBody:
    'Formuläret skickades inte, eftersom inloggningen har gått ut eller bytts sedan sidan öppnades. Inget har sparats. Logga in om det behövs, öppna sidan på nytt och klistra in texten.',
  foreignTitle: 'Formuläret kom från en annan webbplats',
  foreignBody:
    'Av säkerhetsskäl tas formulär bara emot från Kanslis egna sidor. Inget har sparats. Öppna sidan här och skicka därifrån.',
  bugTitle: 'Något gick fel hos oss',
  bugBody:
    'Felet är antecknat. Det du skrev är kanske inte sparat. Försök igen; hjälper det inte, kontakta supporten och ange numret.',
  reference: 'Referensnummer',
} as const;
