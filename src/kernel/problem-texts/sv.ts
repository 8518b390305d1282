import { accessProblems } from './access-sv.ts';
import { agreementProblems } from './agreement-sv.ts';
import { archivingProblems } from './archiving-sv.ts';
import { assignmentProblems } from './assignment-sv.ts';
import { deviationProblems } from './deviation-sv.ts';
import { executionProblems } from './execution-sv.ts';
import { formProblems } from './form-sv.ts';
import { indicatorProblems } from './indicator-sv.ts';
import { learningProblems } from './learning-sv.ts';
import { meetingProblems } from './meeting-sv.ts';
import { organisationProblems } from './organisation-sv.ts';
import { proceedingsProblems } from './proceedings-sv.ts';
import { projectProblems } from './project-sv.ts';
import { publicationProblems } from './publication-sv.ts';
import { releaseProblems } from './release-sv.ts';
import { reportProblems } from './report-sv.ts';
import { returnProblems } from './return-sv.ts';
import { secrecyProblems } from './secrecy-sv.ts';
import { witnessProblems } from './witness-sv.ts';

/**
 * What is wrong with a field and what to write instead, by the key of a Problem. `{name}` is filled from the problem's values. The rules of
 * a noun add their rows to the file of what they speak of, because a problem may be shown on any page and by any command.
 */
export const problems = {
  'validation.required': 'Fyll i fältet.',
  'validation.choose': 'Välj ett av alternativen.',
  'validation.tooShort': 'Skriv minst {minimum} tecken.',
  'validation.tooLong': 'Skriv högst {maximum} tecken.',
  'validation.tooSmall': 'Skriv ett tal som är minst {minimum}.',
  'validation.tooBig': 'Skriv ett tal som är högst {maximum}.',
  'validation.tooFew': 'Välj minst {minimum}.',
  'validation.tooMany': 'Välj högst {maximum}.',
  'validation.number': 'Skriv ett heltal med siffror, till exempel 12.',
  'validation.amount': 'Skriv ett belopp, till exempel 1 200 000, 300 tkr eller 1,2 mkr.',
  'validation.date': 'Skriv ett datum som finns, till exempel 2026-05-30.',
  'validation.id': 'Valet finns inte längre. Ladda om sidan och välj på nytt.',
  'validation.file': 'Välj en fil.',
  'validation.unexpected': 'Fältet {field} hör inte till formuläret. Ladda om sidan och försök igen.',
  'validation.wrong': 'Kontrollera det som står här.',
  'matter.number': 'Skriv diarienumret som det står i diariet, till exempel 26RS1234.',
  'matter.numberTaken': 'Ett ärende har redan det diarienumret. Öppna det, eller kontrollera numret.',
  'matter.legalGround': 'Skriv den bestämmelse som sekretessen stöds på, till exempel OSL 25 kap. 1 §.',
  'matter.protectedButOpen':
    'Ett offentligt ärende har ingen skyddad ärendemening. Töm fältet, eller välj en sekretessnivå.',
  'matter.titlesSame': 'Den offentliga ärendemeningen är densamma som den skyddade. Skriv en som alla får läsa.',
  'matter.classification': 'Skriv numret ur klassificeringsstrukturen, till exempel 2.7.1.',
  'matter.unknown': 'Inget ärende har det diarienumret. Kontrollera numret, eller lämna fältet tomt.',
  'document.registered': 'Filen är redan registrerad som ”{title}”. Öppna den i stället.',
  'document.registeredElsewhere': 'Filen finns redan i ett ärende som du inte får läsa. Fråga registratorn.',
  'intake.unknownField': 'Fältet hör inte till den här sortens förslag. Ladda om sidan och försök igen.',
  'intake.field.line': 'Skriv på en rad, utan radbrytning.',
  'intake.field.text': 'Skriv text.',
  'intake.field.number': 'Skriv ett heltal med siffror, till exempel 12.',
  'intake.field.decimal': 'Skriv ett tal, till exempel 12,5.',
  'intake.field.day': 'Skriv ett datum som finns, till exempel 2026-05-30.',
  'intake.field.time': 'Skriv en tid med timmar och minuter, till exempel 09:30.',
  'intake.field.boolean': 'Välj ja eller nej.',
  'intake.field.lines': 'Skriv en uppgift på varje rad.',
  'intake.field.days': 'Skriv ett datum på varje rad, till exempel 2026-05-30.',
  'followup.periodEnd':
    'Ett delår slutar mellan {first} och {last}, ett helår den sista december. Skriv ett annat datum.',
  'followup.periodExists': 'Året har redan en sådan period. Öppna den i stället.',
  'followup.deadlineBeyondLaw': 'Lagen säger senast {last}. Skriv den dagen eller en tidigare.',
  'followup.deadlineBeforeEnd': 'Rapporten kan inte vara klar innan perioden är slut {endsOn}. Skriv en senare dag.',
  'followup.contributionsDue': 'Bidragen ska vara inne mellan {first} och {last}. Skriv en dag däremellan.',
  'followup.contributionsDueMissing': 'Skriv vilken dag bidragen ska vara inne.',
  'contribution.notPerformer': 'Organet utför inte uppdraget. Välj en av utförarna.',
  'contribution.unitItself': '{body} är utförare och skriver den samlade texten. Välj andra enheter.',
  'contribution.dueAfterWhole': 'Enheten måste vara klar senast {last}, när den samlade texten ska vara inne.',
  'contribution.reopenReason': 'Skriv varför perioden öppnas igen.',
  'followup.inputExists': 'Organet har redan ett inspel för {year}. Öppna det i stället.',
  'followup.numberTwice': 'Numret finns redan. Skriv ett annat nummer.',
  'input.noReceiver': 'Ange vilket organ som får inspelet.',
  'input.noPoints': 'Inspelet har inga punkter. Lägg till minst en.',
  'input.drafted': 'Punkt {number} är ett utkast från ett fynd. Läs igenom den och spara den.',
  'input.noAssignment': 'Välj uppdraget som punkten blev, eller föreslå ett först.',
  'input.noReason': 'Skriv varför: den som lämnade inspelet får läsa det.',
  'input.earlierAssignment': 'Uppdrag {ref} gavs före planen som inspelet gäller. Välj ett uppdrag i den planen.',
  'input.decisionOfOther': 'Välj ett fattat beslut av det organ som får inspelet.',
  'input.decisionOfGiver': 'Välj ett fattat beslut vid ett sammanträde med det organ som lämnar inspelet.',
  'input.itemOfOther': 'Välj ett ärende vid ett av organets egna sammanträden.',
  'input.meetingOfOther': 'Välj ett kommande sammanträde med det organ som får inspelet.',
  'input.toItself': 'Ett organ lämnar inte inspel till sig självt. Välj ett annat organ.',
  'input.received': 'Inspelet är redan upptaget på sammanträdet {date}. Öppna det ärendet.',
  'input.open': 'Punkt {number} har inget utfall. Ange vad den blev.',
  'input.notProposed': 'Uppdraget är inte längre föreslaget. Läs om sidan.',
  'input.otherPlan': 'Uppdrag {ref} hör inte till planens ägare. Välj ett uppdrag som samma organ har gett.',
  'input.hasSuccessor': 'Uppdrag {ref} har redan en efterföljare i planen.',
  'input.notUnfinished': 'Uppdrag {ref} är avslutat och förs inte vidare.',
  'collaboration.endsBeforeStart': 'Slutdagen ligger före första dagen. Skriv ett senare slutdatum.',
  'collaboration.agreementExists': 'Avtalet finns redan i registret. Öppna det i stället.',
  'forms.numberTaken': 'Formuläret har redan en fråga med nummer {number}. Öppna den i stället.',
  'connections.already': 'De två är redan knutna till varandra. Välj en annan post.',
  'connections.self': 'En post kan inte kopplas till sig själv. Välj en annan.',
  'work.day': 'Skriv en dag efter i dag.',
  'work.pastLaw': 'Sista dagen enligt lag är {date}. Den kan inte vila längre än så.',
  'work.lateByLaw': 'Sista dagen enligt lag var {date}. Det här kan inte vila.',
  'work.receiver': 'Välj någon annan som får göra uppgiften.',
  'privacy.personalNumber': 'Här står ett personnummer. Ta bort det och skriv så att ingen person pekas ut.',
  ...agreementProblems,
  ...archivingProblems,
  ...assignmentProblems,
  ...deviationProblems,
  ...executionProblems,
  ...formProblems,
  ...indicatorProblems,
  ...learningProblems,
  ...meetingProblems,
  ...accessProblems,
  ...organisationProblems,
  ...proceedingsProblems,
  ...projectProblems,
  ...publicationProblems,
  'portal.address': 'Skriv en e-postadress, till exempel namn@exempel.se. Kontrollera att den är rättskriven.',
  ...releaseProblems,
  ...reportProblems,
  ...returnProblems,
  ...secrecyProblems,
  ...witnessProblems,
} as const;
