import { type Action, may } from '../../../domain/access/index.ts';
import type { Localized } from '../../../kernel/language.ts';
import { tabs } from '../../components/tabs/tabs.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { texts } from './texts.ts';

/** The joint work in four: what is agreed and paid for, what is carried out, what is asked and learnt, and who takes part. */
const groups = {
  agreed: { sv: 'Överenskommelser och medel', en: 'Agreements and funds' },
  work: { sv: 'Projekt och utveckling', en: 'Projects and development' },
  asked: { sv: 'Remisser och lärande', en: 'Consultations and learning' },
  together: { sv: 'Huvudmän', en: 'Principals' },
} as const satisfies Record<string, Localized>;
type Group = keyof typeof groups;

type SideLine = {
  readonly group: Group;
  readonly href: `/${string}`;
  readonly text: Localized;
  /** What one must be allowed to do to come there; left out for what everybody reads. */
  readonly action?: Action;
};

/**
 * The sides of the joint work in the order in which they stand: one line a side, with the group it stands in. A noun adds its side here when its list can
 * be reached, and calls `collaborationTabs(ctx, side)` first in the list; an address outside `/samverkan` is also added to the room in `navigation.ts`.
 */
const sides = {
  agreements: { group: 'agreed', href: '/samverkan', text: { sv: 'Överenskommelser', en: 'Agreements' } },
  commissions: { group: 'agreed', href: '/samverkan/bestallningar', text: { sv: 'Beställningar', en: 'Commissions' } },
  funds: { group: 'agreed', href: '/samverkan/medel', text: { sv: 'Medel', en: 'Funds' } },
  projects: { group: 'work', href: '/samverkan/projekt', text: { sv: 'Projekt', en: 'Projects' } },
  deliverables: { group: 'work', href: '/samverkan/leveranser', text: { sv: 'Leveranser', en: 'Deliverables' } },
  deviations: { group: 'work', href: '/samverkan/avvikelser', text: { sv: 'Avvikelser', en: 'Deviations' } },
  consultations: { group: 'asked', href: '/remisser', text: { sv: 'Remisser', en: 'Consultations' } },
  selfAssessments: {
    group: 'asked',
    href: '/larande-uppfoljning',
    text: { sv: 'Lärande uppföljning', en: 'Joint self-assessment' },
  },
  studies: { group: 'asked', href: '/granskningar', text: { sv: 'Granskningar', en: 'Studies' } },
  goalAreas: { group: 'asked', href: '/samverkan/malomraden', text: { sv: 'Målområden', en: 'Goal areas' } },
  principals: {
    group: 'together',
    href: '/samverkan/huvudman',
    text: { sv: 'Läget per huvudman', en: 'By principal' },
  },
  groups: { group: 'together', href: '/samverkan/grupper', text: { sv: 'Grupper', en: 'Groups' } },
  received: {
    group: 'together',
    href: '/mottaget',
    text: { sv: 'Mottaget', en: 'Received' },
    action: 'release.answer',
  },
  releases: { group: 'together', href: '/utlamnat', text: { sv: 'Utlämnat', en: 'Released' }, action: 'release.make' },
} as const satisfies Record<string, SideLine>;

/** A list of the joint work. */
export type CollaborationSide = keyof typeof sides;
const sideNames = Object.keys(sides) as readonly CollaborationSide[];

/** Where the lists of the joint work lie. */
export const collaborationPaths = Object.fromEntries(sideNames.map((side) => [side, sides[side].href])) as {
  readonly [Side in CollaborationSide]: (typeof sides)[Side]['href'];
};

/** The sides of the joint work: first the groups, each leading to its first list, then the lists of the group one is in. */
export function collaborationTabs(ctx: RequestContext, here: CollaborationSide): Html {
  const t = texts[ctx.language];
  const { group } = sides[here];
  const line = (side: CollaborationSide): SideLine => sides[side];
  const open = ({ action }: SideLine) => !action || (ctx.actor !== undefined && may(ctx.actor, action));
  const within = (one: Group) => sideNames.filter((side) => line(side).group === one && open(line(side)));
  const own = within(group);
  const upper = tabs(ctx, {
    label: t.tabs,
    items: (Object.keys(groups) as readonly Group[]).flatMap((one) => {
      const [first] = within(one);
      return first
        ? [{ text: groups[one][ctx.language], href: sides[first].href, current: one === group && ('within' as const) }]
        : [];
    }),
  });
  const lower = tabs(ctx, {
    label: groups[group][ctx.language],
    level: 2,
    items: own.map((side) => ({
      text: sides[side].text[ctx.language],
      href: sides[side].href,
      current: side === here,
    })),
  });
  return html`${upper}${lower}`;
}
