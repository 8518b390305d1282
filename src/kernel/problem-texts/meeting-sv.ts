/** What is wrong with a meeting, from the timetable and the summons to the decision, the minutes and the notice. */
export const meetingProblems = {
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
  'meeting.attendanceTwice': '{name} står redan i närvarolistan. Ändra den raden i stället.',
  'meeting.beforeLastItem': 'Skriv en tid från kl. {at}: paragraferna följer klockan.',
  'meeting.sectionsBegun':
    'Organet har redan paragrafer i serien, den senaste är § {last}. Numreringen fortsätter därifrån.',
  'agenda.empty': 'Dagordningen är tom. Lägg till minst en punkt innan den fryses.',
  'agenda.lateReason': 'Kallelsen skulle ha gått ut {date} enligt reglementet. Skriv varför den går ut senare.',
  'agenda.numbersSent': 'Kallelsen är skickad med de nummer som står. Ändra numret på en enskild punkt i stället.',
  'agenda.pointWithoutItem': 'Raden ska stå under en punkt, men ingen punkt står före den.',
  'agenda.minutes': 'Skriv hur många minuter raden tar, 1 till 1440.',
  'agenda.fixedLate':
    'Tiden är lovad, men det före tar {minutes} minuter för länge. Korta en rad före, eller ta bort den fasta tiden.',
  'agenda.pastMidnight': 'Dagen räcker inte till: raden slutar efter midnatt. Korta en rad före den.',
  'memo.officer': 'Skriv vem som handlägger ärendet.',
  'memo.consequences': 'Beskriv konsekvenserna, eller kryssa i att beslutet inte får några.',
  'memo.bothAnswers': 'Här står konsekvenser, men det är också ikryssat att det inte finns några. Ta bort det ena.',
  'joint.groupTwice': 'Två grupper heter {name}. Ge dem olika namn.',
  'joint.takerTwice': '{name} för redan anteckningar. Skriv i den texten.',
  'joint.personTwice': '{name} sitter redan i en annan grupp. Ta bort namnet ur en av dem.',
  'summons.address': 'Skriv en e-postadress, till exempel namn@example.se.',
  'minutes.oneChair': 'Ange ordföranden som en av dem som justerar; precis en.',
  'minutes.moreAdjusters':
    'Organet justerar med minst {count} justerare utöver ordföranden. Lägg till den eller de som saknas.',
  'minutes.signerTwice': 'Samma person står två gånger. Var och en skriver under en gång.',
  'minutes.signedLater': 'Dagen för underskriften kan inte ligga i framtiden.',
  'minutes.notDeclaredAtOnce': 'Paragrafen är inte förklarad omedelbart justerad. Anteckna det i punkten först.',
  'minutes.sameWords': 'Skriv vad det ska stå; nu är det samma ord som förut.',
  'minutes.address': '”{address}” är ingen e-postadress. Skriv till exempel namn@kommun.se.',
  'notice.title': 'Skriv vad anslaget gäller.',
  'notice.postedTooEarly': 'Anslaget kan inte sättas upp före justeringen den {date}.',
  'notice.future': 'Dagen kan inte ligga i framtiden.',
  'notice.statement': 'Skriv vad som visar att anslaget var uppe, till exempel ”webbserverns logg, sparad i ärendet”.',
  'notice.reason': 'Skriv varför, till exempel ”webbplatsen låg nere kl. 10–14”.',
  'decision.attClause':
    'Skriv varje beslutssats på en egen rad som börjar med ”att”, till exempel ”att godkänna rapporten”.',
  'decision.noClause': 'Skriv minst en beslutssats, till exempel ”att godkänna rapporten”.',
  'decision.otherMeeting': 'Organet deltar inte i sammanträdet. Välj ett av sammanträdets organ.',
  'decision.withoutMandate':
    'Organet har ingen beslutanderätt i sak. Kontrollera om satsen ska vara ett förslag till den nämnd som beslutar.',
  'decision.byDelegationOnly':
    'Organet beslutar bara det som har delegerats till det. Kontrollera att satsen täcks av delegationen.',
} as const;
