import type { Id } from '../../kernel/id.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { formatAssignmentRef } from './assignment-ref.ts';
import { assignmentAfter } from './assignment-transitions.ts';
import { lockYear, requireOwner, takeAssignment } from './assignment-writer.ts';

export type GiveProposed = {
  readonly assignmentId: Id<'assignment'>;
  readonly expectedVersion?: number;
  /** Why, kept in the log. */
  readonly reason?: string;
};

/**
 * Gives an assignment that was proposed: it gets the next number of its year, without a gap however many give at the same moment, because whoever
 * comes second waits until the first has committed. In a year whose plan does not number (seed 001) it keeps its place. Answers how it is called.
 */
export async function giveProposed(
  w: Writer<'assignment.give' | 'assignment.edit' | 'decision.record' | 'meeting.conduct'>,
  input: GiveProposed,
): Promise<string> {
  const before = await takeAssignment(w, input);
  requireOwner(w.auth, before);
  const state = assignmentAfter(before.state, 'give');
  await lockYear(w, before.year);
  const number = before.number ?? (await nextNumber(w, before.year));
  const row = { state, number, position: number ?? before.position };
  await w.db
    .updateTable('assignment')
    .set({ ...row, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  const ref = formatAssignmentRef({ year: before.year, ...row });
  const reason = input.reason?.trim();
  const summary = `${before.ref} given as ${ref}${reason ? `: ${reason}` : ''}`;
  await w.log({ noun: 'assignment', recordId: before.id, summary, before: { state: before.state }, after: row });
  return ref;
}

/** The number after the last of a year, which is locked; null when what was given in the year stands without numbers. */
async function nextNumber(r: Reader, year: number): Promise<number | null> {
  const { last, unnumbered } = await r.db
    .selectFrom('assignment')
    .select((eb) => [
      eb.fn.max('number').as('last'),
      eb.fn
        .countAll<string>()
        .filterWhere('number', 'is', null)
        .filterWhere('state', '<>', 'proposed')
        .as('unnumbered'),
    ])
    .where('tenant_id', '=', r.tenantId)
    .where('year', '=', year)
    .executeTakeFirstOrThrow();
  if (last === null && Number(unnumbered) > 0) return null;
  return (last ?? 0) + 1;
}
