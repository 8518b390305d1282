import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { requireItem } from '../collaboration/index.ts';
import { insertMove } from './move-deliverable.ts';
import { type PartialDay, partialDayProblems } from './partial-day.ts';
import { findProjectByName } from './project-reader.ts';
import { lockProject, writtenProblems } from './project-writer.ts';

export type RecordDeliverable = {
  readonly what: string;
  /** The project as the source names it; the register ties it to the project that goes by that name. */
  readonly project?: string | null;
  readonly projectId?: Id<'project'> | null;
  readonly responsible?: string;
  readonly dueOn?: PartialDay | null;
  readonly movedTo?: PartialDay | null;
  readonly agendaItemId?: Id<'agendaItem'> | null;
};

/** Puts on record what somebody is to deliver, and whether it slipped. */
export async function recordDeliverable(
  w: Writer<'meeting.edit' | 'decision.record' | 'intake.confirm' | 'project.edit'>,
  input: RecordDeliverable,
): Promise<Id<'deliverable'>> {
  const { dueOn = null, movedTo = null } = input;
  await requireItem(w, input.agendaItemId);
  const printed = input.project?.trim() || null;
  const own = input.projectId ? await lockProject(w, input.projectId) : undefined;
  refuseProblems([
    ...writtenProblems({ what: input.what }, { responsible: input.responsible }),
    ...partialDayProblems({ dueOn, movedTo }),
  ]);
  const id: Id<'deliverable'> = w.runtime.newId();
  const row = {
    what: input.what.trim(),
    project: printed ?? own?.name ?? null,
    project_id: own?.id ?? (printed ? ((await findProjectByName(w, printed))?.id ?? null) : null),
    responsible: input.responsible?.trim() ?? '',
    due_on: dueOn || null,
    moved_to: movedTo || null,
    agenda_item_id: input.agendaItemId ?? null,
  };
  await w.db
    .insertInto('deliverable')
    .values({ tenant_id: w.tenantId, id, ...row, done_on: null })
    .execute();
  await w.log({ noun: 'deliverable', recordId: id, after: row });
  if (movedTo) await insertMove(w, { id, due_on: dueOn, moved_to: null }, { to: movedTo, reason: '', source: '' });
  return id;
}
