/** What is wrong with what is told of a deviation between principals, or of a goal area. No sentence repeats what was written. */
export const deviationProblems = {
  'deviations.personNumber':
    'Här står något som kan vara ett personnummer eller samordningsnummer. Ta bort det: avvikelser rapporteras utan patientuppgifter. Ingenting har sparats.',
  'deviations.contact':
    'Här står ett telefonnummer eller en e-postadress. Ta bort det, och skriv funktionen i stället. Ingenting har sparats.',
  'deviations.perhapsPerson':
    'Här kan stå något som pekar ut en person, till exempel ett namn, initialer eller en ålder. Skriv om det, eller kryssa i att du har läst texten och att ingen pekas ut.',
  'deviations.individualText':
    'Det som gäller en enskild person beskrivs inte här. Ta bort texten, och skriv i vilket system avvikelsen hanteras.',
  'deviations.samePrincipal': 'Avvikelsen kan inte gälla den som rapporterar. Välj den andra huvudmannen.',
  'deviations.dayAhead': 'Dagen har inte kommit. Skriv dagen då det hände.',
  'deviations.endsBefore': 'Sista dagen ligger före den första. Skriv en senare dag, eller lämna fältet tomt.',
  'deviations.mailbox': 'Skriv en funktionsbrevlåda, till exempel avvikelser@kommun.example.',
  'deviations.ruleThatDay': 'En regel börjar redan gälla den dagen. Skriv en annan dag.',
  'deviations.noneChosen': 'Välj minst en avvikelse som arbetet ska göra mindre vanlig.',
  'deviations.effect': 'Skriv vad arbetet ledde till, eller varför det avbryts.',
  'goalareas.nameTaken': 'Det finns redan ett målområde som heter så. Skriv ett annat namn.',
} as const;
