/** What is wrong with a form that is made or read in, and with an answer to one. */
export const formProblems = {
  'form.codeTaken': '{code} finns redan. Skriv en annan beteckning.',
  'form.codeStrange':
    'Beteckningen går inte att använda. Skriv bokstäver, siffror, bindestreck eller understreck utan mellanslag, till exempel 10a.',
  'form.fileNotJson':
    'Filen går inte att läsa från rad {line}. Spara den på nytt som JSON, eller hämta den igen där den kom ifrån.',
  'form.fileWrongPlace': 'Det som står vid {place} passar inte. Rätta det, och läs in filen igen.',
  'form.fileUnknownKey':
    'Vid {place} finns en uppgift som inte hör till ett formulär. Ta bort den, och läs in filen igen.',
  'form.fileEmpty': 'Välj en fil, eller klistra in dess text.',
  'form.tableHeads': 'Tabellen saknar kolumnerna {heads}. Utgå från en tabell som har hämtats här.',
  'form.tableLine': 'Rad {line} går inte att läsa. Jämför med en tabell som har hämtats här, och rätta raden.',
  'answer.exclusive': '”{option}” kan inte väljas tillsammans med andra svar. Ta bort det, eller de andra.',
  'answer.count': 'Skriv ett heltal med siffror, till exempel 140 441.',
  'answer.percent': 'Skriv en andel mellan 0 och 100, till exempel 46,5.',
  'answer.bothNumberAndCannot': 'Skriv ett tal eller kryssa i att det inte kan anges, inte båda.',
} as const;
