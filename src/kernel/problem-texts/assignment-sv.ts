/** What is wrong with goals, plans and the assignments that follow from them. */
export const assignmentProblems = {
  'assignment.number': 'Skriv numret som ett heltal från 1 till 99999, som det står i planen.',
  'assignment.numberTaken': '{ref} finns redan: ”{title}”. Öppna det uppdraget, eller skriv ett annat nummer.',
  'assignment.textOrNumber': 'Skriv uppdragets text, eller åtminstone dess nummer.',
  'assignment.planOtherYear': 'Planen gäller {year}. Välj planen för uppdragets år.',
  'assignment.objectiveOtherPlan': 'Målet hör till en annan plan. Välj ett mål i uppdragets plan.',
  'assignment.partyTwice': 'Organet har redan den rollen i uppdraget. Välj en annan roll eller ett annat organ.',
  'assignment.unknownRef': 'Inget uppdrag heter så. Skriv år och nummer, till exempel 2025:3.',
  'assignment.linkToItself': 'Ett uppdrag kan inte länkas till sig självt. Välj ett annat uppdrag.',
  'assignment.linkExists': 'Uppdragen är redan länkade så.',
  'assignment.predecessorNotEarlier':
    'En föregångare är från ett tidigare år än {year}. Välj ett äldre uppdrag, eller vänd på länken.',
  'assignment.partEarlier':
    'Det som uppdraget delades eller gick upp i kan inte vara äldre än {year}. Välj ett senare uppdrag, eller vänd på länken.',
  'assignment.linkCircle': 'Länken skulle leda tillbaka till uppdraget självt. Ta bort den felaktiga länken först.',
  'assignment.goalLinked':
    'Uppdraget är redan länkat till målet på det sättet. Välj ett annat mål eller ett annat slag av länk.',
  'assignment.dueReason': 'Skriv varför dagen flyttas. Den gamla dagen finns kvar i historiken.',
  'goal.titleTaken': 'Ett måldokument heter så redan. Öppna det, eller skriv en annan titel.',
  'goal.headingTaken': 'Dokumentet har redan ett mål med den rubriken. Skriv en annan rubrik.',
  'goal.adopterMayNotDecide':
    '{body} har ingen beslutanderätt och kan inte fastställa mål. Välj det organ som beslutade.',
  'plan.exists': 'Organet har redan en plan för {year}. Öppna den i stället.',
  'plan.objectiveNumber': 'Skriv numret med siffror och punkter, till exempel 3.1.3.',
  'plan.objectiveNumberTaken': 'Planen har redan ett mål med nummer {number}. Skriv ett annat nummer.',
  'plan.ownerMayNotDecide':
    'Planens organ har ingen beslutanderätt och kan inte fastställa den. Låt det organ som beslutar äga planen.',
  'activityPlan.exists': 'Organet har redan en aktivitetsplan för {year}. Öppna den i stället.',
  'activityPlan.otherYear': 'Dagen ska ligga i planens år, {year}.',
  'activityPlan.dayTaken': 'Planen har redan den dagen. Öppna den i stället, eller välj en annan.',
  'activityPlan.unchanged': 'Planen säger detsamma som den senaste versionen. Ändra något först.',
  'activityPlan.onAgenda':
    '”{item}” står på en dagordning och kan inte tas ur planen. Låt raden stå, eller flytta den till en annan dag.',
  'activityPlan.keptMeanwhile': 'Någon har fastställt en ny version under tiden. Läs den innan du fastställer en till.',
  'goalCheck.exists': 'Planen har redan en målavstämning. Öppna den i stället.',
  'goalCheck.noConclusion': 'Välj en slutsats för målet ”{goal}”.',
  'goalCheck.nextPlan': 'Välj en plan för ett senare år med samma ägare.',
  'goalCheck.words': 'Skriv vad som ska förstärkas, ändras eller läggas till för målet ”{goal}”.',
} as const;
