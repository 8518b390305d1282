import { addDays, type CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { type DocumentKind, documentFileIsOpen, documentIsReadable } from '../matters/index.ts';
import { type BodyKind, bodyKindNames, rulesetOf } from '../organisation/index.ts';
import type { ItemDocument } from './agenda-item.ts';
import type { AgendaContent } from './agenda-version.ts';

/** The kinds of document that stand on the website from the notice on: the budget proposal, the annual report and the audit report (R-KL-74, KL 8:14–16 a). */
export const announcedDocumentKinds = [
  'budgetProposal',
  'annualReport',
  'auditReport',
] as const satisfies readonly DocumentKind[];

/** A document that went out with the notice of a meeting whose notice the law has announced to all. */
export type AnnouncedPaper = {
  readonly document: ItemDocument & { readonly version: number };
  readonly body: { readonly id: Id<'body'>; readonly name: string };
  readonly meetingId: Id<'meeting'>;
  readonly heldOn: CivilDate;
  readonly item: string;
};

/** How long after the meeting its papers stand on the page: a budget is to be found as long as the year it is for (KL 8:14). */
const shownDays = 366;

/**
 * The open documents that went out with the notices of assemblies, the latest meeting first. R-KL-74: what is asked is whether the law announces the
 * body's notice (KL 5:13), so that no other body's papers are here; what counts is the frozen agenda, so that nothing is here before the notice. An item
 * behind closed doors, and a document of a matter that is not open or with a mark on what its file says, are left out.
 */
export async function listNoticePapers(r: Reader, today: CivilDate): Promise<readonly AnnouncedPaper[]> {
  const since = addDays(today, -shownDays);
  const kinds = bodyKindNames.filter((kind) => [since, today].some((day) => isAnnounced(kind, day)));
  const versions = (await frozenSince(r, since, kinds)).filter(({ kind, held_on }) =>
    isAnnounced(kind as BodyKind, held_on),
  );
  const sent = versions.flatMap((version) =>
    (version.content as AgendaContent).items
      .filter(({ doorsClosed }) => !doorsClosed)
      .flatMap((item) => item.documents.map(({ id }) => ({ version, item: item.title, documentId: id }))),
  );
  const open = await openDocuments(r, [...new Set(sent.map(({ documentId }) => documentId))]);
  const papers = sent.flatMap(({ version, item, documentId }): AnnouncedPaper[] => {
    const document = open.get(documentId);
    if (!document) return [];
    const body = { id: version.body_id, name: version.name };
    return [{ document, body, meetingId: version.meeting_id, heldOn: version.held_on, item }];
  });
  // A supplement repeats what the notice had: a document stands once for each meeting.
  return [...new Map(papers.map((one) => [`${one.meetingId} ${one.document.id}`, one])).values()];
}

/** Those among them that the law puts on the website (R-KL-74). */
export async function listAnnouncedPapers(r: Reader, today: CivilDate): Promise<readonly AnnouncedPaper[]> {
  const papers = await listNoticePapers(r, today);
  return papers.filter(({ document }) => isAnnouncedKind(document.kind));
}

/** Whether the law puts documents of this kind on the website. */
export function isAnnouncedKind(kind: DocumentKind): boolean {
  return (announcedDocumentKinds as readonly DocumentKind[]).includes(kind);
}

/** Whether the law itself has the notices of this kind of body announced (KL 5:13). */
function isAnnounced(kind: BodyKind, day: CivilDate): boolean {
  return rulesetOf(kind, day).rules.noticeDays !== null;
}

/** The sent agendas of the meetings since a day: a year of them at the most, however long the history is. */
async function frozenSince(r: Reader, day: CivilDate, kinds: readonly BodyKind[]) {
  if (kinds.length === 0) return [];
  return await r.db
    .selectFrom('meeting')
    .innerJoin('agenda_version as sent', (join) =>
      join.onRef('sent.meeting_id', '=', 'meeting.id').onRef('sent.tenant_id', '=', 'meeting.tenant_id'),
    )
    .innerJoin('body', (join) =>
      join.onRef('body.id', '=', 'meeting.body_id').onRef('body.tenant_id', '=', 'meeting.tenant_id'),
    )
    .select(['meeting.id as meeting_id', 'meeting.held_on', 'meeting.body_id', 'body.name', 'body.kind'])
    .select('sent.content')
    .where('meeting.tenant_id', '=', r.tenantId)
    .where('meeting.held_on', '>=', day)
    .where('body.kind', 'in', kinds)
    .where('meeting.state', '!=', 'cancelled')
    .orderBy('meeting.held_on', 'desc')
    .orderBy('sent.number')
    .execute();
}

async function openDocuments(
  r: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AnnouncedPaper['document']>> {
  if (ids.length === 0) return new Map();
  const rows = await r.db
    .selectFrom('document')
    .select(['document.id', 'document.version', 'document.title', 'document.kind', 'document.file_name'])
    .select(['document.media_type', 'document.size', 'document.sha256'])
    .where('document.tenant_id', '=', r.tenantId)
    .where('document.id', 'in', ids)
    .where(documentIsReadable())
    .where(documentFileIsOpen())
    .execute();
  return new Map(
    rows.map(({ file_name, media_type, kind, ...row }) => [
      row.id,
      { ...row, kind: kind as DocumentKind, fileName: file_name, mediaType: media_type },
    ]),
  );
}
