import { addDays } from '../../kernel/civil-date.ts';
import { recordAddress } from '../../kernel/record-address.ts';
import type { Reader } from '../../storage/database.ts';
import { isWithheld } from '../secrecy/index.ts';
import type { WorkFinding } from './work.ts';
import { mayAnywhere, type WorkReading, type WorkSource } from './work-source.ts';

/** A task is put on the list so many days before its day. */
const daysAhead = 30;

/** What remains to be done after decisions and whose day is near or past, or that has no day. */
export const workOfTasks: WorkSource = async (scope) =>
  mayAnywhere(scope, 'task.edit') ? await scope.once(openTasks) : [];

async function openTasks(r: Reader, { today }: WorkReading): Promise<readonly WorkFinding[]> {
  const rows = await r.db
    .selectFrom('decision_task as task')
    .innerJoin('decision', (join) =>
      join.onRef('decision.id', '=', 'task.decision_id').onRef('decision.tenant_id', '=', 'task.tenant_id'),
    )
    .innerJoin('body', (join) =>
      join.onRef('body.id', '=', 'task.body_id').onRef('body.tenant_id', '=', 'task.tenant_id'),
    )
    .leftJoin('agenda_item as item', (join) =>
      join.onRef('item.id', '=', 'decision.agenda_item_id').onRef('item.tenant_id', '=', 'decision.tenant_id'),
    )
    .leftJoin('matter', (join) =>
      join.onRef('matter.id', '=', 'item.matter_id').onRef('matter.tenant_id', '=', 'item.tenant_id'),
    )
    .select(['task.id', 'task.task', 'task.due_on', 'body.id as body_id', 'body.name as body_name'])
    .select('matter.secrecy_level')
    .where('task.tenant_id', '=', r.tenantId)
    .where('task.status', 'in', ['notStarted', 'ongoing'])
    .where((eb) => eb.or([eb('task.due_on', 'is', null), eb('task.due_on', '<=', addDays(today, daysAhead))]))
    .orderBy('task.due_on')
    .execute();
  return rows.map((row) => ({
    kind: 'doTask',
    recordId: row.id,
    href: recordAddress('decisionTask', row.id) as `/${string}`,
    title: row.task,
    body: { id: row.body_id, name: row.body_name },
    dueOn: row.due_on,
    guarded: isWithheld(row.secrecy_level),
  }));
}
