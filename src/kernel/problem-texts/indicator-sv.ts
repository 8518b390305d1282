/** What is wrong with an indicator and its figures, or with a measure that is to give a result. */
export const indicatorProblems = {
  'indicators.figure':
    'Det här är ingen siffra. Skriv ett tal som 1 234,5, eller varför värdet saknas, till exempel kan inte anges.',
  'indicators.nothingEntered': 'Inget värde är ifyllt. Skriv minst ett.',
  'indicators.wordsNotThere': 'Orden står inte på raden. Kopiera dem ur texten ovanför så som de står.',
  'indicators.columnNeeded': 'En sådan kolumn behövs. Välj den.',
  'indicators.asOf':
    'Tiden går inte att läsa. Skriv ett år, ett kvartal, en månad eller en dag, till exempel 2025, 2025-Q2, 2025-06 eller 2025-06-30.',
  'indicators.valueOrReason': 'Det finns varken ett värde eller ett skäl. Skriv värdet, eller välj varför det saknas.',
  'indicators.valueAndReason': 'Det finns både ett värde och ett skäl till att det saknas. Ta bort ett av dem.',
  'indicators.koladaCodes': 'Koderna går inte att läsa. Skriv dem som i Kolada med komma mellan, högst 25 åt gången.',
  'indicators.reasonToCorrect':
    'Det finns redan ett annat värde för samma tid. Skriv varför det ändras, så sparas båda.',
  'indicators.alreadyCorrected': 'Värdet är redan rättat. Öppna indikatorn igen och rätta det värde som gäller nu.',
  'indicators.nameTaken':
    'Det finns redan en indikator med namnet och enheten. Välj ett annat namn, eller öppna den som finns.',
  'indicators.codeTaken': 'En annan indikator har redan koden. Ta bort den här eller rätta den andra.',
  'indicators.breakNeedsTime': 'Ett brott i serien behöver en tid. Skriv från när den nya definitionen gäller.',
  'indicators.endsBeforeItBegins': 'Slutet ligger före början. Rätta en av tiderna.',
  'indicators.referenceNeedsDenominator':
    'Ett riktvärde säger inget utan det som det räknas per. Skriv till exempel invånare per specialist.',
  'indicators.rowExists': 'Kommunen har redan en rad för åldersgruppen och åren. Ändra den i stället.',
  'measures.startsLater': 'Åtgärden hör till planen för {year}. Skriv en första dag senast den 31 december {year}.',
  'measures.plannedBelowZero':
    'Skriv vad resultatet vinner, utan minustecken: både en lägre kostnad och en högre intäkt.',
  'measures.month': 'Skriv en månad i {year}, till exempel {year}-08.',
  'measures.monthAhead': 'Månaden har inte börjat. Skriv den här månaden eller en tidigare.',
  'measures.consequence': 'Skriv vilka konsekvenserna är, eller att det inte finns några.',
  'measures.reason': 'Skriv varför.',
} as const;
