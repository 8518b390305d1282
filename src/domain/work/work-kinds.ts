import type { Localized } from '../../kernel/language.ts';
import type { Action } from '../access/index.ts';

type KindEntry = {
  readonly label: Localized;
  /** What the one who does it must be allowed to do, on the body that the work belongs to. */
  readonly action: Action;
  /** The rule that sets its last day. Such work rests until that day at the longest, and nobody can switch its reminders off. */
  readonly law: string | null;
  /** Whether it is one person's own (a signature, an answer), which nobody can do for another. */
  readonly personal: boolean;
  /** Whether the house reminds of it; `own` when the noun it belongs to has letters of its own. */
  readonly reminder: 'yes' | 'own' | 'no';
};

/**
 * What a person can have to do, in the order of the year's work: who may do it, whether a law sets its last day, and whether it can be handed to somebody. A
 * new kind is a row here and a source beside (`work-of-….ts`).
 */
export const workKinds = {
  answerSummons: {
    label: { sv: 'Svara på kallelse', en: 'Answer a summons' },
    action: 'summons.answer',
    law: null,
    personal: true,
    reminder: 'yes',
  },
  sendSummons: {
    label: { sv: 'Skicka kallelse', en: 'Send a summons' },
    action: 'meeting.edit',
    law: 'R-KL-01',
    personal: false,
    reminder: 'yes',
  },
  resendLetters: {
    label: { sv: 'Brev som inte kom fram', en: 'Letters that did not arrive' },
    action: 'meeting.edit',
    law: null,
    personal: false,
    reminder: 'no',
  },
  takeUpReport: {
    label: { sv: 'Ta upp överlämnad rapport', en: 'Take up a delivered report' },
    action: 'meeting.edit',
    law: null,
    personal: false,
    reminder: 'yes',
  },
  writeMinutes: {
    label: { sv: 'Skriv protokoll', en: 'Write minutes' },
    action: 'minutes.edit',
    law: 'R-KL-53',
    personal: false,
    reminder: 'yes',
  },
  commentMinutes: {
    label: { sv: 'Lämna synpunkter på protokoll', en: 'Comment on minutes' },
    action: 'minutes.comment',
    law: null,
    personal: true,
    reminder: 'no',
  },
  signMinutes: {
    label: { sv: 'Justera protokoll', en: 'Sign minutes' },
    action: 'minutes.sign',
    law: 'R-KL-53',
    personal: true,
    reminder: 'own',
  },
  awaitSignatures: {
    label: { sv: 'Protokoll väntar på underskrift', en: 'Minutes wait for signatures' },
    action: 'minutes.edit',
    law: 'R-KL-53',
    personal: false,
    reminder: 'no',
  },
  announceMinutes: {
    label: { sv: 'Anslå justerat protokoll', en: 'Announce adjusted minutes' },
    action: 'notice.post',
    law: 'R-KL-55',
    personal: false,
    reminder: 'yes',
  },
  mendNotice: {
    label: { sv: 'Anslag som inte är styrkt', en: 'Notice that is not proved' },
    action: 'notice.post',
    law: 'R-KL-57',
    personal: false,
    reminder: 'yes',
  },
  publishMinutes: {
    label: { sv: 'Protokollet kan publiceras', en: 'The minutes can be published' },
    action: 'publication.propose',
    law: null,
    personal: false,
    reminder: 'no',
  },
  mendPublication: {
    label: { sv: 'Stoppad publicering', en: 'Stopped publication' },
    action: 'publication.propose',
    law: null,
    personal: false,
    reminder: 'yes',
  },
  reviewPublication: {
    label: { sv: 'Granska publicering', en: 'Review a publication' },
    action: 'publication.review',
    law: null,
    personal: false,
    reminder: 'yes',
  },
  publishAnew: {
    label: { sv: 'Kan behöva publiceras på nytt', en: 'May have to be published anew' },
    action: 'publication.propose',
    law: null,
    personal: false,
    reminder: 'no',
  },
  sendExtracts: {
    label: { sv: 'Skicka protokollsutdrag', en: 'Send extracts of minutes' },
    action: 'minutes.edit',
    law: null,
    personal: false,
    reminder: 'yes',
  },
  doTask: {
    label: { sv: 'Berätta hur beslutet verkställs', en: 'Tell how the decision is carried out' },
    action: 'task.edit',
    law: null,
    personal: false,
    reminder: 'yes',
  },
  answerRelease: {
    label: { sv: 'Svara annan huvudman', en: 'Answer another principal' },
    action: 'release.answer',
    law: null,
    personal: false,
    reminder: 'yes',
  },
  answerDisclosure: {
    label: { sv: 'Svara på begäran om handling', en: 'Answer a request for documents' },
    action: 'disclosure.handle',
    law: 'R-TF-3',
    personal: false,
    reminder: 'yes',
  },
  sendConsultation: {
    label: { sv: 'Skicka remiss', en: 'Send a consultation' },
    action: 'matter.edit',
    law: null,
    personal: false,
    reminder: 'yes',
  },
  answerConsultation: {
    label: { sv: 'Svara på samråd', en: 'Give advice' },
    action: 'consultation.answer',
    law: null,
    personal: false,
    reminder: 'yes',
  },
  decisionStation: {
    label: { sv: 'Nästa steg i beslutsvägen', en: 'Next step on the way to a decision' },
    action: 'matter.edit',
    law: null,
    personal: false,
    reminder: 'no',
  },
  gatherAnswers: {
    label: { sv: 'Ta emot svar på remiss', en: 'Take in answers to a consultation' },
    action: 'matter.edit',
    law: null,
    personal: false,
    reminder: 'yes',
  },
  writeContribution: {
    label: { sv: 'Skriv lägesbild', en: 'Write an assessment' },
    action: 'assessment.write',
    law: null,
    personal: false,
    reminder: 'own',
  },
  closePeriod: {
    label: { sv: 'Stäng perioden', en: 'Close the period' },
    action: 'period.edit',
    law: null,
    personal: false,
    reminder: 'yes',
  },
  answerSection: {
    label: { sv: 'Besvara avsnitt i en redovisning', en: 'Answer a section of a return' },
    action: 'return.answer',
    law: null,
    personal: true,
    reminder: 'own',
  },
  giveOutSections: {
    label: { sv: 'Dela ut avsnitt i en redovisning', en: 'Give out sections of a return' },
    action: 'return.edit',
    law: null,
    personal: false,
    reminder: 'no',
  },
  sendReturnToReview: {
    label: { sv: 'Lämna redovisningen till granskning', en: 'Send the return to review' },
    action: 'return.edit',
    law: null,
    personal: false,
    reminder: 'yes',
  },
  reviewReturn: {
    label: { sv: 'Granska redovisningen', en: 'Review the return' },
    action: 'return.edit',
    law: null,
    personal: false,
    reminder: 'yes',
  },
  assessTogether: {
    label: { sv: 'Gör den lärande uppföljningen', en: 'Make the joint self-assessment' },
    action: 'selfassessment.answer',
    law: null,
    personal: false,
    reminder: 'yes',
  },
  tellCommonPoint: {
    label: { sv: 'Berätta om en punkt i den gemensamma planen', en: 'Tell about a point of the common plan' },
    action: 'selfassessment.answer',
    law: null,
    personal: false,
    reminder: 'yes',
  },
  completeCommission: {
    label: { sv: 'Komplettera beställningen', en: 'Complete the commission' },
    action: 'commission.edit',
    law: null,
    personal: false,
    reminder: 'no',
  },
  coverFund: {
    label: { sv: 'Fonden räcker inte', en: 'The fund does not suffice' },
    action: 'commission.edit',
    law: null,
    personal: false,
    reminder: 'no',
  },
  closeRound: {
    label: { sv: 'Avsluta omgången', en: 'Close the round' },
    action: 'selfassessment.edit',
    law: null,
    personal: false,
    reminder: 'yes',
  },
  writeReport: {
    label: { sv: 'Skriv klart rapporten', en: 'Finish the report' },
    action: 'report.edit',
    law: null,
    personal: false,
    reminder: 'yes',
  },
  decideReport: {
    label: { sv: 'Ta rapporten till beslut', en: 'Bring the report to a decision' },
    action: 'report.approve',
    law: null,
    personal: false,
    reminder: 'yes',
  },
  deliverReport: {
    label: { sv: 'Överlämna rapporten', en: 'Deliver the report' },
    action: 'report.deliver',
    law: null,
    personal: false,
    reminder: 'yes',
  },
  writeInput: {
    label: { sv: 'Skriv klart inspelet', en: 'Finish the input' },
    action: 'report.edit',
    law: null,
    personal: false,
    reminder: 'no',
  },
  sendInput: {
    label: { sv: 'Skicka inspelet', en: 'Send the input' },
    action: 'report.deliver',
    law: null,
    personal: false,
    reminder: 'no',
  },
  answerInput: {
    label: { sv: 'Svara på inspel', en: 'Answer an input' },
    action: 'plan.edit',
    law: null,
    personal: false,
    reminder: 'no',
  },
  checkGoals: {
    label: { sv: 'Stäm av målen', en: 'Check the goals' },
    action: 'plan.edit',
    law: null,
    personal: false,
    reminder: 'no',
  },
  gatherDecisions: {
    label: { sv: 'Överenskommelse ute för beslut', en: 'Agreement out for decision' },
    action: 'agreement.edit',
    law: null,
    personal: false,
    reminder: 'no',
  },
  renewAgreement: {
    label: { sv: 'Ta ställning till överenskommelse som löper ut', en: 'Take a stand on an agreement that runs out' },
    action: 'agreement.edit',
    law: null,
    personal: false,
    reminder: 'yes',
  },
  takeAgreementStep: {
    label: { sv: 'Steg i genomförandet av en överenskommelse', en: 'Step in carrying out an agreement' },
    action: 'agreement.edit',
    law: null,
    personal: false,
    reminder: 'yes',
  },
  tryMarks: {
    label: { sv: 'Pröva sekretessmarkeringar på nytt', en: 'Try marks of secrecy anew' },
    action: 'secrecy.mark',
    law: null,
    personal: false,
    reminder: 'yes',
  },
  approveDisposal: {
    label: { sv: 'Godkänn gallring', en: 'Approve a disposal' },
    action: 'archive.dispose',
    law: null,
    personal: false,
    reminder: 'yes',
  },
  carryOutDisposal: {
    label: { sv: 'Verkställ gallring', en: 'Carry out a disposal' },
    action: 'archive.dispose',
    law: null,
    personal: false,
    reminder: 'yes',
  },
  settleLogAlarm: {
    label: { sv: 'Larm om loggen', en: 'Alarm about the log' },
    action: 'witness.edit',
    law: null,
    personal: false,
    reminder: 'yes',
  },
  reviewProposals: {
    label: { sv: 'Granska inlästa förslag', en: 'Review proposals that were read' },
    action: 'intake.confirm',
    law: null,
    personal: false,
    reminder: 'no',
  },
} as const satisfies Record<string, KindEntry>;

export type WorkKind = keyof typeof workKinds;
export const workKindCodes = Object.keys(workKinds) as readonly WorkKind[];

/** The row of a kind, with the types that all rows have in common. */
export function workKindOf(kind: WorkKind): KindEntry {
  return workKinds[kind];
}
