import type { CivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { type DecisionTask, type DecisionTaskChange, silentBefore } from './decision-task.ts';
import type { DecisionTaskStatus } from './decision-task-transitions.ts';

export type DecisionTaskFilter = {
  readonly ids?: readonly Id<'decisionTask'>[];
  readonly bodyId?: Id<'body'>;
  readonly decisionIds?: readonly Id<'decision'>[];
  readonly statuses?: readonly DecisionTaskStatus[];
  /** Only those whose day has passed, or of which nothing has been heard, as of today. */
  readonly late?: { readonly kind: 'overdue' | 'silent'; readonly today: CivilDate };
  readonly limit?: number;
  readonly offset?: number;
};

/** The tasks that fit a filter, those due first at the top and those without a day last; with how many there are in all. */
export async function listDecisionTasks(
  r: Reader,
  filter: DecisionTaskFilter = {},
): Promise<{ readonly tasks: readonly DecisionTask[]; readonly total: number }> {
  const query = fitting(r, filter);
  const { total } = await query.select((eb) => eb.fn.countAll<string>().as('total')).executeTakeFirstOrThrow();
  const rows = await query
    .innerJoin('decision', (join) =>
      join.onRef('decision.id', '=', 'task.decision_id').onRef('decision.tenant_id', '=', 'task.tenant_id'),
    )
    .innerJoin('body', (join) =>
      join.onRef('body.id', '=', 'task.body_id').onRef('body.tenant_id', '=', 'task.tenant_id'),
    )
    .leftJoin('body as answering', (join) =>
      join.onRef('answering.id', '=', 'task.responsible_body_id').onRef('answering.tenant_id', '=', 'task.tenant_id'),
    )
    .selectAll('task')
    .select([
      'decision.title as decision_title',
      'decision.decided_on',
      'decision.agenda_item_id as decision_item_id',
      'body.name as body_name',
      'answering.name as answering_name',
    ])
    .select((eb) => [
      eb
        .selectFrom('decision_task_change as told')
        .select((told) => told.fn.max('told.changed_on').as('on'))
        .whereRef('told.tenant_id', '=', 'task.tenant_id')
        .whereRef('told.decision_task_id', '=', 'task.id')
        .as('told_on'),
      eb
        .selectFrom('decision_task_change as told')
        .select('told.note')
        .whereRef('told.tenant_id', '=', 'task.tenant_id')
        .whereRef('told.decision_task_id', '=', 'task.id')
        .where('told.note', 'is not', null)
        .orderBy('told.told_at', 'desc')
        .limit(1)
        .as('last_note'),
    ])
    .orderBy('task.due_on', (order) => order.asc().nullsLast())
    .orderBy('task.created_at')
    .orderBy('task.id')
    .limit(filter.limit ?? 200)
    .offset(filter.offset ?? 0)
    .execute();
  const tasks = rows.map(
    (row): DecisionTask => ({
      id: row.id,
      version: row.version,
      decision: {
        id: row.decision_id,
        title: row.decision_title,
        decidedOn: row.decided_on,
        itemId: row.decision_item_id,
      },
      body: { id: row.body_id, name: row.body_name },
      clause: row.clause_position,
      task: row.task,
      responsible: row.responsible,
      responsibleBody:
        row.responsible_body_id !== null && row.answering_name !== null
          ? { id: row.responsible_body_id, name: row.answering_name }
          : null,
      dueOn: row.due_on,
      status: row.status as DecisionTaskStatus,
      // Every task has an entry from when it was added.
      toldOn: row.told_on!,
      lastNote: row.last_note,
    }),
  );
  return { tasks, total: Number(total) };
}

/** One task. Throws `record.notFound`. */
export async function getDecisionTask(r: Reader, id: Id<'decisionTask'>): Promise<DecisionTask> {
  const [task] = isId(id) ? (await listDecisionTasks(r, { ids: [id] })).tasks : [];
  if (!task) throw new AppError('record.notFound');
  return task;
}

/** What was told of a task, newest first. */
export async function decisionTaskHistory(r: Reader, id: Id<'decisionTask'>): Promise<readonly DecisionTaskChange[]> {
  const rows = await changes(r).where('change.decision_task_id', '=', id).orderBy('change.told_at', 'desc').execute();
  return rows.map(toChange);
}

/** What was told in one item, in the order in which it was told, each with its task. */
export async function toldInItem(
  r: Reader,
  itemId: Id<'agendaItem'>,
): Promise<readonly (DecisionTaskChange & { readonly taskId: Id<'decisionTask'> })[]> {
  const rows = await changes(r).where('change.agenda_item_id', '=', itemId).orderBy('change.told_at').execute();
  return rows.map((row) => ({ ...toChange(row), taskId: row.decision_task_id }));
}

function changes(r: Reader) {
  return r.db
    .selectFrom('decision_task_change as change')
    .leftJoin('agenda_item as item', (join) =>
      join.onRef('item.id', '=', 'change.agenda_item_id').onRef('item.tenant_id', '=', 'change.tenant_id'),
    )
    .leftJoin('meeting', (join) =>
      join.onRef('meeting.id', '=', 'item.meeting_id').onRef('meeting.tenant_id', '=', 'item.tenant_id'),
    )
    .selectAll('change')
    .select(['item.title as item_title', 'item.number as item_number', 'item.meeting_id', 'meeting.held_on'])
    .where('change.tenant_id', '=', r.tenantId);
}

function toChange(row: Awaited<ReturnType<ReturnType<typeof changes>['execute']>>[number]): DecisionTaskChange {
  return {
    id: row.id,
    from: row.from_status as DecisionTaskStatus | null,
    to: row.to_status as DecisionTaskStatus,
    on: row.changed_on,
    toldBy: row.told_by,
    note: row.note,
    item:
      row.agenda_item_id !== null && row.meeting_id !== null && row.held_on !== null
        ? {
            id: row.agenda_item_id,
            title: row.item_title ?? '',
            number: row.item_number,
            meetingId: row.meeting_id,
            heldOn: row.held_on,
          }
        : null,
  };
}

function fitting(r: Reader, { ids, bodyId, decisionIds, statuses, late }: DecisionTaskFilter) {
  let query = r.db.selectFrom('decision_task as task').where('task.tenant_id', '=', r.tenantId);
  if (ids !== undefined) query = query.where((eb) => eb('task.id', '=', eb.fn.any(eb.val([...ids]))));
  if (decisionIds !== undefined)
    query = query.where((eb) => eb('task.decision_id', '=', eb.fn.any(eb.val([...decisionIds]))));
  if (bodyId !== undefined) query = query.where('task.body_id', '=', bodyId);
  if (statuses?.length) query = query.where('task.status', 'in', statuses);
  if (late) query = query.where('task.status', 'in', ['notStarted', 'ongoing', 'tabled']);
  if (late?.kind === 'overdue') query = query.where('task.due_on', '<', late.today);
  if (late?.kind === 'silent')
    query = query.where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('decision_task_change as told')
            .select('told.id')
            .whereRef('told.tenant_id', '=', 'task.tenant_id')
            .whereRef('told.decision_task_id', '=', 'task.id')
            .where('told.changed_on', '>=', silentBefore(late.today)),
        ),
      ),
    );
  return query;
}
