import {
  type Contribution,
  daysLate,
  legalDeadline,
  type Period,
  type PeriodKind,
  periodKinds,
  periodStates,
  usualContributionsDue,
  usualEnd,
} from '../../../domain/assessments/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { errorSummary } from '../../components/error-summary/error-summary.ts';
import { field, typedIn } from '../../components/field/field.ts';
import { form, postButton } from '../../components/form/form.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { followupTabs } from '../followup/followup-tabs.ts';
import { contributionsPath, progressOf } from './contribution-list-page.ts';
import { texts } from './texts.ts';

export const periodsPath = '/perioder';
const kinds = Object.keys(periodKinds) as readonly PeriodKind[];

/** The periods of follow-up with their days. */
export function periodListPage(ctx: RequestContext, periods: readonly Period[], mayKeep: boolean): Page {
  const t = texts[ctx.language];
  const add = mayKeep ? linkButton({ text: t.newPeriod, href: `${periodsPath}/ny` }) : null;
  return page({
    title: t.periods,
    lead: t.periodsLead,
    crumbs: [
      { text: t.followup, href: '/uppfoljning' },
      { text: t.title, href: contributionsPath },
      { text: t.periods },
    ],
    body: html`${followupTabs(ctx, 'contributions')}${
      periods.length === 0
        ? emptyState({ title: t.noPeriod, body: t.noPeriodBody, ...(add && { action: add }) })
        : html`${add ? html`<p>${add}</p>` : null}${table(ctx, {
            caption: t.periods,
            captionHidden: true,
            columns: [
              { key: 'name', text: t.period },
              { key: 'runs', text: t.runs, kind: 'date' },
              { key: 'due', text: t.contributionsDueOn, kind: 'date' },
              { key: 'deadline', text: t.deadline, kind: 'date' },
              { key: 'state', text: t.state },
            ],
            rows: periods.map((period) => ({
              name: html`<a href="${recordAddress('period', period.id)}" lang="sv">${period.name}</a>`,
              runs: html`${ctx.format.shortDate(period.startsOn)} – ${ctx.format.shortDate(period.endsOn)}`,
              due: period.contributionsDueOn ? ctx.format.shortDate(period.contributionsDueOn) : t.noDay,
              deadline: period.deadline ? ctx.format.shortDate(period.deadline) : t.noDay,
              state: stateTag(ctx, period),
            })),
          })}`
    }`,
  });
}

/** A period: its days, how far its contributions have come, and what whoever runs the follow-up does with it. */
export function periodPage(
  ctx: RequestContext,
  facts: { readonly period: Period; readonly contributions: readonly Contribution[]; readonly mayKeep: boolean },
  sent?: FormState,
): Page {
  const t = texts[ctx.language];
  const { period, contributions, mayKeep } = facts;
  const here = recordAddress('period', period.id);
  const date = (day: string | null) => (day === null ? t.noDay : ctx.format.date(day));
  return page({
    title: period.name,
    crumbs: [
      { text: t.followup, href: '/uppfoljning' },
      { text: t.title, href: contributionsPath },
      { text: t.periods, href: periodsPath },
      { text: period.name },
    ],
    lead: stateTag(ctx, period),
    body: html`${sent && period.state === 'open' ? errorSummary(ctx, sent) : null}${summaryList([
      { term: t.runs, value: `${date(period.startsOn)} – ${date(period.endsOn)}` },
      { term: t.contributionsDueOn, value: date(period.contributionsDueOn) },
      { term: t.deadline, value: date(period.deadline) },
    ])}
<h2>${t.contributions}</h2>
${contributions.length === 0 ? html`<p>${t.noneAsked}</p>` : html`${progressOf(ctx, contributions)}<p><a href="${contributionsPath}?${new URLSearchParams({ period: period.id })}">${t.toContributions}</a></p>`}
${mayKeep && period.state === 'open' ? askPart(ctx, period, contributions) : null}`,
    aside: mayKeep
      ? period.state === 'open'
        ? html`${card({ title: t.change, body: html`<p>${linkButton({ text: t.change, about: period.name, href: `${here}/andra`, variant: 'secondary' })}</p>` })}${card(
            {
              title: t.close,
              body: html`<p>${t.closeLead(contributions.filter(({ state }) => state === 'asked').length)}</p>${postButton(ctx, { action: `${here}/stang`, text: t.close, variant: 'secondary', version: period.version })}`,
            },
          )}`
        : card({
            title: t.reopenPeriod,
            body: form(ctx, {
              action: `${here}/oppna`,
              submit: t.reopenPeriod,
              variant: 'secondary',
              version: period.version,
              state: sent ?? freshForm(),
              labels: { reason: t.reason },
              body: field(ctx, { name: 'reason', label: t.reason, state: sent ?? freshForm() }),
            }),
          })
      : null,
  });
}

function askPart(ctx: RequestContext, period: Period, contributions: readonly Contribution[]): Html {
  const t = texts[ctx.language];
  const here = recordAddress('period', period.id);
  const late = contributions.filter((one) => daysLate(one, ctx.services.runtime.today()) > 0);
  const ask =
    period.contributionsDueOn === null
      ? html`<p>${t.askNoDue}</p>`
      : html`<p>${t.askLead(ctx.format.date(period.contributionsDueOn))}</p>${postButton(ctx, { action: `${here}/begar-in`, text: t.ask })}`;
  const remind =
    late.length > 0
      ? html`<p>${postButton(ctx, { action: `${here}/paminn`, text: t.remind, variant: 'secondary' })}</p>`
      : null;
  return html`${ask}${remind}`;
}

function stateTag(ctx: RequestContext, { state }: Period): Html {
  return tag({ text: periodStates[state][ctx.language], tone: state === 'open' ? 'info' : 'neutral' });
}

/** The form in which a period is entered. */
export function newPeriodPage(ctx: RequestContext, state: FormState): Page {
  const t = texts[ctx.language];
  const kindField = html`${field(ctx, { kind: 'number', name: 'year', label: t.year, hint: t.yearHint, state })}${field(
    ctx,
    {
      kind: 'select',
      name: 'kind',
      label: t.kind,
      state,
      options: kinds.map((kind) => ({ value: kind, text: periodKinds[kind].label[ctx.language] })),
    },
  )}`;
  return page({
    title: t.newPeriod,
    width: 'text',
    crumbs: [{ text: t.followup, href: '/uppfoljning' }, { text: t.periods, href: periodsPath }, { text: t.newPeriod }],
    body: form(ctx, {
      action: `${periodsPath}/ny`,
      submit: t.make,
      state,
      labels: { ...dayLabels(ctx), year: t.year, kind: t.kind },
      cancel: { href: periodsPath },
      body: html`${kindField}${dayFields(ctx, state)}`,
    }),
  });
}

/** What the form of a new period is filled with: the next period of the year, ending on its usual day. */
export function usualPeriod(year: number, taken: readonly Period[]): FormState {
  const kind: PeriodKind = taken.some((one) => one.year === year && one.kind === 'interim') ? 'annual' : 'interim';
  const endsOn = usualEnd(year, kind);
  return freshForm({
    year: String(year),
    kind,
    endsOn,
    contributionsDueOn: usualContributionsDue(endsOn),
    deadline: legalDeadline(kind, endsOn),
  });
}

/** The form in which the days of a period are changed. Two people who wrote at the same time both see both texts. */
export function changePeriodPage(ctx: RequestContext, period: Period, sent?: FormState): Page {
  const t = texts[ctx.language];
  const { name, endsOn, deadline, contributionsDueOn } = period;
  const saved = freshForm({ name, endsOn, deadline: deadline ?? '', contributionsDueOn: contributionsDueOn ?? '' });
  const state = sent ?? saved;
  const labels = dayLabels(ctx);
  const here = recordAddress('period', period.id);
  return page({
    title: `${t.change}: ${name}`,
    width: 'text',
    crumbs: [
      { text: t.followup, href: '/uppfoljning' },
      { text: t.periods, href: periodsPath },
      { text: name, href: here },
      { text: t.change },
    ],
    body: html`${bothTexts(ctx, {
      state,
      fields: Object.entries(labels).map(([key, label]) => ({ name: key, label, saved: typedIn(saved, key) })),
    })}${form(ctx, {
      action: `${here}/andra`,
      submit: t.change,
      state,
      labels,
      version: state.conflict === undefined && sent ? Number(typedIn(sent, 'version')) : period.version,
      cancel: { href: here },
      body: dayFields(ctx, state),
    })}`,
  });
}

function dayLabels(ctx: RequestContext): Readonly<Record<string, string>> {
  const t = texts[ctx.language];
  return { endsOn: t.endsOn, contributionsDueOn: t.contributionsDueOn, deadline: t.deadline, name: t.name };
}

function dayFields(ctx: RequestContext, state: FormState): Content {
  const t = texts[ctx.language];
  return html`${field(ctx, { kind: 'date', name: 'endsOn', label: t.endsOn, hint: t.endsOnHint, state })}${field(ctx, {
    kind: 'date',
    name: 'contributionsDueOn',
    label: t.contributionsDueOn,
    hint: t.contributionsDueHint,
    optional: true,
    state,
  })}${field(ctx, { kind: 'date', name: 'deadline', label: t.deadline, hint: t.deadlineHint, optional: true, state })}${field(
    ctx,
    { name: 'name', label: t.name, hint: t.nameHint, optional: true, state },
  )}`;
}
