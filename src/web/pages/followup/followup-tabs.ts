import { tabs } from '../../components/tabs/tabs.ts';
import type { RequestContext } from '../../contracts.ts';
import type { Html } from '../../html.ts';
import { texts } from './texts.ts';

const sides = {
  reports: '/uppfoljning',
  contributions: '/lagesbilder',
  inputs: '/uppfoljning/inspel',
  decisions: '/beslutsuppfoljning',
  measures: '/atgarder',
  indicators: '/indikatorer',
  returns: '/redovisningar',
  overview: '/oversikt',
} as const;

/** The sides of the follow-up: what is answered, how it stands, what is asked for next, what is measured, and what the state was told. */
export function followupTabs(ctx: RequestContext, here: keyof typeof sides): Html {
  const t = texts[ctx.language];
  return tabs(ctx, {
    label: t.tabs,
    items: (
      ['reports', 'contributions', 'inputs', 'decisions', 'measures', 'indicators', 'returns', 'overview'] as const
    ).map((side) => ({
      text: t[side],
      href: sides[side],
      current: side === here,
    })),
  });
}
