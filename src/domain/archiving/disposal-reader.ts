import type { Selectable } from 'kysely';
import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { DisposalRow } from '../../storage/schema/archiving.ts';
import type { DocumentKind } from '../matters/index.ts';
import type { BytesOutcome, Disposal, DisposalItem } from './disposal.ts';
import type { DisposalState } from './disposal-transitions.ts';

/** The disposals, the latest first, each with how many documents it is about. */
export async function listDisposals(
  r: Reader,
  limit = 50,
): Promise<readonly (Omit<Disposal, 'items'> & { readonly count: number })[]> {
  const rows = await r.db
    .selectFrom('disposal')
    .selectAll()
    .select((eb) =>
      eb
        .selectFrom('disposal_item as item')
        .select((inner) => inner.fn.countAll<string>().as('count'))
        .where('item.tenant_id', '=', r.tenantId)
        .whereRef('item.disposal_id', '=', 'disposal.id')
        .as('count'),
    )
    .where('tenant_id', '=', r.tenantId)
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...headOf(row), count: Number(row.count) }));
}

/** One disposal with its documents. Throws `record.notFound`. */
export async function getDisposal(r: Reader, id: Id<'disposal'>): Promise<Disposal> {
  const row = isId(id)
    ? await r.db
        .selectFrom('disposal')
        .selectAll()
        .where('tenant_id', '=', r.tenantId)
        .where('id', '=', id)
        .executeTakeFirst()
    : undefined;
  if (!row) throw new AppError('record.notFound');
  const items = await r.db
    .selectFrom('disposal_item')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('disposal_id', '=', row.id)
    .orderBy('position')
    .execute();
  return {
    ...headOf(row),
    items: items.map(
      (item): DisposalItem => ({
        documentId: item.document_id,
        title: item.title,
        kind: item.kind as DocumentKind,
        datedOn: item.dated_on,
        dueOn: item.due_on,
        basis: item.basis,
        sha256: item.sha256,
        size: item.size,
        outcome: item.bytes_outcome as BytesOutcome | null,
      }),
    ),
  };
}

function headOf(row: Selectable<DisposalRow>): Omit<Disposal, 'items'> {
  return {
    id: row.id,
    version: row.version,
    number: row.number,
    state: row.state as DisposalState,
    decision: { number: row.decision_number, on: row.decision_on, body: row.decision_body },
    proposedById: row.proposed_by_id,
    proposedBy: row.proposed_by,
    proposedOn: row.proposed_on,
    approvedBy: row.approved_by,
    approvedOn: row.approved_on,
    returnedNote: row.returned_note,
    carriedOutBy: row.carried_out_by,
    carriedOutOn: row.carried_out_on,
  };
}
