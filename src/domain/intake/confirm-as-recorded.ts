import { AppError } from '../../kernel/errors.ts';
import { joinTexts } from '../../kernel/fill-text.ts';
import type { Writer } from '../../storage/database.ts';
import { confirmProposal, questionsOf, sceneOf } from './confirm-proposal.ts';
import { getProposal } from './intake-reader.ts';
import { type OpenQuestion, questionText, type RecordRef } from './proposal.ts';
import { proposalType } from './proposal-types.ts';
import { changeProposal, type ProposalVersion } from './review-proposal.ts';

/** The register's own names of what a proposal calls otherwise. */
const counterparts: Readonly<Record<string, string>> = { startsAt: 'start', endsAt: 'end' };

/** The field of a proposal that a difference is about; undefined when the proposal has none of that kind. */
export function fieldOfDifference(type: string, field: string): string | undefined {
  const name = counterparts[field] ?? field;
  return Object.hasOwn(proposalType(type)?.fields ?? {}, name) ? name : undefined;
}

/** Whether all that keeps a proposal open is that the register says something else, in fields that the proposal has too. */
export function canKeepRecorded(type: string, questions: readonly OpenQuestion[]): boolean {
  const found = questions.flatMap((one) => one.differences ?? []);
  return (
    found.length > 0 &&
    questions.every((one) => one.code === 'differs' || one.code === 'suggestion') &&
    found.every(({ field }) => fieldOfDifference(type, field) !== undefined)
  );
}

/**
 * Confirms a proposal in the register's words: where the two differ the record stays as it is, and gains the passage as a source. What the reader
 * wrote is kept with the proposal, so that the difference can still be seen.
 */
export async function confirmAsRecorded(w: Writer<'intake.confirm'>, input: ProposalVersion): Promise<RecordRef> {
  const proposal = await getProposal(w, input.proposalId);
  const questions = await questionsOf(w, proposal, await sceneOf(w, proposal.fileId));
  if (!canKeepRecorded(proposal.type, questions)) {
    throw new AppError('intake.openQuestions', { questions: joinTexts(questions.map(questionText)) }, questions);
  }
  const fields = Object.fromEntries(
    questions.flatMap((one) =>
      (one.differences ?? []).map(({ field, recorded }) => [fieldOfDifference(proposal.type, field)!, recorded]),
    ),
  );
  await changeProposal(w, { ...input, fields });
  return await confirmProposal(w, { ...input, expectedVersion: input.expectedVersion + 1 });
}
