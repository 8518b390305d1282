import type { CivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { barredMarks } from './barred-marks-reader.ts';
import type { MarkableNoun } from './markable-fields.ts';
import type { SecrecyLevel } from './secrecy-levels.ts';
import type { SecrecyMark } from './secrecy-mark.ts';
import { coversProtected } from './visible.ts';

type MarkRef = { readonly noun: string; readonly id: Id<string> };

/** The standing marks on the fields of some records, the latest first. */
export async function marksOf(r: Reader, refs: readonly MarkRef[]): Promise<readonly SecrecyMark[]> {
  if (refs.length === 0) return [];
  const rows = await marks(r)
    .where('lift.id', 'is', null)
    .where((eb) =>
      eb.and([
        eb('mark.record_id', '=', eb.fn.any(eb.val(refs.map(({ id }) => id)))),
        eb('mark.noun', '=', eb.fn.any(eb.val([...new Set(refs.map(({ noun }) => noun))]))),
      ]),
    )
    .orderBy('mark.created_at', 'desc')
    .execute();
  return rows.map(toMark);
}

/** Every mark that a record has had, lifted ones too, the latest first: they are never taken away. */
export async function markHistory(r: Reader, noun: string, recordId: Id<string>): Promise<readonly SecrecyMark[]> {
  if (!isId(recordId)) return [];
  const rows = await marks(r)
    .where('mark.noun', '=', noun)
    .where('mark.record_id', '=', recordId)
    .orderBy('mark.created_at', 'desc')
    .execute();
  return rows.map(toMark);
}

/** A mark by its id. Throws `record.notFound`. */
export async function getMark(r: Reader, id: Id<'secrecyMark'>): Promise<SecrecyMark> {
  const row = isId(id) ? await marks(r).where('mark.id', '=', id).executeTakeFirst() : undefined;
  if (!row) throw new AppError('record.notFound');
  return toMark(row);
}

export type MarkFilter = {
  readonly level?: SecrecyLevel;
  readonly bodyId?: Id<'body'>;
  /** Only those whose day of review has come by this day. */
  readonly reviewBy?: CivilDate;
  /** Lifted ones instead of those that stand. */
  readonly lifted?: boolean;
  readonly limit?: number;
  readonly offset?: number;
};

/** The register of marks: those to be looked at first on top. */
export async function listMarks(r: Reader, filter: MarkFilter = {}): Promise<readonly SecrecyMark[]> {
  let query = marks(r).where('lift.id', filter.lifted ? 'is not' : 'is', null);
  if (filter.level) query = query.where('mark.level', '=', filter.level);
  if (filter.bodyId) query = query.where('mark.body_id', '=', filter.bodyId);
  if (filter.reviewBy) query = query.where('mark.review_on', '<=', filter.reviewBy);
  const rows = await query
    .orderBy('mark.review_on', (order) => order.asc().nullsLast())
    .orderBy('mark.created_at', 'desc')
    .orderBy('mark.id')
    .limit(Math.min(filter.limit ?? 50, 1_000))
    .offset(filter.offset ?? 0)
    .execute();
  return rows.map(toMark);
}

/**
 * The texts that marks keep apart, by mark, for a proof of `matter.readProtected`: those of the bodies it covers, no others. A mark without a text of its
 * own, and one that was lifted, has none here.
 */
export async function secretTexts(
  r: Reader<'matter.readProtected'>,
  found: readonly SecrecyMark[],
): Promise<ReadonlyMap<string, string>> {
  if (r.auth.action !== 'matter.readProtected') throw new AppError('access.denied');
  const barred = await barredMarks(r, found);
  const covered = found.filter((one) => coversProtected(r.auth, one.bodyId) && !barred.has(one.id)).map(({ id }) => id);
  if (covered.length === 0) return new Map();
  const rows = await r.db
    .selectFrom('secrecy_value')
    .select(['mark_id', 'secret_text'])
    .where('tenant_id', '=', r.tenantId)
    .where((eb) => eb('mark_id', '=', eb.fn.any(eb.val(covered))))
    .execute();
  return new Map(rows.map((row) => [row.mark_id, row.secret_text]));
}

function marks(r: Reader) {
  return r.db
    .selectFrom('secrecy_mark as mark')
    .leftJoin('secrecy_lift as lift', (join) =>
      join.onRef('lift.tenant_id', '=', 'mark.tenant_id').onRef('lift.mark_id', '=', 'mark.id'),
    )
    .selectAll('mark')
    .select(['lift.lifted_on', 'lift.lifted_by', 'lift.reason'])
    .where('mark.tenant_id', '=', r.tenantId);
}

type Found = Awaited<ReturnType<ReturnType<typeof marks>['execute']>>[number];

function toMark(row: Found): SecrecyMark {
  const { lifted_on: on, lifted_by: by, reason } = row;
  return {
    id: row.id,
    noun: row.noun as MarkableNoun,
    recordId: row.record_id,
    field: row.field,
    level: row.level as SecrecyLevel,
    provision: row.provision,
    authority: row.authority,
    markedOn: row.marked_on,
    markedBy: row.marked_by,
    reviewOn: row.review_on,
    bodyId: row.body_id,
    lifted: on === null || by === null || reason === null ? null : { on, by, reason },
  };
}
