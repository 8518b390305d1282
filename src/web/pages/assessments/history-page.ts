import {
  assessmentStatuses,
  type HistoryEvent,
  type HistoryStep,
  historyEventKinds,
} from '../../../domain/assessments/index.ts';
import { isCivilDate } from '../../../kernel/civil-date.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { statusStrip } from '../../components/status-strip/status-strip.ts';
import { table } from '../../components/table/table.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { statusTag, statusTones } from '../assignments/status-look.ts';
import { texts } from './texts.ts';

/** An assignment through the years: a strip of how it stood, and a table of what happened in each step, in words. */
export function historyPage(ctx: RequestContext, id: string, steps: readonly HistoryStep[]): Page {
  const t = texts[ctx.language];
  const here = steps.find(({ assignment }) => assignment.id === id)!.assignment;
  return page({
    title: t.historyOf(here.ref),
    lead: t.historyLead,
    crumbs: [
      { text: t.assignment, href: '/uppdrag' },
      { text: here.ref, href: recordAddress('assignment', id) },
      { text: t.history },
    ],
    body: html`${statusStrip(ctx, { years: stripOf(ctx, steps) })}
${table(ctx, {
  caption: t.history,
  captionHidden: true,
  rowHeader: 'assignment',
  columns: [
    { key: 'year', text: t.year, kind: 'date' },
    { key: 'assignment', text: t.assignment },
    { key: 'happened', text: t.happened },
    { key: 'said', text: t.said },
  ],
  rowIds: steps.map(({ assignment }) => `uppdrag-${assignment.id}`),
  rows: steps.map(({ assignment, said, events }) => ({
    year: String(assignment.year),
    assignment:
      assignment.id === id
        ? html`<strong>${assignment.ref} <span lang="sv">${assignment.title}</span></strong> <span class="soft">(${t.thisOne})</span>`
        : html`<a href="${recordAddress('assignment', assignment.id)}">${assignment.ref} <span lang="sv">${assignment.title}</span></a>`,
    happened:
      events.length === 0 ? t.nothingHappened : events.map((event) => html`<div>${eventWords(ctx, event)}</div>`),
    said:
      said.length === 0
        ? statusTag(ctx, undefined)
        : said.map(
            (one) =>
              html`<div><a href="${recordAddress('assessment', one.id)}" lang="sv">${one.period.name}</a>: ${statusTag(ctx, one.status)}${one.forecastOn ? html` <span class="soft">${t.forecastOf(ctx.format.shortDate(one.forecastOn))}</span>` : null}${one.carried && one.carried.confirmedBy === null ? html` <span class="soft">${t.carriedMark(one.carried.periodName)}</span>` : null}</div>`,
          ),
  })),
})}`,
  });
}

/** Every year from the first to the last, also those of which nothing is known. */
function stripOf(ctx: RequestContext, steps: readonly HistoryStep[]) {
  const first = steps[0]!.assignment.year;
  const last = steps.at(-1)!.assignment.year;
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const year = first + index;
    const said = steps.flatMap((step) => step.said).filter(({ period }) => period.year === year);
    const status = said.toSorted((a, b) => (a.period.endsOn < b.period.endsOn ? -1 : 1)).at(-1)?.status;
    return {
      year,
      tone: statusTones[status ?? 'none'],
      text: status ? assessmentStatuses[status].label[ctx.language] : texts[ctx.language].unknownYear,
    };
  });
}

/** The words of an event with its places filled: days as the page writes days, the other assignment as a link. */
function eventWords(ctx: RequestContext, { kind, other, values }: HistoryEvent): Html {
  const parts = historyEventKinds[kind][ctx.language].split(/(\{\w+\})/u);
  return html`${parts.map((part): Content => {
    const name = /^\{(\w+)\}$/u.exec(part)?.[1];
    if (name === undefined) return part;
    if (name === 'other' && other)
      return html`<a href="${recordAddress('assignment', other.id)}" lang="sv">${other.ref} ${other.title}</a>`;
    const value = values[name] ?? '';
    if (isCivilDate(value)) return ctx.format.shortDate(value);
    return html`<span lang="sv">${value}</span>`;
  })}`;
}
