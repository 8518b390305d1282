/** What is wrong with a report-back, its figures, or the report of a period. */
export const reportProblems = {
  'report.noAnswer': 'Uppdrag {number} saknar svar. Skriv ett svar, eller hämta förslaget.',
  'report.deliveredOutside': 'Ange en dag från godkännandet till och med i dag.',
  'report.receiverIsSelf': 'Välj andra mottagare än det organ som lämnar rapporten.',
  'report.receiverTwice': 'Ange varje mottagare en gång.',
  'report.annexEmpty': 'Skriv bilagans text.',
  'report.annexFirst': 'Bilagan står redan först.',
  'report.chosenOfOtherYear': 'Välj uppdrag från rapportens eget år.',
  'report.meetingOfOther': 'Välj ett sammanträde med det organ som har fått rapporten.',
  'report.meetingOfBody': 'Välj ett sammanträde med rapportens eget organ.',
  'report.onAgendaAlready': 'Rapporten står redan på dagordningen den {date}. Ta bort den punkten först.',
  'report.noReceiver': 'Ange vem rapporten lämnas till.',
  'report.unsupported': 'Uppdrag {number}: ”{claim}” saknar belägg. Koppla en källa, ändra meningen eller låt den stå.',
  'report.sourceGone':
    'Uppdrag {number}: det som styrkte ”{claim}” har ändrats eller tagits bort. Kontrollera meningen.',
  'report.stillPlanned':
    'Uppdrag {number}: sammanträdet {date} står kvar som planerat. Avsluta det i registret om det har hållits.',
  'report.quotationOutdated':
    'Uppdrag {number}: lägesbilden som citeras har fått en ny text. Hämta den nya, eller behåll citatet.',
  'reportFigure.from':
    'Skriv den första tiden som år, kvartal, månad eller dag, till exempel 2020, 2024-K1 eller 2024-06.',
  'reportFigure.alt': 'Beskrivningen är för lång. Korta den till högst 1 000 tecken.',
  'reportFigure.first': 'Diagrammet står redan först.',
  'periodReport.chapterEmpty': 'Kapitlet {chapter} är tomt. Hämta utkastet eller skriv texten.',
  'periodReport.unproven': '{chapter}: en mening saknar belägg i registret: ”{sentence}”',
  'periodReport.outdated':
    '{chapter}: registret säger något annat nu än när utkastet skrevs. Hämta det nya, eller behåll texten.',
  'periodReport.quotationOutdated':
    'Uppdrag {ref}: lägesbilden har fått en ny text. Hämta den nya, eller behåll citatet.',
  'periodReport.notAssessed': 'Uppdrag {ref} saknar lägesbild för perioden.',
  'periodReport.untold': '{count} åtgärder är inte uppföljda till och med periodens slut.',
  'periodReport.target': 'Skriv målet som ett tal, till exempel 60 000 eller 82,5.',
  'periodReport.late':
    'Rapporten skulle ha nått fullmäktige och revisorerna senast {date} (kommunallagen 11 kap. 16 §).',
} as const;
