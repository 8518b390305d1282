import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { findBody } from '../organisation/index.ts';
import { getPlan, planYears } from '../plans/index.ts';
import { type PartyRole, partyRoles } from './assignment.ts';
import { assignmentText, findAssignmentByRef } from './assignment-reader.ts';
import { formatAssignmentRef } from './assignment-ref.ts';
import { lockYear, nextUnnumbered, referenceProblems, requireInvolved, requireOwner } from './assignment-writer.ts';
import { shortTitle } from './short-title.ts';

export type GiveAssignment = {
  readonly year: number;
  /** Absent where the plan does not number; the assignment then gets a place of its own ("2020:u4"). */
  readonly number?: number | null;
  /** The words of the plan. Absent when only the number is known ("Uppdrag 13 och 14 riktas till andra beredningar"). */
  readonly text?: string | null;
  /** Made from the text when not told. */
  readonly title?: string;
  readonly heading?: string | null;
  readonly planId?: Id<'plan'> | null;
  readonly objectiveId?: Id<'planObjective'> | null;
  /** The owner of the plan when not told. */
  readonly givenByBodyId?: Id<'body'> | null;
  /** Who is reported to; who gave it when not told. */
  readonly reportToBodyId?: Id<'body'> | null;
  readonly dueOn?: CivilDate | null;
  /** `proposed` while the plan is only being discussed. */
  readonly state?: 'proposed' | 'given';
  readonly parties?: readonly { readonly bodyId: Id<'body'>; readonly role: PartyRole }[];
};

/**
 * Gives an assignment: enters it in the register with the bodies that have a role in it. Who gives it must have the right on the giving body; a
 * confirmed import may enter what other bodies gave, when the body it covers has a role in it.
 */
export async function giveAssignment(
  w: Writer<'assignment.give' | 'decision.record' | 'intake.confirm'>,
  input: GiveAssignment,
): Promise<Id<'assignment'>> {
  const plan = input.planId ? await getPlan(w, input.planId) : undefined;
  const givenByBodyId = input.givenByBodyId ?? plan?.ownerBodyId ?? null;
  const reportToBodyId = input.reportToBodyId ?? givenByBodyId;
  const parties = input.parties ?? [];
  const owned = { givenByBodyId, reportToBodyId, parties };
  if (w.auth.action === 'intake.confirm') requireInvolved(w.auth, owned);
  else requireOwner(w.auth, { ...owned, reportToBodyId: givenByBodyId });

  await lockYear(w, input.year);
  const problems = [
    ...assignmentProblems(input),
    ...(await numberProblems(w, input)),
    ...(await referenceProblems(w, { ...input, givenByBodyId, reportToBodyId })),
    ...(await partyProblems(w, parties)),
  ];
  refuseProblems(problems);

  const id: Id<'assignment'> = w.runtime.newId();
  const number = input.number ?? null;
  const text = input.text ? assignmentText(input.text) : null;
  const row = {
    year: input.year,
    number,
    position: number ?? (await nextUnnumbered(w, input.year)),
    title: input.title?.trim() || (text ? shortTitle(text) : `Uppdrag ${number}`),
    full_text: text,
    heading: input.heading?.trim() || null,
    plan_id: input.planId ?? null,
    objective_id: input.objectiveId ?? null,
    given_by_body_id: givenByBodyId,
    report_to_body_id: reportToBodyId,
    due_on: input.dueOn ?? null,
    state: input.state ?? 'given',
  };
  await w.db
    .insertInto('assignment')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  if (parties.length > 0)
    await w.db
      .insertInto('assignment_party')
      .values(
        parties.map(({ bodyId, role }, i) => ({
          tenant_id: w.tenantId,
          assignment_id: id,
          body_id: bodyId,
          role,
          position: i + 1,
        })),
      )
      .execute();
  const summary = `${formatAssignmentRef(row)} ${row.state}`;
  await w.log({ noun: 'assignment', recordId: id, summary, after: { ...row, parties } });
  return id;
}

/** What is wrong with the assignment itself, before the register is asked. */
export function assignmentProblems(input: GiveAssignment): readonly Problem[] {
  const problems: Problem[] = [];
  const { year, number } = input;
  if (!Number.isInteger(year)) problems.push({ path: 'year', key: 'validation.number' });
  else if (year < planYears.first)
    problems.push({ path: 'year', key: 'validation.tooSmall', values: { minimum: planYears.first } });
  else if (year > planYears.last)
    problems.push({ path: 'year', key: 'validation.tooBig', values: { maximum: planYears.last } });
  if (number !== undefined && number !== null && (!Number.isInteger(number) || number < 1 || number > 99_999))
    problems.push({ path: 'number', key: 'assignment.number' });
  if (!input.text?.trim() && !number) problems.push({ path: 'text', key: 'assignment.textOrNumber' });
  const parties = input.parties ?? [];
  for (const [i, { bodyId, role }] of parties.entries()) {
    if (!Object.hasOwn(partyRoles, role)) problems.push({ path: `parties.${i}.role`, key: 'validation.choose' });
    if (parties.findIndex((one) => one.bodyId === bodyId && one.role === role) < i)
      problems.push({ path: `parties.${i}`, key: 'assignment.partyTwice' });
  }
  return problems;
}

async function numberProblems(r: Reader, { year, number }: GiveAssignment): Promise<readonly Problem[]> {
  if (!number || !Number.isInteger(number) || !Number.isInteger(year)) return [];
  const taken = await findAssignmentByRef(r, { year, number });
  return taken
    ? [{ path: 'number', key: 'assignment.numberTaken', values: { ref: taken.ref, title: taken.title } }]
    : [];
}

async function partyProblems(r: Reader, parties: readonly { bodyId: Id<'body'> }[]): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const [i, { bodyId }] of parties.entries())
    if (!(await findBody(r, bodyId))) problems.push({ path: `parties.${i}.bodyId`, key: 'validation.id' });
  return problems;
}
