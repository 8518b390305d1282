import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { type AssignmentLinkKind, assignmentLinkKinds } from './assignment.ts';
import { findAssignmentByRef, getAssignment } from './assignment-reader.ts';
import { requireInvolved, takeAssignment } from './assignment-writer.ts';
import { linkProblems } from './link-rules.ts';

export type LinkAssignments = {
  readonly fromId: Id<'assignment'>;
  readonly toId: Id<'assignment'>;
  readonly kind: AssignmentLinkKind;
  readonly note?: string | null;
};

/** Links an assignment with another: `fromId` has `toId` as its predecessor, refers to it, monitors it, was split or merged into it. */
export async function linkAssignments(
  w: Writer<'assignment.edit' | 'assignment.give' | 'intake.confirm'>,
  input: LinkAssignments,
): Promise<void> {
  const from = await takeAssignment(w, { assignmentId: input.fromId });
  requireInvolved(w.auth, from);
  const to = await getAssignment(w, input.toId);
  if (!Object.hasOwn(assignmentLinkKinds, input.kind))
    throw new AppError('record.invalid', {}, [{ path: 'kind', key: 'validation.choose' }]);
  const problems = linkProblems(from, to, input.kind, await linksFrom(w, to.id, from.id, input.kind));
  refuseProblems(problems);
  const row = { from_id: from.id, to_id: to.id, kind: input.kind, note: input.note?.trim() || null };
  await w.db
    .insertInto('assignment_link')
    .values({ tenant_id: w.tenantId, ...row })
    .execute();
  await w.log({ noun: 'assignment', recordId: from.id, summary: `${input.kind} ${to.ref}`, after: row });
}

/** Takes a link away, because it was wrong. */
export async function unlinkAssignments(
  w: Writer<'assignment.edit' | 'intake.confirm'>,
  input: Omit<LinkAssignments, 'note'>,
): Promise<void> {
  const from = await takeAssignment(w, { assignmentId: input.fromId });
  requireInvolved(w.auth, from);
  const { numDeletedRows } = await w.db
    .deleteFrom('assignment_link')
    .where('tenant_id', '=', w.tenantId)
    .where('from_id', '=', input.fromId)
    .where('to_id', '=', input.toId)
    .where('kind', '=', input.kind)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw new AppError('record.notFound');
  await w.log({ noun: 'assignment', recordId: from.id, summary: `no longer ${input.kind}`, before: input });
}

/** The links that matter for a new one: the two ends' own, and all that can be reached from the second. */
async function linksFrom(r: Reader, start: string, from: string, kind: AssignmentLinkKind) {
  const known = new Map<string, { fromId: string; toId: string; kind: AssignmentLinkKind }>();
  const seen = new Set<string>();
  for (let frontier = [start, from]; frontier.length > 0; ) {
    for (const id of frontier) seen.add(id);
    const rows = await r.db
      .selectFrom('assignment_link')
      .select(['from_id', 'to_id'])
      .where('tenant_id', '=', r.tenantId)
      .where('kind', '=', kind)
      .where('from_id', 'in', frontier)
      .execute();
    for (const row of rows) known.set(`${row.from_id} ${row.to_id}`, { fromId: row.from_id, toId: row.to_id, kind });
    frontier = [...new Set(rows.map((row) => row.to_id))].filter((id) => !seen.has(id));
  }
  return [...known.values()];
}

export type NoteEarlierNumber = {
  readonly assignmentId: Id<'assignment'>;
  readonly number: number;
  /** The year of the number, when the document says it. */
  readonly year?: number | null;
  readonly kind?: AssignmentLinkKind;
  readonly note?: string | null;
};

/**
 * Notes that a document calls an assignment by an older number ("tidigare uppdrag 23"). With a year that the register has, it becomes a link at
 * once; without, it waits as an open link until a person says which assignment is meant: the number alone is never guessed to a year.
 */
export async function noteEarlierNumber(
  w: Writer<'assignment.edit' | 'intake.confirm'>,
  input: NoteEarlierNumber,
): Promise<void> {
  const { number, year = null, kind = 'predecessor', note = null } = input;
  const earlier = year === null ? undefined : await findAssignmentByRef(w, { year, number });
  if (earlier) return await linkAssignments(w, { fromId: input.assignmentId, toId: earlier.id, kind, note });
  const assignment = await takeAssignment(w, input);
  requireInvolved(w.auth, assignment);
  if (!Number.isInteger(number) || number < 1)
    throw new AppError('record.invalid', {}, [{ path: 'number', key: 'assignment.number' }]);
  const row = { assignment_id: assignment.id, kind, year, number, note: note?.trim() || null };
  await w.db
    .insertInto('assignment_open_link')
    .values({ tenant_id: w.tenantId, id: w.runtime.newId(), ...row })
    .execute();
  await w.log({ noun: 'assignment', recordId: assignment.id, summary: `${kind} ${year ?? '?'}:${number}`, after: row });
}

/** Says which assignment an open link means: it becomes a link like any other. */
export async function resolveOpenLink(
  w: Writer<'assignment.edit' | 'intake.confirm'>,
  input: { readonly openLinkId: Id<'openAssignmentLink'>; readonly toId: Id<'assignment'> },
): Promise<void> {
  const open = await w.db
    .deleteFrom('assignment_open_link')
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', input.openLinkId)
    .returningAll()
    .executeTakeFirst();
  if (!open) throw new AppError('record.notFound');
  const kind = open.kind as AssignmentLinkKind;
  await linkAssignments(w, { fromId: open.assignment_id, toId: input.toId, kind, note: open.note });
}
