import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { ReleaseGround } from './release-grounds.ts';
import type { Snapshot } from './released-content.ts';

/** What a guest sees of a release: the document, the group whose guest they are, and the reservation if one was made. */
export type GuestRelease = {
  readonly id: Id<'release'>;
  readonly title: string;
  readonly group: { readonly id: Id<'body'>; readonly name: string };
  readonly releasedAt: Date;
  readonly note: string | null;
  /** The words of the reservation under which it was let out (OSL 10:14). */
  readonly reservation: string | null;
};

/** What was let out to the guests of the groups that the proof covers, the latest first. Nothing else of the register can be reached by a guest. */
export async function listForGuest(
  r: Reader<'release.readAsGuest'>,
  { limit = 50, offset = 0 }: { readonly limit?: number; readonly offset?: number } = {},
): Promise<readonly GuestRelease[]> {
  if (r.auth.bodies !== 'all' && r.auth.bodies.length === 0) return [];
  const rows = await forGuests(r).orderBy('release.released_at', 'desc').limit(limit).offset(offset).execute();
  return rows.map(toGuestRelease);
}

/** One release to guests as it left. Throws `record.notFound` for what was let out to others, or was recalled. */
export async function getForGuest(
  r: Reader<'release.readAsGuest'>,
  id: Id<'release'>,
): Promise<GuestRelease & { readonly snapshot: Snapshot }> {
  const row = isId(id)
    ? await forGuests(r).select('release.content').where('release.id', '=', id).executeTakeFirst()
    : undefined;
  if (!row) throw new AppError('record.notFound');
  return { ...toGuestRelease(row), snapshot: row.content as Snapshot };
}

function forGuests(r: Reader<'release.readAsGuest'>) {
  const { bodies } = r.auth;
  return r.db
    .selectFrom('release')
    .innerJoin('release_receiver as receiver', (join) =>
      join.onRef('receiver.tenant_id', '=', 'release.tenant_id').onRef('receiver.release_id', '=', 'release.id'),
    )
    .innerJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'receiver.tenant_id').onRef('body.id', '=', 'receiver.body_id'),
    )
    .select(['release.id', 'release.title', 'release.released_at', 'release.note'])
    .select(['release.ground', 'release.assessment', 'receiver.body_id', 'body.name as body_name'])
    .where('release.tenant_id', '=', r.tenantId)
    .where('receiver.audience', '=', 'guests')
    .$if(bodies !== 'all', (query) => query.where('receiver.body_id', 'in', bodies as readonly string[]))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('release_event as event')
            .select('event.id')
            .whereRef('event.tenant_id', '=', 'receiver.tenant_id')
            .whereRef('event.release_id', '=', 'receiver.release_id')
            .whereRef('event.body_id', '=', 'receiver.body_id')
            .where('event.kind', '=', 'recalled'),
        ),
      ),
    );
}

type Row = {
  readonly id: string;
  readonly title: string;
  readonly released_at: Date;
  readonly note: string | null;
  readonly ground: string;
  readonly assessment: string | null;
  readonly body_id: string;
  readonly body_name: string;
};

function toGuestRelease(row: Row): GuestRelease {
  return {
    id: row.id,
    title: row.title,
    group: { id: row.body_id, name: row.body_name },
    releasedAt: row.released_at,
    note: row.note,
    reservation: (row.ground as ReleaseGround) === 'reservation' ? row.assessment : null,
  };
}
