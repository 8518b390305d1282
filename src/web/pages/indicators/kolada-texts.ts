/** What the form for fetching from Kolada says. */
export const koladaTexts = {
  sv: {
    title: 'Hämta från Kolada',
    lead: 'Uppgifterna hämtas nu och läggs som en inlämnad tabell. Inget skrivs i serierna förrän du har sett vad som ändras.',
    keyFigures: 'Nyckeltal',
    keyFiguresHint: 'Koder med komma mellan, till exempel N00945.',
    municipalities: 'Kommuner och region',
    municipalitiesHint: 'Koladas koder med komma mellan, fyra siffror var.',
    years: 'År',
    yearsHint: 'Med komma mellan, till exempel 2024, 2025.',
    submit: 'Hämta',
  },
  en: {
    title: 'Fetch from Kolada',
    lead: 'The figures are fetched now and become a table that was handed in. Nothing is written in the series until you have seen what changes.',
    keyFigures: 'Key figures',
    keyFiguresHint: 'Codes with commas between, for example N00945.',
    municipalities: 'Municipalities and region',
    municipalitiesHint: 'The codes of Kolada with commas between, four digits each.',
    years: 'Years',
    yearsHint: 'With commas between, for example 2024, 2025.',
    submit: 'Fetch',
  },
} as const;
