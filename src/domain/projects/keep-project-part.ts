import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow, lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { lockUnowned } from './keep-project.ts';
import { firstDayOf, type PartialDay } from './partial-day.ts';
import type { ProjectLessonPlace, SiteState } from './project.ts';
import {
  type CountFields,
  type PartFields,
  type PartKind,
  projectParts,
  type RoleFields,
  type SiteFields,
} from './project-part.ts';
import { lockProject, nextPartNumber } from './project-writer.ts';

const nounOf = { site: 'projectSite', role: 'projectRole', count: 'projectCount', point: 'projectPoint' } as const;

/** Adds a site, a person, a figure, or a goal, means, challenge or lesson to a project. */
export async function addProjectPart<Kind extends PartKind>(
  w: Writer<'project.edit'>,
  input: { readonly projectId: Id<'project'>; readonly kind: Kind; readonly fields: PartFields[Kind] },
): Promise<string> {
  const project = await lockProject(w, input.projectId);
  refuseProblems([
    ...projectParts[input.kind].problems(input.fields),
    ...(await countProblems(w, project.id, input.kind, input.fields)),
  ]);
  return await insertPart(w, project.id, input.kind, input.fields);
}

/** Adds the figure that a paper gives of a project; undefined when the register has one of that day, whoever wrote it. */
export async function recordReadCount(
  w: Writer<'intake.confirm'>,
  input: { readonly projectId: Id<'project'>; readonly fields: CountFields },
): Promise<string | undefined> {
  const project = await lockUnowned(w, input.projectId);
  refuseProblems(projectParts.count.problems(input.fields));
  const known = await countProblems(w, project.id, 'count', input.fields);
  return known.length > 0 ? undefined : await insertPart(w, project.id, 'count', input.fields);
}

/** Adds the site that a paper names; undefined when the project has one of that name. */
export async function recordReadSite(
  w: Writer<'intake.confirm'>,
  input: {
    readonly projectId: Id<'project'>;
    readonly name: string;
    readonly startsOn: PartialDay | null;
    /** Where the paper tells of a plan to begin there; otherwise the work goes on. */
    readonly state?: SiteState;
  },
): Promise<string | undefined> {
  const project = await lockUnowned(w, input.projectId);
  const known = await w.db
    .selectFrom('project_site')
    .select('name')
    .where('tenant_id', '=', w.tenantId)
    .where('project_id', '=', project.id)
    .execute();
  if (known.some(({ name }) => name.toLocaleLowerCase('sv') === input.name.trim().toLocaleLowerCase('sv')))
    return undefined;
  const { name, startsOn, state = 'running' } = input;
  const fields: SiteFields = { name, state, startsOn, reason: '' };
  refuseProblems(projectParts.site.problems(fields));
  return await insertPart(w, project.id, 'site', fields);
}

/** Adds the leader that a paper names, by name or by function; undefined when the project has somebody in that role, whoever wrote it. */
export async function recordReadLeader(
  w: Writer<'intake.confirm'>,
  input: { readonly projectId: Id<'project'>; readonly person: string; readonly startsOn: PartialDay | null },
): Promise<string | undefined> {
  const project = await lockUnowned(w, input.projectId);
  const known = await w.db
    .selectFrom('project_role')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('project_id', '=', project.id)
    .where('role', '=', 'leader')
    .executeTakeFirst();
  if (known) return undefined;
  const { person, startsOn } = input;
  const fields: RoleFields = { role: 'leader', person, percent: null, startsOn, endsOn: null };
  refuseProblems(projectParts.role.problems(fields));
  return await insertPart(w, project.id, 'role', fields);
}

/** Changes a part of a project. A figure keeps its day: another day is another figure. */
export async function changeProjectPart<Kind extends PartKind>(
  w: Writer<'project.edit'>,
  input: {
    readonly partId: string;
    readonly kind: Kind;
    readonly expectedVersion: number;
    readonly fields: PartFields[Kind];
  },
): Promise<void> {
  const { table } = projectParts[input.kind];
  const { project_id: projectId } = await getRow(w, table as 'project_site', input.partId);
  await lockProject(w, projectId);
  const before = await lockRow(w, table as 'project_site', input.partId);
  expectVersion(before, input.expectedVersion, input.fields);
  refuseProblems([
    ...projectParts[input.kind].problems(input.fields),
    ...(await countProblems(w, projectId, input.kind, input.fields, input.partId)),
  ]);
  const after = projectParts[input.kind].row(input.fields);
  await w.db
    .updateTable(table as 'project_site')
    .set({ ...after, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await w.log({ noun: nounOf[input.kind], recordId: before.id, before, after });
}

/** Takes away a part that was written by mistake; the log keeps what it said. */
export async function removeProjectPart(
  w: Writer<'project.edit'>,
  input: { readonly partId: string; readonly kind: PartKind; readonly expectedVersion: number },
): Promise<void> {
  const { table } = projectParts[input.kind];
  const { project_id: projectId } = await getRow(w, table as 'project_site', input.partId);
  await lockProject(w, projectId);
  const before = expectVersion(await lockRow(w, table as 'project_site', input.partId), input.expectedVersion);
  await w.db
    .deleteFrom(table as 'project_site')
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await w.log({ noun: nounOf[input.kind], recordId: before.id, summary: 'removed', before });
}

const lessonTables = {
  assignment: 'assignment',
  budgetInput: 'budget_input',
  planPoint: 'plan_point',
  project: 'project',
} as const satisfies Record<ProjectLessonPlace, string>;

/** Says into which record a lesson was carried on: what is learnt and stands in no plan is soon learnt again. */
export async function carryProjectLesson(
  w: Writer<'project.edit'>,
  input: {
    readonly pointId: Id<'projectPoint'>;
    readonly expectedVersion: number;
    readonly to: { readonly noun: ProjectLessonPlace; readonly id: string; readonly withinId?: string | null };
  },
): Promise<void> {
  const { project_id: projectId } = await getRow(w, 'project_point', input.pointId);
  await lockProject(w, projectId);
  const before = expectVersion(await lockRow(w, 'project_point', input.pointId), input.expectedVersion, input.to);
  refuseProblems([
    ...(before.kind === 'lesson' ? [] : [{ path: 'to', key: 'projects.notALesson' }]),
    ...(input.to.noun in lessonTables && input.to.id !== projectId ? [] : [{ path: 'to', key: 'validation.choose' }]),
  ]);
  await getRow(w, lessonTables[input.to.noun], input.to.id);
  const after = {
    carried_noun: input.to.noun,
    carried_id: input.to.id,
    carried_within_id: input.to.withinId ?? null,
    carried_on: w.runtime.today(),
    state: 'handled',
  };
  await w.db
    .updateTable('project_point')
    .set({ ...after, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await w.log({ noun: 'projectPoint', recordId: before.id, before, after });
}

async function insertPart<Kind extends PartKind>(
  w: Writer<'project.edit' | 'intake.confirm'>,
  projectId: Id<'project'>,
  kind: Kind,
  fields: PartFields[Kind],
): Promise<string> {
  const { table, row } = projectParts[kind];
  const id = w.runtime.newId();
  const values = { project_id: projectId, number: await nextPartNumber(w, table, projectId), ...row(fields) };
  await w.db
    .insertInto(table as 'project_site')
    .values({ tenant_id: w.tenantId, id, ...values } as never)
    .execute();
  await w.log({ noun: nounOf[kind], recordId: id, after: values });
  return id;
}

/** A figure may not lie ahead, and a day has one figure. */
async function countProblems<Kind extends PartKind>(
  w: Writer<'project.edit' | 'intake.confirm'>,
  projectId: string,
  kind: Kind,
  fields: PartFields[Kind],
  ownId?: string,
): Promise<readonly Problem[]> {
  if (kind !== 'count') return [];
  const { asOf } = fields as CountFields;
  if (firstDayOf(asOf) > w.runtime.today()) return [{ path: 'asOf', key: 'projects.notYet' }];
  const known = await w.db
    .selectFrom('project_count')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('project_id', '=', projectId)
    .where('as_of', '=', asOf)
    .execute();
  return known.some(({ id }) => id !== ownId) ? [{ path: 'asOf', key: 'projects.countKnown' }] : [];
}
