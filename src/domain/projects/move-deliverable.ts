import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow, lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireItem } from '../collaboration/index.ts';
import { firstDayOf, type PartialDay, partialDayProblems } from './partial-day.ts';
import { requireOwner, writtenProblems } from './project-writer.ts';

type OfDeliverable = { readonly deliverableId: Id<'deliverable'>; readonly expectedVersion: number };

/** Moves the day on which something is to be delivered. The day before it, the reason and where it was said are kept for good. */
export async function moveDeliverable(
  w: Writer<'project.edit'>,
  input: OfDeliverable & { readonly to: PartialDay; readonly reason: string; readonly source?: string },
): Promise<void> {
  const row = await lockDeliverable(w, input);
  refuseProblems([
    ...writtenProblems({ to: input.to, reason: input.reason }, { source: input.source }),
    ...partialDayProblems({ to: input.to }),
    ...(row.done_on ? [{ path: 'to', key: 'projects.alreadyDone' }] : []),
    ...(input.to === (row.moved_to ?? row.due_on) ? [{ path: 'to', key: 'projects.sameDay' }] : []),
  ]);
  // Without a day before there is nothing to move from: the first day that is said is the day it is due.
  const first = row.due_on === null && row.moved_to === null;
  if (!first) await insertMove(w, row, { to: input.to, reason: input.reason, source: input.source ?? '' });
  await update(w, row, first ? { due_on: input.to } : { moved_to: input.to });
}

/** Says that something was delivered, and when. */
export async function finishDeliverable(
  w: Writer<'project.edit'>,
  input: OfDeliverable & { readonly doneOn: PartialDay },
): Promise<void> {
  const row = await lockDeliverable(w, input);
  refuseProblems([
    ...writtenProblems({ doneOn: input.doneOn }),
    ...partialDayProblems({ doneOn: input.doneOn }),
    ...(firstDayOf(input.doneOn) > w.runtime.today() ? [{ path: 'doneOn', key: 'projects.notYet' }] : []),
  ]);
  await update(w, row, { done_on: input.doneOn });
}

/** Changes what is to be delivered and by whom, or takes back that it was done. Its days are moved, never changed. */
export async function changeDeliverable(
  w: Writer<'project.edit'>,
  input: OfDeliverable & {
    readonly what: string;
    readonly responsible: string;
    readonly projectId: Id<'project'> | null;
    readonly doneOn: PartialDay | null;
  },
): Promise<void> {
  const row = await lockDeliverable(w, input);
  refuseProblems([
    ...writtenProblems({ what: input.what }, { responsible: input.responsible }),
    ...partialDayProblems({ doneOn: input.doneOn }),
    ...(input.doneOn && firstDayOf(input.doneOn) > w.runtime.today()
      ? [{ path: 'doneOn', key: 'projects.notYet' }]
      : []),
  ]);
  // It may be laid under a project only by who owns that one too.
  if (input.projectId && input.projectId !== row.project_id)
    requireOwner(w, (await getRow(w, 'project', input.projectId)).body_id);
  await update(w, row, {
    what: input.what.trim(),
    responsible: input.responsible.trim(),
    project_id: input.projectId,
    done_on: input.doneOn || null,
  });
}

type Days = { readonly id: string; readonly due_on: string | null; readonly moved_to: string | null };

/** Keeps one move; the deliverable's own row is changed by who calls. */
export async function insertMove(
  w: Writer<'meeting.edit' | 'decision.record' | 'intake.confirm' | 'project.edit'>,
  row: Days,
  { to, reason, source }: { readonly to: PartialDay; readonly reason: string; readonly source: string },
): Promise<void> {
  const { last } = await w.db
    .selectFrom('deliverable_move')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('tenant_id', '=', w.tenantId)
    .where('deliverable_id', '=', row.id)
    .executeTakeFirstOrThrow();
  await w.db
    .insertInto('deliverable_move')
    .values({
      tenant_id: w.tenantId,
      id: w.runtime.newId(),
      deliverable_id: row.id,
      number: (last ?? 0) + 1,
      due_before: row.moved_to ?? row.due_on,
      due_after: to,
      reason: reason.trim(),
      source: source.trim(),
      told_by: w.auth.actorName,
      told_on: w.runtime.today(),
    })
    .execute();
}

/** Reads a deliverable for change: who owns its project, or in whose meeting it was promised. */
async function lockDeliverable(w: Writer<'project.edit'>, input: OfDeliverable) {
  const row = await lockRow(w, 'deliverable', input.deliverableId);
  if (row.project_id) requireOwner(w, (await getRow(w, 'project', row.project_id)).body_id);
  else if (row.agenda_item_id) await requireItem(w, row.agenda_item_id);
  else if (w.auth.bodies !== 'all') throw new AppError('access.denied');
  return expectVersion(row, input.expectedVersion, input);
}

async function update(
  w: Writer<'project.edit'>,
  row: Awaited<ReturnType<typeof lockDeliverable>>,
  after: Partial<Pick<typeof row, 'what' | 'responsible' | 'project_id' | 'due_on' | 'moved_to' | 'done_on'>>,
): Promise<void> {
  await w.db
    .updateTable('deliverable')
    .set({ ...after, version: row.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', row.id)
    .execute();
  await w.log({ noun: 'deliverable', recordId: row.id, before: row, after });
}
