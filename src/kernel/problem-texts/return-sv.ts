/** What is wrong with what is asked from outside: returns, consultations and requests for documents. */
export const returnProblems = {
  'returns.sourceUnknown':
    'Underlaget finns inte i registret, eller ligger i ett ärende som inte är öppet. Välj ett annat.',
  'returns.quotesItself':
    'Svaret på fråga {question} citerar redan det här svaret. Skriv saken på ett ställe och citera den därifrån.',
  'returns.noComment': 'Frågan har ingen kommentar att skriva i. Ta bort bocken.',
  'returns.titleTaken':
    'En redovisning med den titeln är redan påbörjad för {year}. Öppna den, eller skriv en annan titel.',
  'returns.sentOutside': 'Skriv en dag från och med beslutet till och med i dag.',
  'returns.receiptThere':
    'Kvittot antecknas en gång, när redovisningen är inskickad. Ladda om sidan för att se vad som står.',
  'returns.meetingOfBody': 'Välj ett sammanträde med det organ som beslutar om redovisningen.',
  'returns.responsible': 'Välj bland dem som får besvara redovisningar för enheten.',
  'returns.nobody': 'Välj en enhet, en eller flera personer, eller både och.',
  'returns.dueAfterWhole': 'Hela redovisningen ska vara klar {last}. Skriv en dag senast då.',
  'consultation.recipientTwice': '{name} står två gånger. Ta bort den ena raden.',
  'consultation.dueBeforeSending':
    'Sista svarsdag ligger före dagen då remissen skickas. Skriv en dag från och med i dag.',
  'consultation.wordsMissing': 'Svaret saknar text. Skriv vad ni anser och varför.',
  'consultation.decidedAhead': 'Beslutsdagen ligger efter i dag. Skriv dagen då organet beslutade om svaret.',
  'consultation.tooManyQuestions': 'Det är fler än 30 frågor. Slå ihop några, eller ställ dem i ett formulär.',
  'consultation.recipientOutside':
    'I ett samråd inom organisationen svarar organ och enheter i registret. Välj dem i listan, eller skicka en remiss i stället.',
  'consultation.workingDays': 'Antalet arbetsdagar går inte att räkna med. Skriv ett heltal från 1 till 60.',
  'consultation.extensionTooShort':
    'Den nya dagen ger ingen längre tid. Skriv en dag efter sista svarsdagen, från i dag.',
  'consultation.fileTooLarge':
    'Filen {name} är större än {megabytes} megabyte. Dela den, eller spara den i ett mindre format.',
  'consultation.tooManyFiles': 'Ett svar kan ha högst {files} filer. Ta bort någon, eller slå ihop dem till en.',
  'consultation.changeMissing':
    'Det står inte vad som ändrades. Skriv den nya lydelsen, eller välj att synpunkten inte togs med.',
  'consultation.receivedOutside':
    'Svaret kan inte ha kommit före utskicket eller efter i dag. Skriv en dag däremellan.',
  'disclosure.noMatter': 'Det finns inget ärende med det diarienumret. Kontrollera det, eller lämna fältet tomt.',
  'disclosure.day': 'Dagen ligger efter i dag, eller före dagen då begäran kom. Skriv en annan dag.',
  'disclosure.provisions': 'Ange den bestämmelse som hindrar, till exempel OSL 25 kap. 1 §.',
  'disclosure.otherMatter': 'Handlingen hör inte till begärans ärende. Välj en av handlingarna på sidan.',
  'disclosure.marked': 'Handlingen är sekretessmarkerad. Häv markeringen först, eller lämna ut en maskad kopia.',
  'disclosure.heldBack':
    'En handling hålls tillbaka helt eller delvis. Välj ”Lämna ut delvis” eller ”Avslå”, eller pröva handlingen igen.',
  'disclosure.decision': 'Skriv beslutet med skälen: ett avslag ska kunna överklagas.',
} as const;
