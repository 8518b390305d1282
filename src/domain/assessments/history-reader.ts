import type { CivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { type AssignmentLinkKind, dueChangesOf, listAssignmentsById } from '../assignments/index.ts';
import { assessmentsOfAssignments } from './assessment-reader.ts';
import { type HistoryLink, type HistoryStep, historyOf } from './assignment-history.ts';

/** The links along which an assignment is the same, or part of the same, through the years. */
const kindsOfTheLine = ['predecessor', 'splitInto', 'mergedInto'] as const satisfies readonly AssignmentLinkKind[];

/** How an assignment came through the years and what was said of it on the way, in five queries however long the way. */
export async function assignmentHistory(
  r: Reader,
  id: Id<'assignment'>,
  today: CivilDate,
): Promise<readonly HistoryStep[]> {
  const ids = await chainOf(r, id);
  if (ids.length === 0) throw new AppError('record.notFound');
  const line = await listAssignmentsById(r, ids);
  return historyOf(
    line,
    await linksAmong(r, ids),
    await assessmentsOfAssignments(r, ids),
    await dueChangesOf(r, ids),
    today,
  );
}

/** All assignments joined to one by predecessors, splits and merges, itself among them. */
async function chainOf(r: Reader, id: Id<'assignment'>): Promise<readonly Id<'assignment'>[]> {
  if (!isId(id)) return [];
  const rows = await r.db
    // `union` leaves out who is in the line already, so that links in a ring end too.
    .withRecursive('line(id)', (db) =>
      db
        .selectFrom('assignment')
        .select('assignment.id')
        .where('assignment.tenant_id', '=', r.tenantId)
        .where('assignment.id', '=', id)
        .union(
          db
            .selectFrom('line')
            .innerJoin('assignment_link as link', (join) =>
              join.on((eb) =>
                eb.or([eb('link.from_id', '=', eb.ref('line.id')), eb('link.to_id', '=', eb.ref('line.id'))]),
              ),
            )
            .where('link.tenant_id', '=', r.tenantId)
            .where('link.kind', 'in', kindsOfTheLine)
            .select((eb) =>
              eb
                .case()
                .when('link.from_id', '=', eb.ref('line.id'))
                .then(eb.ref('link.to_id'))
                .else(eb.ref('link.from_id'))
                .end()
                .as('id'),
            ),
        ),
    )
    .selectFrom('line')
    .select('id')
    .execute();
  return rows.map((row) => row.id);
}

async function linksAmong(r: Reader, ids: readonly Id<'assignment'>[]): Promise<readonly HistoryLink[]> {
  const rows = await r.db
    .selectFrom('assignment_link')
    .select(['from_id', 'to_id', 'kind'])
    .where('tenant_id', '=', r.tenantId)
    .where('from_id', 'in', ids)
    .where('to_id', 'in', ids)
    .where('kind', 'in', kindsOfTheLine)
    .orderBy('kind')
    .orderBy('from_id')
    .orderBy('to_id')
    .execute();
  return rows.map((row) => ({ fromId: row.from_id, toId: row.to_id, kind: row.kind as AssignmentLinkKind }));
}
