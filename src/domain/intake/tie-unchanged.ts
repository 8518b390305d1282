import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { rememberSource } from '../matters/index.ts';
import { compareVersions, isLaterVersion } from './compare-versions.ts';
import { getIntakeFile, listLikelyVersions, listProposals } from './intake-reader.ts';
import { updateProposal } from './intake-writer.ts';
import type { Proposal } from './proposal.ts';

/**
 * Looks whether a file that was just read is a later version of one that was read before. What says the same as then follows what a person decided
 * then: tied to the record, or rejected. Nothing that differs is touched, and no record is written; a person sees only what is new or changed.
 */
export async function tieUnchanged(w: Writer<'intake.handIn'>, fileId: Id<'intakeFile'>): Promise<void> {
  const file = await getIntakeFile(w, fileId);
  const later = await listProposals(w, fileId);
  for (const before of await listLikelyVersions(w, file)) {
    const comparison = compareVersions(await listProposals(w, before.id), later);
    if (!isLaterVersion(comparison)) continue;
    await w.db
      .updateTable('intake_file')
      .set({ earlier_id: before.id, version: file.version + 1 })
      .where('tenant_id', '=', w.tenantId)
      .where('id', '=', fileId)
      .execute();
    let tied = 0;
    for (const pair of comparison.unchanged) {
      if (pair.earlier.state === 'open') continue;
      await follow(w, pair.earlier, pair.later, file.documentId);
      tied += 1;
    }
    await w.log({
      noun: 'intakeFile',
      recordId: fileId,
      summary: `a later version of ${before.fileName}`,
      after: { earlierId: before.id, tied },
    });
    return;
  }
}

async function follow(
  w: Writer<'intake.handIn'>,
  earlier: Proposal,
  later: Proposal,
  documentId: Id<'document'>,
): Promise<void> {
  const { state, record, fields } = earlier;
  await updateProposal(w, later, { state, record, made: [], fields, decided: true });
  if (!record) return;
  const { rule, confidence } = later;
  for (const { start, end, line } of [later.source, ...later.alsoAt])
    if (end > start)
      await rememberSource(w, {
        noun: record.noun,
        recordId: record.id,
        documentId,
        start,
        end,
        line,
        rule,
        confidence,
        fields: [],
      });
}
