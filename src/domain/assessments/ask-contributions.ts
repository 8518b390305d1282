import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { requireBody } from '../access/index.ts';
import { getAssignment } from '../assignments/index.ts';
import { listBodies } from '../organisation/index.ts';
import { requireWholeAuthority } from './keep-period.ts';
import { takeOpenPeriod } from './open-period.ts';

/** How many contributions were newly asked for, and how many had been asked for before. */
export type Asked = { readonly asked: number; readonly already: number };

/** The assignments of a year that somebody carries out: neither proposed, nor ended without being completed, nor handed over. */
const reportedStates = ['given', 'started', 'paused', 'completed'] as const;
/** PostgreSQL takes 65 535 parameters in a statement. */
const rowsAtOnce = 2000;

/**
 * Asks every performer of every assignment of the period's year for status, forecast and text. Done again it asks only those that have come since,
 * and never asks again for what was withdrawn.
 */
export async function askPerformers(
  w: Writer<'period.edit'>,
  input: { readonly periodId: Id<'period'> },
): Promise<Asked> {
  requireWholeAuthority(w.auth);
  const period = await takeOpenPeriod(w, input.periodId, 'ask');
  const due = period.contributions_due_on;
  refuseProblems(due === null ? [{ path: 'contributionsDueOn', key: 'followup.contributionsDueMissing' }] : []);
  const performers = await w.db
    .selectFrom('assignment_party as party')
    .innerJoin('assignment', (join) =>
      join.onRef('assignment.tenant_id', '=', 'party.tenant_id').onRef('assignment.id', '=', 'party.assignment_id'),
    )
    .leftJoin('contribution', (join) =>
      join
        .onRef('contribution.tenant_id', '=', 'party.tenant_id')
        .onRef('contribution.assignment_id', '=', 'party.assignment_id')
        .onRef('contribution.body_id', '=', 'party.body_id')
        .on('contribution.period_id', '=', period.id),
    )
    .select(['party.assignment_id', 'party.body_id', 'contribution.id as asked_id'])
    .where('party.tenant_id', '=', w.tenantId)
    .where('party.role', '=', 'performer')
    .where('assignment.year', '=', period.year)
    .where('assignment.state', 'in', reportedStates)
    .orderBy('assignment.position')
    .orderBy('party.position')
    .execute();
  const missing = performers.filter(({ asked_id }) => asked_id === null);
  const asked = await ask(
    w,
    missing.map(({ assignment_id, body_id }) => ({
      assignment_id,
      body_id,
      period_id: period.id,
      part_of_body_id: null,
      due_on: due!,
    })),
  );
  const answer = { asked, already: performers.length - asked };
  await w.log({ noun: 'period', recordId: period.id, summary: 'asked', after: answer });
  return answer;
}

export type AskUnits = {
  readonly assignmentId: Id<'assignment'>;
  readonly periodId: Id<'period'>;
  /** The performer that asks. */
  readonly partOfBodyId: Id<'body'>;
  /** The units that are asked for their part. */
  readonly bodyIds: readonly Id<'body'>[];
  /** The day the performer itself is due unless told; never after it. */
  readonly dueOn?: CivilDate | null;
};

/** A performer asks units for their part of the text: its own departments, or any other body that knows. One that was withdrawn is asked again. */
export async function askUnits(w: Writer<'assessment.write'>, input: AskUnits): Promise<Asked> {
  requireBody(w.auth, input.partOfBodyId);
  const period = await takeOpenPeriod(w, input.periodId, 'ask');
  const assignment = await getAssignment(w, input.assignmentId);
  const bodyIds = [...new Set(input.bodyIds)];
  const known = await w.db
    .selectFrom('contribution')
    .select(['id', 'body_id', 'state', 'due_on'])
    .where('tenant_id', '=', w.tenantId)
    .where('assignment_id', '=', assignment.id)
    .where('period_id', '=', period.id)
    .forUpdate()
    .execute();
  const last = known.find(({ body_id }) => body_id === input.partOfBodyId)?.due_on ?? period.contributions_due_on;
  const dueOn = input.dueOn ?? last;
  const performers = assignment.parties.filter(({ role }) => role === 'performer');
  const problems: Problem[] = [];
  if (!performers.some(({ bodyId }) => bodyId === input.partOfBodyId))
    problems.push({ path: 'partOfBodyId', key: 'contribution.notPerformer' });
  if (bodyIds.length === 0) problems.push({ path: 'bodyIds', key: 'validation.tooFew', values: { minimum: 1 } });
  const bodies = new Set((await listBodies(w)).map(({ id }) => id));
  if (!bodyIds.every((id) => bodies.has(id))) problems.push({ path: 'bodyIds', key: 'validation.id' });
  for (const { bodyId, bodyName } of performers)
    if (bodyIds.includes(bodyId))
      problems.push({ path: 'bodyIds', key: 'contribution.unitItself', values: { body: bodyName } });
  if (dueOn === null) problems.push({ path: 'dueOn', key: 'followup.contributionsDueMissing' });
  else if (last !== null && dueOn > last)
    problems.push({ path: 'dueOn', key: 'contribution.dueAfterWhole', values: { last } });
  refuseProblems(problems);
  const again = known.filter(({ body_id, state }) => bodyIds.includes(body_id) && state === 'withdrawn');
  if (again.length > 0)
    await w.db
      .updateTable('contribution')
      .set((eb) => ({ state: 'asked', due_on: dueOn!, version: eb('version', '+', 1) }))
      .where('tenant_id', '=', w.tenantId)
      .where(
        'id',
        'in',
        again.map(({ id }) => id),
      )
      .execute();
  const missing = bodyIds.filter((id) => !known.some(({ body_id }) => body_id === id));
  const key = { assignment_id: assignment.id, period_id: period.id, part_of_body_id: input.partOfBodyId };
  const asked = await ask(
    w,
    missing.map((body_id) => ({ ...key, body_id, due_on: dueOn! })),
  );
  const answer = { asked: asked + again.length, already: bodyIds.length - asked - again.length };
  await w.log({
    noun: 'assignment',
    recordId: assignment.id,
    summary: 'units asked',
    after: { ...answer, bodyIds, dueOn, periodId: period.id },
  });
  return answer;
}

type AskedRow = {
  readonly assignment_id: string;
  readonly period_id: string;
  readonly body_id: string;
  readonly part_of_body_id: string | null;
  readonly due_on: string;
};

async function ask(w: Writer, rows: readonly AskedRow[]): Promise<number> {
  const now = { state: 'asked', asked_by: w.auth.actorName, asked_at: w.runtime.now() };
  let asked = 0;
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    // Two who ask at the same moment ask once.
    const made = await w.db
      .insertInto('contribution')
      .values(
        rows
          .slice(from, from + rowsAtOnce)
          .map((row) => ({ tenant_id: w.tenantId, id: w.runtime.newId(), ...row, ...now })),
      )
      .onConflict((conflict) => conflict.columns(['tenant_id', 'assignment_id', 'period_id', 'body_id']).doNothing())
      .returning('id')
      .execute();
    asked += made.length;
  }
  return asked;
}
