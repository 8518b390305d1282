/** What is wrong with what is written about archives, retention and disposal. */
export const archivingProblems = {
  'archiving.keptByLaw': 'Protokoll bevaras alltid. Välj att de bevaras.',
  'archiving.years': 'Skriv hur många år, från 1 till 100.',
  'archiving.noYears': 'År anges bara när handlingarna gallras efter ett antal år. Töm fältet.',
  'archiving.ruleTaken': 'Slaget har redan en rad från den dagen. Välj en annan dag.',
  'archiving.chooseDocuments': 'Välj minst en handling.',
  'archiving.decisionNumber': 'Skriv gallringsbeslutets diarienummer, till exempel 26RS1234.',
  'archiving.decisionAhead': 'Beslutet kan inte vara fattat i framtiden. Skriv dagen då det fattades.',
  'archiving.chooseRecords': 'Välj minst en post att arkivera.',
  'archiving.tooManyRecords': 'Ett paket tar högst {maximum} poster. Välj färre, och gör ett paket till.',
  'archiving.receiverCode': 'Skriv också mottagarens organisationsnummer.',
} as const;
