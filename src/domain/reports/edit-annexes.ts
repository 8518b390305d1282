import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow, lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { getDocument } from '../matters/index.ts';
import { type AnnexFields, annexProblems } from './report-annex.ts';
import { lockReportBack } from './report-writer.ts';

type AnnexKey = { readonly annexId: Id<'reportAnnex'>; readonly expectedVersion: number };

/** Puts an annex last among those of a report that is still a draft. */
export async function addAnnex(
  w: Writer<'report.edit'>,
  input: AnnexFields & { readonly reportId: Id<'report'> },
): Promise<Id<'reportAnnex'>> {
  const report = await lockReportBack(w, input.reportId, 'edit');
  const row = await rowOf(w, input);
  const { last } = await w.db
    .selectFrom('report_annex')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('tenant_id', '=', w.tenantId)
    .where('report_id', '=', report.id)
    .executeTakeFirstOrThrow();
  const id: Id<'reportAnnex'> = w.runtime.newId();
  await w.db
    .insertInto('report_annex')
    .values({ tenant_id: w.tenantId, id, report_id: report.id, position: (last ?? 0) + 1, ...row })
    .execute();
  await w.log({ noun: 'report', recordId: report.id, summary: 'annex added', after: row });
  return id;
}

/** Writes an annex anew. */
export async function changeAnnex(w: Writer<'report.edit'>, input: AnnexKey & AnnexFields): Promise<void> {
  const { annex, report } = await lockAnnex(w, input.annexId);
  expectVersion(annex, input.expectedVersion, { title: input.title, text: input.text });
  const row = await rowOf(w, input);
  await w.db
    .updateTable('report_annex')
    .set({ ...row, version: annex.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', annex.id)
    .execute();
  await w.log({
    noun: 'report',
    recordId: report.id,
    summary: 'annex changed',
    before: { title: annex.title, text: annex.annex_text },
    after: row,
  });
}

/** Lets an annex change places with the one before it. */
export async function raiseAnnex(
  w: Writer<'report.edit'>,
  input: { readonly annexId: Id<'reportAnnex'> },
): Promise<void> {
  const { annex, report } = await lockAnnex(w, input.annexId);
  const before = await w.db
    .selectFrom('report_annex')
    .select(['id', 'position'])
    .where('tenant_id', '=', w.tenantId)
    .where('report_id', '=', report.id)
    .where('position', '<', annex.position)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!before) return refuseProblems([{ path: 'annexId', key: 'report.annexFirst' }]);
  for (const [id, position] of [
    [annex.id, before.position],
    [before.id, annex.position],
  ] as const)
    await w.db
      .updateTable('report_annex')
      .set({ position })
      .where('tenant_id', '=', w.tenantId)
      .where('id', '=', id)
      .execute();
  await w.log({ noun: 'report', recordId: report.id, summary: 'annexes ordered', after: { annexId: annex.id } });
}

/** Takes an annex away; the ones after it move up. */
export async function removeAnnex(w: Writer<'report.edit'>, input: AnnexKey): Promise<void> {
  const { annex, report } = await lockAnnex(w, input.annexId);
  expectVersion(annex, input.expectedVersion);
  await w.db.deleteFrom('report_annex').where('tenant_id', '=', w.tenantId).where('id', '=', annex.id).execute();
  await w.db
    .updateTable('report_annex')
    .set((eb) => ({ position: eb('position', '-', 1) }))
    .where('tenant_id', '=', w.tenantId)
    .where('report_id', '=', report.id)
    .where('position', '>', annex.position)
    .execute();
  await w.log({
    noun: 'report',
    recordId: report.id,
    summary: 'annex removed',
    before: { title: annex.title, text: annex.annex_text, documentId: annex.document_id },
  });
}

async function lockAnnex(w: Writer, id: Id<'reportAnnex'>) {
  const { report_id } = await getRow(w, 'report_annex', id);
  const report = await lockReportBack(w, report_id, 'edit');
  return { report, annex: await lockRow(w, 'report_annex', id) };
}

async function rowOf(w: Writer, input: AnnexFields) {
  refuseProblems(annexProblems(input));
  const documentId = input.kind === 'document' ? (input.documentId ?? null) : null;
  // A report is read by everybody who reads reports: a document of a matter that is not open is not found here.
  if (documentId !== null) await getDocument(w, documentId);
  return {
    kind: input.kind,
    title: input.title.trim(),
    annex_text: (input.text ?? '').trim(),
    document_id: documentId,
  };
}
