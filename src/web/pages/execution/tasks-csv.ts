import { csvText } from '../../../documents/out/index.ts';
import { answersFor, type DecisionTask, decisionTaskStatuses } from '../../../domain/execution/index.ts';
import type { Ui } from '../../contracts.ts';
import { texts } from './texts.ts';

/** The tasks of a selection as a table for a spreadsheet, in the order of the list. */
export function tasksCsv(ui: Ui, tasks: readonly DecisionTask[]): string {
  const t = texts[ui.language];
  const heads = [t.task, t.status, t.due, t.responsible, t.body, t.decision, t.decidedOn, t.clause, t.told, t.note];
  return csvText([
    heads,
    ...tasks.map((task) => [
      task.task,
      decisionTaskStatuses[task.status][ui.language],
      task.dueOn ?? '',
      answersFor(task),
      task.body.name,
      task.decision.title,
      task.decision.decidedOn ?? '',
      task.clause === null ? '' : String(task.clause),
      task.toldOn,
      task.lastNote ?? '',
    ]),
  ]);
}
