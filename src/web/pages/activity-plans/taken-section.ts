import { type ActivityYear, matchGrounds, type Occasion, type TakenUp } from '../../../domain/meetings/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { form, postButton } from '../../components/form/form.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, html } from '../../html.ts';
import { mayEditPlan } from './activity-plan-facts.ts';
import { texts } from './texts.ts';

/** What counts as taken up: by which agenda item, and whether that is known or guessed from the words. */
export function takenSection(ctx: RequestContext, year: ActivityYear): Content {
  const t = texts[ctx.language];
  const lines = year.taken.filter(({ id, occasions }) => occasions.length > 0 || refusedOf(year, id).length > 0);
  if (lines.length === 0) return null;
  return html`<section><h2>${t.takenTitle}</h2><p>${t.takenHelp}</p>${table(ctx, {
    caption: t.takenTitle,
    captionHidden: true,
    columns: [
      { key: 'what', text: t.untakenWhat },
      { key: 'kind', text: t.untakenKind },
      { key: 'by', text: t.takenBy },
    ],
    rowIds: lines.map(({ id }) => `upptaget-${id}`),
    rows: lines.map((line) => ({
      what: html`<a href="${addressOf(year, line)}" lang="sv">${line.words[0]}</a>`,
      kind: t.nouns[line.noun],
      by: html`<ul>${line.occasions.map((one) => occasionLine(ctx, year, line, one))}${refusedLines(ctx, year, line)}</ul>`,
    })),
  })}</section>`;
}

function occasionLine(ctx: RequestContext, { plan }: ActivityYear, line: TakenUp, one: Occasion): Content {
  const t = texts[ctx.language];
  const guessed = one.ground === 'words';
  const input = `inte-${line.id}-${one.id}`;
  return html`<li>${itemLink(ctx, one)} ${tag({ text: matchGrounds[one.ground][ctx.language], tone: guessed ? 'part' : 'ok' })}${
    guessed && mayEditPlan(ctx.actor, plan)
      ? html`<details><summary>${t.refuseMatch}<span class="sr-only" lang="sv"> ${line.words[0]}: ${one.title}</span></summary>${form(
          ctx,
          {
            action: `${recordAddress('activityPlan', plan.id)}/inte-upptaget/${line.id}`,
            submit: t.save,
            variant: 'secondary',
            about: `${line.words[0]}: ${one.title}`,
            body: html`<input type="hidden" name="agendaItemId" value="${one.id}"><div class="field"><label for="${input}">${t.refuseWhy}</label><input class="ds-input" id="${input}" name="reason" type="text"></div>`,
          },
        )}</details>`
      : null
  }</li>`;
}

/** The agenda items of which a person has said that they did not take it up, with the reason and the way back. */
function refusedLines(ctx: RequestContext, year: ActivityYear, line: TakenUp): readonly Content[] {
  const t = texts[ctx.language];
  return refusedOf(year, line.id).flatMap(({ agendaItemId, reason }) => {
    const item = year.agenda.find(({ id }) => id === agendaItemId);
    if (!item || line.occasions.some(({ id }) => id === agendaItemId)) return [];
    const back = postButton(ctx, {
      action: `${recordAddress('activityPlan', year.plan.id)}/inte-upptaget/${line.id}/aterta`,
      text: t.allowMatch,
      variant: 'quiet',
      about: `${line.words[0]}: ${item.title}`,
      fields: { agendaItemId },
    });
    return [
      html`<li>${itemLink(ctx, item)} ${tag({ text: t.notSame, tone: 'unknown' })} <span class="soft" lang="sv">${reason}</span>${mayEditPlan(ctx.actor, year.plan) ? back : null}</li>`,
    ];
  });
}

function refusedOf({ refused }: ActivityYear, recordId: string) {
  return refused.filter((one) => one.recordId === recordId);
}

function itemLink(ctx: RequestContext, { id, meetingId, title, heldOn }: Omit<Occasion, 'ground'>): Content {
  return html`<a href="${recordAddress('agendaItem', id, meetingId)}"><span lang="sv">${title}</span>, ${ctx.format.shortDate(heldOn)}</a>`;
}

/** Where a line of the plan, or an assignment of its year, stands. */
export function addressOf({ plan }: ActivityYear, { noun, id, date }: TakenUp): string {
  if (noun === 'assignment') return recordAddress('assignment', id);
  if (noun === 'plannedItem') return `${recordAddress('activityPlan', plan.id)}#datum-${date ?? ''}`;
  return recordAddress(noun, id, plan.id);
}
