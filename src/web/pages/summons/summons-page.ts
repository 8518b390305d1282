import { type Summons, type SummonsOverview, summonsKinds } from '../../../domain/meetings/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { errorSummary } from '../../components/error-summary/error-summary.ts';
import { field } from '../../components/field/field.ts';
import { form, postButton } from '../../components/form/form.ts';
import { notice } from '../../components/notice/notice.ts';
import { table } from '../../components/table/table.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { meetingCrumbs } from '../meetings/agenda-item-form-page.ts';
import { meetingTag } from '../meetings/meeting-words.ts';
import { servingSection } from './serving-section.ts';
import { overviewPath, personPath } from './summons-paths.ts';
import { answerTag, letterTag, namesOf, personName } from './summons-words.ts';
import { texts } from './texts.ts';

/** What the secretary wants to know before a meeting: is everybody called, who comes, who serves for whom, and is that enough. */
export function summonsPage(ctx: RequestContext, overview: SummonsOverview, state: FormState): Page {
  const t = texts[ctx.language];
  const { meeting, summonses } = overview;
  return page({
    title: t.overview,
    crumbs: meetingCrumbs(ctx, meeting, t.overview),
    width: 'wide',
    lead: html`${meetingTag(ctx, meeting.state)}<span lang="sv">${meeting.body.name}</span><span>${ctx.format.dateWithWeekday(meeting.heldOn)}</span>`,
    body: html`${errorSummary(ctx, state)}${meeting.state === 'planned' || overview.agendaNumber === 0 ? summonSection(ctx, overview, state) : sendSection(ctx, overview)}
${summonses.length > 0 ? html`${overview.bodies.map((body) => servingSection(ctx, meeting.id, body, overview.bodies.length > 1))}${answersSection(ctx, overview)}` : emptyState({ title: t.people, body: t.none })}${addSection(ctx, overview, state)}`,
  });
}

/** Before the notice: the last day, what pressing the button does, and the reason for being late where that is allowed. */
function summonSection(ctx: RequestContext, overview: SummonsOverview, state: FormState): Html {
  const t = texts[ctx.language];
  const { meeting, deadlines, missed } = overview;
  if (meeting.state !== 'planned' && meeting.state !== 'summoned') return html``;
  const last = deadlines.at(-1);
  const sentence = missed[0]
    ? t.missed(ctx.format.date(missed[0].date))
    : last
      ? t.planned(ctx.format.date(last.date))
      : t.plannedFree;
  const first = notice(ctx, {
    tone: missed[0] ? 'warning' : 'info',
    title: sentence,
    body: html`<p>${t.summonHelp}</p>`,
  });
  if (meeting.items.length === 0) return html`${first}${notice(ctx, { tone: 'warning', body: t.noItems })}`;
  const asks = missed[0]?.binding === 'reglemente' || state.problems.some(({ path }) => path === 'lateReason');
  return html`${first}${form(ctx, {
    action: `${overviewPath(meeting.id)}/kalla`,
    submit: t.summon,
    version: meeting.version,
    body: asks
      ? field(ctx, {
          name: 'lateReason',
          label: t.lateReason,
          hint: t.lateReasonHint,
          kind: 'textarea',
          rows: 2,
          state,
        })
      : null,
  })}${meeting.state === 'planned' ? html`<p class="soft"><a href="${recordAddress('meeting', meeting.id)}/lage/kalla">${t.otherwise}</a></p>` : null}`;
}

/** After the notice: what should have been sent and has not, who cannot be reached, and what did not arrive. */
function sendSection(ctx: RequestContext, { meeting, due, summonses }: SummonsOverview): Html {
  const t = texts[ctx.language];
  const reachable = due.filter(({ summons }) => summons.address);
  const without = due.filter(({ summons }) => !summons.address).map(({ summons }) => summons);
  const failing = summonses.filter(({ letters }) => letters[0]?.delivery === 'failing');
  return html`${
    reachable.length > 0
      ? notice(ctx, {
          tone: 'warning',
          title: t.dueTitle,
          body: html`<p>${t.dueBody(reachable.length)}</p><div class="actions">${postButton(ctx, { action: `${overviewPath(meeting.id)}/skicka`, text: t.send })}</div>`,
        })
      : null
  }${without.length > 0 ? notice(ctx, { tone: 'warning', body: t.noAddress(namesOf(ctx, without)) }) : null}${
    failing.length > 0 ? notice(ctx, { tone: 'danger', body: t.failing(namesOf(ctx, failing)) }) : null
  }`;
}

/** Somebody who has no seat is put on the list by name: the first thing to do in a body without seats, and folded away in the others. */
function addSection(ctx: RequestContext, { meeting, bodies }: SummonsOverview, state: FormState): Html | null {
  const t = texts[ctx.language];
  if (meeting.state !== 'planned' && meeting.state !== 'summoned') return null;
  const body = html`<p class="soft">${t.addHelp}</p>${form(ctx, {
    action: `${overviewPath(meeting.id)}/lagg-till`,
    submit: t.add,
    variant: 'secondary',
    body: html`${field(ctx, { name: 'name', label: t.name, state })}${field(ctx, { name: 'address', label: t.address, kind: 'email', optional: true, state })}`,
  })}`;
  const first = bodies.every(({ seats }) => seats.length === 0) || state.values.name !== undefined;
  return first
    ? html`<section><h2>${t.addTitle}</h2>${body}</section>`
    : html`<details class="help"><summary>${t.addTitle}</summary><div class="help-body">${body}</div></details>`;
}

/** Everybody who was asked, list by list as the notice prints them, with answer and last letter. */
function answersSection(ctx: RequestContext, { meeting, summonses }: SummonsOverview): Html {
  const t = texts[ctx.language];
  const listed = summonses.filter(({ listed }) => listed);
  const count = (fits: (one: Summons) => boolean) => listed.filter(fits).length;
  const kinds = (Object.keys(summonsKinds) as (keyof typeof summonsKinds)[]).filter((kind) =>
    summonses.some((one) => one.kind === kind),
  );
  return html`<section><h2>${t.people}</h2><p>${t.counts(
    count(({ answer }) => answer !== null && answer.code !== 'cannotCome'),
    count(({ answer }) => answer?.code === 'cannotCome'),
    count(({ answer }) => answer === null),
  )}</p>${kinds.map((kind) =>
    table(ctx, {
      caption: summonsKinds[kind][ctx.language],
      dense: true,
      columns: [
        { key: 'name', text: t.name },
        { key: 'answer', text: t.answer },
        { key: 'letter', text: t.letter },
        { key: 'more', text: t.details },
      ],
      rows: summonses
        .filter((one) => one.kind === kind)
        .map((one) => ({
          name: personName(one),
          answer: answerTag(ctx, one),
          letter: one.letters[0] ? letterTag(ctx, one.letters[0]) : '–',
          more: html`<a href="${personPath(meeting.id, one.id)}">${one.answer ? t.details : t.note}<span class="sr-only"> ${one.name}</span></a>`,
        })),
    }),
  )}</section>`;
}
