import type { ActivityPlan } from '../../../domain/plans/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { RequestContext } from '../../contracts.ts';
import type { Crumb } from '../../reply.ts';
import { texts } from './texts.ts';

export const planListPath = '/aktivitetsplaner';

/** The way from the start to a page under a plan. */
export function planCrumbs(ctx: RequestContext, plan: ActivityPlan, here: string): readonly Crumb[] {
  const t = texts[ctx.language];
  return [
    { text: t.room, href: '/sammantraden' },
    { text: t.title, href: planListPath },
    { text: `${plan.body.name} ${plan.year}`, href: recordAddress('activityPlan', plan.id) },
    { text: here },
  ];
}
