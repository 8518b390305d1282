/**
 * What is wrong with a field and what to write instead, by the key of a Problem. `{name}` is filled from the problem's values. A noun's own
 * rules add their rows here, under the noun's name, because a problem may be shown on any page and by any command.
 */
export const problems = {
  'validation.required': 'Fyll i fältet.',
  'validation.choose': 'Välj ett av alternativen.',
  'validation.tooShort': 'Skriv minst {minimum} tecken.',
  'validation.tooLong': 'Skriv högst {maximum} tecken.',
  'validation.tooSmall': 'Skriv ett tal som är minst {minimum}.',
  'validation.tooBig': 'Skriv ett tal som är högst {maximum}.',
  'validation.tooFew': 'Välj minst {minimum}.',
  'validation.tooMany': 'Välj högst {maximum}.',
  'validation.number': 'Skriv ett heltal med siffror, till exempel 12.',
  'validation.date': 'Skriv ett datum som finns, till exempel 2026-05-30.',
  'validation.id': 'Valet finns inte längre. Ladda om sidan och välj på nytt.',
  'validation.file': 'Välj en fil.',
  'validation.unexpected': 'Fältet {field} hör inte till formuläret. Ladda om sidan och försök igen.',
  'validation.wrong': 'Kontrollera det som står här.',
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
  'person.nameKnown': 'Någon med det namnet finns redan. Välj om det är samma person.',
  'seat.ended': 'Platsen upphörde {date}. Välj ett tidigare datum, eller den plats som gäller nu.',
  'seat.occupied': 'Platsen är inte vakant. Gör den vakant först.',
  'seat.vacantAlready': 'Platsen är redan vakant.',
  'goal.titleTaken': 'Ett måldokument heter så redan. Öppna det, eller skriv en annan titel.',
  'goal.headingTaken': 'Dokumentet har redan ett mål med den rubriken. Skriv en annan rubrik.',
  'goal.adopterMayNotDecide':
    '{body} har ingen beslutanderätt och kan inte fastställa mål. Välj det organ som beslutade.',
  'plan.exists': 'Organet har redan en plan för {year}. Öppna den i stället.',
  'plan.objectiveNumber': 'Skriv numret med siffror och punkter, till exempel 3.1.3.',
  'plan.objectiveNumberTaken': 'Planen har redan ett mål med nummer {number}. Skriv ett annat nummer.',
  'plan.ownerMayNotDecide':
    'Planens organ har ingen beslutanderätt och kan inte fastställa den. Låt det organ som beslutar äga planen.',
  'matter.number': 'Skriv diarienumret som det står i diariet, till exempel 26RS1234.',
  'matter.numberTaken': 'Ett ärende har redan det diarienumret. Öppna det, eller kontrollera numret.',
  'matter.legalGround': 'Skriv den bestämmelse som sekretessen stöds på, till exempel OSL 25 kap. 1 §.',
  'matter.protectedButOpen':
    'Ett offentligt ärende har ingen skyddad ärendemening. Töm fältet, eller välj en sekretessnivå.',
  'matter.titlesSame': 'Den offentliga ärendemeningen är densamma som den skyddade. Skriv en som alla får läsa.',
  'matter.unknown': 'Inget ärende har det diarienumret. Kontrollera numret, eller lämna fältet tomt.',
  'document.registered': 'Filen är redan registrerad som ”{title}”. Öppna den i stället.',
  'document.registeredElsewhere': 'Filen finns redan i ett ärende som du inte får läsa. Fråga registratorn.',
  'assignment.number': 'Skriv numret som ett heltal från 1 till 99999, som det står i planen.',
  'assignment.numberTaken': '{ref} finns redan: ”{title}”. Öppna det uppdraget, eller skriv ett annat nummer.',
  'assignment.textOrNumber': 'Skriv uppdragets text, eller åtminstone dess nummer.',
  'assignment.planOtherYear': 'Planen gäller {year}. Välj planen för uppdragets år.',
  'assignment.objectiveOtherPlan': 'Målet hör till en annan plan. Välj ett mål i uppdragets plan.',
  'assignment.partyTwice': 'Organet har redan den rollen i uppdraget. Välj en annan roll eller ett annat organ.',
  'assignment.unknownRef': 'Inget uppdrag heter så. Skriv år och nummer, till exempel 2025:3.',
  'assignment.linkToItself': 'Ett uppdrag kan inte länkas till sig självt. Välj ett annat uppdrag.',
  'assignment.linkExists': 'Uppdragen är redan länkade så.',
  'assignment.predecessorNotEarlier':
    'En föregångare är från ett tidigare år än {year}. Välj ett äldre uppdrag, eller vänd på länken.',
  'assignment.partEarlier':
    'Det som uppdraget delades eller gick upp i kan inte vara äldre än {year}. Välj ett senare uppdrag, eller vänd på länken.',
  'assignment.linkCircle': 'Länken skulle leda tillbaka till uppdraget självt. Ta bort den felaktiga länken först.',
  'assignment.goalLinked':
    'Uppdraget är redan länkat till målet på det sättet. Välj ett annat mål eller ett annat slag av länk.',
  'meeting.time': 'Skriv klockslaget med fyra siffror, till exempel 09:00.',
  'meeting.endsBeforeStart': 'Sluttiden ligger före starttiden. Skriv en senare sluttid.',
  'meeting.beforeMeeting': 'Dagen ligger före sammanträdet. Skriv en senare dag.',
  'meeting.slotsOverlap': 'Tiden börjar innan raden före har slutat. Rätta en av tiderna.',
  'meeting.timetableLine':
    'Rad {line} i tidplanen går inte att läsa. Skriv start, slut och rubrik, till exempel 09:15–09:45 Aktuellt från verksamheten.',
  'meeting.timetableTime':
    'Rad {line} i tidplanen: sluttiden ligger före starttiden, eller tiden börjar innan raden före har slutat.',
  'meeting.timetableItem': 'En siffra inom hakparentes hör inte till någon punkt på dagordningen. Kontrollera numren.',
  'meeting.exists': 'Organet har redan ett sammanträde av det slaget den dagen. Öppna det, eller välj en annan dag.',
  'meeting.notHeldYet': 'Sammanträdet har inte hållits än. Gör detta efter sammanträdesdagen.',
  'meeting.itemOfOther': 'Punkten står på en annan dagordning. Välj en punkt i det här sammanträdet.',
  'meeting.itemAtEnd': 'Punkten står redan ytterst på dagordningen.',
  'decision.attClause':
    'Skriv varje beslutssats på en egen rad som börjar med ”att”, till exempel ”att godkänna rapporten”.',
  'decision.noClause': 'Skriv minst en beslutssats, till exempel ”att godkänna rapporten”.',
  'decision.otherMeeting': 'Organet deltar inte i sammanträdet. Välj ett av sammanträdets organ.',
  'decision.withoutMandate':
    'Organet har ingen beslutanderätt i sak. Kontrollera om satsen ska vara ett förslag till den nämnd som beslutar.',
  'decision.byDelegationOnly':
    'Organet beslutar bara det som har delegerats till det. Kontrollera att satsen täcks av delegationen.',
  'intake.unknownField': 'Fältet hör inte till den här sortens förslag. Ladda om sidan och försök igen.',
  'intake.field.line': 'Skriv på en rad, utan radbrytning.',
  'intake.field.text': 'Skriv text.',
  'intake.field.number': 'Skriv ett heltal med siffror, till exempel 12.',
  'intake.field.decimal': 'Skriv ett tal, till exempel 12,5.',
  'intake.field.day': 'Skriv ett datum som finns, till exempel 2026-05-30.',
  'intake.field.time': 'Skriv en tid med timmar och minuter, till exempel 09:30.',
  'intake.field.boolean': 'Välj ja eller nej.',
  'intake.field.lines': 'Skriv en uppgift på varje rad.',
  'intake.field.days': 'Skriv ett datum på varje rad, till exempel 2026-05-30.',
  'followup.periodEnd':
    'Ett delår slutar mellan {first} och {last}, ett helår den sista december. Skriv ett annat datum.',
  'followup.inputExists': 'Organet har redan ett inspel för {year}. Öppna det i stället.',
  'followup.numberTwice': 'Numret finns redan. Skriv ett annat nummer.',
  'report.noAnswer': 'Uppdrag {number} saknar svar. Skriv ett svar, eller hämta förslaget.',
  'report.deliveredOutside': 'Ange en dag från godkännandet till och med i dag.',
  'account.loginTaken': 'Användarnamnet finns redan. Välj ett annat.',
  'account.loginShape': 'Skriv ett användarnamn med 2–80 små bokstäver, siffror, punkt eller bindestreck.',
  'account.nameMissing': 'Skriv personens namn.',
  'account.passwordShort': 'Skriv ett lösenord med minst {shortest} tecken, gärna en hel mening.',
  'report.noReceiver': 'Ange vem rapporten lämnas till.',
  'report.unsupported': 'Uppdrag {number}: ”{claim}” saknar belägg. Koppla en källa, ändra meningen eller låt den stå.',
  'report.sourceGone':
    'Uppdrag {number}: det som styrkte ”{claim}” har ändrats eller tagits bort. Kontrollera meningen.',
  'report.stillPlanned':
    'Uppdrag {number}: sammanträdet {date} står kvar som planerat. Avsluta det i registret om det har hållits.',
  'report.quotationOutdated':
    'Uppdrag {number}: lägesbilden som citeras har fått en ny text. Hämta den nya, eller behåll citatet.',
  'collaboration.endsBeforeStart': 'Slutdagen ligger före första dagen. Skriv ett senare slutdatum.',
  'collaboration.agreementExists': 'Avtalet finns redan i registret. Öppna det i stället.',
  'indicators.rowExists': 'Kommunen har redan en rad för åldersgruppen och åren. Ändra den i stället.',
  'forms.numberTaken': 'Formuläret har redan en fråga med nummer {number}. Öppna den i stället.',
  'connections.self': 'En post kan inte kopplas till sig själv. Välj en annan.',
  'meeting.attendanceTwice': '{name} står redan i närvarolistan. Ändra den raden i stället.',
} as const;
