import { type Actor, may } from '../../../domain/access/index.ts';
import {
  type Contribution,
  type ContributionStanding,
  contributionStandings,
  daysLate,
  type Period,
  standingOf,
} from '../../../domain/assessments/index.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Id } from '../../../kernel/id.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field } from '../../components/field/field.ts';
import { filterBar } from '../../components/filter-bar/filter-bar.ts';
import { pagination } from '../../components/pagination/pagination.ts';
import { progress } from '../../components/progress/progress.ts';
import { table } from '../../components/table/table.ts';
import { type TagTone, tag } from '../../components/tag/tag.ts';
import { freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { followupTabs } from '../followup/followup-tabs.ts';
import { isMine, nextOf } from './my-contributions.ts';
import { texts } from './texts.ts';

export const contributionsPath = '/lagesbilder';

/** Which of the contributions of a period are shown. */
export const contributionViews = ['alla', 'mina', 'sena', 'klara'] as const;
export type ContributionView = (typeof contributionViews)[number];

export type ContributionListFacts = {
  readonly periods: readonly Period[];
  readonly period: Period | undefined;
  readonly contributions: readonly Contribution[];
  readonly view: ContributionView;
  readonly bodyId: Id<'body'> | undefined;
  readonly pageNumber: number;
};

/** How a standing looks. */
export const standingTones: Readonly<Record<ContributionStanding, TagTone>> = {
  asked: 'neutral',
  carried: 'part',
  started: 'info',
  late: 'late',
  ready: 'ok',
  withdrawn: 'unknown',
};

const pageSize = 100;

/** What was asked for at a period, by assignment and body, with how far each has come and who is late. */
export function contributionListPage(ctx: RequestContext, facts: ContributionListFacts): Page {
  const t = texts[ctx.language];
  const { period } = facts;
  const mayKeep = ctx.actor !== undefined && may(ctx.actor, 'period.edit');
  return page({
    title: period ? `${t.title}: ${period.name}` : t.title,
    lead: t.lead,
    body: html`${followupTabs(ctx, 'contributions')}
<p><a href="/perioder">${t.periods}</a> · <a href="/uppfoljning/forskjutningar">${t.slippage}</a> · <a href="/uppfoljning/lagen">${t.situations}</a></p>
${
  period === undefined
    ? emptyState({
        title: t.noPeriod,
        body: t.noPeriodBody,
        ...(mayKeep && { action: linkButton({ text: t.newPeriod, href: '/perioder/ny' }) }),
      })
    : html`${chooser(ctx, facts, period)}${facts.contributions.length === 0 ? nobody(ctx, period, mayKeep) : whatIsThere(ctx, facts, period)}`
}`,
  });
}

function nobody(ctx: RequestContext, period: Period, mayKeep: boolean): Html {
  const t = texts[ctx.language];
  return emptyState({
    title: t.noneAsked,
    body: t.noneAskedBody,
    ...(mayKeep && { action: linkButton({ text: t.openPeriod, href: recordAddress('period', period.id) }) }),
  });
}

function chooser(ctx: RequestContext, facts: ContributionListFacts, period: Period): Html {
  const t = texts[ctx.language];
  const { periods, contributions, view, bodyId } = facts;
  const state = freshForm({ period: period.id, visa: view, organ: bodyId });
  const bodies = new Map(contributions.map(({ body }) => [body.id, body.name]));
  const viewTexts = { alla: t.all, mina: t.mine, sena: t.late, klara: t.ready };
  return filterBar(ctx, {
    action: contributionsPath,
    active: view !== 'alla' || bodyId !== undefined,
    keep: {},
    fields: html`${field(ctx, {
      kind: 'select',
      name: 'period',
      label: t.period,
      empty: t.allPeriods,
      state,
      options: periods.map((one) => ({ value: one.id, text: one.name })),
    })}${field(ctx, {
      kind: 'select',
      name: 'visa',
      label: t.show,
      empty: t.all,
      state,
      options: contributionViews.slice(1).map((value) => ({ value, text: viewTexts[value] })),
    })}${field(ctx, {
      kind: 'select',
      name: 'organ',
      label: t.body,
      empty: t.allBodies,
      state,
      options: [...bodies]
        .map(([value, text]) => ({ value, text }))
        .toSorted((a, b) => ctx.format.compare(a.text, b.text)),
    })}`,
  });
}

function whatIsThere(ctx: RequestContext, facts: ContributionListFacts, period: Period): Html {
  const t = texts[ctx.language];
  const { contributions, view, bodyId, pageNumber } = facts;
  const today = ctx.services.runtime.today();
  const shown = contributions.filter(
    (one) => (bodyId === undefined || one.body.id === bodyId) && isIn(view, one, ctx.actor, today),
  );
  const groups = [...Map.groupBy(shown, ({ assignment }) => assignment.id).values()];
  const href = (to: number) =>
    `${contributionsPath}?${new URLSearchParams({ period: period.id, visa: view, ...(bodyId && { organ: bodyId }), sida: String(to) })}`;
  const next = nextOf(contributions, ctx.actor, undefined);
  return html`${progressOf(ctx, contributions)}
${next ? html`<p>${linkButton({ text: t.nextOfMine, href: recordAddress('contribution', next.id), shortcut: 'n' })} <span class="soft">${t.nextHint}</span></p>` : null}
${
  groups.length === 0
    ? emptyState({ title: t.noneHere, body: t.noneHereBody })
    : table(ctx, {
        caption: t.contributions,
        rowHeader: 'assignment',
        columns: [
          { key: 'number', text: t.number, kind: 'date' },
          { key: 'assignment', text: t.assignment },
          { key: 'contributions', text: t.contributions },
        ],
        rows: groups.slice((pageNumber - 1) * pageSize, pageNumber * pageSize).map((group) => ({
          number: group[0]!.assignment.ref,
          assignment: html`<a href="${recordAddress('assignment', group[0]!.assignment.id)}" lang="sv">${group[0]!.assignment.title}</a>`,
          contributions: group.map((one) => html`<div>${contributionLine(ctx, one, group.length > 1)}</div>`),
        })),
      })
}
${groups.length > pageSize ? pagination(ctx, { page: pageNumber, pageSize, total: groups.length, href }) : null}
${bodyTable(ctx, facts, period)}`;
}

function isIn(view: ContributionView, one: Contribution, actor: Actor | undefined, today: CivilDate): boolean {
  switch (view) {
    case 'alla':
      return true;
    case 'mina':
      return isMine(actor, one);
    case 'sena':
      return daysLate(one, today) > 0;
    case 'klara':
      return one.state === 'ready';
  }
}

/** One contribution in a line: whose, how far, and how late. */
export function contributionLine(ctx: RequestContext, one: Contribution, among = false): Html {
  const t = texts[ctx.language];
  const today = ctx.services.runtime.today();
  const days = daysLate(one, today);
  const more = [
    among && one.coordinates && t.joint,
    one.partOf && t.partOf(one.partOf.name),
    days > 0 && t.daysLate(days),
    days > 0 && one.written && contributionStandings.started.label[ctx.language],
    days > 0 && (one.remindedOn ? t.reminded(one.reminders, ctx.format.shortDate(one.remindedOn)) : t.neverReminded),
    one.written?.carriedFrom && t.carriedMark(one.written.carriedFrom),
  ].filter((part) => typeof part === 'string');
  return html`<a href="${recordAddress('contribution', one.id)}" lang="sv">${one.body.name}<span class="sr-only"> ${one.assignment.ref}</span></a> ${standingTag(ctx, one)}${more.length > 0 ? html` <span class="soft">${more.join(' · ')}</span>` : null}`;
}

export function standingTag(ctx: RequestContext, one: Contribution): Html {
  const standing = standingOf(one, ctx.services.runtime.today());
  return tag({ text: contributionStandings[standing].label[ctx.language], tone: standingTones[standing] });
}

/** How far the period has come, in parts. */
export function progressOf(ctx: RequestContext, contributions: readonly Contribution[]): Html {
  const today = ctx.services.runtime.today();
  const standings = contributions.map((one) => standingOf(one, today));
  const order = ['ready', 'started', 'carried', 'asked', 'late', 'withdrawn'] as const;
  return progress(ctx, {
    parts: order
      .map((standing) => ({
        count: standings.filter((one) => one === standing).length,
        text: contributionStandings[standing].label[ctx.language],
        tone: standingTones[standing],
      }))
      .filter(({ count }, index) => count > 0 || index === 0),
  });
}

function bodyTable(ctx: RequestContext, { contributions }: ContributionListFacts, period: Period): Html {
  const t = texts[ctx.language];
  const today = ctx.services.runtime.today();
  const asked = contributions.filter(({ state }) => state !== 'withdrawn');
  const rows = [...Map.groupBy(asked, ({ body }) => body.id).values()].toSorted((a, b) =>
    ctx.format.compare(a[0]!.body.name, b[0]!.body.name),
  );
  const link = (id: string, view: ContributionView, count: number): Content =>
    count === 0
      ? '0'
      : html`<a href="${contributionsPath}?${new URLSearchParams({ period: period.id, visa: view, organ: id })}">${count}</a>`;
  return table(ctx, {
    caption: t.byBody,
    columns: [
      { key: 'body', text: t.body },
      { key: 'asked', text: t.asked, kind: 'number' },
      { key: 'ready', text: t.ready, kind: 'number' },
      { key: 'late', text: t.late, kind: 'number' },
    ],
    rows: rows.map((of) => ({
      body: html`<a href="${recordAddress('body', of[0]!.body.id)}" lang="sv">${of[0]!.body.name}</a>`,
      asked: link(of[0]!.body.id, 'alla', of.length),
      ready: link(of[0]!.body.id, 'klara', of.filter(({ state }) => state === 'ready').length),
      late: link(of[0]!.body.id, 'sena', of.filter((one) => daysLate(one, today) > 0).length),
    })),
  });
}
