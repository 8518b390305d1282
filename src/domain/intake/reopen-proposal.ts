import { AppError } from '../../kernel/errors.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { lockProposal, updateProposal } from './intake-writer.ts';
import { afterProposalAction } from './proposal-transitions.ts';
import { removeRecord } from './remove-record.ts';
import type { ProposalVersion } from './review-proposal.ts';

/**
 * Opens a proposal again: a rejected one as it was, a confirmed one by taking away the records that its confirmation made, the last first. When
 * anything else has come to build on one of them, all stays as it is and the answer says what builds on it. Bodies and people stay: others name them.
 */
export async function reopenProposal(w: Writer<'intake.confirm'>, input: ProposalVersion): Promise<void> {
  const proposal = await lockProposal(w, input.proposalId);
  expectVersion(proposal, input.expectedVersion);
  const state = afterProposalAction(proposal.state, 'reopen');
  const { record, made } = proposal;
  if (record?.noun === 'meeting' && proposal.type === 'timeslot')
    throw new AppError('intake.inUse', {
      dependents: { sv: 'tidplanen i sammanträdet', en: 'the timetable of the meeting' },
    });
  for (const one of made.toReversed()) await removeRecord(w, one);
  await updateProposal(w, proposal, { state, record: null, made: [], decided: false });
  await w.log({
    noun: 'proposal',
    recordId: proposal.id,
    summary: `${proposal.type} reopened`,
    before: { record, made },
  });
}
