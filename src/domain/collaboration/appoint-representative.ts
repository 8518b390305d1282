import { addDays, type CivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireBody } from '../access/index.ts';
import { getAgendaItem, getMeeting } from '../meetings/index.ts';
import { getBody, registerPerson, sharedKinds } from '../organisation/index.ts';
import { type RepresentationCapacity, representationCapacities, representationOn } from './representation.ts';
import { getRepresentation, listRepresentations, placesIn } from './representation-reader.ts';

export type AppointRepresentative = {
  readonly groupId: Id<'body'>;
  readonly forBodyId: Id<'body'>;
  /** Somebody of the register, or a name that is entered in it. */
  readonly personId?: Id<'person'>;
  readonly name?: string;
  readonly capacity: RepresentationCapacity;
  readonly title?: string | null;
  readonly validFrom: CivilDate;
  readonly agendaItemId?: Id<'agendaItem'> | null;
  readonly appointedBy?: string | null;
  /** Whom the person comes instead of: that one's last day is the day before. */
  readonly replacesId?: Id<'representation'> | null;
};

/** Records who speaks for a principal or a district in a group, from a day on, and where that was said (COL-04). */
export async function appointRepresentative(
  w: Writer<'collaboration.edit'>,
  input: AppointRepresentative,
): Promise<Id<'representation'>> {
  requireBody(w.auth, input.groupId);
  await lockRow(w, 'body', input.groupId);
  const { kind } = await getBody(w, input.groupId);
  const before = await listRepresentations(w, { groupId: input.groupId, forBodyId: input.forBodyId });
  const replaced = input.replacesId ? before.find(({ id }) => id === input.replacesId) : undefined;
  const places = (await placesIn(w, [input.groupId], input.validFrom)).get(input.groupId) ?? [];
  const problems: Problem[] = [];
  if (!sharedKinds.includes(kind)) problems.push({ path: 'groupId', key: 'participant.notShared' });
  if (!places.some(({ forBody }) => forBody.id === input.forBodyId))
    problems.push({ path: 'forBodyId', key: 'representation.noPlace' });
  if (!(input.capacity in representationCapacities)) problems.push({ path: 'capacity', key: 'validation.choose' });
  if (!input.personId && !input.name?.trim()) problems.push({ path: 'name', key: 'validation.required' });
  if (input.replacesId && !replaced) problems.push({ path: 'replacesId', key: 'validation.choose' });
  if (replaced && input.validFrom <= replaced.validFrom)
    problems.push({ path: 'validFrom', key: 'representation.beforeReplaced', values: { name: replaced.personName } });
  const { representatives, substitutes } = representationOn(before, input.validFrom);
  if ([...representatives, ...substitutes].some((one) => one.personId === input.personId && one.id !== replaced?.id))
    problems.push({ path: 'personId', key: 'representation.already' });
  if (input.agendaItemId && (await bodyOfItem(w, input.agendaItemId)) !== input.groupId)
    problems.push({ path: 'agendaItemId', key: 'representation.otherGroup' });
  refuseProblems(problems);
  if (replaced && (replaced.validTo === null || replaced.validTo >= input.validFrom))
    await setLastDay(w, replaced.id, replaced.version, addDays(input.validFrom, -1));
  const id: Id<'representation'> = w.runtime.newId();
  const row = {
    group_body_id: input.groupId,
    for_body_id: input.forBodyId,
    person_id: input.personId ?? (await registerPerson(w, { name: input.name ?? '' })),
    capacity: input.capacity,
    title: input.title?.trim() || null,
    valid_from: input.validFrom,
    valid_to: null,
    agenda_item_id: input.agendaItemId ?? null,
    appointed_by: input.appointedBy?.trim() || null,
  };
  await w.db
    .insertInto('representation')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'representation', recordId: id, summary: 'appointed', before: replaced, after: row });
  return id;
}

export type EndRepresentation = {
  readonly representationId: Id<'representation'>;
  readonly lastDay: CivilDate;
  readonly expectedVersion: number;
};

/** Records the last day of somebody who speaks for a principal. The row stays: notes of that time name the person. */
export async function endRepresentation(w: Writer<'collaboration.edit'>, input: EndRepresentation): Promise<void> {
  const { groupId } = await getRepresentation(w, input.representationId);
  requireBody(w.auth, groupId);
  await lockRow(w, 'representation', input.representationId);
  const before = expectVersion(await getRepresentation(w, input.representationId), input.expectedVersion, input);
  if (input.lastDay < before.validFrom) refuseProblems([{ path: 'lastDay', key: 'organisation.endsBeforeStart' }]);
  await setLastDay(w, before.id, before.version, input.lastDay);
  await w.log({ noun: 'representation', recordId: before.id, summary: 'ended', before, after: input });
}

async function setLastDay(w: Writer, id: Id<'representation'>, version: number, lastDay: CivilDate): Promise<void> {
  await w.db
    .updateTable('representation')
    .set({ valid_to: lastDay, version: version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', id)
    .execute();
}

async function bodyOfItem(w: Writer, itemId: Id<'agendaItem'>): Promise<Id<'body'> | undefined> {
  const { meetingId } = await getAgendaItem(w, itemId);
  return (await getMeeting(w, meetingId)).body.id;
}

export type SetRepresentationPlace = {
  readonly groupId: Id<'body'>;
  readonly forBodyId: Id<'body'>;
  readonly representatives: number;
  readonly substitutes: number;
};

/** Says whom somebody is to speak for in a group, and by how many: a district in the working committee, two from the largest principal. */
export async function setRepresentationPlace(
  w: Writer<'collaboration.edit'>,
  input: SetRepresentationPlace,
): Promise<void> {
  requireBody(w.auth, input.groupId);
  await lockRow(w, 'body', input.groupId);
  const { kind } = await getBody(w, input.groupId);
  await getBody(w, input.forBodyId);
  if (input.groupId === input.forBodyId)
    throw new AppError('record.invalid', {}, [{ path: 'forBodyId', key: 'validation.choose' }]);
  const problems: Problem[] = [];
  if (!sharedKinds.includes(kind)) problems.push({ path: 'groupId', key: 'participant.notShared' });
  for (const path of ['representatives', 'substitutes'] as const)
    if (!Number.isInteger(input[path]) || input[path] < 0 || input[path] > mostInPlace)
      problems.push({ path, key: 'validation.number' });
  if (input.representatives + input.substitutes === 0)
    problems.push({ path: 'representatives', key: 'representation.nobody' });
  refuseProblems(problems);
  const before = (await placesIn(w, [input.groupId], w.runtime.today()))
    .get(input.groupId)
    ?.find(({ forBody }) => forBody.id === input.forBodyId);
  const { groupId, forBodyId, ...numbers } = input;
  await w.db
    .insertInto('representation_place')
    .values({ tenant_id: w.tenantId, group_body_id: groupId, for_body_id: forBodyId, ...numbers })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'group_body_id', 'for_body_id']).doUpdateSet(numbers))
    .execute();
  await w.log({ noun: 'body', recordId: groupId, summary: 'representation place', before, after: input });
}

/** More than any principal has in a group of officials. */
const mostInPlace = 20;
