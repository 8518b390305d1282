import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';

/** The assignment that an assessment is about: the address of an assessment leads to it. Throws `record.notFound`. */
export function assignmentOfAssessment(r: Reader, id: Id<'assessment'>): Promise<Id<'assignment'>> {
  return assignmentOf(r, 'assessment', id);
}

/** The assignment on which a body took a position: the address of a position leads to it. Throws `record.notFound`. */
export function assignmentOfPosition(r: Reader, id: Id<'assignmentPosition'>): Promise<Id<'assignment'>> {
  return assignmentOf(r, 'assignment_position', id);
}

async function assignmentOf(r: Reader, table: 'assessment' | 'assignment_position', id: string) {
  const row = isId(id)
    ? await r.db
        .selectFrom(table)
        .select('assignment_id')
        .where('tenant_id', '=', r.tenantId)
        .where('id', '=', id)
        .executeTakeFirst()
    : undefined;
  if (!row) throw new AppError('record.notFound');
  return row.assignment_id;
}
