import type { IndicatorListed } from '../../../domain/indicators/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { exportLinks } from '../../components/export-links/export-links.ts';
import { field } from '../../components/field/field.ts';
import { filterBar } from '../../components/filter-bar/filter-bar.ts';
import { pagination } from '../../components/pagination/pagination.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import { freshForm, type RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { followupTabs } from '../followup/followup-tabs.ts';
import { asOfWords, sentence, signed, valueWords } from './figure-words.ts';
import { indicatorPaths } from './paths.ts';
import { texts } from './texts.ts';

export const indicatorsOnPage = 100;

export type RegisterFacts = {
  readonly rows: readonly IndicatorListed[];
  readonly total: number;
  readonly areas: readonly string[];
  readonly query: RegisterQuery;
  readonly mayEdit: boolean;
};
export type RegisterQuery = {
  readonly sok?: string | undefined;
  readonly omrade?: string | undefined;
  readonly slag?: 'measured' | 'told' | undefined;
  readonly sida?: number | undefined;
};

/** Everything that is measured, with its latest value; found by words, area, and whether it is measured or only told of. */
export function registerPage(ctx: RequestContext, facts: RegisterFacts): Page {
  const t = texts[ctx.language];
  const { rows, total, query, mayEdit } = facts;
  const filtered = [query.sok, query.omrade, query.slag].some((one) => one !== undefined);
  return page({
    title: t.title,
    lead: t.lead,
    crumbs: [{ text: t.room, href: '/uppfoljning' }, { text: t.title }],
    body: html`${followupTabs(ctx, 'indicators')}${ways(ctx, mayEdit)}
${total === 0 && !filtered ? null : filters(ctx, facts, filtered)}
${
  total === 0
    ? emptyState(
        filtered
          ? { title: t.noneFound, body: t.noneFoundBody }
          : { title: t.none, body: t.noneBody, action: linkButton({ text: t.readIn, href: '/las-in' }) },
      )
    : html`${list(ctx, rows)}${pagination(ctx, { page: query.sida ?? 1, pageSize: indicatorsOnPage, total, href: (number) => addressOf(query, number) })}${exportLinks(ctx, { href: (format) => `${indicatorPaths.register}/fil/${format}` })}`
}`,
  });
}

/** What lies beside the register, and what can be done for who may. */
function ways(ctx: RequestContext, mayEdit: boolean): Html {
  const t = texts[ctx.language];
  return html`<p><a href="${indicatorPaths.population}">${t.seePopulation}</a> · <a href="${indicatorPaths.claims}">${t.seeClaims}</a> · <a href="${indicatorPaths.deliveries}">${t.seeDeliveries}</a></p>${
    mayEdit
      ? html`<p class="actions">${linkButton({ text: t.newIndicator, href: indicatorPaths.create })} ${linkButton({ text: t.importTable, href: indicatorPaths.import, variant: 'secondary' })}</p>`
      : null
  }`;
}

function filters(ctx: RequestContext, { areas, query }: RegisterFacts, active: boolean): Html {
  const t = texts[ctx.language];
  const state = freshForm({ sok: query.sok, omrade: query.omrade, slag: query.slag });
  return filterBar(ctx, {
    action: indicatorPaths.register,
    active,
    fields: html`${field(ctx, { kind: 'search', name: 'sok', label: t.search, state })}${
      areas.length > 0
        ? field(ctx, {
            kind: 'select',
            name: 'omrade',
            label: t.area,
            empty: t.all,
            state,
            options: areas.map((one) => ({ value: one, text: one })),
          })
        : null
    }${field(ctx, {
      kind: 'select',
      name: 'slag',
      label: t.kind,
      empty: t.all,
      state,
      options: [
        { value: 'measured', text: t.measuredOnly },
        { value: 'told', text: t.toldOnly },
      ],
    })}`,
  });
}

function list(ctx: RequestContext, rows: readonly IndicatorListed[]): Html {
  const t = texts[ctx.language];
  return table(ctx, {
    caption: t.title,
    captionHidden: true,
    columns: [
      { key: 'name', text: t.indicator },
      { key: 'latest', text: t.latest, kind: 'number' },
      { key: 'asOf', text: t.asOf },
      { key: 'change', text: t.change },
      { key: 'count', text: t.values, kind: 'number' },
      { key: 'places', text: t.places, kind: 'number' },
    ],
    rows: rows.map((one) => {
      const { latest } = one;
      return {
        name: html`<a href="${recordAddress('indicator', one.id)}" lang="sv">${sentence(one.name)}</a>${one.area ? html`<br><span class="soft" lang="sv">${one.area}</span>` : null}`,
        latest:
          latest?.value === null || latest === null
            ? '–'
            : html`<span lang="sv">${valueWords(ctx, one, { value: latest.value, qualifier: latest.qualifier })}</span>${latest.claimed ? html` ${tag({ text: t.toldTag, tone: 'neutral' })}` : null}`,
        asOf: latest ? asOfWords(ctx, latest.asOf) : '–',
        change:
          latest?.changePercent === null || !latest
            ? '–'
            : html`<span lang="sv">${latest.changedFrom ? t.changeSince(signed(ctx, latest.changePercent, '%'), latest.changedFrom) : signed(ctx, latest.changePercent, '%')}</span>`,
        count: ctx.format.number(one.values),
        places: one.places === 0 ? '–' : ctx.format.number(one.places),
      };
    }),
  });
}

function addressOf(query: RegisterQuery, number: number): string {
  const kept = Object.entries({ ...query, sida: number }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return `${indicatorPaths.register}?${new URLSearchParams(kept)}`;
}
