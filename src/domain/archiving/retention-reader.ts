import type { Reader } from '../../storage/database.ts';
import { sql } from '../../storage/raw-query.ts';
import type { DocumentKind } from '../matters/index.ts';
import type { DisposalCandidate } from './disposal.ts';
import { disposalVerdict, type RetentionFacts, type RetentionFate, type RetentionRule } from './retention.ts';

/** The plan with all its rows, by series and day. */
export async function listRetentionRules(r: Reader): Promise<readonly RetentionRule[]> {
  const rows = await r.db
    .selectFrom('retention_rule')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .orderBy('series')
    .orderBy('valid_from', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    series: row.series as DocumentKind,
    fate: row.fate as RetentionFate,
    years: row.years,
    basis: row.basis,
    note: row.note,
    validFrom: row.valid_from,
    setBy: row.set_by,
  }));
}

/** A document with all that decides whether it may go. */
export type JudgedDocument = RetentionFacts & {
  readonly id: string;
  readonly title: string;
  readonly kind: DocumentKind;
  readonly sha256: string;
  readonly size: number;
  readonly matterNumber: string | null;
};

/** The facts about some documents, or about all that are not disposed of, oldest first. `besides` is a proposal that does not count. */
export async function judgedDocuments(
  r: Reader,
  filter: {
    readonly ids?: readonly string[];
    readonly kinds?: readonly string[];
    readonly besides?: string;
    readonly limit?: number;
  },
): Promise<readonly JudgedDocument[]> {
  if (filter.ids?.length === 0 || filter.kinds?.length === 0) return [];
  const exists = (condition: ReturnType<typeof sql<boolean>>) => sql<boolean>`exists (${condition})`;
  let query = r.db
    .selectFrom('document')
    .leftJoin('matter', (join) =>
      join.onRef('matter.tenant_id', '=', 'document.tenant_id').onRef('matter.id', '=', 'document.matter_id'),
    )
    .select(['document.id', 'document.title', 'document.kind', 'document.dated_on', 'document.matter_id'])
    .select(['document.sha256', 'document.size', 'document.disposed_on'])
    .select(['matter.state', 'matter.closed_on', 'matter.registration_number'])
    .select([
      exists(
        sql`select 1 from source_passage p where p.tenant_id = document.tenant_id and p.document_id = document.id`,
      ).as('is_evidence'),
      sql<boolean>`(exists (select 1 from agenda_item_document d where d.tenant_id = document.tenant_id and d.document_id = document.id)
        or exists (select 1 from report_annex d where d.tenant_id = document.tenant_id and d.document_id = document.id)
        or exists (select 1 from national_report_attachment d where d.tenant_id = document.tenant_id and d.document_id = document.id)
        or exists (select 1 from agreement_version d where d.tenant_id = document.tenant_id and d.document_id = document.id)
        or exists (select 1 from agreement_decision d where d.tenant_id = document.tenant_id and d.document_id = document.id)
        or exists (select 1 from consultation_document d where d.tenant_id = document.tenant_id and d.document_id = document.id))`.as(
        'is_part',
      ),
      exists(
        sql`select 1 from intake_file f where f.tenant_id = document.tenant_id and f.document_id = document.id and f.state in ('queued', 'reading')`,
      ).as('being_read'),
      exists(
        sql`select 1 from disclosure_request q where q.tenant_id = document.tenant_id and q.matter_id = document.matter_id and q.state = 'received'`,
      ).as('asked'),
      exists(
        sql`select 1 from masked_copy c where c.tenant_id = document.tenant_id and c.document_id = document.id`,
      ).as('masked_copy'),
      sql<boolean>`exists (select 1 from disposal_item i join disposal d on d.tenant_id = i.tenant_id and d.id = i.disposal_id
          where i.tenant_id = document.tenant_id and i.document_id = document.id and d.state in ('proposed', 'approved')
          and d.id <> ${filter.besides ?? '00000000-0000-0000-0000-000000000000'})`.as('proposed'),
    ])
    .where('document.tenant_id', '=', r.tenantId);
  if (filter.ids) query = query.where('document.id', 'in', filter.ids);
  else query = query.where('document.disposed_on', 'is', null);
  if (filter.kinds) query = query.where('document.kind', 'in', filter.kinds);
  const rows = await query
    .orderBy(sql`coalesce(matter.closed_on, document.dated_on)`)
    .orderBy('document.id')
    .limit(filter.limit ?? 10_000)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    kind: row.kind as DocumentKind,
    datedOn: row.dated_on,
    sha256: row.sha256,
    size: row.size,
    inMatter: row.matter_id !== null,
    matterClosed: row.state === 'closed',
    closedOn: row.closed_on,
    matterNumber: row.registration_number,
    disposed: row.disposed_on !== null,
    isEvidence: row.is_evidence,
    isPartOfRecord: row.is_part,
    beingRead: row.being_read,
    asked: row.asked,
    maskedCopy: row.masked_copy,
    proposed: row.proposed,
  }));
}

/** What the plan lets go on a day, oldest first: what a proposal of disposal can be made of. */
export async function listDisposable(r: Reader, today: string, limit = 200): Promise<readonly DisposalCandidate[]> {
  const rules = await listRetentionRules(r);
  const kinds = [...new Set(rules.filter(({ fate }) => fate !== 'preserve').map(({ series }) => series))];
  const documents = await judgedDocuments(r, { kinds });
  return documents
    .flatMap((document): readonly DisposalCandidate[] => {
      const verdict = disposalVerdict(document, rules, today);
      if (verdict.hindrance !== null) return [];
      const { id, title, kind, datedOn, matterNumber } = document;
      return [{ documentId: id, title, kind, datedOn, matterNumber, from: verdict.from, basis: verdict.rule.basis }];
    })
    .slice(0, limit);
}
