/**
 * The stable address of a record below the product's own address. Documents that leave the house carry these addresses for years, so they are
 * kept in one table that pages, commands and documents share; a path is never reused for something else. `{id}` is the record, `{within}` the
 * record it lies in (an agenda item in its meeting).
 */
export const recordAddresses = {
  body: '/organ/{id}',
  goalDocument: '/mal/dokument/{id}',
  goal: '/mal/{id}',
  plan: '/planer/{id}',
  goalCheck: '/planer/malavstamning/{id}',
  assignment: '/uppdrag/{id}',
  meeting: '/sammantraden/{id}',
  minutes: '/protokoll/{id}',
  boardNotice: '/anslagstavla/{id}',
  agendaItem: '/sammantraden/{within}#punkt-{id}',
  decision: '/beslut/{id}',
  decisionTask: '/beslutsuppfoljning/{id}',
  matter: '/arenden/{id}',
  assessment: '/lagesbilder/{id}',
  contribution: '/lagesbilder/bidrag/{id}',
  period: '/perioder/{id}',
  assignmentPosition: '/standpunkter/{id}',
  report: '/uppfoljning/{id}',
  reportEntry: '/uppfoljning/{within}#svar-{id}',
  measurePlan: '/atgarder/plan/{id}',
  measure: '/atgarder/{id}',
  budgetInput: '/uppfoljning/inspel/{id}',
  budgetInputPoint: '/uppfoljning/inspel/{within}#punkt-{id}',
  activityPlan: '/aktivitetsplaner/{id}',
  plannedActivity: '/aktivitetsplaner/{within}#dag-{id}',
  focusArea: '/aktivitetsplaner/{within}#fokus-{id}',
  planPoint: '/aktivitetsplaner/{within}#punkt-{id}',
  attendance: '/sammantraden/{within}#narvaro',
  agreement: '/samverkan/avtal/{id}',
  commission: '/samverkan/bestallningar/{id}',
  fund: '/samverkan/medel/{id}',
  deliverable: '/samverkan/leveranser/{id}',
  project: '/samverkan/projekt/{id}',
  consultation: '/remisser/{id}',
  consultationResponse: '/remisser/{within}#svar-{id}',
  poll: '/omrostningar/{id}',
  dialogue: '/dialoger/{id}',
  dialogueInsight: '/dialoger/{within}#insikt-{id}',
  release: '/utlamnat/{id}',
  receivedRelease: '/mottaget/{id}',
  disclosureRequest: '/utlamnande/{id}',
  deviation: '/samverkan/avvikelser/{id}',
  improvementWork: '/samverkan/avvikelser/forbattringar/{id}',
  goalArea: '/samverkan/malomraden/{id}',
  indicator: '/indikatorer/{id}',
  indicatorValue: '/indikatorer/{within}#varde-{id}',
  populationChange: '/indikatorer/befolkning#rad-{id}',
  nationalReport: '/redovisningar/arbete/{id}',
  formReturn: '/redovisningar/{id}',
  formAnswer: '/redovisningar/{within}#fraga-{id}',
  assessmentRound: '/larande-uppfoljning/omgang/{id}',
  selfAssessment: '/larande-uppfoljning/{id}',
  commonPoint: '/larande-uppfoljning/punkt/{id}',
  reviewStudy: '/granskningar/{id}',
  archivePackage: '/arkiv/paket/{id}',
  disposal: '/arkiv/gallring/{id}',
  intakeFile: '/las-in/{id}',
  document: '/kallor/{id}',
  sourcePassage: '/kallor/stycke/{id}',
} as const satisfies Readonly<Record<string, `/${string}`>>;

export type AddressedNoun = keyof typeof recordAddresses;

/** The path of a record; the noun says whether it needs the record it lies in. */
export function recordAddress(noun: AddressedNoun, id: string, within?: string): string {
  const pattern: string = recordAddresses[noun];
  if (pattern.includes('{within}') && within === undefined)
    throw new Error(`The address of a ${noun} lies within another record: pass the id of that too.`);
  return pattern.replace('{within}', within ?? '').replace('{id}', id);
}
