import type { Authorized } from '../../kernel/authorized.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { findBody } from '../organisation/index.ts';
import { getPlan } from '../plans/index.ts';
import type { Assignment } from './assignment.ts';
import { getAssignment } from './assignment-reader.ts';

type Owned = Pick<Assignment, 'givenByBodyId' | 'reportToBodyId'> & {
  readonly parties: readonly { readonly bodyId: Id<'body'> }[];
};

/**
 * Throws `access.denied` unless the proof covers a body to which the assignment belongs: who gave it or receives the report. Its words are
 * theirs, so the bodies that carry it out or follow it may not change them. An assignment without either needs a role in the whole tenant.
 */
export function requireOwner(auth: Authorized, assignment: Owned): void {
  requireAny(auth, [assignment.givenByBodyId, assignment.reportToBodyId]);
}

/** Throws `access.denied` unless the proof covers some body of the assignment: a link adds knowledge and changes no one's words. */
export function requireInvolved(auth: Authorized, assignment: Owned): void {
  const parties = assignment.parties.map((party) => party.bodyId);
  requireAny(auth, [assignment.givenByBodyId, assignment.reportToBodyId, ...parties]);
}

function requireAny(auth: Authorized, bodyIds: readonly (Id<'body'> | null)[]): void {
  const { bodies } = auth;
  if (bodies === 'all' || bodyIds.some((id) => id !== null && bodies.includes(id))) return;
  throw new AppError('access.denied');
}

/** Reads an assignment for change: locked, and in the version the person saw when they saw one. */
export async function takeAssignment(
  w: Writer,
  input: { readonly assignmentId: Id<'assignment'>; readonly expectedVersion?: number },
): Promise<Assignment> {
  await lockRow(w, 'assignment', input.assignmentId);
  const found = await getAssignment(w, input.assignmentId);
  return input.expectedVersion === undefined ? found : expectVersion(found, input.expectedVersion, input);
}

export async function saveAssignment(
  w: Writer,
  before: Assignment,
  after: {
    readonly title?: string;
    readonly full_text?: string | null;
    readonly heading?: string | null;
    readonly plan_id?: string | null;
    readonly objective_id?: string | null;
    readonly given_by_body_id?: string | null;
    readonly report_to_body_id?: string | null;
    readonly due_on?: string | null;
    readonly state?: string;
  },
  summary: string,
): Promise<void> {
  await w.db
    .updateTable('assignment')
    .set({ ...after, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await w.log({ noun: 'assignment', recordId: before.id, summary, before, after });
}

/** The records an assignment names must exist and fit: the plan is of its year, the objective of its plan. */
export async function referenceProblems(
  r: Reader,
  input: {
    readonly year: number;
    readonly planId?: Id<'plan'> | null;
    readonly objectiveId?: Id<'planObjective'> | null;
    readonly givenByBodyId?: Id<'body'> | null;
    readonly reportToBodyId?: Id<'body'> | null;
  },
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const path of ['givenByBodyId', 'reportToBodyId'] as const) {
    const id = input[path];
    if (id && !(await findBody(r, id))) problems.push({ path, key: 'validation.id' });
  }
  const plan = input.planId ? await getPlan(r, input.planId) : undefined;
  if (plan && plan.year !== input.year)
    problems.push({ path: 'planId', key: 'assignment.planOtherYear', values: { year: plan.year } });
  if (input.objectiveId && !plan?.objectives.some((one) => one.id === input.objectiveId))
    problems.push({ path: 'objectiveId', key: 'assignment.objectiveOtherPlan' });
  return problems;
}

/** Locks the numbers of a year until the commit, so that two assignments given at the same moment never get the same one. */
export async function lockYear(w: Writer, year: number): Promise<void> {
  const key = `assignments ${w.tenantId} ${year}`;
  await w.db
    .selectNoFrom((eb) =>
      eb.fn('pg_advisory_xact_lock', [eb.fn('hashtextextended', [eb.val(key), eb.lit(0)])]).as('locked'),
    )
    .execute();
}

/** The next place among the unnumbered assignments of a year, which is locked. */
export async function nextUnnumbered(w: Writer, year: number): Promise<number> {
  const { last } = await w.db
    .selectFrom('assignment')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('tenant_id', '=', w.tenantId)
    .where('year', '=', year)
    .where('number', 'is', null)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}
