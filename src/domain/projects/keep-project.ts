import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { getRow, lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireBody } from '../access/index.ts';
import { getIndicator } from '../indicators/index.ts';
import { getBody } from '../organisation/index.ts';
import { listDeliverables } from './deliverable-reader.ts';
import { orderProblems, type PartialDay, partialDayProblems } from './partial-day.ts';
import { isNameOf, projectNameKey } from './project-name.ts';
import { findProjectByName, likelyProjects } from './project-reader.ts';
import { type ProjectPhase, projectStates } from './project-transitions.ts';
import { lockProject, requireOwner, writtenProblems } from './project-writer.ts';

export type ProjectFields = {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly aim?: string;
  readonly background?: string;
  readonly area?: string;
  readonly startsOn?: PartialDay | null;
  readonly endsOn?: PartialDay | null;
  readonly selection?: string;
  readonly counted?: string;
  readonly indicatorId?: Id<'indicator'> | null;
  readonly evaluatedBy?: string;
  readonly evaluationDue?: PartialDay | null;
  readonly evaluationResult?: string;
  readonly research?: string;
};

/** Puts a project on record in the phase that it is in, owned by a body. */
export async function startProject(
  w: Writer<'project.edit'>,
  input: ProjectFields & {
    readonly bodyId: Id<'body'>;
    readonly phase: ProjectPhase;
    /** That a person has seen a project whose name is alike, and says that this is another. */
    readonly isAnother?: boolean;
  },
): Promise<Id<'project'>> {
  requireBody(w.auth, input.bodyId);
  await getBody(w, input.bodyId);
  const names = [input.name, ...(input.aliases ?? [])].filter((name) => name.trim());
  const [alike] = input.isAnother ? [] : await likelyProjects(w, names);
  if (alike && !isNameOf(alike, input.name))
    refuseProblems([{ path: 'isAnother', key: 'projects.alike', values: { name: alike.name } }]);
  return await insertProject(w, input, input.bodyId);
}

/** Puts a project on record that a paper tells of: who owns it is not guessed, a person says it later. */
export async function recordReadProject(
  w: Writer<'intake.confirm'>,
  input: ProjectFields & { readonly phase: ProjectPhase; readonly telling?: PhaseTelling },
): Promise<Id<'project'>> {
  return await insertProject(w, input, null, input.telling);
}

/** Why and by which decision a project came into a phase: cause, effect, decision (PRJ-10, PRJ-11). */
export type PhaseTelling = {
  readonly on?: PartialDay | null;
  readonly reason: string;
  /** What follows from it; asked for when a project is paused. */
  readonly effects?: string;
  readonly decision?: string;
  readonly agendaItemId?: Id<'agendaItem'> | null;
};

const noTelling: PhaseTelling = { reason: '' };

async function insertProject(
  w: Writer<'project.edit' | 'intake.confirm'>,
  input: ProjectFields & { readonly phase: ProjectPhase },
  bodyId: Id<'body'> | null,
  { on = input.startsOn ?? null, reason, effects = '', decision = '', agendaItemId = null }: PhaseTelling = noTelling,
): Promise<Id<'project'>> {
  refuseProblems([
    ...(await fieldProblems(w, input)),
    ...(input.phase in projectStates ? [] : [{ path: 'phase', key: 'validation.choose' }]),
  ]);
  const id: Id<'project'> = w.runtime.newId();
  const row = { ...rowOf(input), body_id: bodyId, phase: input.phase };
  await w.db
    .insertInto('project')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'project', recordId: id, after: row });
  await w.db
    .insertInto('project_phase')
    .values({
      tenant_id: w.tenantId,
      id: w.runtime.newId(),
      project_id: id,
      number: 1,
      phase: input.phase,
      changed_on: on,
      reason,
      effects,
      decision,
      agenda_item_id: agendaItemId,
      told_by: w.auth.actorName,
      told_on: w.runtime.today(),
    })
    .execute();
  await tieDeliverables(w, id, input);
  return id;
}

/** Changes what is said of a project. Who may act for a body can take over a project that nobody owns. */
export async function changeProject(
  w: Writer<'project.edit'>,
  input: ProjectFields & {
    readonly projectId: Id<'project'>;
    readonly expectedVersion: number;
    readonly bodyId: Id<'body'>;
  },
): Promise<void> {
  await getBody(w, input.bodyId);
  // Handing a project over is its owner's to do; one without an owner is taken over by who may act for the new one.
  requireOwner(w, (await getRow(w, 'project', input.projectId)).body_id ?? input.bodyId);
  const found = await lockUnowned(w, input.projectId);
  expectVersion(found, input.expectedVersion, input);
  refuseProblems(await fieldProblems(w, input, input.projectId));
  const row = { ...rowOf(input), body_id: input.bodyId };
  await w.db
    .updateTable('project')
    .set({ ...row, version: found.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', found.id)
    .execute();
  await w.log({ noun: 'project', recordId: found.id, before: found, after: row });
  await tieDeliverables(w, found.id, input);
}

/** Adds a name that a paper uses for a project that stands in the register. */
export async function addProjectAlias(
  w: Writer<'project.edit' | 'intake.confirm'>,
  input: { readonly projectId: Id<'project'>; readonly name: string },
): Promise<void> {
  const project =
    w.auth.action === 'intake.confirm' ? await lockUnowned(w, input.projectId) : await lockProject(w, input.projectId);
  const name = input.name.trim();
  if (!name || isNameOf(project, name)) return;
  const aliases = [...project.aliases, name];
  await w.db
    .updateTable('project')
    .set({ aliases: JSON.stringify(aliases), version: project.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', project.id)
    .execute();
  await w.log({
    noun: 'project',
    recordId: project.id,
    summary: 'alias',
    before: { aliases: project.aliases },
    after: { aliases },
  });
  await tieDeliverables(w, project.id, { name: project.name, aliases });
}

/** Locks without asking for the owner: what a paper tells of a project changes nobody's words, it adds a figure, a phase of the past or a name. */
export async function lockUnowned(w: Writer<'project.edit' | 'intake.confirm'>, id: Id<'project'>) {
  return await lockRow(w, 'project', id);
}

async function fieldProblems(r: Reader, input: ProjectFields, ownId?: Id<'project'>): Promise<readonly Problem[]> {
  const { name, aliases = [], indicatorId } = input;
  const taken = name.trim() ? await findProjectByName(r, name) : undefined;
  if (indicatorId) await getIndicator(r, indicatorId);
  return [
    ...writtenProblems(
      { name },
      {
        aim: input.aim,
        background: input.background,
        selection: input.selection,
        evaluationResult: input.evaluationResult,
        research: input.research,
        aliases: aliases.join('\n'),
      },
    ),
    ...(taken && taken.id !== ownId ? [{ path: 'name', key: 'projects.nameTaken', values: { name: taken.name } }] : []),
    ...partialDayProblems({
      startsOn: input.startsOn,
      endsOn: input.endsOn,
      evaluationDue: input.evaluationDue,
    }),
    ...orderProblems(input.startsOn, input.endsOn, 'endsOn'),
  ];
}

/** What was to be delivered to a project by its printed name belongs to it as soon as the register knows the name (PRJ-06). */
async function tieDeliverables(
  w: Writer<'project.edit' | 'intake.confirm'>,
  projectId: Id<'project'>,
  { name, aliases = [] }: Pick<ProjectFields, 'name' | 'aliases'>,
): Promise<void> {
  const loose = (await listDeliverables(w, { withoutProject: true })).filter(
    ({ project }) => project && isNameOf({ name, aliases }, project),
  );
  for (const { id, version } of loose) {
    await w.db
      .updateTable('deliverable')
      .set({ project_id: projectId, version: version + 1 })
      .where('tenant_id', '=', w.tenantId)
      .where('id', '=', id)
      .execute();
    await w.log({
      noun: 'deliverable',
      recordId: id,
      summary: 'tied to its project',
      after: { project_id: projectId },
    });
  }
}

function rowOf(fields: ProjectFields) {
  const name = fields.name.trim();
  const text = (value: string | undefined) => value?.trim() ?? '';
  const aliases = [...new Map((fields.aliases ?? []).map((one) => [projectNameKey(one), one.trim()])).values()];
  return {
    name,
    aliases: JSON.stringify(aliases.filter((one) => one && projectNameKey(one) !== projectNameKey(name))),
    aim: text(fields.aim),
    background: text(fields.background),
    area: text(fields.area),
    starts_on: fields.startsOn || null,
    ends_on: fields.endsOn || null,
    selection: text(fields.selection),
    counted: text(fields.counted),
    indicator_id: fields.indicatorId || null,
    evaluated_by: text(fields.evaluatedBy),
    evaluation_due: fields.evaluationDue || null,
    evaluation_result: text(fields.evaluationResult),
    research: text(fields.research),
  };
}
