import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import { transitionIn } from '../../kernel/transition-table.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow, lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireBody } from '../access/index.ts';
import { getBody } from '../organisation/index.ts';
import { readableCode } from './poll.ts';
import { type PollFields, pollProblems } from './poll-rules.ts';
import { type PollAction, type PollState, pollStates, pollTransitions } from './poll-transitions.ts';

/** Letters of the address of a poll: short enough to type from a wall, and more than anybody tries through. */
const codeLength = 6;

/** Begins a poll of a body, as a draft without questions. */
export async function createPoll(
  w: Writer<'poll.edit'>,
  input: PollFields & { readonly bodyId: Id<'body'> },
): Promise<Id<'poll'>> {
  const body = await getBody(w, input.bodyId);
  requireBody(w.auth, body.id);
  refuseProblems(pollProblems(input));
  const row = { body_id: body.id, ...(await rowOf(w, input)) };
  const id: Id<'poll'> = w.runtime.newId();
  await w.db
    .insertInto('poll')
    .values({
      tenant_id: w.tenantId,
      id,
      ...row,
      code: readableCode(codeLength, w.runtime.newToken),
      state: 'draft',
      shown: '{}',
    })
    .execute();
  await writeGroups(w, id, input.groups ?? []);
  await w.log({ noun: 'poll', recordId: id, after: { ...row, groups: input.groups ?? [] } });
  return id;
}

/** Changes a draft: what it is called, who can answer and when, and which groups there are. */
export async function changePoll(
  w: Writer<'poll.edit'>,
  input: PollFields & { readonly pollId: Id<'poll'>; readonly expectedVersion: number },
): Promise<void> {
  const before = await lockPoll(w, input.pollId, 'edit');
  expectVersion(before, input.expectedVersion, input);
  refuseProblems(pollProblems(input));
  const row = await rowOf(w, input);
  await bumpPoll(w, before, row);
  await w.db.deleteFrom('poll_group').where('tenant_id', '=', w.tenantId).where('poll_id', '=', before.id).execute();
  await writeGroups(w, before.id, input.groups ?? []);
  await w.log({ noun: 'poll', recordId: before.id, before, after: { ...row, groups: input.groups ?? [] } });
}

/** The poll, locked for an action that its state allows, on a body that the proof covers. */
export async function lockPoll(w: Writer, pollId: Id<'poll'>, action: PollAction) {
  const row = await lockRow(w, 'poll', pollId);
  if (action !== 'answer') requireBody(w.auth, row.body_id);
  transitionIn(pollTransitions, pollStates, row.state as PollState, action);
  return row;
}

/** Writes new values on a poll and counts its version on. */
export async function bumpPoll(
  w: Writer,
  poll: { readonly id: string; readonly version: number },
  row: Partial<Awaited<ReturnType<typeof rowOf>>> & { readonly state?: string; readonly links_made?: number },
): Promise<void> {
  await w.db
    .updateTable('poll')
    .set({ ...row, version: poll.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', poll.id)
    .execute();
}

async function writeGroups(w: Writer, pollId: string, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  await w.db
    .insertInto('poll_group')
    .values(
      names.map((name, index) => ({
        tenant_id: w.tenantId,
        id: w.runtime.newId(),
        poll_id: pollId,
        position: index + 1,
        name,
      })),
    )
    .execute();
}

async function rowOf(w: Writer, fields: PollFields) {
  if (fields.meetingId) await getRow(w, 'meeting', fields.meetingId);
  if (fields.dialogueId) await getRow(w, 'dialogue', fields.dialogueId);
  return {
    title: fields.title.trim().replace(/\s+/gu, ' '),
    about: fields.about?.trim() ?? '',
    access: fields.access,
    opens_on: fields.opensOn ?? null,
    closes_on: fields.closesOn ?? null,
    meeting_id: fields.meetingId ?? null,
    dialogue_id: fields.dialogueId ?? null,
    group_label: (fields.groups ?? []).length > 0 ? (fields.groupLabel?.trim() ?? null) : null,
  };
}
