import type { Selectable } from 'kysely';
import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { ArchivePackageRow } from '../../storage/schema/archiving.ts';
import type { ArchivableNoun, ArchivePackage, KeptReport } from './archive-package.ts';
import type { ArchivePackageState } from './archive-package-transitions.ts';

/** The packages, the latest first, each with how many records it is about. */
export async function listArchivePackages(
  r: Reader,
  limit = 50,
): Promise<readonly (Omit<ArchivePackage, 'items'> & { readonly count: number })[]> {
  const rows = await r.db
    .selectFrom('archive_package')
    .selectAll()
    .select((eb) =>
      eb
        .selectFrom('archive_package_item as item')
        .select((inner) => inner.fn.countAll<string>().as('count'))
        .where('item.tenant_id', '=', r.tenantId)
        .whereRef('item.archive_package_id', '=', 'archive_package.id')
        .as('count'),
    )
    .where('tenant_id', '=', r.tenantId)
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...headOf(row), count: Number(row.count) }));
}

/** One package with what it is about. Throws `record.notFound`. */
export async function getArchivePackage(r: Reader, id: Id<'archivePackage'>): Promise<ArchivePackage> {
  const row = isId(id)
    ? await r.db
        .selectFrom('archive_package')
        .selectAll()
        .where('tenant_id', '=', r.tenantId)
        .where('id', '=', id)
        .executeTakeFirst()
    : undefined;
  if (!row) throw new AppError('record.notFound');
  const items = await r.db
    .selectFrom('archive_package_item')
    .select(['noun', 'record_id', 'title', 'left_out'])
    .where('tenant_id', '=', r.tenantId)
    .where('archive_package_id', '=', row.id)
    .orderBy('position')
    .execute();
  return {
    ...headOf(row),
    items: items.map((item) => ({
      noun: item.noun as ArchivableNoun,
      recordId: item.record_id,
      title: item.title,
      leftOut: item.left_out,
    })),
  };
}

function headOf(row: Selectable<ArchivePackageRow>): Omit<ArchivePackage, 'items'> {
  return {
    id: row.id,
    version: row.version,
    objectId: row.object_id,
    title: row.title,
    state: row.state as ArchivePackageState,
    scheme: row.scheme,
    contact: row.contact,
    receiver: row.receiver_name === null ? null : { name: row.receiver_name, code: row.receiver_code ?? '' },
    agreement: row.agreement,
    includesSecret: row.includes_secret,
    drawnUpAt: row.drawn_up_at,
    drawnUpBy: row.drawn_up_by,
    sha256: row.package_sha256,
    size: row.size,
    report: row.report as KeptReport | null,
    remarks: row.remarks,
    deliveredOn: row.delivered_on,
    receipt: row.receipt,
  };
}
