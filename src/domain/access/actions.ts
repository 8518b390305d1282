import type { Role } from './roles.ts';

const everyone = [
  'committeeSecretary',
  'caseOfficer',
  'chair',
  'member',
  'deputyMember',
  'controller',
  'cooperationLead',
  'archivist',
  'registrar',
  'auditor',
  'administrator',
] as const satisfies readonly Role[];

/**
 * Who may do what: one row an action, with the roles that may. A role held on one body allows the action on that body's records only; the
 * verb compares (`requireBody`). What is not in the table is not allowed. The operator may do everything and is not repeated in each row.
 */
export const actions = {
  'record.read': everyone,
  'matter.readProtected': ['committeeSecretary', 'caseOfficer', 'chair', 'archivist', 'registrar'],
  'organisation.edit': ['committeeSecretary', 'administrator'],
  'goal.edit': ['controller', 'committeeSecretary'],
  'plan.edit': ['controller', 'committeeSecretary'],
  'matter.edit': ['committeeSecretary', 'caseOfficer', 'registrar'],
  'assignment.give': ['committeeSecretary', 'controller'],
  'assignment.edit': ['committeeSecretary', 'controller'],
  'meeting.edit': ['committeeSecretary'],
  'meeting.conduct': ['committeeSecretary'],
  'memo.write': ['committeeSecretary', 'caseOfficer'],
  'summons.answer': ['chair', 'member', 'deputyMember', 'committeeSecretary', 'linkHolder'],
  'calendar.subscribe': everyone,
  'work.arrange': everyone,
  'question.announce': ['chair', 'member', 'deputyMember', 'committeeSecretary'],
  'minutes.edit': ['committeeSecretary'],
  'minutes.comment': ['committeeSecretary', 'chair', 'member'],
  'minutes.sign': ['committeeSecretary', 'chair', 'member', 'deputyMember'],
  'notice.post': ['committeeSecretary'],
  'consultation.answer': ['committeeSecretary', 'caseOfficer', 'controller', 'cooperationLead', 'linkHolder'],
  'disclosure.handle': ['committeeSecretary', 'caseOfficer', 'archivist', 'registrar'],
  'task.edit': ['committeeSecretary', 'caseOfficer', 'controller'],
  'meeting.linkAssignment': ['committeeSecretary', 'caseOfficer', 'controller'],
  'decision.record': ['committeeSecretary'],
  'period.edit': ['controller'],
  'assessment.write': ['caseOfficer', 'controller', 'committeeSecretary', 'cooperationLead'],
  'report.edit': ['committeeSecretary', 'caseOfficer'],
  'periodReport.edit': ['controller', 'committeeSecretary'],
  'report.approve': ['committeeSecretary'],
  'report.deliver': ['committeeSecretary'],
  'form.edit': ['controller', 'cooperationLead'],
  'return.edit': ['controller', 'cooperationLead', 'committeeSecretary'],
  'return.answer': ['controller', 'cooperationLead', 'committeeSecretary', 'caseOfficer'],
  'return.approve': ['committeeSecretary'],
  'selfassessment.edit': ['cooperationLead', 'controller'],
  'selfassessment.answer': ['cooperationLead', 'controller', 'caseOfficer'],
  'study.edit': ['cooperationLead', 'controller', 'caseOfficer'],
  'poll.edit': ['cooperationLead', 'committeeSecretary', 'caseOfficer'],
  // Done without an account: the address of a poll is answered as a member of nothing, who may do this on one body (domain/polls).
  'poll.answer': ['linkHolder'],
  // What a visitor of the open portal may ask for: letters about what is new, and an accessible copy.
  'portal.ask': ['linkHolder'],
  'portal.tell': [],
  // What one authority lets another have (OSL 8:1), and what comes in from others: told apart from everything else, since it leaves the house.
  'release.make': ['committeeSecretary', 'cooperationLead', 'archivist', 'registrar'],
  'release.answer': ['committeeSecretary', 'cooperationLead', 'caseOfficer', 'controller'],
  // Done by the product when a release or an answer arrives from another authority of the installation.
  'release.receive': [],
  // All that a guest of a joint group may do: read what was let out to its guests.
  'release.readAsGuest': ['guest'],
  'collaboration.edit': ['committeeSecretary', 'cooperationLead'],
  'agreement.edit': ['committeeSecretary', 'cooperationLead'],
  'commission.edit': ['committeeSecretary', 'cooperationLead', 'controller'],
  'project.edit': ['cooperationLead', 'caseOfficer', 'controller', 'committeeSecretary'],
  'deviation.report': ['caseOfficer', 'cooperationLead', 'committeeSecretary', 'controller'],
  'deviation.handle': ['cooperationLead', 'caseOfficer'],
  'indicator.edit': ['controller', 'cooperationLead'],
  'indicator.deliver': ['controller', 'cooperationLead', 'caseOfficer'],
  'goalArea.edit': ['cooperationLead', 'controller'],
  'dialogue.edit': ['cooperationLead', 'committeeSecretary', 'caseOfficer'],
  'intake.handIn': ['committeeSecretary', 'caseOfficer', 'controller', 'archivist', 'registrar'],
  'intake.confirm': ['committeeSecretary', 'controller'],
  // What is secret in a record, by which provision and until when, and the copies in which it is masked.
  'secrecy.mark': ['committeeSecretary', 'caseOfficer', 'registrar', 'archivist'],
  // What becomes public is proposed by one and, where the gate found something, reviewed by another; who sees a mistake takes it back at once.
  'publication.propose': ['committeeSecretary', 'caseOfficer', 'controller', 'cooperationLead', 'registrar'],
  'publication.review': ['committeeSecretary', 'registrar', 'archivist'],
  'publication.withdraw': [
    'committeeSecretary',
    'caseOfficer',
    'controller',
    'cooperationLead',
    'registrar',
    'archivist',
    'administrator',
  ],
  'log.read': ['auditor', 'administrator', 'archivist'],
  'witness.edit': ['administrator'],
  'archive.make': ['archivist'],
  'archive.dispose': ['archivist', 'registrar'],
  'delegation.give': ['committeeSecretary', 'administrator'],
  'apiToken.make': [
    'committeeSecretary',
    'caseOfficer',
    'controller',
    'cooperationLead',
    'registrar',
    'archivist',
    'administrator',
  ],
  'webhook.edit': ['administrator'],
  'account.administer': ['administrator'],
  'system.operate': [],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof actions;
/** The actions that only look: storage opens no writing transaction for them, whatever verb a page would hand it. */
export const readingActions = ['record.read', 'matter.readProtected'] as const satisfies readonly Action[];

/** The actions that change something: what a verb shared by many verbs asks its proof for. */
export type WritingAction = Exclude<Action, (typeof readingActions)[number]>;

export const actionNames = Object.keys(actions) as readonly Action[];

/** Whether the table allows a role an action, wherever the role is held. */
export function roleMay(role: Role, action: Action): boolean {
  return role === 'operator' || (actions[action] as readonly Role[]).includes(role);
}
