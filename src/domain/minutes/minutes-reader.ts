import type { Selectable } from 'kysely';
import type { DocumentTree } from '../../documents/tree/index.ts';
import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { AdjusterRow, AdjustmentRow } from '../../storage/schema/minutes.ts';
import type { AdjustmentState } from './adjustment-transitions.ts';
import type {
  Adjustment,
  AdjustmentKind,
  FrozenMinutes,
  Minutes,
  MinutesApproval,
  MinutesArchive,
  Signer,
  SignerRole,
} from './minutes.ts';
import type { MinutesState } from './minutes-transitions.ts';
import type { Signature } from './signature.ts';

/** The minutes with an id, or undefined. */
export async function findMinutes(r: Reader, id: Id<'minutes'>): Promise<Minutes | undefined> {
  if (!isId(id)) return undefined;
  return (await minutesWhere(r, { id }))[0];
}

/** The minutes with an id. Throws `record.notFound`. */
export async function getMinutes(r: Reader, id: Id<'minutes'>): Promise<Minutes> {
  const found = await findMinutes(r, id);
  if (!found) throw new AppError('record.notFound');
  return found;
}

/** The minutes of a meeting: one for each body that keeps its own, the meeting's own body first. */
export async function minutesOfMeeting(r: Reader, meetingId: Id<'meeting'>): Promise<readonly Minutes[]> {
  return isId(meetingId) ? await minutesWhere(r, { meetingId }) : [];
}

/** The minutes that an act of adjustment belongs to. Throws `record.notFound`. */
export async function minutesOfAdjustment(r: Reader, adjustmentId: Id<'adjustment'>): Promise<Minutes> {
  const row = isId(adjustmentId)
    ? await r.db
        .selectFrom('adjustment')
        .select('minutes_id')
        .where('tenant_id', '=', r.tenantId)
        .where('id', '=', adjustmentId)
        .executeTakeFirst()
    : undefined;
  if (!row) throw new AppError('record.notFound');
  return await getMinutes(r, row.minutes_id);
}

/** The document that was sent to sign in an act of adjustment, or undefined while nothing is frozen. */
export async function findFrozenMinutes(r: Reader, adjustmentId: Id<'adjustment'>): Promise<FrozenMinutes | undefined> {
  if (!isId(adjustmentId)) return undefined;
  const row = await r.db
    .selectFrom('adjustment')
    .select(['tree', 'content_hash'])
    .where('tenant_id', '=', r.tenantId)
    .where('id', '=', adjustmentId)
    .executeTakeFirst();
  if (!row?.tree || row.content_hash === null) return undefined;
  return { tree: row.tree as DocumentTree, hash: row.content_hash };
}

async function minutesWhere(
  r: Reader,
  filter: { readonly id?: Id<'minutes'>; readonly meetingId?: Id<'meeting'> },
): Promise<readonly Minutes[]> {
  let query = r.db
    .selectFrom('minutes')
    .innerJoin('body', (join) =>
      join.onRef('body.id', '=', 'minutes.body_id').onRef('body.tenant_id', '=', 'minutes.tenant_id'),
    )
    .innerJoin('meeting', (join) =>
      join.onRef('meeting.id', '=', 'minutes.meeting_id').onRef('meeting.tenant_id', '=', 'minutes.tenant_id'),
    )
    .selectAll('minutes')
    .select(['body.name as body_name', 'meeting.held_on', 'meeting.body_id as meeting_body_id'])
    .where('minutes.tenant_id', '=', r.tenantId);
  if (filter.id !== undefined) query = query.where('minutes.id', '=', filter.id);
  if (filter.meetingId !== undefined) query = query.where('minutes.meeting_id', '=', filter.meetingId);
  const rows = await query.execute();
  const adjustments = await adjustmentsOf(
    r,
    rows.map((row) => row.id),
  );
  return rows
    .sort((a, b) => Number(b.body_id === b.meeting_body_id) - Number(a.body_id === a.meeting_body_id))
    .map((row) => ({
      id: row.id,
      version: row.version,
      meetingId: row.meeting_id,
      body: { id: row.body_id, name: row.body_name },
      heldOn: row.held_on,
      state: row.state as MinutesState,
      secretary: row.secretary,
      approval: row.approval as MinutesApproval,
      approvedInItemId: row.approved_in_item_id,
      adjustPlace: row.adjust_place,
      finalOn: row.final_on,
      archivedOn: row.archived_on,
      archive: row.archive as MinutesArchive | null,
      adjustments: adjustments.get(row.id) ?? [],
    }));
}

/** The acts of adjustment of some minutes, the whole first; without their trees, which are large. */
async function adjustmentsOf(r: Reader, minutesIds: readonly string[]): Promise<ReadonlyMap<string, Adjustment[]>> {
  const found = new Map<string, Adjustment[]>();
  if (minutesIds.length === 0) return found;
  const rows = await r.db
    .selectFrom('adjustment')
    .select(['id', 'version', 'minutes_id', 'kind', 'item_ids', 'state', 'adjust_by', 'content_hash', 'adjusted_on'])
    .select(['round', 'created_at'])
    .where('tenant_id', '=', r.tenantId)
    .where('minutes_id', 'in', minutesIds)
    .orderBy('kind', 'desc')
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const signers =
    rows.length === 0
      ? []
      : await r.db
          .selectFrom('adjuster')
          .selectAll()
          .where('tenant_id', '=', r.tenantId)
          .where(
            'adjustment_id',
            'in',
            rows.map((row) => row.id),
          )
          .orderBy('round')
          .orderBy('position')
          .execute();
  for (const row of rows) {
    const own = signers.filter((one) => one.adjustment_id === row.id);
    found.set(row.minutes_id, [...(found.get(row.minutes_id) ?? []), adjustmentOf(row, own)]);
  }
  return found;
}

function adjustmentOf(
  row: Pick<
    Selectable<AdjustmentRow>,
    'id' | 'version' | 'kind' | 'item_ids' | 'state' | 'adjust_by' | 'content_hash' | 'adjusted_on' | 'round'
  >,
  signers: readonly Selectable<AdjusterRow>[],
): Adjustment {
  return {
    id: row.id,
    version: row.version,
    kind: row.kind as AdjustmentKind,
    itemIds: row.item_ids,
    state: row.state as AdjustmentState,
    adjustBy: row.adjust_by,
    contentHash: row.content_hash,
    adjustedOn: row.adjusted_on,
    round: row.round,
    signers: signers.filter(({ round }) => round === row.round).map(signerOf),
    earlier: signers.filter(({ round }) => round < row.round).map(signerOf),
  };
}

function signerOf(row: Selectable<AdjusterRow>): Signer {
  return {
    id: row.id,
    round: row.round,
    role: row.role as SignerRole,
    name: row.name,
    attendanceId: row.attendance_id,
    accountId: row.account_id,
    signedAt: row.signed_at,
    signature: row.signature as Signature | null,
    rejectedAt: row.rejected_at,
    comment: row.comment,
  };
}
