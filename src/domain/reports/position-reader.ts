import type { CivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { AnswerType } from './answer-types.ts';

/** A position of a body on an assignment a year. */
export type Position = {
  readonly id: Id<'assignmentPosition'>;
  readonly version: number;
  readonly assignmentId: Id<'assignment'>;
  readonly body: { readonly id: Id<'body'>; readonly name: string };
  readonly year: number;
  readonly answerType: AnswerType;
  readonly text: string;
  /** When it is to be asked again. */
  readonly recheckOn: CivilDate | null;
};

/** The positions that bodies took on an assignment, by year. */
export async function positionsOf(r: Reader, assignmentId: Id<'assignment'>): Promise<readonly Position[]> {
  const rows = await positionRows(r)
    .where('position.assignment_id', '=', assignmentId)
    .orderBy('position.year')
    .orderBy('body.name')
    .execute();
  return rows.map(toPosition);
}

/** One position. Throws `record.notFound`. */
export async function getPosition(r: Reader, id: Id<'assignmentPosition'>): Promise<Position> {
  const row = isId(id) ? await positionRows(r).where('position.id', '=', id).executeTakeFirst() : undefined;
  if (!row) throw new AppError('record.notFound');
  return toPosition(row);
}

function positionRows(r: Reader) {
  return r.db
    .selectFrom('assignment_position as position')
    .innerJoin('body', (join) =>
      join.onRef('body.id', '=', 'position.body_id').onRef('body.tenant_id', '=', 'position.tenant_id'),
    )
    .selectAll('position')
    .select('body.name')
    .where('position.tenant_id', '=', r.tenantId);
}

function toPosition(row: Awaited<ReturnType<ReturnType<typeof positionRows>['execute']>>[number]): Position {
  return {
    id: row.id,
    version: row.version,
    assignmentId: row.assignment_id,
    body: { id: row.body_id, name: row.name },
    year: row.year,
    answerType: row.answer_type as AnswerType,
    text: row.position_text,
    recheckOn: row.recheck_on,
  };
}

/** The positions of some bodies that are to be asked again by a day, the earliest first: "not now" must not become "never". */
export async function positionsToRecheck(
  r: Reader,
  bodyIds: readonly Id<'body'>[],
  until: CivilDate,
): Promise<readonly Position[]> {
  if (bodyIds.length === 0) return [];
  const rows = await positionRows(r)
    .where((eb) => eb('position.body_id', '=', eb.fn.any(eb.val([...bodyIds]))))
    .where('position.recheck_on', '<=', until)
    .orderBy('position.recheck_on')
    .orderBy('position.id')
    .execute();
  return rows.map(toPosition);
}
