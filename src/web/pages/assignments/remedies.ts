import type { ThreadStep } from '../../../domain/thread/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { RequestContext } from '../../contracts.ts';
import type { AssignmentFacts } from './assignment-facts.ts';
import type { AssignmentRights } from './assignment-rights.ts';
import { texts } from './texts.ts';

/** The one next thing that fills a gap of the thread, for those who may do it. */
export type Remedy = { readonly text: string; readonly href: string };

/** What this person can do about what a step lacks; undefined when nothing is lacking or someone else must do it. */
export function remedyOf(
  ctx: RequestContext,
  step: ThreadStep,
  facts: AssignmentFacts,
  rights: AssignmentRights,
): Remedy | undefined {
  const t = texts[ctx.language];
  const here = recordAddress('assignment', facts.assignment.id);
  const reports = facts.reports[0] ? recordAddress('report', facts.reports[0].id) : '/uppfoljning';
  const readIn = (text: string) => (rights.handIn ? { text, href: '/las-in' } : undefined);
  if (step.state === 'proposed') return readIn(t.reviewProposal);
  switch (step.gap) {
    case 'noGoal':
      return rights.link ? { text: t.linkGoal, href: `${here}/mal` } : undefined;
    case 'noMeeting':
      return rights.linkItem ? { text: t.linkItem, href: `${here}/belagg` } : undefined;
    case 'noReport':
      return rights.report ? { text: t.draftReport, href: reports } : undefined;
    case 'noAssessment':
      return readIn(t.readPaper);
    case 'hearsayDecision':
      return readIn(t.readMinutes);
    case undefined:
      return undefined;
  }
}
