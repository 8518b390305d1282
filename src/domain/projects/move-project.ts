import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { getAgendaItem } from '../meetings/index.ts';
import { lockUnowned, type PhaseTelling } from './keep-project.ts';
import { firstDayOf, type PartialDay, partialDayProblems } from './partial-day.ts';
import { type ProjectMove, type ProjectPhase, phaseAfter, projectStates } from './project-transitions.ts';
import { lockProject, nextPartNumber, writtenProblems } from './project-writer.ts';

/** Takes a project into its next phase, with the reason. A pause says what it leads to. */
export async function moveProject(
  w: Writer<'project.edit'>,
  input: PhaseTelling & {
    readonly projectId: Id<'project'>;
    readonly expectedVersion: number;
    readonly action: ProjectMove;
  },
): Promise<void> {
  const project = await lockProject(w, input.projectId);
  expectVersion(project, input.expectedVersion, input);
  const phase = phaseAfter(project.phase as ProjectPhase, input.action);
  const { effects = '', reason, decision = '' } = input;
  refuseProblems([
    ...writtenProblems({ reason, ...(phase === 'paused' && { effects }) }, { effects, decision }),
    ...(input.on ? partialDayProblems({ on: input.on }) : [{ path: 'on', key: 'validation.required' }]),
    ...(input.on && firstDayOf(input.on) > w.runtime.today() ? [{ path: 'on', key: 'projects.notYet' }] : []),
  ]);
  await insertPhase(w, project.id, phase, input);
  await setPhase(w, project, phase);
}

type PastPhase = PhaseTelling & {
  readonly projectId: Id<'project'>;
  readonly phase: ProjectPhase;
  readonly on: PartialDay;
};

/** Puts on record that a project was in a phase on an earlier day: the phase that it is in now is the one of the latest day. */
export async function recordPastPhase(w: Writer<'project.edit'>, input: PastPhase): Promise<Id<'projectPhase'>> {
  const project = await lockProject(w, input.projectId);
  const id = await tellPhase(w, project, input);
  if (id === undefined) refuseProblems([{ path: 'phase', key: 'projects.phaseKnown' }]);
  return id!;
}

/** The same as a paper tells it; undefined when the register holds that phase of that day already. */
export async function recordReadPhase(
  w: Writer<'intake.confirm'>,
  input: PastPhase,
): Promise<Id<'projectPhase'> | undefined> {
  return await tellPhase(w, await lockUnowned(w, input.projectId), input);
}

async function tellPhase(
  w: Writer<'project.edit' | 'intake.confirm'>,
  project: Awaited<ReturnType<typeof lockUnowned>>,
  input: PastPhase,
): Promise<Id<'projectPhase'> | undefined> {
  refuseProblems([
    ...partialDayProblems({ on: input.on }),
    ...(input.phase in projectStates ? [] : [{ path: 'phase', key: 'validation.choose' }]),
    ...(firstDayOf(input.on) > w.runtime.today() ? [{ path: 'on', key: 'projects.notYet' }] : []),
    ...writtenProblems({}, { reason: input.reason, effects: input.effects, decision: input.decision }),
  ]);
  const known = await w.db
    .selectFrom('project_phase')
    .select(['phase', 'changed_on'])
    .where('tenant_id', '=', w.tenantId)
    .where('project_id', '=', project.id)
    .execute();
  if (known.some(({ phase, changed_on }) => phase === input.phase && changed_on === input.on)) return undefined;
  const id = await insertPhase(w, project.id, input.phase, input);
  const later = known.some(({ changed_on }) => changed_on !== null && firstDayOf(changed_on) > firstDayOf(input.on));
  // A phase without a day is where the register found it last: an older telling does not take it back.
  const undatedNow = known.some(({ changed_on, phase }) => changed_on === null && phase === project.phase);
  if (!later && !undatedNow && project.phase !== input.phase) await setPhase(w, project, input.phase);
  return id;
}

async function insertPhase(
  w: Writer<'project.edit' | 'intake.confirm'>,
  projectId: Id<'project'>,
  phase: ProjectPhase,
  { on = null, reason, effects = '', decision = '', agendaItemId = null }: PhaseTelling,
): Promise<Id<'projectPhase'>> {
  if (agendaItemId) await getAgendaItem(w, agendaItemId);
  const id: Id<'projectPhase'> = w.runtime.newId();
  const row = {
    project_id: projectId,
    number: await nextPartNumber(w, 'project_phase', projectId),
    phase,
    changed_on: on,
    reason: reason.trim(),
    effects: effects.trim(),
    decision: decision.trim(),
    agenda_item_id: agendaItemId,
    told_by: w.auth.actorName,
    told_on: w.runtime.today(),
  };
  await w.db
    .insertInto('project_phase')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'projectPhase', recordId: id, after: row });
  return id;
}

async function setPhase(
  w: Writer<'project.edit' | 'intake.confirm'>,
  project: { readonly id: string; readonly version: number; readonly phase: string },
  phase: ProjectPhase,
): Promise<void> {
  await w.db
    .updateTable('project')
    .set({ phase, version: project.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', project.id)
    .execute();
  await w.log({ noun: 'project', recordId: project.id, before: { phase: project.phase }, after: { phase } });
}
