import { createHash } from 'node:crypto';
import { contentsName, type PackagedPaper, type PackagePlan, partAddress } from '../../../documents/out/index.ts';
import type { DocumentTree } from '../../../documents/tree/index.ts';
import { getDocument, type RegisteredDocument } from '../../../domain/matters/index.ts';
import {
  type DividedPaper,
  dividerDocument,
  invited,
  itemTitle,
  listAgendaVersions,
  memoDocument,
  type NoticeVersion,
  noticeDocument,
  packageContentsDocument,
  type SeparatePaper,
  supplementDocument,
} from '../../../domain/meetings/index.ts';
import type { ReturnToSend } from '../../../domain/returns/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { ByteStore, Reader } from '../../contracts.ts';
import { periodReportTree, treeOf } from '../followup/report-files.ts';
import { absoluteLinks } from '../followup/report-view.ts';
import { type ItemReport, reportsOfItems } from './reports-of-items.ts';
import { returnsOfItems } from './returns-of-items.ts';
import { type SeenNotice, seenNotice } from './seen-notice.ts';

/** The papers of a meeting as they were sent: notice, supplements, and for each item what the register has of it. */
export type PackageFacts = {
  readonly notices: readonly NoticeVersion[];
  /** What was sent last, by which the items are ordered. */
  readonly latest: NoticeVersion;
  readonly documents: ReadonlyMap<string, RegisteredDocument>;
  readonly reports: ReadonlyMap<string, readonly ItemReport[]>;
  readonly returns: ReadonlyMap<string, readonly ReturnToSend[]>;
};

/** Reads all that the package of a meeting holds. A document whose matter has become secret since is not there. */
export async function gatherPackage(r: Reader, meetingId: string, publicUrl: string): Promise<PackageFacts> {
  const versions = await listAgendaVersions(r, meetingId);
  const notices: SeenNotice[] = [];
  for (const { number } of versions) notices.push(await seenNotice(r, meetingId, number));
  const latest = notices.at(-1) ?? (await seenNotice(r, meetingId, 'latest'));
  const documents = new Map<string, RegisteredDocument>();
  for (const { id } of latest.content.items.flatMap((item) => item.documents)) {
    const document = await openDocument(r, id);
    if (document?.fileOpen) documents.set(id, document);
  }
  // Items of which only the heading is shown (R-KL-24) have no papers here.
  const itemIds = latest.content.items.filter(({ id }) => !latest.kept.has(id)).map(({ id }) => id);
  return {
    notices,
    latest,
    documents,
    reports: await reportsOfItems(r, itemIds),
    returns: await returnsOfItems(r, itemIds, publicUrl),
  };
}

async function openDocument(r: Reader, id: string): Promise<RegisteredDocument | undefined> {
  try {
    return await getDocument(r, id);
  } catch (error) {
    if (error instanceof AppError && error.code === 'record.notFound') return undefined;
    throw error;
  }
}

/** How a package is made of its facts, and the key under which it is kept: a fingerprint of every word in it. */
export function packageOf(facts: PackageFacts, services: { readonly blobs: ByteStore; readonly publicUrl: string }) {
  const { latest } = facts;
  const papers: PlannedPaper[] = [
    ...noticePapers(facts),
    ...latest.content.items.flatMap((item) => itemPapers(facts, item, services)),
  ];
  const head = {
    title: `Handlingar ${latest.content.meeting.heldOn}: ${invited(latest.content)}`,
    author: latest.authority,
    language: 'sv',
    date: latest.dated ?? latest.content.meeting.heldOn,
  } as const;
  const plan = (): PackagePlan => ({
    head,
    papers: papers.filter(({ reason }) => reason === undefined),
    contents: (placed, leftOut) => {
      const pages = new Map(placed.map(({ name, page }) => [name, page]));
      const why = new Map(leftOut.map(({ name, reason }) => [name, reason.sv]));
      const separate = papers.flatMap((paper): SeparatePaper[] => {
        const reason = paper.reason ?? why.get(paper.name);
        return reason === undefined
          ? []
          : [{ title: paper.title, item: paper.item, reason, address: paper.address ?? '' }];
      });
      const listed = papers
        .filter(({ name }) => pages.has(name))
        .map(({ name, title, below, registrationNumber }) => ({
          title,
          registrationNumber,
          below,
          page: pages.get(name),
          address: partAddress(name),
        }));
      return packageContentsDocument(latest, listed, separate);
    },
  });
  return { key: keyOf(head, papers), plan };
}

/** A paper of the package, with what its contents say of it. `reason` stands when it is known beforehand that it cannot come along. */
type PlannedPaper = PackagedPaper & {
  readonly item: string;
  readonly registrationNumber: string | null;
  readonly address?: string;
  readonly reason?: string;
  readonly fingerprint: string | DocumentTree;
};

function noticePapers({ notices, latest }: PackageFacts): readonly PlannedPaper[] {
  return (notices.length > 0 ? notices : [latest]).map((facts, index) => {
    const tree =
      facts.before && index > 0
        ? supplementDocument({ ...facts, before: facts.before, number: index })
        : noticeDocument(facts);
    return own(index > 0 ? `tillagg-${index}` : 'kallelse', index > 0 ? `Tilläggskallelse ${index}` : 'Kallelse', tree);
  });
}

/** The document of a report of whichever kind, with links that lead below an address. */
function reportTree(report: ItemReport, publicUrl: string): DocumentTree {
  if ('entries' in report) return treeOf(report, absoluteLinks(publicUrl));
  return periodReportTree(report, publicUrl.replace(/\/+$/u, ''));
}

/** The papers of one item behind its divider; an item without papers has none. */
function itemPapers(
  { latest, documents, reports, returns }: PackageFacts,
  item: NoticeVersion['content']['items'][number],
  { blobs, publicUrl }: { readonly blobs: ByteStore; readonly publicUrl: string },
): readonly PlannedPaper[] {
  const name = `punkt-${latest.content.items.indexOf(item) + 1}`;
  const number = item.number ?? item.title;
  const below = { below: true, item: number };
  const papers: readonly PlannedPaper[] = [
    ...(item.memo
      ? [{ ...own(`${name}-pm`, 'FöredragningsPM', memoDocument(latest, item, item.memo)), ...below }]
      : []),
    ...(reports.get(item.id) ?? []).map((report, index) => ({
      ...own(`${name}-rapport-${index + 1}`, report.title, reportTree(report, publicUrl)),
      ...below,
    })),
    ...(returns.get(item.id) ?? []).map(({ tree }, index) => ({
      ...own(`${name}-redovisning-${index + 1}`, tree.title, tree),
      ...below,
    })),
    ...item.documents.flatMap(({ id, title }, index): PlannedPaper[] => {
      const document = documents.get(id);
      if (!document) return [];
      const reason = notMergeable(document);
      return [
        {
          name: `${name}-bilaga-${index + 1}`,
          title,
          ...below,
          registrationNumber: null,
          address: publicUrl + recordAddress('document', id),
          ...(reason && { reason }),
          source: { load: () => blobs.get(document.sha256) },
          fingerprint: document.sha256,
        },
      ];
    }),
  ];
  if (papers.length === 0) return [];
  const divided = (leftOut: readonly { readonly name: string }[]): readonly DividedPaper[] =>
    papers.map((paper) => {
      const separate = paper.reason !== undefined || leftOut.some((left) => left.name === paper.name);
      return { title: paper.title, separate, address: separate ? (paper.address ?? '') : partAddress(paper.name) };
    });
  const divider = (leftOut: readonly { readonly name: string }[]) => dividerDocument(latest, item, divided(leftOut));
  return [
    {
      ...own(name, itemTitle(item), divider([])),
      item: number,
      registrationNumber: item.registrationNumber,
      source: { tree: divider },
    },
    ...papers,
  ];
}

/** Larger files are fetched by themselves: a package is read on telephones, too. */
const largestPaper = 40_000_000;

function notMergeable({ mediaType, size }: RegisteredDocument): string | undefined {
  if (mediaType !== 'application/pdf') return 'filen är ingen PDF';
  return size > largestPaper ? `filen är större än ${largestPaper / 1_000_000} MB` : undefined;
}

function own(name: string, title: string, tree: DocumentTree): PlannedPaper {
  return {
    name,
    title,
    below: false,
    item: '',
    registrationNumber: null,
    source: { tree: () => tree },
    fingerprint: tree,
  };
}

function keyOf(head: PackagePlan['head'], papers: readonly PlannedPaper[]): string {
  const words = papers.map(({ name, title, below, address, reason, fingerprint }) => [
    name,
    title,
    below,
    address,
    reason,
    fingerprint,
  ]);
  return createHash('sha256')
    .update(JSON.stringify([contentsName, head, words]))
    .digest('hex');
}
