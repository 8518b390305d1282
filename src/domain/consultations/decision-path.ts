import { type CivilDate, isCivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { getRow, lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import type { MeetingState } from '../meetings/index.ts';
import { requireRound } from './consultation-points.ts';

/** A station on the way from the answers to the decision (beslutsprocess, DEC-14): who deals with it, when, and whether that has been. */
export type DecisionStation = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly plannedOn: CivilDate;
  readonly meetingId: Id<'meeting'> | null;
  /** The decision of the register that the station is, when it was read in with the paper. */
  readonly decisionId: Id<'decision'> | null;
  readonly passed: boolean;
};

/**
 * The stations of a round in the order of their days: those that were put here, and for a round that was read in the decisions with its title. A
 * station has been passed when somebody said so, or when its meeting has been held.
 */
export async function decisionPath(
  r: Reader,
  { id, title }: { readonly id: Id<'consultation'>; readonly title: string },
): Promise<readonly DecisionStation[]> {
  const steps = await r.db
    .selectFrom('consultation_step as step')
    .leftJoin('meeting', (join) =>
      join.onRef('meeting.tenant_id', '=', 'step.tenant_id').onRef('meeting.id', '=', 'step.meeting_id'),
    )
    .selectAll('step')
    .select(['meeting.state as meeting_state', 'meeting.held_on'])
    .where('step.tenant_id', '=', r.tenantId)
    .where('step.consultation_id', '=', id)
    .execute();
  const decisions = await r.db
    .selectFrom('decision')
    .leftJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'decision.tenant_id').onRef('body.id', '=', 'decision.body_id'),
    )
    .select(['decision.id', 'decision.version', 'decision.decided_on', 'decision.state', 'body.name'])
    .where('decision.tenant_id', '=', r.tenantId)
    .where('decision.title', '=', title)
    .execute();
  const stations = [
    ...steps.map((row) => ({
      id: row.id,
      version: row.version,
      name: row.name,
      plannedOn: row.held_on ?? row.planned_on,
      meetingId: row.meeting_id,
      decisionId: null,
      passed: row.passed_on !== null || heldStates.includes(row.meeting_state ?? ''),
    })),
    ...decisions.flatMap((row) =>
      row.decided_on === null
        ? []
        : [
            {
              id: row.id,
              version: row.version,
              name: row.name ?? '',
              plannedOn: row.decided_on,
              meetingId: null,
              decisionId: row.id,
              passed: row.state === 'made',
            },
          ],
    ),
  ];
  return stations.toSorted((a, b) => a.plannedOn.localeCompare(b.plannedOn) || a.name.localeCompare(b.name, 'sv'));
}

const heldStates: readonly string[] = ['closed', 'adjusted'] satisfies readonly MeetingState[];

/** The station that comes next: the first that has not been passed. */
export function nextStation(path: readonly DecisionStation[]): DecisionStation | undefined {
  return path.find(({ passed }) => !passed);
}

export type AddStation = {
  readonly consultationId: Id<'consultation'>;
  readonly name: string;
  readonly plannedOn: CivilDate;
  /** The meeting of the register that deals with it; its day is the day of the station. */
  readonly meetingId: Id<'meeting'> | null;
};

/** Puts a station on the way to the decision. */
export async function addStation(w: Writer<'matter.edit'>, input: AddStation): Promise<Id<'consultationStep'>> {
  const round = await requireRound(w, input.consultationId);
  const meeting = input.meetingId ? await getRow(w, 'meeting', input.meetingId) : undefined;
  refuseProblems([
    ...(input.name.trim() ? [] : [{ path: 'name', key: 'validation.required' }]),
    ...(isCivilDate(input.plannedOn) ? [] : [{ path: 'plannedOn', key: 'validation.date' }]),
  ]);
  const id: Id<'consultationStep'> = w.runtime.newId();
  const row = {
    consultation_id: round.id,
    name: input.name.trim(),
    planned_on: meeting?.held_on ?? input.plannedOn,
    body_id: meeting?.body_id ?? null,
    meeting_id: meeting?.id ?? null,
    passed_on: null,
  };
  await w.db
    .insertInto('consultation_step')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'consultationStep', recordId: id, after: row });
  return id;
}

/** Says that a station has been passed, or that it was not after all. */
export async function passStation(
  w: Writer<'matter.edit'>,
  input: {
    readonly stepId: Id<'consultationStep'>;
    readonly expectedVersion: number;
    readonly passed: boolean;
  },
): Promise<void> {
  const found = await lockRow(w, 'consultation_step', input.stepId);
  await requireRound(w, found.consultation_id);
  expectVersion(found, input.expectedVersion, input);
  const row = { passed_on: input.passed ? w.runtime.today() : null };
  await w.db
    .updateTable('consultation_step')
    .set({ ...row, version: found.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', found.id)
    .execute();
  await w.log({ noun: 'consultationStep', recordId: found.id, summary: input.passed ? 'passed' : 'open', after: row });
}

/** Takes a station away that will not be. */
export async function removeStation(
  w: Writer<'matter.edit'>,
  { stepId }: { readonly stepId: Id<'consultationStep'> },
): Promise<void> {
  const found = await lockRow(w, 'consultation_step', stepId);
  await requireRound(w, found.consultation_id);
  await w.db.deleteFrom('consultation_step').where('tenant_id', '=', w.tenantId).where('id', '=', stepId).execute();
  await w.log({ noun: 'consultationStep', recordId: stepId, summary: 'removed', before: found });
}
