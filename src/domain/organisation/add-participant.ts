import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { requireBody } from '../access/index.ts';
import { findBody, getBody } from './organisation-reader.ts';
import { authorityKinds, sharedKinds } from './participant.ts';
import { listParticipants } from './participant-reader.ts';
import { overlaps } from './seat-writer.ts';

export type AddParticipant = {
  readonly bodyId: Id<'body'>;
  readonly participantId: Id<'body'>;
  readonly host?: boolean;
  readonly validFrom?: CivilDate | null;
};

/** Records that an authority takes part in a joint nämnd or stands behind a group (R-KL-61, R-ORG-3). A joint nämnd has one host at a time. */
export async function addParticipant(
  w: Writer<'organisation.edit'>,
  input: AddParticipant,
): Promise<Id<'bodyParticipant'>> {
  requireBody(w.auth, input.bodyId);
  await lockRow(w, 'body', input.bodyId);
  const { kind } = await getBody(w, input.bodyId);
  const participant = await findBody(w, input.participantId);
  const interval = { validFrom: input.validFrom ?? null, validTo: null };
  const meanwhile = (await listParticipants(w, input.bodyId)).filter((one) => overlaps(one, interval));
  const problems: Problem[] = [];
  if (!sharedKinds.includes(kind)) problems.push({ path: 'bodyId', key: 'participant.notShared' });
  if (!participant || !authorityKinds.includes(participant.kind))
    problems.push({ path: 'participantId', key: 'participant.notAuthority' });
  if (meanwhile.some((one) => one.participantId === input.participantId))
    problems.push({ path: 'participantId', key: 'participant.already' });
  if (input.host && kind !== 'jointCommittee') problems.push({ path: 'host', key: 'participant.hostOfGroup' });
  const host = meanwhile.find((one) => one.host);
  if (input.host && host) problems.push({ path: 'host', key: 'participant.hostTaken', values: { host: host.name } });
  refuseProblems(problems);
  const id: Id<'bodyParticipant'> = w.runtime.newId();
  const row = {
    body_id: input.bodyId,
    participant_body_id: input.participantId,
    host: input.host ?? false,
    valid_from: interval.validFrom,
    valid_to: null,
  };
  await w.db
    .insertInto('body_participant')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'body', recordId: input.bodyId, summary: 'participant', after: row });
  return id;
}
