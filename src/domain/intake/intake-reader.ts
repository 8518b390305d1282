import type { Selectable } from 'kysely';
import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { getRow } from '../../storage/get-row.ts';
import { sql } from '../../storage/raw-query.ts';
import type { IntakeFileRow, ProposalRow } from '../../storage/schema/intake.ts';
import { documentFileIsOpen, documentIsReadable } from '../matters/index.ts';
import type { FileState } from './file-transitions.ts';
import type { FileFacts, IntakeFile } from './intake-file.ts';
import type { Proposal } from './proposal.ts';
import type { ProposalState } from './proposal-transitions.ts';

/** How many proposals of a file, or of all files, stand in each state. */
export type ProposalCounts = Readonly<Record<ProposalState, number>>;

/** The files that have been handed in, newest first, with how their proposals stand. */
export async function listIntakeFiles(
  r: Reader,
  page: { readonly limit?: number; readonly offset?: number } = {},
): Promise<readonly (IntakeFile & { readonly counts: ProposalCounts })[]> {
  const rows = await fileQuery(r)
    .orderBy('intake_file.created_at', 'desc')
    .orderBy('intake_file.id')
    .limit(page.limit ?? 50)
    .offset(page.offset ?? 0)
    .execute();
  const counts = await countProposals(
    r,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({ ...toFile(row), counts: counts.get(row.id) ?? { open: 0, confirmed: 0, rejected: 0 } }));
}

/** How many files have been handed in. */
export async function countIntakeFiles(r: Reader): Promise<number> {
  const { count } = await r.db
    .selectFrom('intake_file')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('tenant_id', '=', r.tenantId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function findIntakeFile(r: Reader, id: Id<'intakeFile'>): Promise<IntakeFile | undefined> {
  const row = isId(id) ? await fileQuery(r).where('intake_file.id', '=', id).executeTakeFirst() : undefined;
  return row && toFile(row);
}

export async function getIntakeFile(r: Reader, id: Id<'intakeFile'>): Promise<IntakeFile> {
  const file = await findIntakeFile(r, id);
  if (!file) throw new AppError('record.notFound');
  return file;
}

/** The file whose bytes have this SHA-256: the same paper is never read twice. */
export async function findIntakeFileBySha256(r: Reader, sha256: string): Promise<IntakeFile | undefined> {
  const row = await fileQuery(r).where('document.sha256', '=', sha256).executeTakeFirst();
  return row && toFile(row);
}

/** Files that may hold an earlier version of the same paper: read before, of the same kind, with the same title or name. Newest first. */
export async function listLikelyVersions(
  r: Reader,
  { id, kind, title, fileName }: Pick<IntakeFile, 'id' | 'kind' | 'title' | 'fileName'>,
): Promise<readonly IntakeFile[]> {
  const rows = await fileQuery(r)
    .where('intake_file.id', '!=', id)
    .where('intake_file.state', '=', 'read')
    .where('intake_file.kind', '=', kind)
    .where((eb) => eb.or([eb('intake_file.title', '=', title), eb('document.file_name', '=', fileName)]))
    .orderBy('intake_file.created_at', 'desc')
    .orderBy('intake_file.id')
    .limit(5)
    .execute();
  return rows.map(toFile);
}

/** The file that holds a later version of the same paper, the newest when there are several. */
export async function findLaterVersion(r: Reader, id: Id<'intakeFile'>): Promise<IntakeFile | undefined> {
  const row = await fileQuery(r)
    .where('intake_file.earlier_id', '=', id)
    .orderBy('intake_file.created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && toFile(row);
}

/** The files of some documents, by document: what the reader said of the parts of a bundle. Documents that were not handed in have none. */
export async function intakeFilesOf(
  r: Reader,
  documentIds: readonly Id<'document'>[],
): Promise<ReadonlyMap<string, IntakeFile>> {
  if (documentIds.length === 0) return new Map();
  const rows = await fileQuery(r).where('intake_file.document_id', 'in', documentIds).execute();
  return new Map(rows.map((row) => [row.document_id, toFile(row)]));
}

export type ProposalFilter = {
  readonly state?: ProposalState;
  readonly type?: string;
  /** Only proposals below this confidence: the ones to look at first. */
  readonly below?: number;
};

/** The proposals of a file in the order of the document. */
export async function listProposals(
  r: Reader,
  fileId: Id<'intakeFile'>,
  filter: ProposalFilter = {},
): Promise<readonly Proposal[]> {
  if (!isId(fileId)) return [];
  let query = r.db
    .selectFrom('proposal')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('intake_file_id', '=', fileId)
    .where(proposalIsReadable());
  if (filter.state) query = query.where('state', '=', filter.state);
  if (filter.type) query = query.where('type', '=', filter.type);
  if (filter.below !== undefined) query = query.where('confidence', '<', String(filter.below));
  const rows = await query.orderBy('position').execute();
  return rows.map(toProposal);
}

export async function getProposal(r: Reader, id: Id<'proposal'>): Promise<Proposal> {
  const proposal = toProposal(await getRow(r, 'proposal', id));
  await getIntakeFile(r, proposal.fileId);
  return proposal;
}

/** How many proposals wait for a person in the whole authority. */
export async function countOpenProposals(r: Reader): Promise<number> {
  const { count } = await r.db
    .selectFrom('proposal')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('tenant_id', '=', r.tenantId)
    .where('state', '=', 'open')
    .where(proposalIsReadable())
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** How the proposals of the given files stand. */
export async function countProposals(
  r: Reader,
  fileIds: readonly Id<'intakeFile'>[],
): Promise<ReadonlyMap<string, ProposalCounts>> {
  const counts = new Map<string, Record<ProposalState, number>>();
  if (fileIds.length === 0) return counts;
  const rows = await r.db
    .selectFrom('proposal')
    .select((eb) => ['intake_file_id', 'state', eb.fn.countAll<string>().as('count')])
    .where('tenant_id', '=', r.tenantId)
    .where('intake_file_id', 'in', fileIds)
    .groupBy(['intake_file_id', 'state'])
    .execute();
  for (const row of rows) {
    const found = counts.get(row.intake_file_id) ?? { open: 0, confirmed: 0, rejected: 0 };
    counts.set(row.intake_file_id, { ...found, [row.state]: Number(row.count) });
  }
  return counts;
}

/** The proposals of one type in one state, over all files. */
export async function listProposalsOfType(r: Reader, type: string, state: ProposalState): Promise<readonly Proposal[]> {
  const rows = await r.db
    .selectFrom('proposal')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('type', '=', type)
    .where('state', '=', state)
    .where(proposalIsReadable())
    .orderBy('intake_file_id')
    .orderBy('position')
    .execute();
  return rows.map(toProposal);
}

/** The condition under which a proposal is shown: its file still lies in the common tray. For queries of the table `proposal` by that name. */
export function proposalIsReadable() {
  return sql<boolean>`exists (select from intake_file
    join document on document.tenant_id = intake_file.tenant_id and document.id = intake_file.document_id
    where intake_file.tenant_id = proposal.tenant_id and intake_file.id = proposal.intake_file_id
      and ${documentIsReadable()} and ${documentFileIsOpen()})`;
}

function fileQuery(r: Reader) {
  return (
    r.db
      .selectFrom('intake_file')
      .innerJoin('document', (join) =>
        join
          .onRef('document.tenant_id', '=', 'intake_file.tenant_id')
          .onRef('document.id', '=', 'intake_file.document_id'),
      )
      .selectAll('intake_file')
      .select(['document.file_name', 'document.media_type', 'document.sha256'])
      .where('intake_file.tenant_id', '=', r.tenantId)
      // The file of a document that became secret, itself or in what it says, leaves the common tray: its proposals hold its words.
      .where(documentIsReadable())
      .where(documentFileIsOpen())
  );
}

type FileRow = Selectable<IntakeFileRow> & { file_name: string; media_type: string; sha256: string };

function toFile(row: FileRow): IntakeFile {
  return {
    id: row.id,
    version: row.version,
    documentId: row.document_id,
    fileName: row.file_name,
    mediaType: row.media_type,
    sha256: row.sha256,
    state: row.state as FileState,
    progress: row.progress,
    reading: row.reading as IntakeFile['reading'],
    kind: row.kind,
    title: row.title,
    errorCode: row.error_code,
    errorValues: row.error_values as IntakeFile['errorValues'],
    unplaced: row.unplaced as IntakeFile['unplaced'],
    furniture: row.furniture as IntakeFile['furniture'],
    problems: row.problems as IntakeFile['problems'],
    facts: row.facts as FileFacts,
    layoutSha256: row.layout_sha256,
    many: row.many as IntakeFile['many'],
    earlierId: row.earlier_id,
    createdBy: row.created_by,
    createdAt: row.created_at,
  };
}

/** A row as the domain knows it; the writer uses it on the row it has locked. */
export function toProposal(row: Selectable<ProposalRow>): Proposal {
  return {
    id: row.id,
    version: row.version,
    fileId: row.intake_file_id,
    position: row.position,
    type: row.type,
    readerId: row.reader_id,
    fields: row.fields,
    originalFields: row.original_fields,
    confidence: Number(row.confidence),
    rule: row.rule,
    source: { start: row.span_start, end: row.span_end, line: row.line },
    alsoAt: row.also_at,
    state: row.state as ProposalState,
    record: row.record_noun && row.record_id ? { noun: row.record_noun, id: row.record_id } : null,
    made: row.made,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
  };
}
