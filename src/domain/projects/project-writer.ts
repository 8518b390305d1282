import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { personalNumberProblems } from '../../kernel/personal-number.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { requireBody } from '../access/index.ts';

type ProjectWriter = Writer<'project.edit' | 'intake.confirm' | 'meeting.edit' | 'decision.record'>;

/** Reads a project for change: only who owns it. One that nobody owns is changed by those who may in the whole authority. */
export async function lockProject(w: ProjectWriter, id: Id<'project'>) {
  const row = await lockRow(w, 'project', id);
  requireOwner(w, row.body_id);
  return row;
}

/** Throws `access.denied` unless the proof covers the owner. */
export function requireOwner(w: ProjectWriter, bodyId: Id<'body'> | null): void {
  if (bodyId) requireBody(w.auth, bodyId);
  else if (w.auth.bodies !== 'all') throw new AppError('access.denied');
}

type PartTable = 'project_phase' | 'project_site' | 'project_role' | 'project_count' | 'project_point';

/** The number of the next part of a project, whose row is locked, so that two added at once do not get one number. */
export async function nextPartNumber(w: ProjectWriter, table: PartTable, projectId: string): Promise<number> {
  const { last } = await w.db
    .selectFrom(table as 'project_site')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('tenant_id', '=', w.tenantId)
    .where('project_id', '=', projectId)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

/** The problems of texts: those that must be written and are not, and those that point somebody out by number (no patient data, ever). */
export function writtenProblems(
  must: Readonly<Record<string, string>>,
  may: Readonly<Record<string, string | null | undefined>> = {},
): readonly Problem[] {
  return [
    ...Object.entries(must).flatMap(([path, text]) => (text.trim() ? [] : [{ path, key: 'validation.required' }])),
    ...personalNumberProblems({ ...must, ...may }),
  ];
}
