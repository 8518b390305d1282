import type { CivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { type AssignmentLinkKind, assignmentsInLine, dueChangesOf, listAssignmentsById } from '../assignments/index.ts';
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
  const ids = await assignmentsInLine(r, id, kindsOfTheLine);
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
