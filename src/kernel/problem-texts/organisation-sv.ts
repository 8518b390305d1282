/** What is wrong with bodies, those who sit in them and speak for others there, and their accounts. */
export const organisationProblems = {
  'organisation.nameTaken': '{name} heter så redan. Välj det organ som finns, eller skriv ett annat namn.',
  'organisation.parentBelow': 'Organet ligger under det här organet. Välj ett annat överordnat organ.',
  'organisation.aliasReason': 'Skriv varför namnen är samma organ, till exempel ”bytte namn 2023”.',
  'organisation.endsBeforeStart': 'Slutdagen ligger före första dagen. Skriv ett senare slutdatum.',
  'organisation.regulationValue': 'Värdet passar inte regeln. Skriv ett heltal, eller välj ett av orden.',
  'organisation.regulationBounds': 'Skriv ett heltal från {least} till {most}.',
  'organisation.noticeBelowLaw':
    'Lagen kräver minst {days} dagar (kommunallagen 5 kap. 13–15 §§). Skriv {days} eller fler.',
  'organisation.adjustmentBeyondLaw':
    'Lagen ger högst {days} dagar (kommunallagen 5 kap. 69 §). Skriv {days} eller färre.',
  'organisation.remoteNotPossible':
    'Deltagande på distans har varit möjligt sedan den 1 juli 2014. Skriv en senare första dag.',
  'substitution.partyTwice': '{party} står på två rader. Skriv en rad för varje parti.',
  'substitution.party': '”{written}” är ingen partibeteckning. Skriv till exempel M, KD, L.',
  'substitution.itself': '{party} kan inte falla tillbaka på sig självt. Partiets egna ersättare går alltid först.',
  'substitution.fallbackTwice': 'Ett parti står två gånger på raden för {party}. Skriv varje parti en gång.',
  'substitution.line':
    'Rad {line} går inte att läsa. Skriv partiet, kolon och partierna i ordning, till exempel S: V, MP.',
  'representation.noPlace':
    'Det finns ingen plats för den i gruppen den dagen. Lägg till den som huvudman, eller bestäm en plats för den först.',
  'representation.beforeReplaced': 'Dagen ligger inte efter den då {name} började. Välj en senare dag.',
  'representation.already': 'Personen representerar redan i gruppen den dagen. Avsluta det först, eller välj en annan.',
  'representation.otherGroup': 'Punkten hör till ett annat organs sammanträde. Välj en av gruppens egna punkter.',
  'representation.nobody': 'En plats behöver minst en person. Skriv minst 1 representant eller ersättare.',
  'participant.notShared': 'Bara en gemensam nämnd eller en chefsgrupp har flera huvudmän. Välj ett annat organ.',
  'participant.notAuthority': 'Välj den kommun eller region som deltar. Lägg in den som organ först om den saknas.',
  'participant.already': 'Huvudmannen deltar redan de dagarna. Avsluta det först, eller välj en annan.',
  'participant.hostOfGroup': 'En chefsgrupp har ingen värd enligt lag. Avmarkera rutan.',
  'participant.hostTaken': '{host} är redan värd för nämnden. Avsluta det först, eller avmarkera rutan.',
  'seat.bodyHasNone': 'Det här slaget av organ har inga platser för ledamöter och ersättare. Välj ett annat organ.',
  'seat.party': 'Skriv partiets beteckning, till exempel S, KD eller ÖrP.',
  'seat.orderTaken': 'Plats {order} i listan är upptagen de dagarna. Välj ett annat nummer.',
  'seat.roleTwice': 'Någon annan har uppdraget de dagarna. Avsluta det först, eller välj en annan roll.',
  'seat.personTwice':
    'Personen har redan en plats i organet de dagarna. Välj en annan person, eller avsluta den platsen först.',
  'seat.memberCount':
    'Listan har {found} ledamöter, reglementet säger {expected}. Kontrollera platserna, eller reglementets datum.',
  'seat.deputyCount':
    'Listan har {found} ersättare, reglementet säger {expected}. Kontrollera platserna, eller reglementets datum.',
  'seat.ended': 'Platsen upphörde {date}. Välj ett tidigare datum, eller den plats som gäller nu.',
  'seat.occupied': 'Platsen är inte vakant. Gör den vakant först.',
  'seat.vacantAlready': 'Platsen är redan vakant.',
  'person.nameKnown': 'Någon med det namnet finns redan. Välj om det är samma person.',
  'account.loginTaken': 'Användarnamnet finns redan. Välj ett annat.',
  'account.loginShape': 'Skriv ett användarnamn med 2–80 små bokstäver, siffror, punkt eller bindestreck.',
  'account.nameMissing': 'Skriv personens namn.',
  'account.untilPassed': 'Dagen har passerat. Välj i dag eller en senare dag.',
  'account.untilFar': 'En gäst bjuds in högst ett år i taget. Välj en dag till och med {longest}.',
  'account.passwordShort': 'Skriv ett lösenord med minst {shortest} tecken, gärna en hel mening.',
} as const;
