import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow, lockRow } from '../../storage/get-row.ts';
import { requireBody } from '../access/index.ts';
import { listBodies } from '../organisation/index.ts';
import { type DeviationAction, type DeviationState, deviationStateAfter } from './deviation-transitions.ts';
import { patientDataProblems } from './patient-data.ts';

/**
 * Reads a deviation for change: checks that the actor may act for one of its ends, and that the action is possible in its state. Every verb on a deviation
 * comes through here.
 */
export async function lockDeviation(w: Writer, id: Id<'deviation'>, action: DeviationAction) {
  const { from_body_id, to_body_id } = await getRow(w, 'deviation', id);
  requireEither(w, from_body_id, to_body_id);
  const row = await lockRow(w, 'deviation', id);
  return { ...row, nextState: deviationStateAfter(row.state as DeviationState, action) };
}

/** A role held on either of the principals suffices. */
function requireEither(w: Writer, fromId: string, toId: string | null): void {
  try {
    requireBody(w.auth, toId ?? fromId);
  } catch {
    requireBody(w.auth, fromId);
  }
}

/** Adds what was done to the steps of a deviation. */
export async function addStep(
  w: Writer,
  deviationId: Id<'deviation'>,
  step: {
    readonly action: DeviationAction;
    readonly state: DeviationState;
    readonly note: string;
    readonly by?: string;
  },
): Promise<void> {
  const { last } = await w.db
    .selectFrom('deviation_step')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('tenant_id', '=', w.tenantId)
    .where('deviation_id', '=', deviationId)
    .executeTakeFirstOrThrow();
  await w.db
    .insertInto('deviation_step')
    .values({
      tenant_id: w.tenantId,
      id: w.runtime.newId(),
      deviation_id: deviationId,
      number: (last ?? 0) + 1,
      action: step.action,
      state: step.state,
      note: step.note,
      done_by: step.by ?? w.auth.actorName,
      done_on: w.runtime.today(),
    })
    .execute();
}

/** Stops a verb whose texts hold, or may hold, something that points a person out. */
export async function refusePatientData(
  w: Writer,
  texts: Readonly<Record<string, string | null | undefined>>,
  acknowledged = false,
): Promise<void> {
  refuseProblems(patientDataProblems(texts, { acknowledged, known: await knownNames(w) }));
}

/** The names of bodies, which point no person out. */
export async function knownNames(w: Writer): Promise<readonly string[]> {
  return (await listBodies(w)).flatMap(({ name, shortName, aliases }) => [
    name,
    ...(shortName ? [shortName] : []),
    ...aliases.map((alias) => alias.name),
  ]);
}
