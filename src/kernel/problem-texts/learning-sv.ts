/** What is wrong with self-assessments, studies, polls and dialogues. */
export const learningProblems = {
  'selfassessments.unanswered': 'Fråga {question} är inte besvarad. Svara på den tillsammans.',
  'selfassessments.noParticipants': '{unit} har inte skrivit vilka som var med. Skriv vilka funktioner som deltog.',
  'selfassessments.pointUntold':
    'Punkt {number} i förra årets plan är inte avslutad. Berätta hur det gick, eller för den till årets plan.',
  'selfassessments.formWithoutAreas':
    'Formuläret har inga frågor som besvaras på en skala. Välj ett formulär för lärande uppföljning.',
  'selfassessments.noUnits': 'Omgången har inga enheter. Lägg till dem som ska skatta tillsammans.',
  'selfassessments.dueBefore': 'Dagen har passerat. Skriv en senare dag.',
  'selfassessments.unitsKnown': 'Enheterna gör redan en skattning i omgången. Öppna den i stället.',
  'selfassessments.unitTwice': 'Enheten står två gånger. Välj en annan.',
  'selfassessments.oneSide': 'Skattningen ska göras av båda huvudmännen. Välj enheter från minst två sidor.',
  'selfassessments.viewReason': 'Skriv varför enheten ser det annorlunda.',
  'selfassessments.told': 'Skriv hur det gick, eller varför det står stilla.',
  'studies.endsBeforeStart': 'Slutdagen ligger före första dagen. Skriv ett senare slutdatum.',
  'studies.moreThanReviewed': 'Talet är större än antalet granskade ({reviewed}). Skriv högst {reviewed}.',
  'studies.reviewedFirst': 'Skriv först hur många som granskades i omgången.',
  'studies.noUnits': 'Välj minst en enhet som granskas.',
  'studies.noFigures': 'Omgång {number} saknar antal granskade eller något tal. Fyll i det, eller ta bort omgången.',
  'studies.noRounds': 'Granskningen har ingen omgång. Lägg till en med vad som granskades.',
  'studies.variableCounted': '{label} är redan räknad i en omgång. Låt den stå, eller ta först bort talet där.',
  'studies.noConclusions': 'Skriv slutsatserna: det är vad andra läser först.',
  'poll.closesBeforeOpening':
    'Sista dagen ligger före första dagen. Skriv en senare sista dag, eller lämna fältet tomt.',
  'poll.oneGroup': 'En ensam grupp delar inte upp svaren. Skriv minst två grupper, eller inga.',
  'poll.groupLabel': 'Skriv vad grupperna är, till exempel Kommun eller Roll.',
  'poll.groupTwice': 'Gruppen ”{name}” står två gånger. Ta bort den ena raden.',
  'poll.fewOptions': 'Skriv minst två svar att välja mellan, ett på varje rad.',
  'poll.optionTwice': 'Svaret ”{option}” står två gånger. Ta bort den ena raden.',
  'poll.nothingAnswered': 'Inget är besvarat. Svara på minst en fråga och skicka igen.',
  'poll.noQuestions': 'Omröstningen har inga frågor. Lägg till minst en och öppna sedan.',
  'poll.codeUnknown':
    'Koden gäller inte för den här omröstningen. Kontrollera bokstäverna på lappen, eller be om en ny.',
  'poll.needsNoCodes':
    'Alla som har adressen kan svara, så inga koder behövs. Ändra vilka som kan svara om de ska behövas.',
  'dialogue.endsBeforeStart':
    'Sista dagen ligger före första dagen. Skriv en senare sista dag, eller lämna fältet tomt.',
  'dialogue.oneRecord': 'Välj det mål, den plan eller det beslut där ändringen syns, och bara ett av dem.',
} as const;
