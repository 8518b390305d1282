import type { Authorized } from '../../kernel/authorized.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Reader } from '../../storage/database.ts';
import { getAssignment } from '../assignments/index.ts';
import type { Connected } from './connection.ts';

/** Where a record says whose it is: in a column that names a body, or in the record it lies in. */
type OwnerPlace = { readonly table: string; readonly column: string; readonly within?: string };

/** The places of each noun; where there are several, the record belongs to all that are filled. */
const owners: Readonly<Record<string, readonly OwnerPlace[]>> = {
  meeting: [{ table: 'meeting', column: 'body_id' }],
  agendaItem: [{ table: 'agenda_item', column: 'meeting_id', within: 'meeting' }],
  decision: [{ table: 'decision', column: 'body_id' }],
  report: [{ table: 'report', column: 'body_id' }],
  reportEntry: [{ table: 'report_entry', column: 'report_id', within: 'report' }],
  nationalReport: [{ table: 'national_report', column: 'body_id' }],
  budgetInput: [{ table: 'budget_input', column: 'body_id' }],
  budgetInputPoint: [{ table: 'budget_input_point', column: 'budget_input_id', within: 'budgetInput' }],
  activityPlan: [{ table: 'activity_plan', column: 'body_id' }],
  plannedActivity: [{ table: 'planned_activity', column: 'activity_plan_id', within: 'activityPlan' }],
  focusArea: [{ table: 'focus_area', column: 'activity_plan_id', within: 'activityPlan' }],
  planPoint: [{ table: 'plan_point', column: 'activity_plan_id', within: 'activityPlan' }],
  agreement: [
    { table: 'agreement', column: 'body_id' },
    { table: 'agreement', column: 'agenda_item_id', within: 'agendaItem' },
  ],
  commission: [
    { table: 'commission', column: 'body_id' },
    { table: 'commission', column: 'agenda_item_id', within: 'agendaItem' },
  ],
  consultation: [{ table: 'consultation', column: 'body_id' }],
  project: [{ table: 'project', column: 'body_id' }],
  deliverable: [{ table: 'deliverable', column: 'agenda_item_id', within: 'agendaItem' }],
};

/**
 * Throws `access.denied` unless the proof covers a body of one of the two records. A connection adds knowledge and changes nobody's words, so one end
 * is enough; two records that belong to no body (a goal, an answer of a return) are connected by those who may in the whole authority.
 */
export async function requireOneEnd(r: Reader, auth: Authorized, ends: readonly [Connected, Connected]): Promise<void> {
  const { bodies } = auth;
  if (bodies === 'all') return;
  for (const end of ends) if ((await bodiesOf(r, end)).some((bodyId) => bodies.includes(bodyId))) return;
  throw new AppError('access.denied');
}

async function bodiesOf(r: Reader, { noun, id }: Connected): Promise<readonly string[]> {
  if (noun === 'assignment') {
    const { givenByBodyId, reportToBodyId, parties } = await getAssignment(r, id);
    return [givenByBodyId, reportToBodyId, ...parties.map((party) => party.bodyId)].filter((one) => one !== null);
  }
  const found: string[] = [];
  for (const place of owners[noun] ?? []) found.push(...(await bodiesAt(r, place, id)));
  return found;
}

async function bodiesAt(r: Reader, { table, column, within }: OwnerPlace, id: string): Promise<readonly string[]> {
  const row = await r.db
    .selectFrom(table as 'meeting')
    .select(`${column} as owner` as never)
    .where('tenant_id', '=', r.tenantId)
    .where('id', '=', id)
    .$castTo<{ readonly owner: string | null }>()
    .executeTakeFirst();
  if (!row?.owner) return [];
  return within ? await bodiesOf(r, { noun: within, id: row.owner }) : [row.owner];
}
