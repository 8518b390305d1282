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
import { findFrozenMinutes, getMinutes } from '../minutes/index.ts';
import { getReport } from '../reports/index.ts';
import { isWithheld, secrecyOf } from '../secrecy/index.ts';
import type { ArchivePackage } from './archive-package.ts';
import { secretLeftOut } from './archive-package.ts';
import { getArchivePackage } from './archive-package-reader.ts';
import { mandateOf } from './disposal.ts';
import { getDisposal } from './disposal-reader.ts';
import { inheritedRestriction, type MarkedFields, markedFieldsOf, restrictionOf } from './package-restriction.ts';

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

/** Minutes and reports are frozen, with the words they had; what a mark says of their sources since is said of them (OSL 5:5). */
async function madeAggregation(
  r: Reader,
  pack: ArchivePackage,
  noun: 'minutes' | 'report',
  id: string,
): Promise<ArchiveAggregation> {
  const { level } = await secrecyOf(r, noun, id);
  if (isWithheld(level) && !pack.includesSecret) throw new AppError('access.denied');
  const made = noun === 'minutes' ? await minutesAggregation(r, id) : await reportAggregation(r, id);
  const restriction = inheritedRestriction(level);
  return { ...made, restriction, records: made.records.map((record) => ({ ...record, restriction })) };
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

/** Minutes as they were signed, with who signed when and when they were announced. */
async function minutesAggregation(r: Reader, id: string): Promise<ArchiveAggregation> {
  const minutes = await getMinutes(r, id);
  const whole = minutes.adjustments.findLast(({ kind, state }) => kind === 'whole' && state === 'adjusted');
  const frozen = whole && (await findFrozenMinutes(r, whole.id));
  if (!frozen)
    throw new Error(`Minutes ${id} are ready for the archive and have no frozen document. Run kansli doctor.`);
  const notice = await r.db
    .selectFrom('board_notice')
    .select('posted_on')
    .where('tenant_id', '=', r.tenantId)
    .where('adjustment_id', '=', whole.id)
    .where('posted_on', 'is not', null)
    .orderBy('posted_on')
    .executeTakeFirst();
  const name = `${minutes.body.name} ${minutes.heldOn}`;
  return {
    id: minutes.meetingId,
    objectId: name,
    kind: { own: 'sammanträde' },
    title: `Sammanträde ${minutes.heldOn}, ${minutes.body.name}`,
    publicTitle: null,
    classification: null,
    dates: [],
    restriction: null,
    records: [
      {
        id: minutes.id,
        objectId: `Protokoll ${name}`,
        kind: 'protokoll',
        title: frozen.tree.title,
        publicTitle: null,
        dates: [
          { type: 'created', on: minutes.heldOn },
          ...(whole.adjustedOn ? [{ type: 'finished', on: whole.adjustedOn } as const] : []),
        ],
        agents: whole.signers
          .filter(({ signedAt }) => signedAt !== null)
          .map(({ role, name: who }) => ({ type: role === 'chair' ? 'main_signatory' : 'other_signatory', name: who })),
        restriction: null,
        disposed: null,
        tree: frozen.tree,
        originals: [],
        events: [
          ...whole.signers.flatMap(({ signedAt, name: who }): readonly ArchiveEvent[] =>
            signedAt
              ? [
                  {
                    kind: 'signing',
                    at: signedAt.toISOString(),
                    detail: `Underskrivet, kontrollsumma ${frozen.hash}.`,
                    by: who,
                  },
                ]
              : [],
          ),
          ...(whole.adjustedOn
            ? [{ kind: 'adjustment', at: `${whole.adjustedOn}T00:00:00`, detail: 'Justerat.', by: null } as const]
            : []),
          ...(notice?.posted_on
            ? [
                {
                  kind: 'publication',
                  at: `${notice.posted_on}T00:00:00`,
                  detail: 'Anslaget på anslagstavlan.',
                  by: null,
                } as const,
              ]
            : []),
        ],
      },
    ],
  };
}

/** A report as it was frozen when it was approved. */
async function reportAggregation(r: Reader, id: string): Promise<ArchiveAggregation> {
  const report = await getReport(r, id);
  const { approved_on: approvedOn } = await r.db
    .selectFrom('report')
    .select('approved_on')
    .where('tenant_id', '=', r.tenantId)
    .where('id', '=', report.id)
    .executeTakeFirstOrThrow();
  if (!report.frozen) throw new Error(`Report ${id} is ready for the archive and is not frozen. Run kansli doctor.`);
  const name = `${report.title} ${report.year}, ${report.body.name}`;
  return {
    id: report.id,
    objectId: name,
    kind: { own: 'rapport' },
    title: name,
    publicTitle: null,
    classification: null,
    dates: [],
    restriction: null,
    records: [
      {
        id: report.id,
        objectId: name,
        kind: 'rapport',
        title: report.frozen.tree.title,
        publicTitle: null,
        dates: approvedOn ? [{ type: 'decision_date', on: approvedOn }] : [],
        agents: [{ type: 'creator', name: report.body.name }],
        restriction: null,
        disposed: null,
        tree: report.frozen.tree,
        originals: [],
        events: approvedOn
          ? [
              {
                kind: 'approval',
                at: `${approvedOn}T00:00:00`,
                detail: 'Godkänd av organet.',
                by: report.body.name,
              },
            ]
          : [],
      },
    ],
  };
}
