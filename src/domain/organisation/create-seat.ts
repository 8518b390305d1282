import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { requireBody } from '../access/index.ts';
import { getBody } from './organisation-reader.ts';
import { partyDesignation } from './party.ts';
import { hasSeats } from './rulesets.ts';
import type { SeatKind, SeatRole } from './seat.ts';
import { listSeatHistory } from './seat-reader.ts';
import { insertSeat, overlaps } from './seat-writer.ts';

export type CreateSeat = {
  readonly bodyId: Id<'body'>;
  readonly kind: SeatKind;
  /** Last in the list of its kind when not told. */
  readonly order?: number;
  readonly party?: string | null;
  readonly role?: SeatRole | null;
  /** Absent for a vacant seat. */
  readonly personId?: Id<'person'> | null;
  readonly validFrom?: CivilDate | null;
  readonly validTo?: CivilDate | null;
};

/** Sets up a seat of a body, with someone in it or vacant. */
export async function createSeat(
  w: Writer<'organisation.edit' | 'intake.confirm'>,
  input: CreateSeat,
): Promise<Id<'seat'>> {
  requireBody(w.auth, input.bodyId);
  const body = await getBody(w, input.bodyId);
  const others = await listSeatHistory(w, input.bodyId);
  const party = input.party ? partyDesignation(input.party) : null;
  const seat = {
    bodyId: input.bodyId,
    kind: input.kind,
    order: input.order ?? Math.max(0, ...others.filter((one) => one.kind === input.kind).map((one) => one.order)) + 1,
    party: party ?? null,
    role: input.role ?? null,
    personId: input.personId ?? null,
    validFrom: input.validFrom ?? null,
    validTo: input.validTo ?? null,
  };
  const meanwhile = others.filter((one) => overlaps(one, seat));
  const problems: Problem[] = [];
  if (!hasSeats(body.kind)) problems.push({ path: 'bodyId', key: 'seat.bodyHasNone' });
  if (party === undefined) problems.push({ path: 'party', key: 'seat.party' });
  if (seat.validFrom && seat.validTo && seat.validTo < seat.validFrom)
    problems.push({ path: 'validTo', key: 'organisation.endsBeforeStart' });
  if (meanwhile.some((one) => one.kind === seat.kind && one.order === seat.order))
    problems.push({ path: 'order', key: 'seat.orderTaken', values: { order: seat.order } });
  if (seat.role && meanwhile.some((one) => one.role === seat.role))
    problems.push({ path: 'role', key: 'seat.roleTwice', values: { role: seat.role } });
  if (seat.personId && meanwhile.some((one) => one.personId === seat.personId))
    problems.push({ path: 'personId', key: 'seat.personTwice' });
  refuseProblems(problems);
  const id = await insertSeat(w, seat);
  await w.log({ noun: 'seat', recordId: id, summary: 'set up', after: seat });
  return id;
}
