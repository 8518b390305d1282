import { answersFor, decisionTaskStatuses, type FollowedTask } from '../../../domain/execution/index.ts';
import { type AgendaItem, type MeetingDetail, meetingTransitions } from '../../../domain/meetings/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { form } from '../../components/form/form.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { itemTasksPath } from './execution-paths.ts';
import { tellFields } from './task-page.ts';
import { taskDue, taskTags } from './task-words.ts';
import { texts } from './texts.ts';

export type ItemTasksFacts = {
  readonly meeting: MeetingDetail;
  readonly item: AgendaItem;
  readonly followed: readonly FollowedTask[];
};

/** The tasks of a follow-up item, each with what is told of it at the meeting; a form that was refused keeps what was typed. */
export function itemTasksPage(
  ctx: RequestContext,
  { meeting, item, followed }: ItemTasksFacts,
  refused?: { readonly taskId: string; readonly state: FormState },
): Page {
  const t = texts[ctx.language];
  const back = recordAddress('agendaItem', item.id, meeting.id);
  const held = meetingTransitions.some(
    ({ action, from }) => action === 'writeDown' && (from as readonly string[]).includes(meeting.state),
  );
  return page({
    title: t.itemTitle,
    crumbs: [{ text: item.title, href: back }, { text: t.itemTitle }],
    lead: held ? t.itemLead : t.waits,
    body: html`${
      followed.length === 0
        ? emptyState({
            title: t.itemNone,
            body: t.itemNoneBody,
            action: linkButton({ text: t.backToMeeting, href: back, variant: 'secondary' }),
          })
        : followed.map((one) => taskCard(ctx, { meeting, item, one, held, refused }))
    }<div class="actions">${linkButton({ text: t.backToMeeting, href: back, variant: 'secondary' })}</div>`,
  });
}

function taskCard(
  ctx: RequestContext,
  {
    meeting,
    item,
    one: { task, told },
    held,
    refused,
  }: Pick<ItemTasksFacts, 'meeting' | 'item'> & {
    readonly one: FollowedTask;
    readonly held: boolean;
    readonly refused: { readonly taskId: string; readonly state: FormState } | undefined;
  },
): Html {
  const t = texts[ctx.language];
  const own = refused?.taskId === task.id;
  const state = own ? refused.state : freshForm();
  return card({
    id: `uppgift-${task.id}`,
    title: html`<a href="${recordAddress('decisionTask', task.id)}" lang="sv">${task.task}</a>`,
    body: html`<p>${taskTags(ctx, task)}<br><span class="soft"><span lang="sv">${answersFor(task)}</span> · ${taskDue(ctx, task)}</span></p>${
      told.length > 0
        ? html`<h3>${t.toldHere}</h3><ul>${told.map(({ id, to, note }) => html`<li id="besked-${id}">${decisionTaskStatuses[to][ctx.language]}${note ? html`: <span lang="sv">${note}</span>` : null}</li>`)}</ul>`
        : null
    }${
      held
        ? html`<details${own || told.length === 0 ? html` open` : null}><summary>${t.tellTitle}</summary>${form(ctx, {
            action: itemTasksPath(meeting.id, item.id),
            submit: t.tell,
            about: task.task,
            variant: 'secondary',
            version: task.version,
            ...(own && { state }),
            body: html`<input type="hidden" name="taskId" value="${task.id}">${tellFields(ctx, task, state, true)}`,
          })}</details>`
        : null
    }`,
  });
}
