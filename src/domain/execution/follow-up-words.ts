import { answersFor, type DecisionTask } from './decision-task.ts';
import { decisionTaskStatuses } from './decision-task-transitions.ts';

/** The words that begin the list of a follow-up item; what stands above them a person wrote. */
export const followUpIntro = 'Öppna uppgifter efter beslut:';

/** One task as a line of a list, as agendas and minutes print it. */
export function taskLine(task: DecisionTask): string {
  const due = task.dueOn ? `senast ${task.dueOn}` : 'utan dag';
  return `– ${task.task}: ${[answersFor(task), due, decisionTaskStatuses[task.status].sv].filter(Boolean).join(', ')}`;
}

/** What was told of a task, as the minutes print it. */
export function toldLine(task: DecisionTask, note: string | null | undefined): string {
  const words = note?.trim().replace(/\s+/gu, ' ');
  return `${taskLine(task)}.${words ? ` ${words}` : ''}`;
}

/** The text of the § with a line about a task: in the place of the line about the same task, or at the end. What people wrote beside stays. */
export function withToldLine(body: string, task: DecisionTask, note?: string | null): string {
  const line = toldLine(task, note);
  const start = `– ${task.task}: `;
  const lines = body.split('\n');
  const same = lines.findIndex((one) => one.startsWith(start));
  if (same >= 0) return lines.with(same, line).join('\n');
  const last = lines.findLast((one) => one.trim() !== '');
  if (last === undefined) return line;
  return `${body.trimEnd()}${last.startsWith('– ') ? '\n' : '\n\n'}${line}`;
}

/** The summary of a follow-up item with the list as it stands now; what a person wrote above the list stays. */
export function withOpenTasks(summary: string | null, tasks: readonly DecisionTask[]): string {
  const own = (summary ?? '').split(followUpIntro)[0]!.trim();
  const list = tasks.length > 0 ? `${followUpIntro}\n\n${tasks.map(taskLine).join('\n')}` : `${followUpIntro} inga.`;
  return own ? `${own}\n\n${list}` : list;
}
