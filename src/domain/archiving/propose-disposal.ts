import type { CivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { registrationNumberKey } from '../matters/index.ts';
import { type DisposalAction, type DisposalState, disposalStateAfter } from './disposal-transitions.ts';
import { disposalHindrances, disposalVerdict } from './retention.ts';
import { type JudgedDocument, judgedDocuments, listRetentionRules } from './retention-reader.ts';
import { requireWhole } from './set-retention.ts';

export type ProposeDisposal = {
  readonly documentIds: readonly Id<'document'>[];
  readonly decisionNumber: string;
  readonly decisionOn: CivilDate;
  readonly decisionBody: string;
};

/**
 * Proposes that documents be disposed of (gallras), with the decision that allows it: archives are culled by decision only (arkivlagen 10 §, R-ARK-2).
 * A document that anything stands in the way of cannot be proposed.
 */
export async function proposeDisposal(w: Writer<'archive.dispose'>, input: ProposeDisposal): Promise<Id<'disposal'>> {
  requireWhole(w);
  const today = w.runtime.today();
  const decisionNumber = registrationNumberKey(input.decisionNumber);
  refuseProblems([
    ...(input.documentIds.length === 0 ? [{ path: 'documentIds', key: 'archiving.chooseDocuments' }] : []),
    ...(/\d/.test(decisionNumber) ? [] : [{ path: 'decisionNumber', key: 'archiving.decisionNumber' }]),
    ...(input.decisionOn > today ? [{ path: 'decisionOn', key: 'archiving.decisionAhead' }] : []),
    ...(input.decisionBody.trim() === '' ? [{ path: 'decisionBody', key: 'validation.required' }] : []),
  ]);
  const judged = await disposableNow(w, input.documentIds);
  const { last } = await w.db
    .selectFrom('disposal')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('tenant_id', '=', w.tenantId)
    .executeTakeFirstOrThrow();
  const id: Id<'disposal'> = w.runtime.newId();
  const row = {
    number: (last ?? 0) + 1,
    state: 'proposed' satisfies DisposalState,
    decision_number: decisionNumber,
    decision_on: input.decisionOn,
    decision_body: input.decisionBody.trim(),
    proposed_by_id: w.auth.accountId,
    proposed_by: w.auth.actorName,
    proposed_on: today,
  };
  await w.db
    .insertInto('disposal')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.db
    .insertInto('disposal_item')
    .values(
      judged.map(({ document, from, basis }, position) => ({
        tenant_id: w.tenantId,
        id: w.runtime.newId(),
        disposal_id: id,
        document_id: document.id,
        position,
        title: document.title,
        kind: document.kind,
        dated_on: document.datedOn,
        due_on: from,
        basis,
        sha256: document.sha256,
        size: document.size,
      })),
    )
    .execute();
  await w.log({ noun: 'disposal', recordId: id, after: { ...row, documents: judged.length } });
  return id;
}

/** Judges documents as they are now, locked; throws `archiving.hindered` with the first that must stay. */
export async function disposableNow(
  w: Writer,
  ids: readonly Id<'document'>[],
  besides?: Id<'disposal'>,
): Promise<readonly { readonly document: JudgedDocument; readonly from: CivilDate; readonly basis: string }[]> {
  const wanted = [...new Set(ids)].toSorted();
  for (const id of wanted) await lockRow(w, 'document', id);
  const documents = await judgedDocuments(w, { ids: wanted, ...(besides && { besides }) });
  if (documents.length !== wanted.length) throw new AppError('record.notFound');
  const rules = await listRetentionRules(w);
  return documents.map((document) => {
    const verdict = disposalVerdict(document, rules, w.runtime.today());
    if (verdict.hindrance !== null)
      throw new AppError('archiving.hindered', {
        title: document.title,
        reason: disposalHindrances[verdict.hindrance],
      });
    return { document, from: verdict.from, basis: verdict.rule.basis };
  });
}

type Step = { readonly disposalId: Id<'disposal'>; readonly expectedVersion: number };

/** Reads a disposal for a step of it: locked, in the version that was seen, in a state that allows the step. */
export async function takeDisposal(w: Writer, { disposalId, expectedVersion }: Step, action: DisposalAction) {
  requireWhole(w);
  const before = await lockRow(w, 'disposal', disposalId);
  expectVersion(before, expectedVersion);
  return { before, state: disposalStateAfter(before.state as DisposalState, action) };
}

/** Approves a proposal of disposal. Whoever proposed it cannot: two persons stand behind what can never be undone. */
export async function approveDisposal(w: Writer<'archive.dispose'>, input: Step): Promise<void> {
  const { before, state } = await takeDisposal(w, input, 'approve');
  const sameAccount = before.proposed_by_id !== null && before.proposed_by_id === w.auth.accountId;
  if (sameAccount || before.proposed_by === w.auth.actorName) throw new AppError('archiving.sameApprover');
  const after = { state, approved_by: w.auth.actorName, approved_on: w.runtime.today() };
  await saveDisposal(w, before, after);
}

/** Gives a proposal back with the reason: nothing of it is disposed of. */
export async function returnDisposal(
  w: Writer<'archive.dispose'>,
  input: Step & { readonly note: string },
): Promise<void> {
  const { before, state } = await takeDisposal(w, input, 'return');
  refuseProblems(input.note.trim() ? [] : [{ path: 'note', key: 'validation.required' }]);
  await saveDisposal(w, before, { state, returned_note: input.note.trim() });
}

export async function saveDisposal(
  w: Writer,
  before: Awaited<ReturnType<typeof takeDisposal>>['before'],
  after: Readonly<Partial<typeof before>>,
): Promise<void> {
  await w.db
    .updateTable('disposal')
    .set({ ...after, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await w.log({ noun: 'disposal', recordId: before.id, before: { state: before.state }, after });
}
