import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireBody } from '../access/index.ts';
import { getMeeting } from '../meetings/index.ts';
import { bodyRulesOn } from '../organisation/index.ts';
import { lockMinutes } from './minutes-writer.ts';

export type StartMinutes = {
  readonly meetingId: Id<'meeting'>;
  /** One of the bodies of the meeting; the one it belongs to unless told. Bodies that meet together keep minutes of their own. */
  readonly bodyId?: Id<'body'>;
  /** Who keeps them; the actor unless told. */
  readonly secretary?: string | null;
};

/** Begins the minutes of a meeting, or answers those that are begun. How they will be approved is the rule of the body on the day of the meeting. */
export async function startMinutes(w: Writer<'minutes.edit'>, input: StartMinutes): Promise<Id<'minutes'>> {
  const meeting = await getMeeting(w, input.meetingId);
  const bodyId = input.bodyId ?? meeting.body.id;
  requireBody(w.auth, bodyId);
  if (![meeting.body, ...meeting.jointBodies].some((body) => body.id === bodyId))
    refuseProblems([{ path: 'bodyId', key: 'decision.otherMeeting' }]);
  const id = w.runtime.newId();
  const { approval } = await bodyRulesOn(w, bodyId, meeting.heldOn);
  const row = {
    meeting_id: meeting.id,
    body_id: bodyId,
    state: 'draft',
    secretary: input.secretary === undefined ? w.auth.actorName : input.secretary,
    approval,
    approved_in_item_id: null,
    adjust_place: null,
    final_on: null,
    archived_on: null,
    archive: null,
  };
  const made = await w.db
    .insertInto('minutes')
    .values({ tenant_id: w.tenantId, id, ...row })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'meeting_id', 'body_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return await begun(w, meeting.id, bodyId);
  await w.db
    .insertInto('adjustment')
    .values({
      tenant_id: w.tenantId,
      id: w.runtime.newId(),
      minutes_id: id,
      kind: 'whole',
      item_ids: JSON.stringify([]),
      state: 'draft',
      adjust_by: meeting.adjustBy,
      tree: null,
      content_hash: null,
      adjusted_on: null,
      round: 1,
    })
    .execute();
  await w.log({ noun: 'minutes', recordId: id, after: row });
  return id;
}

async function begun(w: Writer, meetingId: string, bodyId: string): Promise<Id<'minutes'>> {
  const row = await w.db
    .selectFrom('minutes')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('meeting_id', '=', meetingId)
    .where('body_id', '=', bodyId)
    .executeTakeFirstOrThrow();
  // A transaction that changes nothing still says that it was there.
  await w.log({ noun: 'minutes', recordId: row.id, summary: 'already begun' });
  return row.id;
}

/** Changes who keeps the minutes and where they are adjusted, as the cover prints it. */
export async function changeMinutesCover(
  w: Writer<'minutes.edit'>,
  input: {
    readonly minutesId: Id<'minutes'>;
    readonly expectedVersion: number;
    readonly secretary: string | null;
    readonly adjustPlace: string | null;
  },
): Promise<void> {
  const before = await lockMinutes(w, input.minutesId, 'edit');
  expectVersion(before, input.expectedVersion, input);
  const row = { secretary: input.secretary?.trim() || null, adjust_place: input.adjustPlace?.trim() || null };
  await w.db
    .updateTable('minutes')
    .set({ ...row, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await w.log({
    noun: 'minutes',
    recordId: before.id,
    before: { secretary: before.secretary, adjust_place: before.adjust_place },
    after: row,
  });
}
