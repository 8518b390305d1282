/** What is wrong with a release, an ask that goes with it, or the tie between two principals. */
export const releaseProblems = {
  'release.personalNumber':
    'Handlingen innehåller ett personnummer och lämnas inte ut. Ta bort numret i handlingen och försök igen.',
  'release.contentChanged': 'Handlingen har ändrats sedan du såg den. Läs den på nytt innan du lämnar ut den.',
  'release.noReceiver': 'Ingen mottagare är vald. Välj minst en huvudman eller grupp.',
  'release.toOneself': 'Den egna myndigheten kan inte vara mottagare. Ta bort den ur listan.',
  'release.guestsAsked': 'Gäster kan inte svara på en fråga. Ta bort frågan, eller välj bara huvudmän.',
  'release.secretNeedsGround': 'Handlingen omfattas av sekretess. Välj den bestämmelse som bryter sekretessen.',
  'release.provision': 'Skriv vilken sekretessbestämmelse som bryts, till exempel OSL 25 kap. 1 §.',
  'release.assessment': 'Skriv bedömningen: varför uppgifterna får lämnas ut, eller vad förbehållet säger.',
  'release.barred':
    'Generalklausulen gäller inte hälso- och sjukvårdens och socialtjänstens sekretess. Välj en annan grund, eller lämna inte ut.',
  'release.reservation':
    'Förbehåll görs bara mot enskilda, aldrig mot en myndighet. Välj en annan grund för huvudmännen.',
  'release.notGuests':
    'Grunden gäller mellan myndigheter, inte mot gäster. Välj en annan grund, eller ta bort gästerna.',
  'release.duePassed': 'Svarsdagen har passerat. Skriv en senare dag.',
  'release.alreadyRecalled': 'Utlämnandet är redan återkallat från alla mottagare. Inget mer behöver göras.',
  'release.figure': 'Skriv ett tal, till exempel 1 234,5, eller lämna fältet tomt.',
  'release.authorityTied':
    'Myndigheten är redan kopplad till {name}. Ta bort den kopplingen först, eller välj en annan.',
} as const;
