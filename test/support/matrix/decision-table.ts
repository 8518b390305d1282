import type { Action } from '../../../src/domain/access/index.ts';
import { type Letter, letters } from './principals.ts';

/**
 * What people have decided that each principal may do: the letters of those who may (`principals.ts`), written by hand and reviewed apart from the table
 * of actions in the product. The matrix asks the product; where the two differ, one of them is wrong, and somebody has to say which.
 */
export const decisions: Readonly<Record<Action, string>> = {
  // Whoever serves the authority reads its register. A guest and the holder of a link have no part in it; who is suspended has no session.
  'record.read': 'MDJPSHCLRVAOK',
  // Only those who handle, lead, register or keep what is secret. Not who audits, counts or administers: they ask for what they need.
  'matter.readProtected': 'PSHROK',
  'organisation.edit': 'SAO',
  'goal.edit': 'SCO',
  'plan.edit': 'SCO',
  'matter.edit': 'SHRO',
  'assignment.give': 'SCO',
  'assignment.edit': 'SCO',
  'meeting.edit': 'SO',
  'meeting.conduct': 'SO',
  'memo.write': 'SHO',
  // The summoned answer for themselves, the secretary for those who call, the link of a letter for the one it was sent to.
  'summons.answer': 'MDJPSOW',
  'calendar.subscribe': 'MDJPSHCLRVAOK',
  'work.arrange': 'MDJPSHCLRVAOK',
  'question.announce': 'MDJPSO',
  'minutes.edit': 'SO',
  'minutes.comment': 'MJPSO',
  'minutes.sign': 'MDJPSO',
  'notice.post': 'SO',
  'consultation.answer': 'SHCLOW',
  'disclosure.handle': 'SHROK',
  'task.edit': 'SHCO',
  'meeting.linkAssignment': 'SHCO',
  'decision.record': 'SO',
  'period.edit': 'CO',
  'assessment.write': 'SHCLO',
  'report.edit': 'SHO',
  'periodReport.edit': 'SCO',
  'report.approve': 'SO',
  'report.deliver': 'SO',
  'form.edit': 'CLO',
  'return.edit': 'SCLO',
  'return.answer': 'SHCLO',
  'return.approve': 'SO',
  'selfassessment.edit': 'CLO',
  'selfassessment.answer': 'HCLO',
  'study.edit': 'HCLO',
  'poll.edit': 'SHLO',
  'poll.answer': 'OW',
  'release.make': 'SLROK',
  'release.answer': 'SHCLO',
  'release.receive': 'O',
  'release.readAsGuest': 'OG',
  'collaboration.edit': 'SLO',
  'agreement.edit': 'SLO',
  'commission.edit': 'SCLO',
  'project.edit': 'SHCLO',
  'deviation.report': 'SHCLO',
  'deviation.handle': 'HLO',
  'indicator.edit': 'CLO',
  'indicator.deliver': 'HCLO',
  'goalArea.edit': 'CLO',
  'dialogue.edit': 'SHLO',
  'intake.handIn': 'SHCROK',
  'intake.confirm': 'SCO',
  'secrecy.mark': 'SHROK',
  'publication.propose': 'SHCLRO',
  'publication.review': 'SROK',
  // Whoever may propose or review may take back, and the administrator when nobody else is there: a mistake must not wait.
  'publication.withdraw': 'SHCLRAOK',
  'log.read': 'VAOK',
  'witness.edit': 'AO',
  'archive.make': 'OK',
  'archive.dispose': 'ROK',
  'delegation.give': 'SAO',
  'apiToken.make': 'SHCLRAOK',
  'webhook.edit': 'AO',
  // A visitor of the open portal acts as whoever holds a link: for themselves, once.
  'portal.ask': 'OW',
  'portal.tell': 'O',
  'account.administer': 'AO',
  'system.operate': 'O',
};

/** Whether the decision lets a principal through a policy of a route. */
export function decided(policy: 'public' | 'signedIn' | Action, letter: Letter): boolean {
  if (policy === 'public') return true;
  if (letter === 'N' || letter === 'X') return false;
  return policy === 'signedIn' || decisions[policy].includes(letter);
}

/** Letters in a row that nobody has: a slip of the pen in the table. */
export function strangeLetters(): readonly string[] {
  return Object.entries(decisions).flatMap(([action, row]) =>
    [...row].filter((one) => !letters.includes(one as Letter)).map((one) => `${action}: ${one}`),
  );
}
