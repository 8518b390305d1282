import { may } from '../../../domain/access/index.ts';
import { bodyKinds } from '../../../domain/organisation/index.ts';
import { reportStates } from '../../../domain/reports/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { inputsCard } from '../followup/inputs-card.ts';
import { meetingTable } from '../meetings/meeting-list-page.ts';
import type { BodyFacts } from './body-facts.ts';
import { bodyListPath } from './body-list-page.ts';
import { regulationsSection, rulesSection } from './body-rules.ts';
import { seatsSection } from './body-seats.ts';
import { participantsSection } from './participant-page.ts';
import { substitutionSection } from './substitution-page.ts';
import { texts } from './texts.ts';

/** One body: who sits in it, what it may decide, what it has been given to do and when it meets. */
export function bodyPage(ctx: RequestContext, facts: BodyFacts): Page {
  const t = texts[ctx.language];
  const { body } = facts;
  return page({
    title: body.name,
    crumbs: [{ text: t.title, href: bodyListPath }, { text: body.name }],
    lead: html`<span>${bodyKinds[body.kind].label[ctx.language]}</span>`,
    body: html`${seatsSection(ctx, facts)}${substitutionSection(ctx, facts)}${participantsSection(ctx, facts)}${rulesSection(ctx, facts)}${regulationsSection(ctx, facts)}${meetingsSection(ctx, facts)}`,
    aside: html`${factsCard(ctx, facts)}${assignmentsCard(ctx, facts)}${reportsCard(ctx, facts)}${inputsCard(ctx, facts.inputs)}${namesCard(ctx, facts)}`,
  });
}

/** Whether the reader may change this body and its seats. */
export function mayEdit(ctx: RequestContext, bodyId: string): boolean {
  return ctx.actor !== undefined && may(ctx.actor, 'organisation.edit', bodyId);
}

function factsCard(ctx: RequestContext, { body, parent, below }: BodyFacts): Html {
  const t = texts[ctx.language];
  const link = ({ id, name }: { id: string; name: string }) =>
    html`<a href="${recordAddress('body', id)}" lang="sv">${name}</a>`;
  const { validFrom, validTo } = body;
  const validity = [validFrom && t.from(ctx.format.date(validFrom)), validTo && t.to(ctx.format.date(validTo))];
  return card({
    title: t.facts,
    body: html`${summaryList(
      [
        { term: t.kind, value: bodyKinds[body.kind].label[ctx.language] },
        { term: t.shortName, value: body.shortName && html`<span lang="sv">${body.shortName}</span>` },
        { term: t.parent, value: parent && link(parent) },
        { term: t.below, value: below.length > 0 && html`<ul>${below.map((one) => html`<li>${link(one)}</li>`)}</ul>` },
        { term: t.validity, value: validity.filter(Boolean).join(' ') },
      ],
      { compact: true },
    )}${mayEdit(ctx, body.id) ? html`<div class="actions">${linkButton({ text: t.change, about: body.name, href: `${recordAddress('body', body.id)}/andra`, variant: 'secondary' })}</div>` : null}`,
  });
}

function namesCard(ctx: RequestContext, { body }: BodyFacts): Html {
  const t = texts[ctx.language];
  const names =
    body.aliases.length === 0
      ? html`<p class="soft">${t.noAliases}</p>`
      : html`<dl class="definitions" lang="sv">${body.aliases.map(({ name, reason }) => html`<dt>${name}</dt><dd>${reason}</dd>`)}</dl>`;
  const add = mayEdit(ctx, body.id)
    ? html`<div class="actions">${linkButton({ text: t.addAlias, href: `${recordAddress('body', body.id)}/namn`, variant: 'secondary' })}</div>`
    : null;
  return card({ title: t.aliases, body: html`${names}${add}` });
}

function assignmentsCard(ctx: RequestContext, { body, day, assignmentCount, performerCount }: BodyFacts): Html {
  const t = texts[ctx.language];
  const year = Number(day.slice(0, 4));
  const href = (role?: string) =>
    `/uppdrag?${new URLSearchParams({ ar: String(year), organ: body.id, ...(role && { roll: role }) })}`;
  const number = (count: number) => ctx.format.number(count);
  return card({
    title: t.assignments(year),
    body: html`<ul><li><a href="${href()}">${t.assignmentCount(number(assignmentCount))}</a></li><li><a href="${href('performer')}">${t.asPerformer(number(performerCount))}</a></li></ul>`,
  });
}

function reportsCard(ctx: RequestContext, { reports }: BodyFacts): Html {
  const t = texts[ctx.language];
  const body =
    reports.length === 0
      ? html`<p class="soft">${t.noReports}</p>`
      : html`<ul>${reports.map(({ id, year, state }) => html`<li><a href="${recordAddress('report', id)}">${year}</a> ${tag({ text: reportStates[state][ctx.language] })}</li>`)}</ul>`;
  return card({ title: t.reports, body });
}

function meetingsSection(ctx: RequestContext, { body, meets, meetings, meetingCount }: BodyFacts): Html | null {
  const t = texts[ctx.language];
  if (!meets && meetingCount === 0) return null;
  const plan =
    ctx.actor && may(ctx.actor, 'meeting.edit', body.id)
      ? linkButton({ text: t.plan, href: `/sammantraden/planera?organ=${body.id}`, variant: 'secondary' })
      : null;
  const list =
    meetingCount === 0
      ? emptyState({ title: t.noMeetings, body: t.noMeetingsBody, action: plan })
      : html`${meetingTable(ctx, meetings, t.meetings)}<div class="actions"><a href="/sammantraden?organ=${body.id}">${t.meetingsAll(ctx.format.number(meetingCount))}</a>${plan}</div>`;
  return html`<section><h2>${t.meetings}</h2>${list}</section>`;
}
