import { tabs } from '../../components/tabs/tabs.ts';
import type { RequestContext } from '../../contracts.ts';
import type { Html } from '../../html.ts';
import { texts } from './texts.ts';

/** The three sides of the follow-up: what is answered, how it stands, and what is asked for next. */
export function followupTabs(ctx: RequestContext, here: 'reports' | 'situations' | 'inputs'): Html {
  const t = texts[ctx.language];
  const sides = { reports: '/uppfoljning', situations: '/uppfoljning/lagen', inputs: '/uppfoljning/inspel' } as const;
  return tabs(ctx, {
    label: t.tabs,
    items: (['reports', 'situations', 'inputs'] as const).map((side) => ({
      text: t[side],
      href: sides[side],
      current: side === here,
    })),
  });
}
