import {
  groupPublished,
  listPublished,
  type PublishedGroup,
  type PublishedNoun,
  type PublishedRow,
  publishedPath,
} from '../../../domain/published/index.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field, type Option } from '../../components/field/field.ts';
import { filterBar } from '../../components/filter-bar/filter-bar.ts';
import { type ChartPart, statusChart } from '../../components/status-chart/status-chart.ts';
import { type Column, table } from '../../components/table/table.ts';
import { freshForm } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import type { PortalContext } from '../portal-context.ts';
import { type PortalPage, portalPage } from '../portal-reply.ts';
import type { PortalHandlerContext } from '../portal-route.ts';
import { toldTag, toldText } from '../told-label.ts';

export type ListChoice = {
  readonly ar: number | undefined;
  readonly organ: string | undefined;
  readonly lage: string | undefined;
  readonly efter: string | undefined;
};
type Ctx = PortalHandlerContext<'/oppet/:authority/:list', object> & { readonly input: { readonly query: unknown } };

const pageSize = 50;

/** All that is published of a kind, newest first: chosen by year, body and state, a page at a time. */
export async function listPage(ctx: Ctx, noun: PublishedNoun): Promise<PortalPage> {
  const { p, to, authority, services, format } = ctx;
  const choice = ctx.input.query as unknown as ListChoice;
  const home = `/oppet/${authority.slug}`;
  const here = `${home}/${p.nouns[noun].path}`;
  const filter = { year: choice.ar, bodyId: choice.organ, told: choice.lage };
  const [{ rows, next }, groups] = await Promise.all([
    services.readPublic((r) => listPublished(r, authority, noun, { ...filter, after: choice.efter, limit: pageSize })),
    ctx.remember(`groups ${noun}`, (r) => groupPublished(r, authority, noun)),
  ]);
  const total = sum(groups.filter((group) => fits(group, filter)));
  const active = choice.ar !== undefined || choice.organ !== undefined || choice.lage !== undefined;
  const address = (more: Partial<Record<keyof ListChoice, string>>) => {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...choice, efter: undefined, ...more }))
      if (value !== undefined) query.set(name, String(value));
    return to(query.size > 0 ? `${here}?${query}` : here);
  };
  const feed = `${home}/flode.atom?slag=${noun}${choice.organ ? `&organ=${choice.organ}` : ''}`;
  return portalPage({
    title: p.nouns[noun].many,
    description: p.listDescription(p.nouns[noun].many, authority.name),
    crumbs: [{ text: p.start, href: to(home) }, { text: p.nouns[noun].many }],
    hidden: active || choice.efter !== undefined,
    feeds: [{ title: p.nouns[noun].many, href: feed }],
    lead: html`<p>${p.list.count(format.number(rows.length), format.number(total))}</p><p><a href="${feed}">${p.list.feed}</a></p>${noun === 'meeting' ? html`<p><a href="${home}/kalender.ics${choice.organ ? `?organ=${choice.organ}` : ''}">${p.list.calendar}</a></p>` : null}`,
    body: html`${filters(ctx, noun, groups, choice, to(here))}
${noun === 'assignment' && groups.length > 0 ? shares(ctx, groups, filter, address) : null}
${table(ctx, {
  caption: p.nouns[noun].many,
  captionHidden: true,
  columns: columnsOf(ctx, noun),
  rows: rows.map((row) => cells(ctx, row)),
  rowHeader: 'title',
  empty: emptyState({
    title: active ? p.list.none : p.noneYet,
    body: html`<p>${active ? p.list.noneBody : p.noAuthoritiesBody}</p>`,
  }),
})}
${
  next || choice.efter
    ? html`<nav class="pagination" aria-label="${ctx.t.components.pagination}"><ul>${choice.efter ? html`<li><a href="${address({})}">${p.list.first}</a></li>` : null}${next ? html`<li><a rel="next" href="${address({ efter: next })}">${p.list.next} ›</a></li>` : null}</ul></nav>`
    : null
}`,
  });
}

function columnsOf({ p }: PortalContext, noun: PublishedNoun): readonly Column[] {
  const all: readonly (Column & { readonly of?: readonly PublishedNoun[] })[] = [
    { key: 'title', text: p.list.title },
    { key: 'told', text: p.list.told, of: ['meeting', 'assignment', 'matter', 'agreement', 'consultation', 'report'] },
    { key: 'body', text: p.list.of },
    { key: 'date', text: p.list.date, kind: 'date' },
    { key: 'numbers', text: p.list.numbers, of: ['matter', 'decision', 'document', 'consultation', 'agreement'] },
  ];
  return all.filter(({ of, key }) => (of?.includes(noun) ?? true) && !(noun === 'body' && key !== 'title'));
}

function cells(ctx: PortalContext, row: PublishedRow): Readonly<Record<string, Content>> {
  const { noun, recordId, title, bodyName, happenedOn, registrationNumbers, told, year } = row;
  return {
    title: html`<a href="${ctx.to(publishedPath(ctx.authority?.slug ?? '', noun, recordId))}" lang="sv">${title}</a>`,
    told: toldTag(ctx, noun, told),
    body: bodyName ? html`<span lang="sv">${bodyName}</span>` : null,
    date:
      noun === 'assignment'
        ? year
        : happenedOn && html`<time datetime="${happenedOn}">${ctx.format.date(happenedOn)}</time>`,
    numbers: registrationNumbers.join(', '),
  };
}

type Filter = {
  readonly year: number | undefined;
  readonly bodyId: string | undefined;
  readonly told: string | undefined;
};

function fits(group: PublishedGroup, { year, bodyId, told }: Filter): boolean {
  return (
    (year === undefined || group.year === year) &&
    (bodyId === undefined || group.bodyId === bodyId) &&
    (told === undefined || group.told === told)
  );
}

function sum(groups: readonly PublishedGroup[]): number {
  return groups.reduce((total, { count }) => total + count, 0);
}

function filters(
  ctx: Ctx,
  noun: PublishedNoun,
  groups: readonly PublishedGroup[],
  choice: ListChoice,
  action: string,
): Html | null {
  const { p, format } = ctx;
  const options = (keyOf: (group: PublishedGroup) => string | undefined, textOf: (group: PublishedGroup) => string) => {
    const found = new Map<string, { text: string; count: number }>();
    for (const group of groups) {
      const key = keyOf(group);
      if (key === undefined) continue;
      const before = found.get(key);
      found.set(key, { text: textOf(group), count: (before?.count ?? 0) + group.count });
    }
    return [...found].map(([value, { text, count }]): Option => ({ value, text: `${text} (${format.number(count)})` }));
  };
  const years = options(
    ({ year }) => (year === null ? undefined : String(year)),
    ({ year }) => String(year),
  ).sort((a, b) => Number(b.value) - Number(a.value));
  const bodies = options(
    ({ bodyId }) => bodyId ?? undefined,
    ({ bodyName }) => bodyName ?? '',
  ).sort((a, b) => format.compare(a.text, b.text));
  const states = options(
    ({ told }) => told ?? undefined,
    ({ told }) => toldText(ctx, noun, told ?? ''),
  );
  const state = freshForm({
    ar: choice.ar === undefined ? undefined : String(choice.ar),
    organ: choice.organ,
    lage: choice.lage,
  });
  const select = (name: string, label: string, choices: readonly Option[]) =>
    choices.length > 1
      ? field(ctx, { kind: 'select', name, label, options: choices, empty: p.list.any, state, optional: false })
      : null;
  const fields = [
    select('ar', p.list.year, years),
    noun === 'body' ? null : select('organ', p.list.body, bodies),
    select('lage', p.list.told, states),
  ].filter((one) => one !== null);
  if (fields.length === 0) return null;
  const lang = ctx.url.searchParams.get('lang');
  return filterBar(ctx, {
    action,
    fields,
    label: p.list.filter,
    active: choice.ar !== undefined || choice.organ !== undefined || choice.lage !== undefined,
    ...(lang && { keep: { lang } }),
  });
}

/** How the assignments that are shown divide on statuses, each figure leading to its assignments. */
function shares(
  ctx: Ctx,
  groups: readonly PublishedGroup[],
  filter: Filter,
  address: (more: Partial<Record<keyof ListChoice, string>>) => string,
): Html {
  const shown = groups.filter((group) => fits(group, { ...filter, told: undefined }));
  const codes = [...new Set(shown.flatMap(({ told }) => told ?? []))];
  const order = Object.keys(ctx.services.codes.assignment ?? {});
  codes.sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const years = [...new Set(shown.flatMap(({ year }) => year ?? []))].sort((a, b) => b - a).slice(0, 5);
  const parts = codes.map(
    (code): ChartPart => ({
      key: code,
      text: toldText(ctx, 'assignment', code),
      tone: ctx.services.codes.assignment?.[code]?.tone ?? 'neutral',
      href: address({ lage: code }),
    }),
  );
  return statusChart(ctx, {
    id: 'shares',
    title: ctx.p.list.shares,
    rowName: ctx.p.list.year,
    parts,
    rows: years.map((year) => ({
      label: String(year),
      counts: Object.fromEntries(
        codes.map((code) => [code, sum(shown.filter((group) => group.year === year && group.told === code))]),
      ),
      href: (code: string) => address({ ar: String(year), lage: code }),
    })),
  });
}
