import { partyRoleNames, partyRoles } from '../../../domain/assignments/index.ts';
import { overviewAxes, overviewAxisNames } from '../../../domain/overview/index.ts';
import { field } from '../../components/field/field.ts';
import { filterBar } from '../../components/filter-bar/filter-bar.ts';
import { tabs } from '../../components/tabs/tabs.ts';
import { freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { axisOf, axisWords, daysOf, overviewHref, roleOf } from './overview-query.ts';
import type { Asked } from './overview-view.ts';
import { texts } from './texts.ts';

/** The sides of the overview in the order in which a chair asks: how it stands, how it went, what is quiet or late, what comes. */
export const sides = {
  status: '/oversikt',
  periods: '/oversikt/over-tid',
  quiet: '/oversikt/tysta',
  late: '/oversikt/forseningar',
  contributions: '/oversikt/bidrag',
  focus: '/oversikt/fokusomraden',
  next: '/oversikt/nasta-sammantrade',
  work: '/oversikt/rapporter',
} as const;
export type Side = keyof typeof sides;

/** The fields by which a side can be narrowed. */
export type FrameField = 'year' | 'anyYear' | 'axis' | 'body' | 'role' | 'days';

/** A side of the overview with its tabs and its choices; year and body go along from side to side. */
export function overviewPage(
  ctx: RequestContext,
  asked: Asked,
  options: {
    readonly side: Side;
    readonly fields: readonly FrameField[];
    readonly lead: Content;
    readonly body: Content;
  },
): Page {
  const { side, lead, body, fields } = options;
  const t = texts[ctx.language];
  const { ar, organ, roll } = asked.query;
  return page({
    title: side === 'status' ? t.title : `${t.title}: ${t.sides[side]}`,
    width: 'wide',
    lead,
    body: html`${tabs(ctx, {
      label: t.tabs,
      items: (Object.keys(sides) as Side[]).map((one) => ({
        text: t.sides[one],
        href: overviewHref(sides[one], { ar, organ, roll }),
        current: one === side,
      })),
    })}
${fields.length > 0 ? choices(ctx, asked, sides[side], fields) : null}
${body}`,
  });
}

function choices(ctx: RequestContext, asked: Asked, action: string, fields: readonly FrameField[]): Html {
  const t = texts[ctx.language];
  const { query, choices: known } = asked;
  const state = freshForm({
    ar: fields.includes('anyYear') ? String(query.ar ?? '') : String(known.year),
    organ: query.organ,
    indelning: axisWords[axisOf(query)],
    roll: roleOf(query),
    dagar: String(daysOf(query)),
  });
  const select = (name: string, label: string, options: readonly (readonly [string, string])[], empty?: string) =>
    field(ctx, {
      kind: 'select',
      name,
      label,
      state,
      options: options.map(([value, text]) => ({ value, text })),
      ...(empty && { empty }),
    });
  const drawn: Readonly<Record<FrameField, () => Html>> = {
    year: () =>
      select(
        'ar',
        t.year,
        [...new Set([known.year, ...known.years])]
          .toSorted((a, b) => b - a)
          .map((year) => [String(year), String(year)]),
      ),
    anyYear: () =>
      select(
        'ar',
        t.year,
        known.years.map((year) => [String(year), String(year)]),
        t.allYears,
      ),
    axis: () =>
      select(
        'indelning',
        t.axis,
        overviewAxisNames.map((axis) => [axisWords[axis], overviewAxes[axis][ctx.language]]),
      ),
    body: () =>
      select(
        'organ',
        t.body,
        known.bodies.map(({ id, name }) => [id, name]),
        t.allBodies,
      ),
    role: () =>
      select(
        'roll',
        t.role,
        partyRoleNames.map((role) => [role, partyRoles[role][ctx.language]]),
      ),
    days: () => field(ctx, { kind: 'number', name: 'dagar', label: t.days, state }),
  };
  return filterBar(ctx, {
    action,
    fields: fields.map((one) => drawn[one]()),
    active: Object.values(query).some((value) => value !== undefined),
  });
}
