import { tabs } from '../../components/tabs/tabs.ts';
import type { RequestContext } from '../../contracts.ts';
import type { Html } from '../../html.ts';
import { texts } from './texts.ts';

/** Where the lists of the joint work lie. */
export const collaborationPaths = {
  agreements: '/samverkan',
  commissions: '/samverkan/bestallningar',
  deliverables: '/samverkan/leveranser',
  consultations: '/remisser',
  selfAssessments: '/larande-uppfoljning',
  studies: '/granskningar',
} as const;

/** The sides of the joint work: agreed, ordered, promised, asked. */
export function collaborationTabs(ctx: RequestContext, here: keyof typeof collaborationPaths): Html {
  const t = texts[ctx.language];
  return tabs(ctx, {
    label: t.tabs,
    items: (['agreements', 'commissions', 'deliverables', 'consultations', 'selfAssessments', 'studies'] as const).map(
      (side) => ({
        text: t[side],
        href: collaborationPaths[side],
        current: side === here,
      }),
    ),
  });
}
