import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import type { Assignment } from './assignment.ts';

/** A due date that was moved (ASG-31): the old one, the new one, and why. All of them are kept. */
export type DueChange = {
  readonly id: Id<'dueChange'>;
  readonly assignmentId: Id<'assignment'>;
  readonly oldDueOn: CivilDate | null;
  readonly newDueOn: CivilDate | null;
  readonly reason: string;
  readonly changedAt: Date;
  readonly changedBy: string;
};

/** Whether a due date that was there is moved or taken away. A first one moves nothing. */
export function movesDue(before: Pick<Assignment, 'dueOn'>, dueOn: CivilDate | null): boolean {
  return before.dueOn !== null && before.dueOn !== dueOn;
}

/** Keeps a due date that is moved, in the transaction that moves it. */
export async function keepDueChange(
  w: Writer,
  before: Pick<Assignment, 'id' | 'dueOn'>,
  dueOn: CivilDate | null,
  reason: string,
): Promise<void> {
  await w.db
    .insertInto('due_change')
    .values({
      tenant_id: w.tenantId,
      id: w.runtime.newId(),
      assignment_id: before.id,
      old_due_on: before.dueOn,
      new_due_on: dueOn,
      reason,
      changed_at: w.runtime.now(),
      changed_by: w.auth.actorName,
    })
    .execute();
}

/** Every time the due dates of some assignments were moved, the first move first. */
export async function dueChangesOf(
  r: Reader,
  assignmentIds: readonly Id<'assignment'>[],
): Promise<readonly DueChange[]> {
  if (assignmentIds.length === 0) return [];
  const rows = await r.db
    .selectFrom('due_change')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where((eb) => eb('assignment_id', '=', eb.fn.any(eb.val([...assignmentIds]))))
    .orderBy('changed_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    assignmentId: row.assignment_id,
    oldDueOn: row.old_due_on,
    newDueOn: row.new_due_on,
    reason: row.reason,
    changedAt: row.changed_at,
    changedBy: row.changed_by,
  }));
}
