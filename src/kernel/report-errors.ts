import type { ErrorEntry } from './errors.ts';

/** How the rules of reports say no. Part of the catalogue in `errors.ts`. */
export const reportErrors = {
  'report.noDecision': {
    status: 409,
    text: {
      sv: 'Rapporten godkänns genom ett fattat beslut i ett sammanträde med samma organ. Anteckna beslutet först och välj det sedan.',
      en: 'The report is approved by a decision made in a meeting of the same body. Record the decision first, then choose it.',
    },
  },
  'report.ofPeriod': {
    status: 409,
    text: {
      sv: 'Det här är en delårsrapport eller årsredovisning och inte en återrapportering. Den skrivs på sin egen sida, kapitel för kapitel.',
      en: 'This is an interim or annual report and not a report-back. It is written on its own page, chapter by chapter.',
    },
  },
  'report.notReady': {
    status: 409,
    text: {
      sv: 'Rapporten är inte klar för beslut. Gör den klar först, så kan den tas upp på ett sammanträde.',
      en: 'The report is not ready for decision. Mark it ready first, then it can be put on an agenda.',
    },
  },
  'report.notWaiting': {
    status: 409,
    text: {
      sv: 'Rapporten väntar inte längre på att tas emot. Ladda om sidan för att se var den har tagits upp.',
      en: 'The report no longer waits to be received. Reload the page to see where it was taken up.',
    },
  },
  'report.remarksUnseen': {
    status: 422,
    text: {
      sv: 'Rapporten har {count} anmärkningar som ingen har tagit ställning till. Läs dem och kryssa för att ni har sett dem.',
      en: 'The report has {count} remarks that nobody has settled. Read them and tick that you have seen them.',
    },
  },
  'report.exists': {
    status: 409,
    text: {
      sv: 'Organet har redan en återrapportering för {year}. Öppna den i stället för att börja en ny.',
      en: 'The body already has a report-back for {year}. Open it instead of starting a new one.',
    },
  },
  'report.noAssignments': {
    status: 422,
    text: {
      sv: 'Organet har inga uppdrag för {year}. Läs in planen eller lägg in uppdragen först.',
      en: 'The body has no assignments for {year}. Import the plan or enter the assignments first.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
