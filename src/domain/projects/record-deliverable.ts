import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { requireItem } from '../collaboration/index.ts';

export type RecordDeliverable = {
  readonly what: string;
  readonly project?: string | null;
  /** `YYYY-MM-DD` or `YYYY-MM`. */
  readonly dueOn?: string | null;
  readonly movedTo?: string | null;
  readonly agendaItemId?: Id<'agendaItem'> | null;
};

const dayOrMonth = /^\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?$/;

/** Puts on record what somebody is to deliver, and whether it slipped. */
export async function recordDeliverable(
  w: Writer<'meeting.edit' | 'decision.record' | 'intake.confirm'>,
  input: RecordDeliverable,
): Promise<Id<'deliverable'>> {
  const { dueOn = null, movedTo = null } = input;
  await requireItem(w, input.agendaItemId);
  refuseProblems([
    ...(input.what.trim() ? [] : [{ path: 'what', key: 'validation.required' }]),
    ...(dueOn && !dayOrMonth.test(dueOn) ? [{ path: 'dueOn', key: 'validation.date' }] : []),
    ...(movedTo && !dayOrMonth.test(movedTo) ? [{ path: 'movedTo', key: 'validation.date' }] : []),
  ]);
  const id: Id<'deliverable'> = w.runtime.newId();
  const row = {
    what: input.what.trim(),
    project: input.project?.trim() || null,
    due_on: dueOn,
    moved_to: movedTo,
    agenda_item_id: input.agendaItemId ?? null,
  };
  await w.db
    .insertInto('deliverable')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'deliverable', recordId: id, after: row });
  return id;
}
