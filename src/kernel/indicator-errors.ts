import type { ErrorEntry } from './errors.ts';

/** How the rules of figures say no. Part of the catalogue in `errors.ts`. */
export const indicatorErrors = {
  'indicators.noTable': {
    status: 415,
    text: {
      sv: 'Filen är ingen tabell. Lämna in ett kalkylblad (XLSX), CSV eller JSON från Kolada.',
      en: 'The file is no table. Hand in a spreadsheet (XLSX), CSV or JSON from Kolada.',
    },
  },
  'indicators.noKolada': {
    status: 422,
    text: {
      sv: 'JSON-filen har inte Koladas form. Hämta uppgifterna på nytt från Koladas API, version 3, och lämna in svaret som det är.',
      en: 'The JSON file does not have the form of Kolada. Fetch the figures again from the API of Kolada, version 3, and hand in the answer as it is.',
    },
  },
  'indicators.tableConfirmed': {
    status: 409,
    text: {
      sv: 'Tabellen är redan inläst. Lämna in filen på nytt om den har ändrats.',
      en: 'The table has been taken in already. Hand the file in again if it has changed.',
    },
  },
  'indicators.nothingToTakeIn': {
    status: 409,
    text: {
      sv: 'Inget värde i tabellen går att läsa in. Rätta kolumnerna eller lägg upp indikatorerna först.',
      en: 'No value of the table can be taken in. Correct the columns, or enter the indicators first.',
    },
  },
  'indicators.koladaOff': {
    status: 409,
    text: {
      sv: 'Hämtning från Kolada är avstängd. Be den som driver Kansli att ange adressen i KANSLI_KOLADA_URL, eller lämna in ett sparat svar som fil.',
      en: 'Fetching from Kolada is turned off. Ask whoever runs Kansli to give the address in KANSLI_KOLADA_URL, or hand in a saved answer as a file.',
    },
  },
  'indicators.koladaFailed': {
    status: 503,
    text: {
      sv: 'Kolada gav inget svar som går att läsa. Kontrollera koderna och försök igen om en stund, eller lämna in ett sparat svar som fil.',
      en: 'Kolada gave no answer that can be read. Check the codes and try again in a while, or hand in a saved answer as a file.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
