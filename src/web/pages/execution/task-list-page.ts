import { may } from '../../../domain/access/index.ts';
import {
  answersFor,
  type DecisionTask,
  decisionTaskStatusCodes,
  decisionTaskStatuses,
} from '../../../domain/execution/index.ts';
import type { Body } from '../../../domain/organisation/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field } from '../../components/field/field.ts';
import { filterBar } from '../../components/filter-bar/filter-bar.ts';
import { postButton } from '../../components/form/form.ts';
import { pagination } from '../../components/pagination/pagination.ts';
import { table } from '../../components/table/table.ts';
import { freshForm, type RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { followupTabs } from '../followup/followup-tabs.ts';
import { followUpPath } from './execution-paths.ts';
import { taskDue, taskTags } from './task-words.ts';
import { texts } from './texts.ts';

/** What the list of tasks shows, as it stands in the address. */
export type TaskSelection = {
  readonly organ?: string | undefined;
  readonly status?: string | undefined;
  readonly sena?: 'overdue' | 'silent' | undefined;
  readonly sida?: number | undefined;
};

export type TaskListFacts = {
  readonly tasks: readonly DecisionTask[];
  readonly total: number;
  readonly bodies: readonly Body[];
  readonly next: { readonly id: string; readonly heldOn: string } | undefined;
};

export const tasksPerPage = 50;

/** All that follows from decisions, those due first at the top. */
export function taskListPage(ctx: RequestContext, chosen: TaskSelection, facts: TaskListFacts): Page {
  const t = texts[ctx.language];
  const state = freshForm({ organ: chosen.organ, status: chosen.status, sena: chosen.sena });
  const { tasks, total, bodies } = facts;
  return page({
    title: t.title,
    lead: t.lead,
    body: html`${followupTabs(ctx, 'decisions')}${filterBar(ctx, {
      action: followUpPath,
      active: Boolean(chosen.organ || chosen.status || chosen.sena),
      fields: html`${field(ctx, { kind: 'select', name: 'organ', label: t.body, empty: t.allBodies, options: bodies.map(({ id, name }) => ({ value: id, text: name })), state })}${field(
        ctx,
        {
          kind: 'select',
          name: 'status',
          label: t.status,
          empty: t.openOnes,
          options: decisionTaskStatusCodes.map((code) => ({
            value: code,
            text: decisionTaskStatuses[code][ctx.language],
          })),
          state,
        },
      )}${field(ctx, {
        kind: 'select',
        name: 'sena',
        label: t.late,
        empty: t.lateAny,
        options: (['overdue', 'silent'] as const).map((code) => ({ value: code, text: t[code] })),
        state,
      })}`,
    })}${
      tasks.length === 0
        ? emptyState({
            title: t.none,
            body: t.noneBody,
            action: linkButton({ text: t.toMeetings, href: '/sammantraden', variant: 'secondary' }),
          })
        : taskTable(ctx, tasks)
    }${pagination(ctx, { page: chosen.sida ?? 1, pageSize: tasksPerPage, total, href: (number) => addressOf(followUpPath, { ...chosen, sida: number }) })}
<div class="actions">${linkButton({ text: t.csv, href: addressOf(`${followUpPath}.csv`, chosen), variant: 'secondary' })}</div>`,
    aside: chosen.organ ? nextCard(ctx, chosen.organ, facts.next) : null,
  });
}

function taskTable(ctx: RequestContext, tasks: readonly DecisionTask[]) {
  const t = texts[ctx.language];
  return table(ctx, {
    caption: t.title,
    captionHidden: true,
    columns: [
      { key: 'task', text: t.task },
      { key: 'status', text: t.status },
      { key: 'due', text: t.due, kind: 'date' },
      { key: 'who', text: t.responsible },
      { key: 'decision', text: t.decision },
      { key: 'told', text: t.told, kind: 'date' },
    ],
    rows: tasks.map((task) => ({
      task: html`<a href="${recordAddress('decisionTask', task.id)}" lang="sv">${task.task}</a>`,
      status: taskTags(ctx, task),
      due: taskDue(ctx, task),
      who: html`<span lang="sv">${answersFor(task)}</span>`,
      decision: html`<a href="${recordAddress('decision', task.decision.id)}" lang="sv">${task.decision.title}</a><br><span class="soft"><span lang="sv">${task.body.name}</span>${task.decision.decidedOn ? ` ${task.decision.decidedOn}` : null}</span>`,
      told: html`${ctx.format.date(task.toldOn)}${task.lastNote ? html`<br><span class="soft" lang="sv">${task.lastNote}</span>` : null}`,
    })),
  });
}

/** Carries the open tasks of one body into its next agenda. */
function nextCard(ctx: RequestContext, bodyId: string, next: TaskListFacts['next']) {
  const t = texts[ctx.language];
  if (!ctx.actor || !may(ctx.actor, 'meeting.edit', bodyId)) return null;
  return card({
    title: t.toAgenda,
    body: next
      ? html`<p>${t.toAgendaLead}</p><p><a href="${recordAddress('meeting', next.id)}">${ctx.format.date(next.heldOn)}</a></p>${postButton(ctx, { action: `${followUpPath}/till-dagordning`, text: t.toAgenda, fields: { meetingId: next.id } })}`
      : html`<p>${t.noNext}</p>`,
  });
}

/** The address of a selection, without what is not chosen. */
function addressOf(path: string, chosen: TaskSelection): string {
  const query = new URLSearchParams(
    Object.entries(chosen).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])),
  ).toString();
  return query ? `${path}?${query}` : path;
}
