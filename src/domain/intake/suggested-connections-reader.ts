import type { Reader } from '../../storage/database.ts';
import { type Connected, type ConnectionKind, connectionKinds } from '../connections/index.ts';
import { proposalIsReadable } from './intake-reader.ts';
import { type RecordEnd, recordsAt } from './record-ends.ts';

/** A connection between two records of the register that the intake suggests and that waits for a person. */
export type SuggestedConnection = {
  readonly from: Connected;
  readonly to: Connected;
  readonly kind: ConnectionKind;
  readonly reason: string;
};

/** So many suggestions are looked at for one thread: who has more waiting works through them in the review. */
const most = 60;

/**
 * The suggested connections that have one of some records at an end. The database picks the proposals by the record that they name, or that the
 * proposal they name has become.
 */
export async function suggestedConnectionsOf(
  r: Reader,
  ids: readonly string[],
): Promise<readonly SuggestedConnection[]> {
  if (ids.length === 0) return [];
  const rows = await r.db
    .selectFrom('proposal')
    .select('fields')
    .where('tenant_id', '=', r.tenantId)
    .where('type', '=', 'recordLink')
    .where('state', '=', 'open')
    .where(proposalIsReadable())
    .where((eb) =>
      eb.or(
        (['fromEnd', 'toEnd'] as const).flatMap((end) => {
          const at = (key: string) =>
            eb.fn<string | null>('jsonb_extract_path_text', ['fields', eb.val(end), eb.val(key)]);
          const made = eb
            .selectFrom('proposal as made')
            .select((inner) => inner.cast<string>('made.id', 'text').as('id'))
            .where('made.tenant_id', '=', r.tenantId)
            .where((inner) => inner('made.record_id', '=', inner.fn.any(inner.val([...ids]))));
          return [eb(at('recordId'), 'in', ids), eb(at('proposalId'), 'in', made)];
        }),
      ),
    )
    .orderBy('confidence', 'desc')
    .orderBy('id')
    .limit(most)
    .execute();
  const ends = await recordsAt(
    r,
    rows.flatMap(({ fields }) => [fields.fromEnd as RecordEnd | undefined, fields.toEnd as RecordEnd | undefined]),
  );
  return rows.flatMap(({ fields }, index) => {
    const [from, to] = [ends[index * 2], ends[index * 2 + 1]];
    const kind = (Object.hasOwn(connectionKinds, String(fields.kind)) ? fields.kind : 'concerns') as ConnectionKind;
    return from && to ? [{ from, to, kind, reason: String(fields.reason ?? '') }] : [];
  });
}
