/** What the page of the population says of growth, of forecasts and of tables that contradict each other. */
export const populationTexts = {
  sv: {
    growth: 'Så växer kommunerna',
    growthHelp:
      'En bild per kommun med första året som hundra, så att en liten och en stor kommun kan läsas på samma skala. Antalen står i tabellerna under.',
    asSeries: 'Samma tal som serier:',
    outcomeSeries: 'Folkmängd',
    forecastSeries: 'Befolkningsprognos',
    changeWrong: (printed: string, sum: string) =>
      `Raden för hela länet anger förändringen ${printed}, men kommunernas rader blir ${sum}.`,
    conflictTitle: 'Tabeller säger olika',
    conflict: (municipality: string, group: string, year: number, counts: string) =>
      `${municipality}, ${group}, ${year}: ${counts}.`,
    conflictHelp:
      'Det tal som lästes in först står i serien. Jämför källorna, och rätta värdet i serien om det är fel.',
    forecastTitle: 'Prognos mot utfall',
    noOutcome:
      'Inget år med prognos har fått sitt utfall än. Mata in eller läs in folkmängden när året har gått, så jämförs den här.',
    forecastCaption: 'Prognoser vars år har fått ett utfall',
    municipality: 'Kommun',
    age: 'Ålder',
    year: 'År',
    forecast: 'Prognos',
    outcome: 'Utfall',
    difference: 'Skillnad',
    wholeCounty: 'Hela länet',
  },
  en: {
    growth: 'How the municipalities grow',
    growthHelp:
      'One picture for each municipality with the first year as a hundred, so that a small and a large one can be read on one scale. The numbers are in the tables below.',
    asSeries: 'The same numbers as series:',
    outcomeSeries: 'Population',
    forecastSeries: 'Population forecast',
    changeWrong: (printed: string, sum: string) =>
      `The row of the whole county states a change of ${printed}, but the rows of the municipalities come to ${sum}.`,
    conflictTitle: 'Tables contradict each other',
    conflict: (municipality: string, group: string, year: number, counts: string) =>
      `${municipality}, ${group}, ${year}: ${counts}.`,
    conflictHelp:
      'The number that was read first is in the series. Compare the sources, and correct the value of the series if it is wrong.',
    forecastTitle: 'Forecast and outcome',
    noOutcome:
      'No year of a forecast has got its outcome yet. Enter or read in the population when the year has gone, and it is compared here.',
    forecastCaption: 'Forecasts whose year has got an outcome',
    municipality: 'Municipality',
    age: 'Age',
    year: 'Year',
    forecast: 'Forecast',
    outcome: 'Outcome',
    difference: 'Difference',
    wholeCounty: 'The whole county',
  },
} as const;
