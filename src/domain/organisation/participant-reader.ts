import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { holdsOn } from './body.ts';
import type { BodyKind } from './body-kinds.ts';
import type { Participant } from './participant.ts';

/** Who takes part, and took part, in a body that several authorities have together: the host first, then by name. */
export async function listParticipants(
  r: Reader,
  bodyId: Id<'body'>,
  onDate?: CivilDate,
): Promise<readonly Participant[]> {
  const rows = await r.db
    .selectFrom('body_participant')
    .innerJoin('body', (join) =>
      join
        .onRef('body.tenant_id', '=', 'body_participant.tenant_id')
        .onRef('body.id', '=', 'body_participant.participant_body_id'),
    )
    .selectAll('body_participant')
    .select(['body.name', 'body.kind'])
    .where('body_participant.tenant_id', '=', r.tenantId)
    .where('body_participant.body_id', '=', bodyId)
    .orderBy('body_participant.host', 'desc')
    .orderBy('body.name')
    .orderBy('body_participant.valid_from', (order) => order.asc().nullsFirst())
    .execute();
  const all = rows.map((row) => ({
    id: row.id,
    version: row.version,
    bodyId: row.body_id,
    participantId: row.participant_body_id,
    name: row.name,
    kind: row.kind as BodyKind,
    host: row.host,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }));
  return onDate ? all.filter((one) => holdsOn(one, onDate)) : all;
}
