import type { Selectable } from 'kysely';
import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { AssignmentRow } from '../../storage/schema/assignments.ts';
import type { Assignment, AssignmentParty, PartyRole } from './assignment.ts';
import { type AssignmentRef, formatAssignmentRef } from './assignment-ref.ts';
import type { AssignmentState } from './assignment-transitions.ts';

export const assignmentColumns = [
  'assignment.id',
  'assignment.version',
  'assignment.year',
  'assignment.number',
  'assignment.position',
  'assignment.title',
  'assignment.full_text',
  'assignment.heading',
  'assignment.plan_id',
  'assignment.objective_id',
  'assignment.given_by_body_id',
  'assignment.report_to_body_id',
  'assignment.due_on',
  'assignment.state',
] as const;

export async function findAssignment(r: Reader, id: Id<'assignment'>): Promise<Assignment | undefined> {
  return isId(id) ? (await listAssignmentsById(r, [id]))[0] : undefined;
}

export async function getAssignment(r: Reader, id: Id<'assignment'>): Promise<Assignment> {
  const assignment = await findAssignment(r, id);
  if (!assignment) throw new AppError('record.notFound');
  return assignment;
}

/** The assignment that people call "2023:4" or "2020:u4". */
export async function findAssignmentByRef(r: Reader, ref: AssignmentRef): Promise<Assignment | undefined> {
  return (await listAssignmentsByRef(r, [ref]))[0];
}

/** The assignments that people call so, those of them that there are. */
export async function listAssignmentsByRef(r: Reader, refs: readonly AssignmentRef[]): Promise<readonly Assignment[]> {
  if (refs.length === 0) return [];
  const rows = await assignments(r)
    .where(({ eb, or, and }) =>
      or(
        refs.map((ref) =>
          and([
            eb('assignment.year', '=', ref.year),
            ...(ref.number === null
              ? [eb('assignment.number', 'is', null), eb('assignment.position', '=', ref.position)]
              : [eb('assignment.number', '=', ref.number)]),
          ]),
        ),
      ),
    )
    .execute();
  return await withParties(r, rows);
}

/** The assignment of a year with exactly these words (white space aside): how an unnumbered one is found again when its plan is read twice. */
export async function findAssignmentByText(r: Reader, year: number, text: string): Promise<Assignment | undefined> {
  const rows = await assignments(r)
    .where('assignment.year', '=', year)
    .where('assignment.full_text', '=', assignmentText(text))
    .orderBy('assignment.position')
    .limit(1)
    .execute();
  return (await withParties(r, rows))[0];
}

/** Some assignments by id, in the order asked for. */
export async function listAssignmentsById(r: Reader, ids: readonly Id<'assignment'>[]): Promise<readonly Assignment[]> {
  if (ids.length === 0) return [];
  const rows = await assignments(r)
    .where('assignment.id', 'in', [...new Set(ids)])
    .execute();
  const found = new Map((await withParties(r, rows)).map((one) => [one.id as string, one]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** The assignments of some years in the order of their plans, at most so many of each year: one query however many the years. */
export async function listAssignmentsOfYears(
  r: Reader,
  years: readonly number[],
  mostAYear: number,
): Promise<readonly Assignment[]> {
  if (years.length === 0) return [];
  const placed = assignments(r)
    .where('assignment.year', 'in', years)
    .select((eb) =>
      eb.fn
        .agg<string>('row_number')
        .over((rows) => rows.partitionBy('assignment.year').orderBy('assignment.number').orderBy('assignment.position'))
        .as('place'),
    );
  const rows = await r.db
    .selectFrom(placed.as('placed'))
    .selectAll()
    .where('place', '<=', String(mostAYear))
    .orderBy('year')
    .orderBy('place')
    .execute();
  return await withParties(r, rows);
}

/** The words of an assignment as they are kept: one kind of white space, nothing around them. */
export function assignmentText(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** Rows as assignments, with the bodies that have a role in them: one query for all. */
export async function withParties(
  r: Reader,
  rows: readonly Omit<Selectable<AssignmentRow>, 'tenant_id' | 'created_at' | 'search_text'>[],
): Promise<readonly Assignment[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const parties = await r.db
    .selectFrom('assignment_party')
    .innerJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'assignment_party.tenant_id').onRef('body.id', '=', 'assignment_party.body_id'),
    )
    .where('assignment_party.tenant_id', '=', r.tenantId)
    .where('assignment_party.assignment_id', 'in', ids)
    .select(['assignment_party.assignment_id', 'assignment_party.body_id', 'assignment_party.role', 'body.name'])
    .orderBy('assignment_party.position')
    .orderBy('body.name')
    .execute();
  const byAssignment = Map.groupBy(parties, (party) => party.assignment_id);
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    year: row.year,
    number: row.number,
    position: row.position,
    ref: formatAssignmentRef(row),
    title: row.title,
    text: row.full_text,
    heading: row.heading,
    planId: row.plan_id,
    objectiveId: row.objective_id,
    givenByBodyId: row.given_by_body_id,
    reportToBodyId: row.report_to_body_id,
    dueOn: row.due_on,
    state: row.state as AssignmentState,
    parties: (byAssignment.get(row.id) ?? []).map(
      (party): AssignmentParty => ({ bodyId: party.body_id, bodyName: party.name, role: party.role as PartyRole }),
    ),
  }));
}

function assignments(r: Reader) {
  return r.db.selectFrom('assignment').select(assignmentColumns).where('assignment.tenant_id', '=', r.tenantId);
}
