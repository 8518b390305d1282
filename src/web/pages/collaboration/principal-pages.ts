import { may } from '../../../domain/access/index.ts';
import { representationCapacities } from '../../../domain/collaboration/index.ts';
import { type MoneyRow, sumRows } from '../../../domain/commissions/index.ts';
import {
  type OwedKind,
  type OwedRow,
  type OwedThing,
  owedKindCodes,
  owedKinds,
} from '../../../domain/overview/index.ts';
import { kronorOf } from '../../../kernel/ore.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { exportLinks } from '../../components/export-links/export-links.ts';
import { linkList } from '../../components/link-list/link-list.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { sentence } from '../indicators/figure-words.ts';
import { collaborationPaths, collaborationTabs } from './collaboration-tabs.ts';
import { groupPath } from './group-pages.ts';
import type { PrincipalFacts } from './principal-facts.ts';
import { principalTexts } from './principal-texts.ts';

/** The address of what a principal owes and has, narrowed to a kind where one is told. */
export function principalPath(principalId: string, kind?: OwedKind): string {
  return `${collaborationPaths.principals}/${principalId}${kind ? `?slag=${kind}` : ''}`;
}

/** The kinds that somebody owes something of: a column that nobody has a figure in says nothing. */
function kindsOwed(rows: readonly OwedRow[]): readonly OwedKind[] {
  return owedKindCodes.filter((kind) => rows.some(({ counts }) => counts[kind]));
}

/** Principals against what is open, each figure a way to its records. */
export function principalListPage(ctx: RequestContext, rows: readonly OwedRow[]): Page {
  const t = principalTexts[ctx.language];
  const kinds = kindsOwed(rows);
  const figure = (row: OwedRow, kind: OwedKind): Content => {
    const count = row.counts[kind] ?? 0;
    return count === 0
      ? '–'
      : html`<a href="${principalPath(row.principal.id, kind)}">${ctx.format.number(count)}<span class="sr-only"> ${owedKinds[kind][ctx.language]}, ${row.principal.name}</span></a>`;
  };
  const add =
    ctx.actor && may(ctx.actor, 'organisation.edit') ? linkButton({ text: t.newBody, href: '/organ/nytt' }) : null;
  return page({
    title: t.principals,
    lead: t.principalsLead,
    width: 'wide',
    body: html`${collaborationTabs(ctx, 'principals')}${
      rows.length === 0
        ? emptyState({ title: t.none, body: t.noneBody, ...(add && { action: add }) })
        : html`${table(ctx, {
            caption: t.principals,
            captionHidden: true,
            wrapHeads: true,
            rowHeader: 'principal',
            columns: [
              { key: 'principal', text: t.principal },
              { key: 'late', text: t.late },
              { key: 'total', text: t.total, kind: 'number' },
              ...kinds.map((kind) => ({ key: kind, text: owedKinds[kind][ctx.language], kind: 'number' as const })),
            ],
            rows: rows.map((row) => ({
              principal: html`<a href="${principalPath(row.principal.id)}" lang="sv">${row.principal.name}</a>`,
              late: row.late > 0 ? tag({ text: ctx.format.number(row.late), tone: 'late' }) : '–',
              total: ctx.format.number(row.total),
              ...(Object.fromEntries(owedKindCodes.map((kind) => [kind, figure(row, kind)])) as Record<
                OwedKind,
                Content
              >),
            })),
          })}${exportLinks(ctx, { href: (format) => `${collaborationPaths.principals}.${format}` })}`
    }`,
  });
}

/** More than anybody reads on one page; the file has them all. */
const most = 200;

/** What one principal owes, and what it has: who speaks for it and what it pays. */
export function principalPage(ctx: RequestContext, facts: PrincipalFacts): Page {
  const t = principalTexts[ctx.language];
  const { principal } = facts;
  return page({
    title: principal.name,
    ownHeading: true,
    lead: t.owedLead,
    crumbs: [{ text: t.principals, href: collaborationPaths.principals }, { text: principal.name }],
    body: html`<div class="page-head"><h1 lang="sv">${principal.name}</h1><div class="page-lead"><span>${t.owedLead}</span></div></div>
<section id="oppet"><h2>${t.owed}</h2>${owedSection(ctx, facts)}</section>
<section id="medel"><h2>${t.money(String(facts.year))}</h2>${moneySection(ctx, facts)}</section>
<section id="talar"><h2>${t.speaks}</h2>${speaksSection(ctx, facts)}</section>
<p><a href="${recordAddress('body', principal.id)}">${t.toBody}</a></p>`,
  });
}

function owedSection(ctx: RequestContext, { principal, things, kind }: PrincipalFacts): Html {
  const t = principalTexts[ctx.language];
  if (things.length === 0) return emptyState({ title: t.owedNone, body: t.owedNoneBody });
  const counts = owedKindCodes
    .map((code) => ({ code, count: things.filter((one) => one.kind === code).length }))
    .filter(({ count }) => count > 0);
  const shown = kind === undefined ? things : things.filter((one) => one.kind === kind);
  const choices = html`<nav aria-label="${t.narrow}">${linkList([
    {
      title: t.showAll,
      ...(kind !== undefined && { href: `${principalPath(principal.id)}#oppet` }),
      note: ctx.format.number(things.length),
    },
    ...counts.map(({ code, count }) => ({
      title: owedKinds[code][ctx.language],
      ...(code !== kind && { href: `${principalPath(principal.id, code)}#oppet` }),
      note: ctx.format.number(count),
    })),
  ])}</nav>`;
  return html`${shown.length === 0 ? html`<p>${t.owedNoneKind}</p>` : owedTable(ctx, shown.slice(0, most))}${exportLinks(
    ctx,
    {
      href: (format) => `${principalPath(principal.id)}/oppet.${format}`,
      ...(shown.length > most && { note: t.firstRows(String(most)) }),
    },
  )}${counts.length > 1 ? html`<h3>${t.narrow}</h3>${choices}` : null}`;
}

function owedTable(ctx: RequestContext, things: readonly OwedThing[]): Html {
  const t = principalTexts[ctx.language];
  return table(ctx, {
    caption: t.owed,
    captionHidden: true,
    columns: [
      { key: 'what', text: t.what },
      { key: 'kind', text: t.kind },
      { key: 'due', text: t.due, kind: 'date' },
    ],
    rows: things.map((one) => ({
      what: html`<a href="${one.href}" lang="sv">${sentence(one.title)}</a>${one.note ? html`<br><span class="soft" lang="${one.note.sv === one.note.en ? 'sv' : ctx.language}">${one.note[ctx.language]}</span>` : null}`,
      kind: owedKinds[one.kind][ctx.language],
      due: dueWords(ctx, one),
    })),
  });
}

function dueWords(ctx: RequestContext, { dueOn, late }: OwedThing): Content {
  const t = principalTexts[ctx.language];
  if (!late) return dueOn ? ctx.format.date(dueOn) : html`<span class="soft">${t.noDue}</span>`;
  return tag({ text: dueOn ? t.lateWord(ctx.format.date(dueOn)) : t.lateNow, tone: 'late' });
}

function moneySection(ctx: RequestContext, { principal, money }: PrincipalFacts): Html {
  const t = principalTexts[ctx.language];
  if (money.length === 0) return html`<p>${t.moneyNone}</p>`;
  const own = money.filter(({ payerKey }) => payerKey === `body:${principal.id}`);
  const group = money.filter((row) => !own.includes(row));
  const row = (what: Content, payer: Content, { ore, hundredths }: Pick<MoneyRow, 'ore' | 'hundredths'>) => ({
    what,
    payer,
    amount: ore === 0 ? '–' : ctx.format.number(kronorOf(ore), ore % 100 === 0 ? 0 : 2),
    posts: hundredths === 0 ? '–' : ctx.format.number(hundredths / 100, hundredths % 100 === 0 ? 0 : 2),
  });
  const sum = (text: string, rows: readonly MoneyRow[]) =>
    rows.length > 0 ? [row(html`<strong>${text}</strong>`, '', sumRows(rows))] : [];
  return html`<p>${t.moneyLead}</p>${table(ctx, {
    caption: t.money(''),
    captionHidden: true,
    columns: [
      { key: 'what', text: t.commission },
      { key: 'payer', text: t.payer },
      { key: 'amount', text: t.amount, kind: 'number' },
      { key: 'posts', text: t.posts, kind: 'number' },
    ],
    rows: [
      ...[...own, ...group].map((one) =>
        row(
          html`<a href="${recordAddress('commission', one.commissionId)}" lang="sv">${one.what}</a>${one.decided ? null : html` ${tag({ text: t.proposed })}`}`,
          html`<span lang="sv">${one.payerName}</span>`,
          one,
        ),
      ),
      ...sum(t.sumOwn, own),
      ...sum(t.sumGroup, group),
    ],
  })}`;
}

function speaksSection(ctx: RequestContext, { speaks }: PrincipalFacts): Html {
  const t = principalTexts[ctx.language];
  if (speaks.length === 0) return html`<p>${t.speaksNone}</p>`;
  return table(ctx, {
    caption: t.speaks,
    captionHidden: true,
    columns: [
      { key: 'person', text: t.person },
      { key: 'capacity', text: t.capacity },
      { key: 'group', text: t.group },
    ],
    rows: speaks.map(({ group, one }) => ({
      person: html`<span lang="sv">${[one.personName, one.title].filter(Boolean).join(', ')}</span>`,
      capacity: representationCapacities[one.capacity][ctx.language],
      group: html`<a href="${groupPath(group.id)}" lang="sv">${group.name}</a>`,
    })),
  });
}
