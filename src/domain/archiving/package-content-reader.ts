import type {
  ArchiveAggregation,
  ArchiveContent,
  ArchiveEvent,
  ArchiveRecord,
  ArchiveRestriction,
} from '../../documents/tree/index.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import {
  documentKinds,
  getMatter,
  getProtectedMatter,
  listDocuments,
  listProtectedDocuments,
  type RegisteredDocument,
} from '../matters/index.ts';
import { isWithheld } from '../secrecy/index.ts';
import type { ArchivePackage } from './archive-package.ts';
import { secretLeftOut } from './archive-package.ts';
import { getArchivePackage } from './archive-package-reader.ts';
import { mandateOf } from './disposal.ts';
import { getDisposal } from './disposal-reader.ts';
import { madeAggregation } from './made-aggregation-reader.ts';
import { type MarkedFields, markedFieldsOf, restrictionOf } from './package-restriction.ts';

/** What is said of the program in packages: its name and version. */
export type ArchiveSoftware = { readonly name: string; readonly code: string };

/** Gathers all that a package says, as the register has it now. What is secret needs a proof that covers the whole authority. */
export async function packageContent(
  r: Reader,
  id: Id<'archivePackage'>,
  software: ArchiveSoftware,
): Promise<ArchiveContent> {
  const pack = await getArchivePackage(r, id);
  if (pack.includesSecret && r.auth.action !== 'matter.readProtected') throw new AppError('access.denied');
  const tenant = await r.db
    .selectFrom('tenant')
    .select(['name', 'organisation_number'])
    .where('id', '=', r.tenantId)
    .executeTakeFirstOrThrow();
  const aggregations: ArchiveAggregation[] = [];
  for (const item of pack.items.filter(({ leftOut }) => leftOut === null))
    aggregations.push(await aggregationOf(r, pack, item));
  return {
    objectId: pack.objectId,
    title: pack.title,
    createdAt: pack.drawnUpAt.toISOString(),
    creator: { name: tenant.name, code: tenant.organisation_number ?? 'saknas' },
    contact: pack.contact,
    receiver: pack.receiver,
    agreement: pack.agreement,
    register: `Diarium, ${tenant.name}`,
    scheme: pack.scheme,
    software,
    aggregations,
    leftOut: [
      ...pack.items.flatMap(({ title, leftOut }) => (leftOut === null ? [] : [{ title, reason: leftOut }])),
      ...(await withheldDocuments(r, aggregations)),
    ],
  };
}

/** How many documents of the matters of a package did not come along, because they are secret by themselves. */
async function withheldDocuments(
  r: Reader,
  aggregations: readonly ArchiveAggregation[],
): Promise<ArchiveContent['leftOut']> {
  const matters = aggregations.filter(({ kind }) => kind === 'caseFile');
  if (matters.length === 0) return [];
  const counted = await r.db
    .selectFrom('document')
    .select(['matter_id', (eb) => eb.fn.countAll<string>().as('count')])
    .where('tenant_id', '=', r.tenantId)
    .where(
      'matter_id',
      'in',
      matters.map(({ id }) => id),
    )
    .groupBy('matter_id')
    .execute();
  return matters.flatMap(({ id, objectId, records }) => {
    const missing = Number(counted.find((row) => row.matter_id === id)?.count ?? 0) - records.length;
    return missing > 0 ? [{ title: `${objectId}: ${missing} handlingar`, reason: secretLeftOut }] : [];
  });
}

type Item = ArchivePackage['items'][number];

function aggregationOf(r: Reader, pack: ArchivePackage, { noun, recordId }: Item): Promise<ArchiveAggregation> {
  if (noun === 'matter') return matterAggregation(r, pack, recordId);
  return madeAggregation(r, pack, noun, recordId);
}

async function matterAggregation(r: Reader, pack: ArchivePackage, id: string): Promise<ArchiveAggregation> {
  const matter = await getMatter(r, id);
  const secret = isWithheld(matter.secrecyLevel);
  const protectedReader = pack.includesSecret ? (r as Reader<'matter.readProtected'>) : undefined;
  if (secret && !protectedReader) throw new AppError('access.denied');
  const documents = protectedReader
    ? await listProtectedDocuments(protectedReader, id)
    : await listDocuments(r, { matterId: id, limit: 200 });
  const hidden = protectedReader && (await getProtectedMatter(protectedReader, id)).protectedTitle;
  const restriction = restrictionOf(matter);
  const marked = await markedFieldsOf(
    r,
    documents.map((one) => one.id),
    protectedReader,
  );
  const records: ArchiveRecord[] = [];
  for (const [index, document] of documents.toSorted(byDay).entries()) {
    const objectId = `${matter.registrationNumber}-${index + 1}`;
    records.push(await documentRecord(r, document, objectId, marked.get(document.id), restriction));
  }
  return {
    id: matter.id,
    objectId: matter.registrationNumber,
    kind: 'caseFile',
    title: hidden ?? matter.publicTitle,
    publicTitle: hidden ? matter.publicTitle : null,
    classification: matter.classification,
    dates: [
      ...(matter.openedOn ? [{ type: 'opened', on: matter.openedOn } as const] : []),
      ...(matter.closedOn ? [{ type: 'closed', on: matter.closedOn } as const] : []),
    ],
    restriction,
    records,
  };
}

const byDay = (a: RegisteredDocument, b: RegisteredDocument): number =>
  (a.datedOn ?? '').localeCompare(b.datedOn ?? '') || a.id.localeCompare(b.id);

async function documentRecord(
  r: Reader,
  document: RegisteredDocument,
  objectId: string,
  marked: MarkedFields | undefined,
  ofMatter: ArchiveRestriction | null,
): Promise<ArchiveRecord> {
  const row = await r.db
    .selectFrom('document')
    .select(['created_at', 'disposal_id'])
    .where('tenant_id', '=', r.tenantId)
    .where('id', '=', document.id)
    .executeTakeFirstOrThrow();
  const disposal = row.disposal_id === null ? undefined : await getDisposal(r, row.disposal_id);
  const disposed =
    document.disposedOn !== null && disposal ? { on: document.disposedOn, mandate: mandateOf(disposal) } : null;
  const events: ArchiveEvent[] = [
    { kind: 'import', at: row.created_at.toISOString(), detail: 'Registrerad i Kansli.', by: null },
    ...(disposed
      ? [
          {
            kind: 'disposal',
            at: `${disposed.on}T00:00:00`,
            detail: `Innehållet är gallrat. ${disposed.mandate}`,
            by: disposal?.carriedOutBy ?? null,
          } as const,
        ]
      : []),
  ];
  return {
    id: document.id,
    objectId,
    kind: documentKinds[document.kind].sv,
    title: marked?.title ?? document.title,
    publicTitle: marked?.title ? document.title : null,
    dates: document.datedOn ? [{ type: 'created', on: document.datedOn }] : [],
    agents: [],
    restriction: marked?.restriction ?? ofMatter,
    disposed,
    tree: null,
    originals: disposed
      ? []
      : [{ fileName: document.fileName, mediaType: document.mediaType, sha256: document.sha256 }],
    events,
  };
}
