import { may } from '../../../domain/access/index.ts';
import {
  answersFor,
  type DecisionTask,
  type DecisionTaskChange,
  decisionTaskStatuses,
  decisionTaskTransitions,
  takesTheBody,
  taskActionsIn,
} from '../../../domain/execution/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { field } from '../../components/field/field.ts';
import { choices } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { table } from '../../components/table/table.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { followUpPath } from './execution-paths.ts';
import { taskDue, taskTags } from './task-words.ts';
import { texts } from './texts.ts';

export type TaskFacts = { readonly task: DecisionTask; readonly history: readonly DecisionTaskChange[] };

/** One task: what it is, who answers for it, how it stands, and everything that was told of it. */
export function taskPage(ctx: RequestContext, { task, history }: TaskFacts, state: FormState = freshForm()): Page {
  const t = texts[ctx.language];
  const here = recordAddress('decisionTask', task.id);
  const mayTell = ctx.actor !== undefined && may(ctx.actor, 'task.edit', task.body.id);
  const actions = taskActionsIn(task.status);
  return page({
    title: task.task,
    ownHeading: true,
    crumbs: [{ text: t.title, href: followUpPath }, { text: task.task }],
    body: html`<div class="page-head"><h1 lang="sv">${task.task}</h1><div class="page-lead">${taskTags(ctx, task)}</div></div>
${summaryList([
  { term: t.responsible, value: html`<span lang="sv">${answersFor(task)}</span>` },
  { term: t.due, value: taskDue(ctx, task) },
  {
    term: t.decision,
    value: html`<a href="${recordAddress('decision', task.decision.id)}${task.clause ? `#att-${task.clause}` : ''}" lang="sv">${task.decision.title}</a>`,
  },
  { term: t.decidedOn, value: task.decision.decidedOn && ctx.format.date(task.decision.decidedOn) },
  {
    term: t.body,
    value: html`<a href="${recordAddress('body', task.body.id)}" lang="sv">${task.body.name}</a>`,
  },
])}
${mayTell && actions.includes('change') ? html`<div class="actions">${linkButton({ text: t.change, href: `${here}/andra`, variant: 'secondary' })}</div>` : null}
<section><h2>${t.history}</h2>${historyTable(ctx, history)}</section>
${
  mayTell && actions.some((action) => action !== 'change' && !takesTheBody(action))
    ? html`<section><h2>${t.tellTitle}</h2><p>${t.tellLead}</p>${form(ctx, {
        action: `${here}/besked`,
        submit: t.tell,
        state,
        version: task.version,
        body: tellFields(ctx, task, state, false),
      })}</section>`
    : null
}`,
  });
}

/** What can be told of a task as it stands; what only the body does is there where the body meets. */
export function tellFields(ctx: RequestContext, task: DecisionTask, state: FormState, byBody: boolean): Html {
  const t = texts[ctx.language];
  const possible = taskActionsIn(task.status).filter((one) => one !== 'change' && (byBody || !takesTheBody(one)));
  return html`${choices(ctx, {
    kind: 'radio',
    name: 'action',
    legend: t.action,
    options: decisionTaskTransitions
      .filter(({ action }) => possible.includes(action))
      .map(({ action, label }) => ({ value: action, text: label[ctx.language] })),
    state: state.values.action ? state : { ...state, values: { ...state.values, action: 'tell' } },
  })}${field(ctx, { kind: 'textarea', name: 'note', label: t.note, hint: t.noteHint, rows: 2, optional: true, state })}`;
}

function historyTable(ctx: RequestContext, history: readonly DecisionTaskChange[]): Html {
  const t = texts[ctx.language];
  return table(ctx, {
    caption: t.history,
    captionHidden: true,
    columns: [
      { key: 'when', text: t.when, kind: 'date' },
      { key: 'status', text: t.status },
      { key: 'what', text: t.what },
      { key: 'where', text: t.where },
      { key: 'by', text: t.by },
    ],
    rows: history.map(({ on, from, to, note, item, toldBy }) => ({
      when: ctx.format.date(on),
      status: decisionTaskStatuses[to][ctx.language],
      what: note ? html`<span lang="sv">${note}</span>` : from === null ? t.added : '–',
      where: item
        ? html`<a href="${recordAddress('agendaItem', item.id, item.meetingId)}" lang="sv">${item.heldOn} ${item.title}</a>`
        : t.betweenMeetings,
      by: html`<span lang="sv">${toldBy}</span>`,
    })),
  });
}
