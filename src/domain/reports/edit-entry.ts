import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { getBody } from '../organisation/index.ts';
import type { SourceNoun } from './answer-facts.ts';
import { gatherFacts, reportedAssignments } from './answer-facts-reader.ts';
import { type AnswerType, answerTypes, readAnswerType } from './answer-types.ts';
import { type Evidence, sameEvidence } from './claim-evidence.ts';
import { claimsOf } from './claims.ts';
import { evidenceRecords } from './evidence-records-reader.ts';
import { refreshEntries, rematched } from './refresh-draft.ts';
import { storedEvidence } from './report-entry-reader.ts';
import { lockEntry, writeEvidence } from './report-writer.ts';

export type EntryKey = { readonly entryId: Id<'reportEntry'>; readonly expectedVersion: number };

/**
 * Saves an answer that a person wrote. Evidence stays with the sentences that did not change; changed sentences get the evidence of the days they
 * name. From now on the text is the person's: refreshing never replaces it.
 */
export async function editEntry(
  w: Writer<'report.edit' | 'intake.confirm'>,
  input: EntryKey & { readonly answer: string; readonly answerType?: AnswerType },
): Promise<void> {
  const { entry, report } = await lockEntry(w, input.entryId);
  expectVersion(entry, input.expectedVersion, { answer: input.answer });
  const answer_type = input.answerType ?? readAnswerType(input.answer);
  if (!(answer_type in answerTypes))
    throw new AppError('record.invalid', {}, [{ path: 'answerType', key: 'validation.choose' }]);
  const body = await getBody(w, report.body_id);
  const assignments = await reportedAssignments(w, body.id, report.year);
  const assignment = assignments.find((one) => one.id === entry.assignment_id);
  const before = (await storedEvidence(w, [entry.id])).get(entry.id) ?? [];
  const answer_text = input.answer.replace(/\r\n?/gu, '\n').trim();
  const found =
    assignment && (await gatherFacts(w, body, report.year, w.runtime.today(), [assignment])).get(assignment.id);
  const hashes = new Set(claimsOf(answer_text).map((claim) => claim.hash));
  const evidence = found
    ? rematched(answer_text, before, found, report.year)
    : before.filter((one) => hashes.has(one.claimHash));
  await w.db
    .updateTable('report_entry')
    .set({ answer_text, answer_type, edited: true, version: entry.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', entry.id)
    .execute();
  await writeEvidence(w, entry.id, evidence);
  await w.log({
    noun: 'reportEntry',
    recordId: entry.id,
    before: { answer: entry.answer_text, answerType: entry.answer_type },
    after: { answer: answer_text, answerType: answer_type },
  });
}

/** Throws a person's text away and takes the draft of the register again. */
export async function useDraft(w: Writer<'report.edit'>, input: EntryKey): Promise<void> {
  const { entry, report } = await lockEntry(w, input.entryId);
  expectVersion(entry, input.expectedVersion);
  await w.db
    .updateTable('report_entry')
    .set({ edited: false, version: entry.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', entry.id)
    .execute();
  await refreshEntries(w, report, [entry.assignment_id]);
  await w.log({ noun: 'reportEntry', recordId: entry.id, summary: 'draft', before: { answer: entry.answer_text } });
}

export type AttachEvidence = {
  readonly entryId: Id<'reportEntry'>;
  readonly claimHash: string;
  readonly noun: SourceNoun;
  readonly sourceId: string;
};

/** A person says that a record proves a sentence. The pointer stays with the sentence as long as it stands. */
export async function attachEvidence(
  w: Writer<'report.edit' | 'intake.confirm'>,
  input: AttachEvidence,
): Promise<void> {
  const { entry } = await lockEntry(w, input.entryId);
  const claim = claimsOf(entry.answer_text).find((one) => one.hash === input.claimHash);
  if (!claim || !(await sourceExists(w, input))) throw new AppError('record.notFound');
  await refuseSecret(w, input);
  const added: Evidence = {
    noun: input.noun,
    id: input.sourceId,
    claimHash: claim.hash,
    claimText: claim.text,
    confirmed: true,
  };
  const before = (await storedEvidence(w, [entry.id])).get(entry.id) ?? [];
  await writeEvidence(w, entry.id, [...before.filter((one) => !sameEvidence(one, added)), added]);
  await w.log({ noun: 'reportEntry', recordId: entry.id, summary: 'evidence', after: added });
}

/** A person says that a record does not prove a sentence after all. */
export async function detachEvidence(w: Writer<'report.edit'>, input: AttachEvidence): Promise<void> {
  const { entry } = await lockEntry(w, input.entryId);
  const gone = { noun: input.noun, id: input.sourceId, claimHash: input.claimHash, claimText: '', confirmed: true };
  const before = (await storedEvidence(w, [entry.id])).get(entry.id) ?? [];
  await writeEvidence(
    w,
    entry.id,
    before.filter((one) => !sameEvidence(one, gone)),
  );
  await w.log({ noun: 'reportEntry', recordId: entry.id, summary: 'evidence', before: gone });
}

const sourceTables = {
  agendaItem: 'agenda_item',
  decision: 'decision',
  meeting: 'meeting',
  indicatorValue: 'indicator_value',
  assessment: 'assessment',
  assignmentPosition: 'assignment_position',
  assignment: 'assignment',
  sourcePassage: 'source_passage',
} as const satisfies Record<SourceNoun, string>;

async function sourceExists(w: Writer, { noun, sourceId }: AttachEvidence): Promise<boolean> {
  const row = await w.db
    .selectFrom(sourceTables[noun])
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', sourceId)
    .executeTakeFirst();
  return row !== undefined;
}

/** A passage of a document in a secret matter proves nothing to who may not read it: in a report it is not there at all. */
async function refuseSecret(w: Writer, { noun, sourceId }: AttachEvidence): Promise<void> {
  if (noun !== 'sourcePassage') return;
  const record = (await evidenceRecords(w, [{ noun, id: sourceId }], 0)).get(`${noun}:${sourceId}`);
  if (!record || record.source.secret) throw new AppError('record.notFound');
}
