import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { Ask } from './ask-kinds.ts';
import type { Snapshot } from './released-content.ts';

/** The asks that principals of this authority have not answered yet: what each of them owes. */
export async function openAsks(r: Reader, principalId?: Id<'body'>): Promise<readonly OpenAsk[]> {
  const rows = await r.db
    .selectFrom('release')
    .innerJoin('release_receiver as receiver', (join) =>
      join.onRef('receiver.tenant_id', '=', 'release.tenant_id').onRef('receiver.release_id', '=', 'release.id'),
    )
    .innerJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'receiver.tenant_id').onRef('body.id', '=', 'receiver.body_id'),
    )
    .select(['release.id', 'release.noun', 'release.record_id', 'release.title', 'release.ask', 'release.released_at'])
    .select(['receiver.body_id', 'body.name'])
    .where('release.tenant_id', '=', r.tenantId)
    .where('release.ask', 'is not', null)
    .where('release.protected', '=', false)
    .$if(principalId !== undefined, (query) => query.where('receiver.body_id', '=', principalId!))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('received_answer')
            .select('received_answer.id')
            .whereRef('received_answer.tenant_id', '=', 'receiver.tenant_id')
            .whereRef('received_answer.release_id', '=', 'receiver.release_id')
            .whereRef('received_answer.body_id', '=', 'receiver.body_id'),
        ),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('release_event')
            .select('release_event.id')
            .whereRef('release_event.tenant_id', '=', 'receiver.tenant_id')
            .whereRef('release_event.release_id', '=', 'receiver.release_id')
            .whereRef('release_event.body_id', '=', 'receiver.body_id')
            .where('release_event.kind', '=', 'recalled'),
        ),
      ),
    )
    .orderBy('release.released_at')
    .limit(500)
    .execute();
  return rows.map((row) => ({
    releaseId: row.id,
    noun: row.noun as Snapshot['noun'],
    recordId: row.record_id,
    title: row.title,
    ask: row.ask as Ask,
    askedAt: row.released_at,
    principal: { id: row.body_id, name: row.name },
  }));
}

/** An ask that waits for the answer of one principal. */
export type OpenAsk = {
  readonly releaseId: Id<'release'>;
  readonly noun: Snapshot['noun'];
  readonly recordId: string;
  readonly title: string;
  readonly ask: Ask;
  readonly askedAt: Date;
  readonly principal: { readonly id: Id<'body'>; readonly name: string };
};
