import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { requireBody } from '../access/index.ts';
import { getBody, listRegulations } from '../organisation/index.ts';
import { adjustBy, adjustmentRuleOf } from './adjust-by.ts';
import { type MeetingFields, meetingProblems } from './meeting.ts';

export type PlanMeeting = MeetingFields & {
  readonly bodyId: Id<'body'>;
  readonly jointBodyIds?: readonly Id<'body'>[];
  /** True for a meeting that is put on record after it was held, as an import does: it begins as closed instead of planned. */
  readonly alreadyHeld?: boolean;
};

/** Puts a meeting of a body in the register: planned, or already held. A body has one meeting of a kind a day. */
export async function planMeeting(
  w: Writer<'meeting.edit' | 'intake.confirm'>,
  input: PlanMeeting,
): Promise<Id<'meeting'>> {
  await getBody(w, input.bodyId);
  requireBody(w.auth, input.bodyId);
  const jointBodyIds = [...new Set(input.jointBodyIds ?? [])].filter((id) => id !== input.bodyId);
  refuseProblems([
    ...meetingProblems(input),
    ...(input.alreadyHeld && input.heldOn > w.runtime.today() ? [{ path: 'heldOn', key: 'meeting.notHeldYet' }] : []),
    ...(input.kind === 'jointMeeting' && jointBodyIds.length === 0
      ? [{ path: 'jointBodyIds', key: 'validation.required' }]
      : []),
  ]);
  await refuseSecondMeeting(w, input);
  const id = w.runtime.newId();
  const row = {
    kind: input.kind,
    title: input.title?.trim() || null,
    body_id: input.bodyId,
    held_on: input.heldOn,
    starts_at: input.startsAt ?? null,
    ends_at: input.endsAt ?? null,
    place: input.place?.trim() || null,
    mode: input.mode ?? null,
    state: input.alreadyHeld ? 'closed' : 'planned',
    adjust_by: input.adjustBy ?? (await deadlineFor(w, input.bodyId, input)),
    last_day: input.lastDay ?? null,
    note: input.note?.trim() || null,
  };
  await w.db
    .insertInto('meeting')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  if (jointBodyIds.length > 0)
    await w.db
      .insertInto('meeting_body')
      .values(jointBodyIds.map((body_id) => ({ tenant_id: w.tenantId, meeting_id: id, body_id })))
      .execute();
  await w.log({ noun: 'meeting', recordId: id, after: { ...row, jointBodyIds } });
  return id;
}

/** The day by which the minutes are to be adjusted, by the rules of the body on the day of the meeting; only a meeting has minutes. */
export async function deadlineFor(
  w: Writer,
  bodyId: Id<'body'>,
  meeting: Pick<MeetingFields, 'kind' | 'heldOn'>,
): Promise<CivilDate | null> {
  if (meeting.kind !== 'meeting') return null;
  const { kind } = await getBody(w, bodyId);
  const rule = adjustmentRuleOf(kind, await listRegulations(w, bodyId), meeting.heldOn);
  return adjustBy(meeting.heldOn, rule)?.date ?? null;
}

/** Stops a verb that would give a body a second meeting of a kind on the same day; `ownId` is the meeting itself when it exists already. */
export async function refuseSecondMeeting(
  w: Writer,
  input: Pick<PlanMeeting, 'bodyId' | 'heldOn' | 'kind'>,
  ownId?: Id<'meeting'>,
): Promise<void> {
  const other = await w.db
    .selectFrom('meeting')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('body_id', '=', input.bodyId)
    .where('held_on', '=', input.heldOn)
    .where('kind', '=', input.kind)
    .executeTakeFirst();
  if (other && other.id !== ownId)
    refuseProblems([{ path: 'heldOn', key: 'meeting.exists', values: { meetingId: other.id } }]);
}
