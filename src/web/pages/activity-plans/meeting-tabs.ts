import { tabs } from '../../components/tabs/tabs.ts';
import type { RequestContext } from '../../contracts.ts';
import type { Html } from '../../html.ts';
import { texts } from './texts.ts';

/** The two sides of a body's year: the meetings themselves, and what was planned for them. */
export function meetingTabs(ctx: RequestContext, here: 'meetings' | 'plans'): Html {
  const t = texts[ctx.language];
  return tabs(ctx, {
    label: t.tabs,
    items: [
      { text: t.meetings, href: '/sammantraden', current: here === 'meetings' },
      { text: t.title, href: '/aktivitetsplaner', current: here === 'plans' },
    ],
  });
}
