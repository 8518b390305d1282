import type { Selectable } from 'kysely';
import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { Schema } from '../../storage/schema/index.ts';
import type { ProjectRow } from '../../storage/schema/projects.ts';
import { itemPlaces } from '../collaboration/index.ts';
import { listDeliverables } from './deliverable-reader.ts';
import { firstDayOf } from './partial-day.ts';
import type {
  Project,
  ProjectCount,
  ProjectLessonPlace,
  ProjectPointKind,
  ProjectPointState,
  ProjectRoleKind,
  ProjectSummary,
  SiteState,
} from './project.ts';
import { isNameOf, likelySame, nameLikeness } from './project-name.ts';
import type { ProjectPhase } from './project-transitions.ts';

export type ProjectFilter = {
  readonly ids?: readonly Id<'project'>[];
  readonly phase?: ProjectPhase;
  readonly bodyId?: Id<'body'>;
  readonly area?: string;
  readonly name?: string;
};

/** The projects by name, with what is to be delivered and the newest figure of each: as many queries for many as for one. */
export async function listProjects(r: Reader, filter: ProjectFilter = {}): Promise<readonly ProjectSummary[]> {
  let query = r.db
    .selectFrom('project')
    .leftJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'project.tenant_id').onRef('body.id', '=', 'project.body_id'),
    )
    .selectAll('project')
    .select('body.name as body_name')
    .where('project.tenant_id', '=', r.tenantId);
  if (filter.ids !== undefined) query = query.where((eb) => eb('project.id', '=', eb.fn.any(eb.val([...filter.ids!]))));
  if (filter.phase !== undefined) query = query.where('project.phase', '=', filter.phase);
  if (filter.bodyId !== undefined) query = query.where('project.body_id', '=', filter.bodyId);
  if (filter.area !== undefined) query = query.where('project.area', '=', filter.area);
  const rows = await query.orderBy('project.name').orderBy('project.id').execute();
  const ids = rows.map(({ id }) => id);
  const deliverables = Map.groupBy(
    ids.length > 0 ? await listDeliverables(r, { projectIds: ids }) : [],
    ({ projectId }) => projectId,
  );
  const counts = await countsOf(r, ids);
  const sought = filter.name?.trim();
  return rows
    .map((row) => ({
      ...summaryOf(row, row.body_name),
      deliverables: deliverables.get(row.id) ?? [],
      count: counts.get(row.id)?.at(-1) ?? null,
    }))
    .filter(({ name, aliases }) => !sought || [name, ...aliases].some((one) => holds(one, sought)));
}

/** One project with its whole story. Throws `record.notFound`. */
export async function getProject(r: Reader, id: Id<'project'>): Promise<Project> {
  if (!isId(id)) throw new AppError('record.notFound');
  const [summary] = await listProjects(r, { ids: [id] });
  if (!summary) throw new AppError('record.notFound');
  const row = await r.db
    .selectFrom('project')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const phases = await partsOf(r, 'project_phase', id);
  const items = await itemPlaces(
    r,
    phases.map((phase) => phase.agenda_item_id),
  );
  return {
    ...summary,
    aim: row.aim,
    background: row.background,
    selection: row.selection,
    counted: row.counted,
    indicatorId: row.indicator_id,
    evaluation: { by: row.evaluated_by, due: row.evaluation_due, result: row.evaluation_result },
    research: row.research,
    phases: phases.map((one) => ({
      ...headOf(one),
      phase: one.phase as ProjectPhase,
      on: one.changed_on,
      reason: one.reason,
      effects: one.effects,
      decision: one.decision,
      item: (one.agenda_item_id && items.get(one.agenda_item_id)) || null,
      toldBy: one.told_by,
      toldOn: one.told_on,
    })),
    sites: (await partsOf(r, 'project_site', id)).map((one) => ({
      ...headOf(one),
      name: one.name,
      state: one.state as SiteState,
      startsOn: one.starts_on,
      reason: one.reason,
    })),
    roles: (await partsOf(r, 'project_role', id)).map((one) => ({
      ...headOf(one),
      role: one.role as ProjectRoleKind,
      person: one.person,
      percent: one.percent,
      startsOn: one.starts_on,
      endsOn: one.ends_on,
    })),
    counts: (await countsOf(r, [id])).get(id) ?? [],
    points: (await partsOf(r, 'project_point', id)).map((one) => ({
      ...headOf(one),
      kind: one.kind as ProjectPointKind,
      point: one.point,
      state: one.state as ProjectPointState,
      note: one.note,
      carried:
        one.carried_noun && one.carried_id && one.carried_on
          ? {
              noun: one.carried_noun as ProjectLessonPlace,
              id: one.carried_id,
              withinId: one.carried_within_id,
              on: one.carried_on,
            }
          : null,
    })),
  };
}

/** The one project that goes by a name; undefined when none does, or several: then a person says which. */
export async function findProjectByName(r: Reader, name: string): Promise<ProjectName | undefined> {
  const found = (await projectNames(r)).filter((project) => isNameOf(project, name));
  return found.length === 1 ? found[0] : undefined;
}

/** The projects whose names are so like these that a person is asked whether they are the same, the likeliest first. */
export async function likelyProjects(
  r: Reader,
  names: readonly string[],
): Promise<readonly (ProjectName & { readonly likeness: number })[]> {
  const known = await projectNames(r);
  return known
    .map((project) => ({
      ...project,
      likeness: Math.max(
        ...[project.name, ...project.aliases].flatMap((own) => names.map((name) => nameLikeness(own, name))),
      ),
    }))
    .filter(({ likeness }) => likeness >= likelySame)
    .sort((a, b) => b.likeness - a.likeness);
}

/** What a project goes by. */
export type ProjectName = {
  readonly id: Id<'project'>;
  readonly version: number;
  readonly name: string;
  readonly aliases: readonly string[];
};

async function projectNames(r: Reader): Promise<readonly ProjectName[]> {
  return await r.db
    .selectFrom('project')
    .select(['id', 'version', 'name', 'aliases'])
    .where('tenant_id', '=', r.tenantId)
    .orderBy('name')
    .execute();
}

function summaryOf(row: Selectable<ProjectRow>, bodyName: string | null) {
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    aliases: row.aliases,
    owner: row.body_id && bodyName !== null ? { id: row.body_id, name: bodyName } : null,
    area: row.area,
    phase: row.phase as ProjectPhase,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
  };
}

type PartTable = 'project_phase' | 'project_site' | 'project_role' | 'project_point';

async function partsOf<Table extends PartTable>(r: Reader, table: Table, projectId: string) {
  const rows = await r.db
    .selectFrom(table as 'project_phase')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('project_id', '=', projectId)
    .orderBy('number')
    .execute();
  return rows as unknown as readonly Selectable<Schema[Table]>[];
}

const headOf = ({
  id,
  version,
  number,
}: {
  readonly id: string;
  readonly version: number;
  readonly number: number;
}) => ({
  id,
  version,
  number,
});

/** The figures of some projects, each in the order of the days they hold for. */
async function countsOf(r: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, readonly ProjectCount[]>> {
  if (ids.length === 0) return new Map();
  const rows = await r.db
    .selectFrom('project_count')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where((eb) => eb('project_id', '=', eb.fn.any(eb.val([...ids]))))
    .orderBy('number')
    .execute();
  return new Map(
    [...Map.groupBy(rows, (row) => row.project_id)].map(([id, own]) => [
      id,
      own
        .map((row) => ({ ...headOf(row), asOf: row.as_of, value: row.value, maximum: row.maximum, note: row.note }))
        .sort((a, b) => firstDayOf(a.asOf).localeCompare(firstDayOf(b.asOf))),
    ]),
  );
}

function holds(text: string, sought: string): boolean {
  return text.toLocaleLowerCase('sv').includes(sought.toLocaleLowerCase('sv'));
}
