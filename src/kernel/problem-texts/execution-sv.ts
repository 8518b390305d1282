/** What is wrong with what follows from a decision: its tasks, commissions and funds. */
export const executionProblems = {
  'execution.nobodyAnswers': 'Skriv vem som svarar för uppgiften, eller välj ett organ.',
  'execution.notMade': 'Beslutet är inte fattat än. Det som följer av det läggs in när det är fattat.',
  'execution.bodyCloses':
    'Bara organet avslutar en uppgift eller tar upp den igen. Välj en punkt för beslutsuppföljning, eller en punkt där organet har beslutat.',
  'execution.whyDropped': 'Skriv varför uppgiften utgår.',
  'execution.reportOfOther':
    'Välj en återrapportering från samma organ som beslutar, och ett beslut som fattas i ett sammanträde.',
  'execution.reportFrozen': 'Återrapporteringen är redan godkänd och fryst.',
  'execution.reportDraft':
    'Återrapporteringen ”{title}” är ett utkast. Markera den som klar för beslut, annars fryser beslutet den inte.',
  'execution.noFund': 'Beslutet säger inte varifrån pengarna kommer.',
  'execution.noPeriod': 'Beslutet säger inte från och med när och till och med när.',
  'execution.noFirstDay': 'Beslutet säger inte från vilken dag det gäller.',
  'execution.noNotice': 'Det gäller tills vidare, men beslutet säger ingen uppsägningstid.',
  'execution.noDueDay': 'Beslutet säger ingen dag när det ska vara klart.',
  'execution.returnOfOther':
    'Välj en redovisning som samma organ beslutar om, och ett beslut som fattas i ett sammanträde.',
  'execution.returnFrozen': 'Redovisningen är redan godkänd och fryst.',
  'execution.returnNotReady':
    'Redovisningen ”{title}” är inte klar för beslut. Gör granskningen färdig, annars fryser beslutet den inte.',
  'commission.posts': 'Skriv omfattningen som ett tal eller i procent, till exempel 0,25, 25 % eller 3.',
  'commission.yearOutside': 'Året {year} ligger utanför perioden. Ändra året, eller perioden.',
  'commission.endsAfterTerm':
    'Dagen ligger efter periodens slut. Ändra perioden i stället, eller förläng beställningen.',
  'commission.extendsBackwards': 'Förlängningen börjar före det som den förlänger. Skriv en senare första dag.',
  'commission.fundTaken': 'Fonden {name} har redan det namnet. Öppna den i stället, eller skriv ett annat namn.',
} as const;
