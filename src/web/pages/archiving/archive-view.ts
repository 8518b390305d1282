import {
  type ArchivePackageState,
  archivePackageStates,
  type DisposalState,
  disposalStates,
} from '../../../domain/archiving/index.ts';
import { tabs } from '../../components/tabs/tabs.ts';
import { type TagTone, tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import type { Html } from '../../html.ts';
import { texts } from './texts.ts';

export const archiveHref = '/arkiv';

/** The four sides of the archive, as links. */
export function archiveTabs(ctx: RequestContext, current: 'ready' | 'packages' | 'plan' | 'disposals'): Html {
  const t = texts[ctx.language];
  const sides = { ready: '', packages: '/paket', plan: '/plan', disposals: '/gallring' } as const;
  return tabs(ctx, {
    label: t.tabs,
    items: (['ready', 'packages', 'plan', 'disposals'] as const).map((side) => ({
      text: t[side],
      href: `${archiveHref}${sides[side]}`,
      current: side === current,
    })),
  });
}

const packageTones: Readonly<Record<ArchivePackageState, TagTone>> = {
  drawnUp: 'neutral',
  faulty: 'late',
  checked: 'part',
  delivered: 'ok',
  discarded: 'unknown',
};
const disposalTones: Readonly<Record<DisposalState, TagTone>> = {
  proposed: 'info',
  approved: 'part',
  returned: 'unknown',
  carriedOut: 'ok',
};

export function packageTag(ctx: RequestContext, state: ArchivePackageState): Html {
  return tag({ text: archivePackageStates[state][ctx.language], tone: packageTones[state] });
}

export function disposalTag(ctx: RequestContext, state: DisposalState): Html {
  return tag({ text: disposalStates[state][ctx.language], tone: disposalTones[state] });
}

/** The choices of a table of codes with labels. */
export function choicesOf<Code extends string>(
  ctx: RequestContext,
  table: Readonly<Record<Code, { readonly sv: string; readonly en: string }>>,
): { value: Code; text: string }[] {
  return (Object.keys(table) as Code[]).map((value) => ({ value, text: table[value][ctx.language] }));
}
