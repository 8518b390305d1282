import type { CivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type {
  CareChainStep,
  Deviation,
  DeviationComment,
  DeviationKind,
  DeviationLevel,
  DeviationRelation,
  DeviationStep,
  LeaveAnswer,
} from './deviation.ts';
import type { CountedDeviation } from './deviation-patterns.ts';
import type { DeviationAction, DeviationState } from './deviation-transitions.ts';

/** The states in which somebody has something left to do with a deviation. */
const open: readonly DeviationState[] = ['reported', 'received', 'investigated', 'actionDecided', 'feedbackGiven'];

export type DeviationFilter = {
  readonly state?: DeviationState | 'open' | undefined;
  readonly kind?: DeviationKind | undefined;
  readonly relation?: DeviationRelation | undefined;
  /** The principal that reported or that it concerns. */
  readonly bodyId?: Id<'body'> | undefined;
  readonly page?: number;
  readonly pageSize?: number;
};

/** The deviations that fit a filter, the latest reported first, without their steps; and how many there are. */
export async function listDeviations(
  r: Reader,
  filter: DeviationFilter = {},
): Promise<{ readonly rows: readonly Deviation[]; readonly total: number }> {
  const { page = 1, pageSize = 25 } = filter;
  const query = filtered(r, filter);
  const { total } = await query.select((eb) => eb.fn.countAll<string>().as('total')).executeTakeFirstOrThrow();
  const rows = await withNames(query)
    .orderBy('d.reported_on', 'desc')
    .orderBy('d.year', 'desc')
    .orderBy('d.number', 'desc')
    .orderBy('d.id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  return { rows: rows.map((row) => toDeviation(row, [], [])), total: Number(total) };
}

/** One deviation with what was done and asked. Throws `record.notFound`. */
export async function getDeviation(r: Reader, id: Id<'deviation'>): Promise<Deviation> {
  if (!isId(id)) throw new AppError('record.notFound');
  const row = await withNames(filtered(r, {})).where('d.id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('record.notFound');
  return toDeviation(row, await stepsOf(r, id), await commentsOf(r, id));
}

/** What the patterns are counted from: no words, and nothing of what happened to it. */
export async function listCountedDeviations(
  r: Reader,
  between: { readonly from: CivilDate; readonly to: CivilDate },
): Promise<readonly CountedDeviation[]> {
  const rows = await withNames(filtered(r, {}))
    .where('d.starts_on', '>=', between.from)
    .where('d.starts_on', '<=', between.to)
    .orderBy('d.starts_on')
    .execute();
  return rows.map((row) => ({
    startsOn: row.starts_on,
    kind: row.kind as DeviationKind,
    relation: row.relation as DeviationRelation,
    chainStep: row.chain_step as CareChainStep,
    level: row.level as DeviationLevel,
    principal: row.to_name ?? row.external_party,
  }));
}

/** How many deviations of each kind a year has, for whom shows a pattern in short; the bound for small groups is the caller's. */
export async function countDeviationKinds(r: Reader, year: number): Promise<ReadonlyMap<DeviationKind, number>> {
  const rows = await r.db
    .selectFrom('deviation')
    .select(['kind', (eb) => eb.fn.countAll<string>().as('count')])
    .where('tenant_id', '=', r.tenantId)
    .where('starts_on', '>=', `${year}-01-01`)
    .where('starts_on', '<=', `${year}-12-31`)
    .groupBy('kind')
    .execute();
  return new Map(rows.map(({ kind, count }) => [kind as DeviationKind, Number(count)]));
}

function filtered(r: Reader, filter: DeviationFilter) {
  let query = r.db.selectFrom('deviation as d').where('d.tenant_id', '=', r.tenantId);
  const { state, kind, relation, bodyId } = filter;
  if (state === 'open') query = query.where('d.state', 'in', [...open]);
  else if (state !== undefined) query = query.where('d.state', '=', state);
  if (kind !== undefined) query = query.where('d.kind', '=', kind);
  if (relation !== undefined) query = query.where('d.relation', '=', relation);
  if (bodyId !== undefined)
    query = query.where((eb) => eb.or([eb('d.from_body_id', '=', bodyId), eb('d.to_body_id', '=', bodyId)]));
  return query;
}

function withNames(query: ReturnType<typeof filtered>) {
  return query
    .innerJoin('body as sender', (join) =>
      join.onRef('sender.tenant_id', '=', 'd.tenant_id').onRef('sender.id', '=', 'd.from_body_id'),
    )
    .leftJoin('body as receiver', (join) =>
      join.onRef('receiver.tenant_id', '=', 'd.tenant_id').onRef('receiver.id', '=', 'd.to_body_id'),
    )
    .leftJoin('improvement_work as work', (join) =>
      join.onRef('work.tenant_id', '=', 'd.tenant_id').onRef('work.id', '=', 'd.improvement_work_id'),
    )
    .selectAll('d')
    .select(['sender.name as from_name', 'receiver.name as to_name', 'work.title as work_title']);
}

type NamedRow = Awaited<ReturnType<ReturnType<typeof withNames>['execute']>>[number];

function toDeviation(row: NamedRow, steps: readonly DeviationStep[], comments: readonly DeviationComment[]): Deviation {
  return {
    id: row.id,
    version: row.version,
    ref: refOf(row),
    formVersion: row.form_version,
    from: { id: row.from_body_id, name: row.from_name },
    to: row.to_body_id !== null && row.to_name !== null ? { id: row.to_body_id, name: row.to_name } : null,
    externalParty: row.external_party,
    reporterFunction: row.reporter_function,
    unit: row.unit,
    relation: row.relation as DeviationRelation,
    level: row.level as DeviationLevel,
    kind: row.kind as DeviationKind,
    chainStep: row.chain_step as CareChainStep,
    onLeave: row.on_leave as LeaveAnswer,
    leaveRule: row.leave_rule,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    description: row.description,
    ownSystem: row.own_system,
    reportedOn: row.reported_on,
    improvement:
      row.improvement_work_id !== null && row.work_title !== null
        ? { id: row.improvement_work_id, title: row.work_title }
        : null,
    state: row.state as DeviationState,
    steps,
    comments,
  };
}

/** A deviation as people write it. */
export function refOf(row: { readonly year: number; readonly number: number }): string {
  return `${row.year}:${row.number}`;
}

async function stepsOf(r: Reader, id: Id<'deviation'>): Promise<readonly DeviationStep[]> {
  const rows = await r.db
    .selectFrom('deviation_step')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('deviation_id', '=', id)
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    number: row.number,
    action: row.action as DeviationAction,
    note: row.note,
    doneBy: row.done_by,
    doneOn: row.done_on,
  }));
}

async function commentsOf(r: Reader, id: Id<'deviation'>): Promise<readonly DeviationComment[]> {
  const rows = await r.db
    .selectFrom('deviation_comment as c')
    .innerJoin('deviation_function as f', (join) =>
      join.onRef('f.tenant_id', '=', 'c.tenant_id').onRef('f.id', '=', 'c.deviation_function_id'),
    )
    .innerJoin('body', (join) => join.onRef('body.tenant_id', '=', 'f.tenant_id').onRef('body.id', '=', 'f.body_id'))
    .selectAll('c')
    .select(['f.title as function_title', 'body.name as body_name'])
    .where('c.tenant_id', '=', r.tenantId)
    .where('c.deviation_id', '=', id)
    .orderBy('c.created_at')
    .orderBy('c.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    function: { id: row.deviation_function_id, title: row.function_title, body: row.body_name },
    question: row.question,
    askedOn: row.asked_on,
    answer: row.answer,
    answeredOn: row.answered_on,
  }));
}
