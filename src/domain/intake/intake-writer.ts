import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { getIntakeFile, toProposal } from './intake-reader.ts';
import type { Fields, Proposal, RecordRef } from './proposal.ts';
import type { ProposalState } from './proposal-transitions.ts';

/** Reads a proposal for change: a second person who acts on it waits here, and then sees what the first one did. Of a file that was closed there is nothing to change. */
export async function lockProposal(w: Writer, id: Id<'proposal'>): Promise<Proposal> {
  const proposal = toProposal(await lockRow(w, 'proposal', id));
  await getIntakeFile(w, proposal.fileId);
  return proposal;
}

/** The columns of a proposal that a review changes; what is left out stays. */
export type ProposalChange = {
  readonly fields?: Fields;
  readonly state?: ProposalState;
  readonly record?: RecordRef | null;
  readonly made?: readonly RecordRef[];
  readonly decided?: boolean;
};

/** Writes a change of a proposal and counts its version up. */
export async function updateProposal(w: Writer, proposal: Proposal, change: ProposalChange): Promise<void> {
  await w.db
    .updateTable('proposal')
    .set({
      version: proposal.version + 1,
      ...(change.fields && { fields: JSON.stringify(change.fields) }),
      ...(change.state && { state: change.state }),
      ...(change.record !== undefined && {
        record_noun: change.record?.noun ?? null,
        record_id: change.record?.id ?? null,
      }),
      ...(change.made && { made: JSON.stringify(change.made) }),
      ...(change.decided !== undefined && {
        decided_by: change.decided ? w.auth.actorName : null,
        decided_at: change.decided ? w.runtime.now() : null,
      }),
    })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', proposal.id)
    .execute();
}

/** A proposal before it lies in a file. */
export type NewProposal = Pick<Proposal, 'type' | 'readerId' | 'fields' | 'confidence' | 'rule' | 'source' | 'alsoAt'>;

/** Lays proposals in a file, after those that are there. */
export async function insertProposals(
  w: Writer,
  fileId: Id<'intakeFile'>,
  proposals: readonly NewProposal[],
): Promise<void> {
  const { last } = await w.db
    .selectFrom('proposal')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('tenant_id', '=', w.tenantId)
    .where('intake_file_id', '=', fileId)
    .executeTakeFirstOrThrow();
  const rows = proposals.map((proposal, index) => ({
    tenant_id: w.tenantId,
    id: w.runtime.newId(),
    intake_file_id: fileId,
    position: (last ?? 0) + index + 1,
    type: proposal.type,
    reader_id: proposal.readerId,
    fields: JSON.stringify(proposal.fields),
    original_fields: JSON.stringify(proposal.fields),
    confidence: String(proposal.confidence),
    rule: proposal.rule,
    span_start: proposal.source.start,
    span_end: proposal.source.end,
    line: proposal.source.line,
    also_at: JSON.stringify(proposal.alsoAt),
    state: 'open',
    made: '[]',
  }));
  // A statement holds at most 65 535 values.
  for (let from = 0; from < rows.length; from += 500)
    await w.db
      .insertInto('proposal')
      .values(rows.slice(from, from + 500))
      .execute();
}
