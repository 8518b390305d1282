import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { getRow, lockRow } from '../../storage/get-row.ts';
import { requireBody } from '../access/index.ts';
import { citeProvision, isProvision, isWithheld, secrecyOf } from '../secrecy/index.ts';
import { type DisclosureState, disclosureStep } from './disclosure-transitions.ts';
import type { TriedDocument, TriedOutcome } from './document-trial.ts';

export type TryDocument = {
  readonly requestId: Id<'disclosureRequest'>;
  readonly documentId: Id<'document'>;
  readonly outcome: TriedOutcome;
  /** The code of a provision, or its words: needed as soon as anything is held back (TF 2:20). */
  readonly provision: string | null;
};

/**
 * Tries one document of a request that waits; tried anew, the later finding counts and the log keeps both. A document that is marked secret is not let out
 * whole here: the mark is lifted first by whoever may, because a mark that was wrong is wrong for the next request too (OSL 5:5).
 */
export async function tryDocument(w: Writer<'disclosure.handle'>, input: TryDocument): Promise<void> {
  const request = await lockRow(w, 'disclosure_request', input.requestId);
  requireBody(w.auth, request.body_id);
  disclosureStep(request.state as DisclosureState, 'release');
  const document = await getRow(w, 'document', input.documentId);
  const typed = input.provision?.trim() ?? '';
  const { level } = await secrecyOf(w, 'document', document.id);
  refuseProblems([
    ...(document.matter_id !== request.matter_id ? [{ path: 'documentId', key: 'disclosure.otherMatter' }] : []),
    ...(input.outcome === 'open' && isWithheld(level) ? [{ path: 'outcome', key: 'disclosure.marked' }] : []),
    ...(input.outcome !== 'open' && !isProvision(typed) ? [{ path: 'provision', key: 'disclosure.provisions' }] : []),
  ]);
  const row = {
    outcome: input.outcome,
    provision: input.outcome === 'open' ? null : citeProvision(typed),
    tried_on: w.runtime.today(),
    tried_by: w.auth.actorName,
  };
  await w.db
    .insertInto('disclosure_document')
    .values({
      tenant_id: w.tenantId,
      id: w.runtime.newId(),
      disclosure_request_id: request.id,
      document_id: document.id,
      ...row,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'disclosure_request_id', 'document_id'])
        .doUpdateSet((eb) => ({ ...row, version: eb('disclosure_document.version', '+', 1) })),
    )
    .execute();
  await w.log({
    noun: 'disclosureRequest',
    recordId: request.id,
    summary: 'documentTried',
    after: { documentId: document.id, outcome: row.outcome, provision: row.provision },
  });
}

/** The documents of a request that have been tried. */
export async function listTriedDocuments(
  r: Reader,
  requestId: Id<'disclosureRequest'>,
): Promise<readonly TriedDocument[]> {
  const rows = await r.db
    .selectFrom('disclosure_document')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('disclosure_request_id', '=', requestId)
    .orderBy('tried_on')
    .execute();
  return rows.map((row) => ({
    documentId: row.document_id,
    outcome: row.outcome as TriedOutcome,
    provision: row.provision,
    triedOn: row.tried_on,
    triedBy: row.tried_by,
  }));
}
