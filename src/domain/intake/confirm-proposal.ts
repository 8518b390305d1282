import { AppError } from '../../kernel/errors.ts';
import { joinTexts } from '../../kernel/fill-text.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import type { Scene } from './confirm/confirmer.ts';
import { confirmers } from './confirm/confirmers.ts';
import { getIntakeFile, listProposals } from './intake-reader.ts';
import { lockProposal, updateProposal } from './intake-writer.ts';
import { type OpenQuestion, type Proposal, questionText, type RecordRef } from './proposal.ts';
import { afterProposalAction } from './proposal-transitions.ts';
import { isConfirmable, missingFields } from './proposal-types.ts';
import type { ProposalVersion } from './review-proposal.ts';

/** What keeps a proposal from being confirmed; empty when nothing does. A suggestion alone does not hinder the person who looks at it. */
export async function questionsOf(r: Reader, proposal: Proposal, scene: Scene): Promise<readonly OpenQuestion[]> {
  if (!isConfirmable(proposal.type)) return [{ code: 'noRegister', values: {} }];
  const missing = missingFields(proposal.type, proposal.fields);
  if (missing.length > 0) return missing.map((field) => ({ code: 'missingField', values: { field } }));
  return await confirmers[proposal.type].questions(r, proposal, scene);
}

/** The file of a proposal with all that was proposed in it. */
export async function sceneOf(r: Reader, fileId: Id<'intakeFile'>): Promise<Scene> {
  return { file: await getIntakeFile(r, fileId), proposals: await listProposals(r, fileId) };
}

/**
 * Makes a proposal a record, or ties it to the record that says the same. A proposal with open questions is refused with them; the register is never
 * overwritten. Two people who confirm the same proposal make one record: the second is told that it has changed meanwhile.
 */
export async function confirmProposal(w: Writer<'intake.confirm'>, input: ProposalVersion): Promise<RecordRef> {
  const proposal = await lockProposal(w, input.proposalId);
  expectVersion(proposal, input.expectedVersion);
  return await confirmLocked(w, proposal, await sceneOf(w, proposal.fileId));
}

/** The confirmation itself, of a proposal that is locked by this transaction. */
export async function confirmLocked(w: Writer<'intake.confirm'>, proposal: Proposal, scene: Scene): Promise<RecordRef> {
  const state = afterProposalAction(proposal.state, 'confirm');
  const asked = (await questionsOf(w, proposal, scene)).filter((one) => one.code !== 'suggestion');
  if (asked.length > 0 || !isConfirmable(proposal.type)) {
    const questions = joinTexts(asked.map(questionText));
    throw new AppError('intake.openQuestions', { questions }, asked);
  }
  const { record, made } = await confirmers[proposal.type].confirm(w, proposal, scene);
  await updateProposal(w, proposal, { state, record, made, decided: true });
  await w.log({
    noun: 'proposal',
    recordId: proposal.id,
    summary: `${proposal.type} confirmed as ${record.noun} ${record.id}`,
    after: { made },
  });
  return record;
}
