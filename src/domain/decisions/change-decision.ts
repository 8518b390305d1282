import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireBody } from '../access/index.ts';
import { requireAnnounced } from '../meetings/index.ts';
import { bodyRulesOn, decidingPower } from '../organisation/index.ts';
import {
  type DecisionFields,
  type DecisionLinkKind,
  decisionProblems,
  declaresImmediateAdjustment,
} from './decision.ts';
import { getDecision } from './decision-reader.ts';
import { requireDecisionAction } from './decision-transitions.ts';
import { lockDecision, writeClauses, writeLinks } from './decision-writer.ts';
import { mandateWarnings } from './mandate-rules.ts';

type Changing = { readonly decisionId: Id<'decision'>; readonly expectedVersion: number };

/** Changes a proposal before it is decided. Answers with warnings as recording does. */
export async function changeDecision(
  w: Writer<'decision.record' | 'meeting.conduct'>,
  input: Changing & { readonly changes: Partial<Pick<DecisionFields, 'title' | 'clauses' | 'note'>> },
): Promise<readonly Problem[]> {
  await lockDecision(w, input.decisionId);
  const before = await getDecision(w, input.decisionId);
  requireBody(w.auth, before.body.id);
  expectVersion(before, input.expectedVersion, input.changes);
  requireDecisionAction(before.state, 'change');
  const after = { title: before.title, clauses: before.clauses, note: before.note, ...input.changes };
  refuseProblems(decisionProblems(after));
  await w.db
    .updateTable('decision')
    .set({
      title: after.title.trim(),
      note: after.note?.trim() || null,
      immediately_adjusted: after.clauses.some(declaresImmediateAdjustment),
      version: before.version + 1,
    })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await writeClauses(w, before.id, after.clauses);
  await w.log({ noun: 'decision', recordId: before.id, before, after });
  const rules = await bodyRulesOn(w, before.body.id, before.item?.heldOn ?? w.runtime.today());
  return mandateWarnings(decidingPower(rules), after.clauses);
}

/** The body decides as proposed, on the day of the meeting unless another is told. From then on the decision does not change. */
export async function makeDecision(
  w: Writer<'decision.record' | 'meeting.conduct'>,
  input: Changing & { readonly decidedOn?: CivilDate },
): Promise<void> {
  await lockDecision(w, input.decisionId);
  const before = await getDecision(w, input.decisionId);
  requireBody(w.auth, before.body.id);
  expectVersion(before, input.expectedVersion);
  requireDecisionAction(before.state, 'make');
  if (before.item) await requireAnnounced(w, before.item.id);
  const decidedOn = input.decidedOn ?? before.item?.heldOn ?? null;
  refuseProblems([
    ...decisionProblems({ ...before, decidedOn }),
    ...(decidedOn ? [] : [{ path: 'decidedOn', key: 'validation.required' }]),
    ...(decidedOn && decidedOn > w.runtime.today() ? [{ path: 'decidedOn', key: 'meeting.notHeldYet' }] : []),
    ...(before.clauses.length > 0 ? [] : [{ path: 'clauses', key: 'decision.noClause' }]),
  ]);
  const row = { state: 'made', decided_on: decidedOn, date_precision: 'day' };
  await w.db
    .updateTable('decision')
    .set({ ...row, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await w.log({ noun: 'decision', recordId: before.id, summary: 'made', before: { state: before.state }, after: row });
}

/** Takes a proposal back before it was decided. */
export async function withdrawDecision(
  w: Writer<'decision.record' | 'meeting.conduct' | 'intake.confirm'>,
  input: Changing,
): Promise<void> {
  await lockDecision(w, input.decisionId);
  const before = await getDecision(w, input.decisionId);
  requireBody(w.auth, before.body.id);
  expectVersion(before, input.expectedVersion);
  requireDecisionAction(before.state, 'withdraw');
  await w.db.deleteFrom('decision').where('tenant_id', '=', w.tenantId).where('id', '=', before.id).execute();
  await w.log({ noun: 'decision', recordId: before.id, summary: 'withdrawn', before });
}

export type LinkDecision = {
  readonly decisionId: Id<'decision'>;
  readonly assignmentId: Id<'assignment'>;
  readonly kind: DecisionLinkKind;
};

/** Says what a decision does to an assignment. It is about the thread and changes nothing in the decision, so a made one takes links too. */
export async function linkDecisionToAssignment(
  w: Writer<'decision.record' | 'meeting.linkAssignment' | 'intake.confirm'>,
  input: LinkDecision,
): Promise<void> {
  await lockDecision(w, input.decisionId);
  const decision = await getDecision(w, input.decisionId);
  if (decision.item) requireBody(w.auth, decision.body.id);
  requireDecisionAction(decision.state, 'link');
  await writeLinks(w, input.decisionId, [input]);
  await w.log({
    noun: 'decision',
    recordId: input.decisionId,
    after: { assignmentId: input.assignmentId, kind: input.kind },
  });
}

/** Takes the link away. */
export async function unlinkDecisionFromAssignment(
  w: Writer<'decision.record' | 'meeting.linkAssignment' | 'intake.confirm'>,
  input: Omit<LinkDecision, 'kind'>,
): Promise<void> {
  await lockDecision(w, input.decisionId);
  const decision = await getDecision(w, input.decisionId);
  if (decision.item) requireBody(w.auth, decision.body.id);
  requireDecisionAction(decision.state, 'link');
  await w.db
    .deleteFrom('decision_assignment')
    .where('tenant_id', '=', w.tenantId)
    .where('decision_id', '=', input.decisionId)
    .where('assignment_id', '=', input.assignmentId)
    .execute();
  await w.log({ noun: 'decision', recordId: input.decisionId, before: { assignmentId: input.assignmentId } });
}
