/** What is wrong with a mark of secrecy or a masked copy, and what to write instead. */
export const secrecyProblems = {
  'secrecy.level': 'Välj hur fältet ska skyddas. Det som är offentligt behöver ingen markering.',
  'secrecy.provision':
    'Ange bestämmelsen, till exempel OSL 25 kap. 1 §. En sekretessmarkering får bara göras med stöd av en.',
  'secrecy.noProvision':
    'Arbetsmaterial och internt är ingen sekretess och har ingen bestämmelse. Töm fältet, eller välj sekretess.',
  'secrecy.reviewOn': 'Skriv en dag som kommer, till exempel 2027-01-31. Då ska markeringen prövas på nytt.',
  'masking.nothing': 'Kryssa för minst ett stycke, eller skriv minst ett ord som ska maskas.',
  'masking.provision': 'Ange bestämmelsen för det som maskas, till exempel OSL 25 kap. 1 §.',
  'masking.page': 'Skriv sidans nummer och rutan i procent, till exempel 1: 10 20 60 5.',
} as const satisfies Record<string, string>;
