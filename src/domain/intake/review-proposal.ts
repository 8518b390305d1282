import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { lockProposal, updateProposal } from './intake-writer.ts';
import type { Fields } from './proposal.ts';
import { afterProposalAction } from './proposal-transitions.ts';
import { fieldProblems } from './proposal-types.ts';

/** Names the proposal and the version that the person has seen. */
export type ProposalVersion = { readonly proposalId: Id<'proposal'>; readonly expectedVersion: number };

/** Changes fields of a proposal. What the reader wrote first is kept beside, so that its rules can be judged by what people corrected. */
export async function changeProposal(
  w: Writer<'intake.confirm'>,
  input: ProposalVersion & { readonly fields: Fields },
): Promise<void> {
  const proposal = await lockProposal(w, input.proposalId);
  expectVersion(proposal, input.expectedVersion, input.fields);
  afterProposalAction(proposal.state, 'change');
  const problems = fieldProblems(proposal.type, input.fields);
  refuseProblems(problems);
  const fields = { ...proposal.fields, ...input.fields };
  await updateProposal(w, proposal, { fields });
  const before = Object.fromEntries(Object.keys(input.fields).map((name) => [name, proposal.fields[name] ?? null]));
  await w.log({
    noun: 'proposal',
    recordId: proposal.id,
    summary: `${proposal.type} changed`,
    before,
    after: input.fields,
  });
}

/** Says that a proposal is not a record. It stays, so that it is not proposed again and can be taken up after all. */
export async function rejectProposal(w: Writer<'intake.confirm'>, input: ProposalVersion): Promise<void> {
  const proposal = await lockProposal(w, input.proposalId);
  expectVersion(proposal, input.expectedVersion);
  const state = afterProposalAction(proposal.state, 'reject');
  await updateProposal(w, proposal, { state, decided: true });
  await w.log({
    noun: 'proposal',
    recordId: proposal.id,
    summary: `${proposal.type} rejected`,
    before: proposal.fields,
  });
}
