import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { Assessment } from './assessment.ts';
import { assessmentsOfAssignments } from './assessment-reader.ts';
import type { ContributionKey } from './open-period.ts';

/** What the same body last said of the assignment, or of the one that it follows on, in a period before this one. */
export async function earlierTextOf(r: Reader, key: ContributionKey): Promise<Assessment | undefined> {
  const period = await r.db
    .selectFrom('period')
    .select('ends_on')
    .where('tenant_id', '=', r.tenantId)
    .where('id', '=', key.periodId)
    .executeTakeFirst();
  if (!period) return undefined;
  const line = await withPredecessors(r, key.assignmentId);
  return (await assessmentsOfAssignments(r, line)).findLast(
    (one) => one.body?.id === key.bodyId && one.period.endsOn < period.ends_on && one.text !== '',
  );
}

/** An assignment and those it follows on, however far back. */
async function withPredecessors(r: Reader, id: Id<'assignment'>): Promise<readonly Id<'assignment'>[]> {
  const rows = await r.db
    .withRecursive('line(id)', (db) =>
      db
        .selectFrom('assignment')
        .select('assignment.id')
        .where('assignment.tenant_id', '=', r.tenantId)
        .where('assignment.id', '=', id)
        .union(
          db
            .selectFrom('line')
            .innerJoin('assignment_link as link', 'link.from_id', 'line.id')
            .where('link.tenant_id', '=', r.tenantId)
            .where('link.kind', '=', 'predecessor')
            .select('link.to_id as id'),
        ),
    )
    .selectFrom('line')
    .select('id')
    .execute();
  return rows.map((row) => row.id);
}
