import { createHash } from 'node:crypto';
import { type CivilDate, isCivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import { canonicalJson } from '../../storage/canonical-json.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireBody } from '../access/index.ts';
import { getPlan, type Plan } from '../plans/index.ts';
import { type GoalCheck, type GoalConclusion, type GoalVerdict, goalConclusions, goalsIn } from './goal-check.ts';
import { goalCheckDocument } from './goal-check-document.ts';
import { getGoalCheck, listGoalChecks, readGoalCheckFigures } from './goal-check-reader.ts';
import { goalCheckAfter } from './goal-check-transitions.ts';
import { authorityOf } from './input-steps.ts';

/** Begins the check of a plan against the goals, dated today. A plan has one. */
export async function startGoalCheck(
  w: Writer<'plan.edit'>,
  input: { readonly planId: Id<'plan'> },
): Promise<Id<'goalCheck'>> {
  const plan = await getPlan(w, input.planId);
  requireBody(w.auth, plan.ownerBodyId);
  await lockRow(w, 'plan', plan.id);
  const [other] = await listGoalChecks(w, { planId: plan.id });
  refuseProblems(other ? [{ path: 'planId', key: 'goalCheck.exists' }] : []);
  const id: Id<'goalCheck'> = w.runtime.newId();
  const row = { plan_id: plan.id, next_plan_id: null, state: 'draft', checked_on: w.runtime.today(), words: '' };
  await w.db
    .insertInto('goal_check')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'goalCheck', recordId: id, summary: 'begun', after: row });
  return id;
}

export type ConcludeGoals = {
  readonly checkId: Id<'goalCheck'>;
  readonly expectedVersion: number;
  readonly checkedOn: CivilDate;
  readonly words: string;
  readonly nextPlanId: Id<'plan'> | null;
  readonly verdicts: readonly (GoalVerdict & { readonly goalId: Id<'goal'> })[];
};

/** Saves what the check says of the goals. A goal may wait for its conclusion until the check is signed off. */
export async function concludeGoals(w: Writer<'plan.edit'>, input: ConcludeGoals): Promise<void> {
  const before = await take(w, input);
  goalCheckAfter(before.state, 'conclude');
  refuseProblems([
    ...(isCivilDate(input.checkedOn) ? [] : [{ path: 'checkedOn', key: 'validation.date' }]),
    ...(input.verdicts.every(({ conclusion }) => conclusion === null || Object.hasOwn(goalConclusions, conclusion))
      ? []
      : [{ path: 'verdicts', key: 'validation.choose' }]),
    ...(await nextPlanProblems(w, before.plan, input.nextPlanId)),
  ]);
  await w.db
    .deleteFrom('goal_check_goal')
    .where('tenant_id', '=', w.tenantId)
    .where('goal_check_id', '=', before.id)
    .execute();
  const rows = input.verdicts
    .filter(({ conclusion, words }) => conclusion !== null || words.trim() !== '')
    .map(({ goalId, conclusion, words }) => ({
      tenant_id: w.tenantId,
      goal_check_id: before.id,
      goal_id: goalId,
      conclusion,
      words: words.trim(),
    }));
  if (rows.length > 0) await w.db.insertInto('goal_check_goal').values(rows).execute();
  const row = { checked_on: input.checkedOn, words: input.words.trim(), next_plan_id: input.nextPlanId };
  await save(w, before, row, 'concluded', { verdicts: input.verdicts });
}

/** Signs the check off: each goal has its conclusion, and the document with the figures of this day is frozen. */
export async function signGoalCheck(
  w: Writer<'plan.edit'>,
  input: { readonly checkId: Id<'goalCheck'>; readonly expectedVersion: number },
): Promise<void> {
  const before = await take(w, input);
  const state = goalCheckAfter(before.state, 'sign');
  const figures = await readGoalCheckFigures(w, before.plan);
  refuseProblems(
    goalsIn(figures).flatMap(({ id, heading: goal }, index): readonly Problem[] => {
      const verdict = before.verdicts.get(id);
      const path = `verdicts.${index + 1}`;
      if (!verdict?.conclusion)
        return [{ path: `${path}.conclusion`, key: 'goalCheck.noConclusion', values: { goal } }];
      return needsWords(verdict.conclusion) && !verdict.words
        ? [{ path: `${path}.words`, key: 'goalCheck.words', values: { goal } }]
        : [];
    }),
  );
  const signed = { on: w.runtime.today(), by: w.auth.actorName };
  const tree = goalCheckDocument({ ...before, state, signed }, figures, await authorityOf(w));
  const hash = createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify(tree))))
    .digest('hex');
  const row = { state, signed_on: signed.on, signed_by: signed.by, frozen_hash: hash };
  await save(w, before, { ...row, frozen_tree: JSON.stringify(tree) }, 'signed off', row);
}

/** Says which plan is written with the check at hand, also after it was signed off. */
export async function referToNextPlan(
  w: Writer<'plan.edit'>,
  input: { readonly checkId: Id<'goalCheck'>; readonly expectedVersion: number; readonly nextPlanId: Id<'plan'> },
): Promise<void> {
  const before = await take(w, input);
  goalCheckAfter(before.state, 'referTo');
  refuseProblems(await nextPlanProblems(w, before.plan, input.nextPlanId));
  await save(w, before, { next_plan_id: input.nextPlanId }, 'next plan');
}

async function take(
  w: Writer,
  input: { readonly checkId: Id<'goalCheck'>; readonly expectedVersion: number },
): Promise<GoalCheck> {
  await lockRow(w, 'goal_check', input.checkId);
  const before = await getGoalCheck(w, input.checkId);
  requireBody(w.auth, before.plan.ownerBodyId);
  return expectVersion(before, input.expectedVersion, input);
}

async function nextPlanProblems(
  r: Reader,
  plan: Pick<Plan, 'year' | 'ownerBodyId'>,
  nextPlanId: Id<'plan'> | null,
): Promise<readonly Problem[]> {
  if (nextPlanId === null) return [];
  const next = await getPlan(r, nextPlanId);
  const fits = next.ownerBodyId === plan.ownerBodyId && next.year > plan.year;
  return fits ? [] : [{ path: 'nextPlanId', key: 'goalCheck.nextPlan' }];
}

async function save(
  w: Writer,
  before: GoalCheck,
  after: {
    readonly state?: string;
    readonly checked_on?: string;
    readonly words?: string;
    readonly next_plan_id?: string | null;
    readonly signed_on?: string;
    readonly signed_by?: string;
    readonly frozen_tree?: string;
    readonly frozen_hash?: string;
  },
  summary: string,
  told: object = after,
): Promise<void> {
  await w.db
    .updateTable('goal_check')
    .set({ ...after, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await w.log({ noun: 'goalCheck', recordId: before.id, summary, after: told });
}

const needsWords = (conclusion: GoalConclusion) => goalConclusions[conclusion].needsWords;
