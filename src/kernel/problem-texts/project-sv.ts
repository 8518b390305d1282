/** What is wrong with what is said of a project or of what it is to deliver. */
export const projectProblems = {
  'projects.dayOrMonth': 'Skriv en dag, en månad eller ett år som finns, till exempel 2026-05-30, 2026-05 eller 2026.',
  'projects.endsBeforeStart': 'Slutet ligger före starten. Skriv ett senare slut.',
  'projects.nameTaken': '{name} går redan under det namnet. Öppna det projektet, eller skriv ett annat namn.',
  'projects.notYet': 'Dagen har inte kommit än. Skriv en dag till och med idag.',
  'projects.alreadyDone': 'Leveransen är lämnad och flyttas inte. Ta först tillbaka att den är lämnad.',
  'projects.sameDay': 'Leveransen ska redan vara klar då. Skriv en annan dag.',
  'projects.percent': 'Skriv en procent från 1 till 100, eller lämna tomt.',
  'projects.countKnown': 'Det finns redan ett antal för den dagen. Ändra det i stället.',
  'projects.phaseKnown': 'Fasen finns redan för den dagen. Skriv en annan dag, eller låt den stå.',
  'projects.alike': '{name} har ett namn som liknar det här. Öppna det projektet, eller svara att det är ett annat.',
  'projects.notALesson': 'Bara en lärdom förs vidare. Välj en lärdom i listan.',
} as const;
