/** What is wrong with what is moved, voted on and reserved against in a meeting. */
export const proceedingsProblems = {
  'proceedings.noMover': 'Välj minst en som yrkar.',
  'proceedings.mayNotMove':
    'Personen får inte yrka i ärendet: bara den som tjänstgör och inte är jävig. Kontrollera närvaron.',
  'proceedings.personTwice': 'Samma person står två gånger. Ta bort den ena.',
  'proceedings.noSuchClause':
    'Förslaget har {count} beslutssatser. Välj en av dem, eller lämna tomt när yrkandet gäller hela förslaget.',
  'proceedings.noPerson': 'Välj minst en person.',
  'proceedings.noDeputyOpinion': 'Reglementet låter inte ersättare som inte tjänstgör få sin mening antecknad.',
  'proceedings.notIdleDeputy':
    'Bara en ersättare som är närvarande och inte tjänstgör kan få sin mening antecknad så. Den som tjänstgör reserverar sig.',
  'proceedings.noReservations':
    'Organet har ingen rätt till reservation i lag. Anteckna den avvikande meningen som en protokollsanteckning.',
  'proceedings.nothingDecided': 'Inget är beslutat i ärendet än. Anteckna utgången först.',
  'proceedings.meetingEnded': 'Sammanträdet är avslutat. En reservation anmäls innan det avslutas.',
  'proceedings.tookNoPart': 'Personen deltog inte i beslutet och kan inte reservera sig mot det. Kontrollera närvaron.',
  'proceedings.referralNeedsReason': 'Skriv varför ärendet återremitteras.',
  'proceedings.onlyTabledHasDay': 'Bara ett bordlagt ärende har en ny dag. Ta bort dagen, eller välj bordläggning.',
  'proceedings.tabledToLaterDay': 'Välj en dag efter sammanträdet.',
  'proceedings.nothingToAdjust': 'Ärendet behandlades inte, så det finns inget att justera omedelbart.',
  'proceedings.decidesInAgreement':
    'Organet röstar inte: det beslutar i enighet, var och en med sitt mandat. Anteckna vad gruppen enades om.',
  'proceedings.secretOnlyInElections':
    'Omröstningen är öppen. Sluten omröstning får bara hållas vid val och anställning av personal.',
  'proceedings.nobodyMayVote':
    'Ingen är antecknad som tjänstgörande i ärendet. Ta upp ärendet och kontrollera närvaron.',
  'proceedings.secretBallot': 'Omröstningen är sluten. Skriv bara antalet röster.',
  'proceedings.mayNotVote':
    'Personen får inte rösta i ärendet: frånvarande, inte tjänstgörande eller jävig. Kontrollera närvaron.',
  'proceedings.isPresent': 'Personen är närvarande. Välj ja, nej, avstår eller deltar inte.',
  'proceedings.mustDecide':
    'Ärendet är myndighetsutövning: den som har deltagit i handläggningen måste delta i avgörandet.',
  'proceedings.voteMissing': '{name} har inte röstat än. Anteckna ja, nej, avstår eller deltar inte.',
  'proceedings.noChair':
    'Rösterna är lika, men ingen är antecknad som ordförande. Kontrollera vem som leder sammanträdet.',
  'proceedings.chairMustVote': 'Rösterna är lika, och ordföranden måste då rösta. Anteckna hur {name} röstar.',
  'proceedings.countsDoNotFit': 'Rösterna är {sum}, men {voters} får rösta. Räkna blanka och ej avlämnade som avstår.',
  'proceedings.onlyLot': 'Vid val och anställning avgör lotten när rösterna är lika.',
  'proceedings.notAMainProposal': 'Välj ett yrkande som gäller hela förslaget och inte är återtaget.',
  'proceedings.otherThanFound':
    'Utgången är en annan än den som propositionerna ledde till. Välj den, eller ta tillbaka den sista propositionen.',
  'proceedings.clausesOfNoDecision': 'Beslutssatser hör bara till ett beslut. Välj ”beslutad”, eller ta bort dem.',
  'proceedings.clausesFollowMotions':
    'Något har yrkats, och beslutet följer av propositionerna. Skriv en ändring som ett yrkande.',
  'proceedings.sentenceOfOfficials': 'Organet beslutar i satser som börjar med ”att”. Skriv beslutet så.',
  'proceedings.severalProposals':
    'Punkten har flera olika förslag till beslut. Dela den i punkter, så att varje förslag prövas för sig.',
  'proceedings.statementTooLate': 'Texten skulle ha lämnats senast {date}.',
  'proceedings.whoTold': 'Skriv vem som lämnade uppgiften. Det krävs när ärendet är myndighetsutövning.',
  'proceedings.questionTooLate': 'Frågan skulle ha anmälts senast {date}. Anmäl den till nästa sammanträde.',
  'proceedings.laterMeeting': 'Välj ett sammanträde som hålls senare.',
  'proceedings.roundsLeft': 'Propositionsordningen är inte klar. Ställ de propositioner som återstår.',
  'proceedings.voteNotSettled': 'Omröstningen är inte avgjord. Räkna rösterna.',
  'proceedings.noOutcome': 'Utgången saknas. Anteckna vad som blev av ärendet.',
  'proceedings.nobodyTookPart': 'Ingen är antecknad som deltagare i beslutet. Kontrollera närvaron.',
  'proceedings.choiceMissing': 'Det saknas hur en deltagare röstade.',
  'proceedings.leaveNotSaid': 'Organet har inte sagt om anteckningen får tas in i protokollet.',
} as const;
