import { authorize, operatorOf } from '../../src/domain/access/index.ts';
import {
  type AddPlannedActivity,
  type AddPlanPoint,
  addFocusArea,
  addPlannedActivity,
  addPlanPoint,
  ensureActivityPlan,
} from '../../src/domain/plans/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import type { TestDatabase } from './database.ts';

export type PlanContent = {
  readonly days?: readonly Omit<AddPlannedActivity, 'activityPlanId'>[];
  readonly focusAreas?: readonly string[];
  readonly points?: readonly Omit<AddPlanPoint, 'activityPlanId'>[];
};

/** Begins the activity plan of a body for 2026 and fills it through the verbs. */
export function buildActivityPlan(
  { db, tenantId }: Pick<TestDatabase, 'db' | 'tenantId'>,
  bodyId: Id<'body'>,
  { days = [], focusAreas = [], points = [] }: PlanContent = {},
): Promise<Id<'activityPlan'>> {
  const auth = authorize(operatorOf(tenantId), 'plan.edit');
  return db.transact(auth, { verb: 'recordActivityPlan' }, async (w) => {
    const { id } = await ensureActivityPlan(w, { bodyId, year: 2026, title: 'Aktivitetsplan 2026' });
    for (const day of days) await addPlannedActivity(w, { activityPlanId: id, ...day });
    for (const text of focusAreas) await addFocusArea(w, { activityPlanId: id, text });
    for (const point of points) await addPlanPoint(w, { activityPlanId: id, ...point });
    return id;
  });
}
