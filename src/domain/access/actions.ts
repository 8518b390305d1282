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
  'administrator',
] as const satisfies readonly Role[];

/**
 * Who may do what: one row an action, with the roles that may. A role held on one body allows the action on that body's records only; the
 * verb compares (`requireBody`). What is not in the table is not allowed. The operator may do everything and is not repeated in each row.
 */
export const actions = {
  'record.read': everyone,
  'matter.readProtected': ['committeeSecretary', 'caseOfficer', 'chair', 'archivist'],
  'organisation.edit': ['committeeSecretary', 'administrator'],
  'goal.edit': ['controller', 'committeeSecretary'],
  'plan.edit': ['controller', 'committeeSecretary'],
  'matter.edit': ['committeeSecretary', 'caseOfficer'],
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
  'disclosure.handle': ['committeeSecretary', 'caseOfficer', 'archivist'],
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
  // What one authority lets another have (OSL 8:1), and what comes in from others: told apart from everything else, since it leaves the house.
  'release.make': ['committeeSecretary', 'cooperationLead', 'archivist'],
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
  'intake.handIn': ['committeeSecretary', 'caseOfficer', 'controller', 'archivist'],
  'intake.confirm': ['committeeSecretary', 'controller'],
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
