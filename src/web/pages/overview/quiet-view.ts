import { type QuietRow, quietByBody } from '../../../domain/overview/index.ts';
import { exportLinks } from '../../components/export-links/export-links.ts';
import { notice } from '../../components/notice/notice.ts';
import { figure } from '../../components/status-chart/status-chart.ts';
import { table } from '../../components/table/table.ts';
import type { RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type AssignmentSelection, selectionHref } from '../assignments/assignment-query.ts';
import { overviewPage } from './overview-frame.ts';
import { bodyScope, daysOf, overviewHref, roleOf } from './overview-query.ts';
import type { Asked, OverviewView } from './overview-view.ts';
import { texts } from './texts.ts';

type QuietFacts = { readonly rows: readonly QuietRow[]; readonly all: QuietRow };

/** What nobody has heard of for long, and what no meeting has ever dealt with, by body. */
export const quietView: OverviewView<QuietFacts> = {
  path: '/oversikt/tysta',
  about: 'Visar per organ hur många pågående uppdrag som ingen har hört av på länge eller som aldrig har behandlats.',
  read: async (r, { query, today, choices }) =>
    await quietByBody(
      r,
      { ...(query.ar !== undefined && { year: choices.year }), ...bodyScope(query), axisRole: roleOf(query) },
      daysOf(query),
      today,
    ),
  page: (ctx, asked, { rows, all }) => {
    const t = texts[ctx.language];
    const quiet = all.unheard + all.neverMet > 0;
    return overviewPage(ctx, asked, {
      side: 'quiet',
      fields: ['anyYear', 'body', 'role', 'days'],
      lead: t.quietLead(ctx.format.number(daysOf(asked.query))),
      body: html`${quiet ? null : notice(ctx, { tone: 'success', body: t.nothingQuiet })}${table<
        'body' | 'unheard' | 'neverMet'
      >(ctx, {
        caption: t.sides.quiet,
        captionHidden: true,
        columns: [
          { key: 'body', text: t.body },
          { key: 'unheard', text: t.unheard, kind: 'number' },
          { key: 'neverMet', text: t.neverMet, kind: 'number' },
        ],
        rows: [...rows, all].map((row) => ({
          body:
            row === all
              ? html`<strong>${t.all}</strong>`
              : row.body
                ? html`<span lang="sv">${row.body.name}</span>`
                : t.without[roleOf(asked.query)],
          unheard: figure(ctx, row.unheard, unheardHref(asked, row, row === all)),
          neverMet: figure(ctx, row.neverMet, neverMetHref(asked, row, row === all)),
        })),
      })}${exportLinks(ctx, { href: (format) => overviewHref(`/oversikt/tysta.${format}`, asked.query) })}`,
    });
  },
  sheet: (ctx, asked, { rows, all }) => {
    const t = texts[ctx.language];
    return {
      title: t.sides.quiet,
      language: ctx.language,
      columns: [
        { head: t.body, kind: 'link' },
        { head: t.unheard, kind: 'number' },
        { head: t.neverMet, kind: 'number' },
      ],
      rows: [...rows, all].map((row) => [
        {
          text: nameOf(ctx, asked, row, row === all),
          href: new URL(unheardHref(asked, row, row === all), ctx.services.publicUrl).href,
        },
        row.unheard,
        row.neverMet,
      ]),
    };
  },
};

function nameOf(ctx: RequestContext, { query }: Asked, { body }: QuietRow, all: boolean): string {
  const t = texts[ctx.language];
  return all ? t.all : (body?.name ?? t.without[roleOf(query)]);
}

function scopeOf({ query }: Asked, { body }: QuietRow, all: boolean): Partial<AssignmentSelection> {
  const scope = {
    ...(query.ar !== undefined && { ar: query.ar }),
    ...(query.organ && { organ: query.organ, roll: roleOf(query) }),
  };
  if (all) return scope;
  return body ? { ...scope, organ: body.id, roll: roleOf(query) } : { ...scope, saknar: roleOf(query) };
}

const unheardHref = (asked: Asked, row: QuietRow, all: boolean): string =>
  selectionHref({ ...scopeOf(asked, row, all), tyst: daysOf(asked.query) });
const neverMetHref = (asked: Asked, row: QuietRow, all: boolean): string =>
  selectionHref({ ...scopeOf(asked, row, all), mott: 'aldrig' });
