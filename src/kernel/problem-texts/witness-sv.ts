/** Problems with witnesses of the log, in Swedish. */
export const witnessProblems = {
  'witness.nameTaken': 'Det finns redan ett vittne med det namnet. Välj ett annat namn.',
  'witness.address':
    'Adressen går inte att använda. Skriv vittnets adress med https://, till exempel https://kansli.example.se/vittne/exempelkommun.',
  'witness.key':
    'Nyckeln går inte att läsa. Kopiera hela raden från den andra installationens sida ”Loggen”, till exempel kansli-0a1b…+5c6d…+AQ….',
  'witness.self': 'En myndighet kan inte vittna om sin egen logg. Välj en annan.',
  'witness.origin':
    'Loggens namn går inte att läsa. Kopiera det från den andra installationens sida ”Loggen”; det börjar med kansli/.',
  'witness.originTaken': 'Den loggen bevakas redan. Ta bort den först om nyckeln ska bytas.',
} as const;
