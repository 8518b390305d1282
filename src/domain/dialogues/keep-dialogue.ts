import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow, lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireBody } from '../access/index.ts';
import { getBody } from '../organisation/index.ts';
import { type DialogueFields, dialogueProblems } from './dialogue-rules.ts';

/** Notes a dialogue that a body has held or holds. Nobody who took part is named: only how many they were. */
export async function noteDialogue(
  w: Writer<'dialogue.edit'>,
  input: DialogueFields & { readonly bodyId: Id<'body'> },
): Promise<Id<'dialogue'>> {
  const body = await getBody(w, input.bodyId);
  requireBody(w.auth, body.id);
  refuseProblems(dialogueProblems(input));
  const id: Id<'dialogue'> = w.runtime.newId();
  const row = { body_id: body.id, ...(await rowOf(w, input)) };
  await w.db
    .insertInto('dialogue')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'dialogue', recordId: id, after: row });
  return id;
}

/** Corrects or completes what is noted of a dialogue. */
export async function changeDialogue(
  w: Writer<'dialogue.edit'>,
  input: DialogueFields & { readonly dialogueId: Id<'dialogue'>; readonly expectedVersion: number },
): Promise<void> {
  const before = await lockRow(w, 'dialogue', input.dialogueId);
  requireBody(w.auth, before.body_id);
  expectVersion(before, input.expectedVersion, input);
  refuseProblems(dialogueProblems(input));
  const row = await rowOf(w, input);
  await w.db
    .updateTable('dialogue')
    .set({ ...row, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await w.log({ noun: 'dialogue', recordId: before.id, before, after: row });
}

async function rowOf(w: Writer, fields: DialogueFields) {
  if (fields.meetingId) await getRow(w, 'meeting', fields.meetingId);
  return {
    kind: fields.kind,
    title: fields.title.trim().replace(/\s+/gu, ' '),
    from_on: fields.fromOn,
    to_on: fields.toOn ?? null,
    place: fields.place?.trim() || null,
    occasions: fields.occasions ?? null,
    occasions_qualifier: fields.occasionsQualifier ?? 'exact',
    participants: fields.participants ?? null,
    participants_qualifier: fields.participantsQualifier ?? 'exact',
    answer_units: fields.answerUnits ?? null,
    summary: fields.summary?.trim() ?? '',
    materials: JSON.stringify(fields.materials ?? []),
    meeting_id: fields.meetingId ?? null,
  };
}
