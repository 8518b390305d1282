import {
  answersFor,
  type DecisionTask,
  type DecisionTaskStatus,
  decisionTaskStatuses,
  isOverdue,
  isSilent,
} from '../../../domain/execution/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { TagTone } from '../../components/tag/tag.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { texts } from './texts.ts';

const tones: Readonly<Record<DecisionTaskStatus, TagTone>> = {
  notStarted: 'neutral',
  ongoing: 'part',
  done: 'ok',
  tabled: 'unknown',
  dropped: 'info',
  closed: 'ok',
};

/** How a task stands: its status, and that it is late or silent. */
export function taskTags(ctx: RequestContext, task: DecisionTask): Html {
  const t = texts[ctx.language];
  const today = ctx.services.runtime.today();
  return html`${tag({ text: decisionTaskStatuses[task.status][ctx.language], tone: tones[task.status] })}${
    isOverdue(task, today) ? html` ${tag({ text: t.overdue, tone: 'late' })}` : null
  }${isSilent(task, today) ? html` ${tag({ text: t.silent, tone: 'unknown' })}` : null}`;
}

/** The day by which it is to be done, or that none is said. */
export function taskDue(ctx: RequestContext, { dueOn }: Pick<DecisionTask, 'dueOn'>): string {
  return dueOn ? ctx.format.date(dueOn) : texts[ctx.language].noDue;
}

/** A task in a line: its words as a link, who answers for it, its day and how it stands. */
export function taskLineHtml(ctx: RequestContext, task: DecisionTask): Html {
  return html`<a href="${recordAddress('decisionTask', task.id)}" lang="sv">${task.task}</a> ${taskTags(ctx, task)}<br><span class="soft"><span lang="sv">${answersFor(task)}</span> · ${taskDue(ctx, task)}</span>`;
}
