import type { Selectable } from 'kysely';
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { getRow } from '../../storage/get-row.ts';
import type { AgreementRow } from '../../storage/schema/collaboration.ts';
import { itemPlaces } from '../collaboration/index.ts';
import type { Agreement } from './agreement.ts';

/** All agreements, the one that began last first. */
export async function listAgreements(r: Reader): Promise<readonly Agreement[]> {
  const rows = await r.db
    .selectFrom('agreement')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .orderBy('starts_on', (order) => order.desc().nullsLast())
    .orderBy('name')
    .execute();
  return await toAgreements(r, rows);
}

/** One agreement. Throws `record.notFound`. */
export async function getAgreement(r: Reader, id: Id<'agreement'>): Promise<Agreement> {
  const [agreement] = await toAgreements(r, [await getRow(r, 'agreement', id)]);
  return agreement!;
}

/** The agreement of a name that began on a day (or has no first day). */
export async function findAgreement(r: Reader, name: string, from: CivilDate | null): Promise<Agreement | undefined> {
  const row = await r.db
    .selectFrom('agreement')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('name', '=', name.trim())
    .where('starts_on', from === null ? 'is' : '=', from)
    .executeTakeFirst();
  return row && (await toAgreements(r, [row]))[0];
}

async function toAgreements(r: Reader, rows: readonly Selectable<AgreementRow>[]): Promise<readonly Agreement[]> {
  const items = await itemPlaces(
    r,
    rows.map((row) => row.agenda_item_id),
  );
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    name: row.name,
    from: row.starts_on,
    to: row.ends_on,
    openEnded: row.open_ended,
    noticeMonths: row.notice_months,
    decided: row.decided,
    item: (row.agenda_item_id && items.get(row.agenda_item_id)) || null,
  }));
}
