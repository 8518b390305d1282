/** What is wrong with a field of an agreement, in Swedish. */
export const agreementProblems = {
  'agreements.endAndOpen':
    'Det som gäller tills vidare har ingen slutdag. Ta bort slutdagen, eller krysset för tills vidare.',
  'agreements.renewsWithoutEnd':
    'Det som förlängs av sig självt behöver en slutdag att förlängas från. Skriv slutdagen.',
  'agreements.alarmMonths': 'Skriv månader som heltal med komma emellan, till exempel 12, 6, 3.',
  'agreements.dayOrMonth': 'Skriv en dag eller en månad, till exempel 2024-11-20 eller 2024-11.',
  'agreements.ownPredecessor': 'En överenskommelse kan inte ersätta sig själv. Välj den som gällde före.',
  'agreements.reason': 'Skriv varför, eller vad som visar det.',
  'agreements.nobodyDecides':
    'Det finns ingen part att vänta på. Lägg till de parter som ska besluta innan den skickas ut.',
  'agreements.noticeAhead': 'Dagen har inte varit än. Skriv den dag då uppsägningen kom.',
  'agreements.endUnknown': 'Ingen uppsägningstid är angiven. Skriv vilken dag den upphör.',
  'agreements.endsBeforeNotice': 'Den kan inte upphöra innan den sades upp. Skriv en senare dag.',
  'agreements.textDecided': 'Texten är beslutad och ändras inte. Skriv en ny överenskommelse som ersätter den här.',
  'agreements.sameText': 'Texten är densamma som i den senaste versionen. Ändra något, eller avbryt.',
  'agreements.partyName': 'Skriv vad parten heter, eller välj ett organ.',
  'agreements.partyExists': 'Parten finns redan. Ändra den i stället.',
  'agreements.whichBody': 'Skriv vilket organ hos parten som beslutade, till exempel kommunfullmäktige.',
  'agreements.decidedAhead': 'Dagen har inte varit än. Skriv den dag då beslutet fattades.',
  'agreements.whichReservation': 'Skriv vad reservationen gäller.',
  'agreements.chooseParties': 'Kryssa för minst en part som uppgiften gäller och som inte redan har ett beslut.',
  'agreements.moreThanClaimed': 'Källan talar om {told}, men {chosen} är förkryssade. Ta bort dem som den inte gäller.',
  'agreements.noParties': 'Det finns inga parter än. Lägg till parterna först, eller gör steget gemensamt.',
  'agreements.whoResponsible': 'Skriv vem som ansvarar för steget.',
  'agreements.doneAhead': 'Dagen har inte varit än. Skriv den dag då steget blev klart.',
} as const;
