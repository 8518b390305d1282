import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { findBody } from '../organisation/index.ts';
import { type Assignment, type PartyRole, partyRoles } from './assignment.ts';
import { requireInvolved, requireOwner, takeAssignment } from './assignment-writer.ts';

export type AssignmentPartyInput = {
  readonly assignmentId: Id<'assignment'>;
  readonly bodyId: Id<'body'>;
  readonly role: PartyRole;
};

/** Gives a body a role in an assignment. */
export async function addAssignmentParty(
  w: Writer<'assignment.edit' | 'intake.confirm'>,
  input: AssignmentPartyInput,
): Promise<void> {
  const assignment = await takeAssignment(w, input);
  requirePartyRight(w, assignment, input);
  const problems: Problem[] = [];
  if (!Object.hasOwn(partyRoles, input.role)) problems.push({ path: 'role', key: 'validation.choose' });
  if (!(await findBody(w, input.bodyId))) problems.push({ path: 'bodyId', key: 'validation.id' });
  if (has(assignment, input)) problems.push({ path: 'bodyId', key: 'assignment.partyTwice' });
  refuseProblems(problems);
  await w.db
    .insertInto('assignment_party')
    .values({
      tenant_id: w.tenantId,
      assignment_id: assignment.id,
      body_id: input.bodyId,
      role: input.role,
      position: assignment.parties.length + 1,
    })
    .execute();
  await w.log({ noun: 'assignment', recordId: assignment.id, summary: 'party added', after: party(input) });
}

/** Makes sure that a body has a role in an assignment: what a confirmed import says about an assignment that the register has already. */
export async function ensureAssignmentParty(
  w: Writer<'assignment.edit' | 'intake.confirm'>,
  input: AssignmentPartyInput,
): Promise<void> {
  if (!has(await takeAssignment(w, input), input)) await addAssignmentParty(w, input);
}

/** Takes a role in an assignment from a body. */
export async function removeAssignmentParty(
  w: Writer<'assignment.edit' | 'intake.confirm'>,
  input: AssignmentPartyInput,
): Promise<void> {
  const assignment = await takeAssignment(w, input);
  requirePartyRight(w, assignment, input);
  if (!has(assignment, input)) throw new AppError('record.notFound');
  await w.db
    .deleteFrom('assignment_party')
    .where('tenant_id', '=', w.tenantId)
    .where('assignment_id', '=', assignment.id)
    .where('body_id', '=', input.bodyId)
    .where('role', '=', input.role)
    .execute();
  await w.log({ noun: 'assignment', recordId: assignment.id, summary: 'party removed', before: party(input) });
}

/**
 * A body may take up the following of an assignment by itself; every other role is given by those to whom the assignment belongs. A confirmed
 * import may enter the roles it read, when the body it covers is among those concerned.
 */
function requirePartyRight(w: Writer, assignment: Assignment, input: AssignmentPartyInput): void {
  const concerned = { ...assignment, parties: [...assignment.parties, input] };
  if (w.auth.action === 'intake.confirm') requireInvolved(w.auth, concerned);
  else if (input.role === 'monitor' && may(w, input.bodyId)) return;
  else requireOwner(w.auth, assignment);
}

const may = (w: Writer, bodyId: Id<'body'>) => w.auth.bodies === 'all' || w.auth.bodies.includes(bodyId);

const has = (assignment: Assignment, { bodyId, role }: AssignmentPartyInput) =>
  assignment.parties.some((one) => one.bodyId === bodyId && one.role === role);

const party = ({ bodyId, role }: AssignmentPartyInput) => ({ bodyId, role });
