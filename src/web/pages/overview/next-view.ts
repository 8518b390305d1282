import {
  type BodyAhead,
  bodiesAhead,
  type DueKind,
  type DueThing,
  dueKindNames,
  dueKinds,
} from '../../../domain/overview/index.ts';
import { type AddressedNoun, recordAddress } from '../../../kernel/record-address.ts';
import { card } from '../../components/card/card.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { exportLinks } from '../../components/export-links/export-links.ts';
import { linkList } from '../../components/link-list/link-list.ts';
import { figure } from '../../components/status-chart/status-chart.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { overviewPage } from './overview-frame.ts';
import { overviewHref } from './overview-query.ts';
import type { Asked, OverviewView } from './overview-view.ts';
import { texts } from './texts.ts';

const path = '/oversikt/nasta-sammantrade';

/** What the next meeting of each body must treat, so that it can be put on the agenda in time. */
export const nextView: OverviewView<readonly BodyAhead[]> = {
  path,
  about:
    'Visar per organ vad nästa sammanträde måste behandla: rapporter, bordlagt, protokoll, uppgifter och uppdrag som förfaller.',
  read: async (r, { query, today }) => await bodiesAhead(r, today, query.organ ? { bodyId: query.organ } : {}),
  page: (ctx, asked, bodies) => {
    const t = texts[ctx.language];
    return overviewPage(ctx, asked, {
      side: 'next',
      fields: ['body'],
      lead: t.nextLead,
      body:
        bodies.length === 0
          ? emptyState({ title: t.noBodies, body: t.noBodiesBody })
          : html`${summary(ctx, bodies)}${exportLinks(ctx, { href: (format) => overviewHref(`${path}.${format}`, asked.query) })}${lists(ctx, asked, bodies)}`,
    });
  },
  sheet: (ctx, asked, bodies) => {
    const t = texts[ctx.language];
    return {
      title: t.sides.next,
      language: ctx.language,
      columns: [
        { head: t.body, kind: 'text' },
        { head: t.nextMeeting, kind: 'date' },
        { head: t.kind, kind: 'text' },
        { head: t.what, kind: 'link' },
        { head: t.day, kind: 'date' },
      ],
      rows: bodies.flatMap(({ body, next, things }) =>
        things
          .filter(({ kind }) => !asked.query.slag || kind === asked.query.slag)
          .map((thing) => [
            body.name,
            next?.heldOn ?? '',
            dueKinds[thing.kind][ctx.language],
            { text: titleText(ctx, thing), href: new URL(addressOf(thing), ctx.services.publicUrl).href },
            thing.on ?? '',
          ]),
      ),
    };
  },
};

/** How much of each kind waits, by body; each figure shows its things alone. */
function summary(ctx: RequestContext, bodies: readonly BodyAhead[]): Html {
  const t = texts[ctx.language];
  const kinds = dueKindNames.filter((kind) => bodies.some(({ things }) => things.some((one) => one.kind === kind)));
  return table<'body' | 'next' | DueKind>(ctx, {
    caption: t.sides.next,
    captionHidden: true,
    wrapHeads: true,
    columns: [
      { key: 'body', text: t.body },
      { key: 'next', text: t.nextMeeting, kind: 'date' },
      ...kinds.map((kind) => ({ key: kind, text: dueKinds[kind][ctx.language], kind: 'number' as const })),
    ],
    rows: bodies.map(({ body, next, things }) => ({
      body: html`<a href="${recordAddress('body', body.id)}" lang="sv">${body.name}</a>`,
      next: next
        ? html`<a href="${recordAddress('meeting', next.id)}">${ctx.format.shortDate(next.heldOn)}</a>`
        : t.notPlanned,
      ...(Object.fromEntries(
        kinds.map((slag) => [
          slag,
          figure(
            ctx,
            things.filter(({ kind }) => kind === slag).length,
            `${overviewHref(path, { organ: body.id, slag })}#organ-${body.id}`,
            html`<span lang="sv">${body.name}</span>`,
          ),
        ]),
      ) as Record<DueKind, Content>),
    })),
  });
}

function lists(ctx: RequestContext, { query }: Asked, bodies: readonly BodyAhead[]): Html {
  const t = texts[ctx.language];
  const shown = bodies
    .map((one) => ({ ...one, things: one.things.filter(({ kind }) => !query.slag || kind === query.slag) }))
    .filter(({ things }) => things.length > 0);
  if (shown.length === 0) return html`<p>${t.nothingWaits}</p>`;
  return html`${query.slag ? html`<p>${t.onlyKind(dueKinds[query.slag as DueKind][ctx.language])} <a href="${overviewHref(path, { ...query, slag: undefined })}">${t.showAll}</a></p>` : null}${shown.map(
    ({ body, next, nextButOne, things }) =>
      card({
        id: `organ-${body.id}`,
        title: html`<span lang="sv">${body.name}</span>`,
        body: html`<p>${
          next
            ? html`${t.meets(ctx.format.date(next.heldOn))} <a href="${recordAddress('meeting', next.id)}">${t.agenda(next.itemCount)}</a>${nextButOne ? ` ${t.thenMeets(ctx.format.date(nextButOne.heldOn))}` : null}`
            : t.noMeeting
        }</p>${linkList(
          things.map((thing) => ({
            title: thing.kind === 'minutes' ? titleText(ctx, thing) : html`<span lang="sv">${thing.title}</span>`,
            href: addressOf(thing),
            note: html`${dueKinds[thing.kind][ctx.language]}${thing.late ? html` ${tag({ text: t.late, tone: 'late' })}` : null}`,
            ...(thing.on && { detail: t.on[thing.kind](ctx.format.date(thing.on)) }),
          })),
        )}`,
      }),
  )}`;
}

function titleText(ctx: RequestContext, { kind, title, on }: DueThing): string {
  return kind === 'minutes' && on ? texts[ctx.language].minutesOf(ctx.format.date(on)) : title;
}

const nouns = {
  reportReceived: 'report',
  reportReady: 'report',
  postponed: 'agendaItem',
  minutes: 'minutes',
  task: 'decisionTask',
  assignment: 'assignment',
  input: 'budgetInput',
} as const satisfies Record<DueKind, AddressedNoun>;

const addressOf = ({ kind, recordId, withinId }: DueThing): string =>
  recordAddress(nouns[kind], recordId, withinId ?? undefined);
