import { recordAddress } from '../../kernel/record-address.ts';
import type { Reader } from '../../storage/database.ts';
import { type Ask, askKinds } from '../releases/index.ts';
import type { WorkFinding } from './work.ts';
import type { WorkSource } from './work-source.ts';

/** What other principals wait for from us: the asks that came with what they let us have. They are the authority's, so a role on one body sees none. */
export const workOfReleases: WorkSource = async (scope) =>
  scope.bodies('release.answer') === 'all' ? await scope.once(asked) : [];

async function asked(r: Reader): Promise<readonly WorkFinding[]> {
  const rows = await r.db
    .selectFrom('received_release as received')
    .innerJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'received.tenant_id').onRef('body.id', '=', 'received.giver_body_id'),
    )
    .select(['received.id', 'received.title', 'received.ask', 'received.due_on', 'body.name as giver'])
    .where('received.tenant_id', '=', r.tenantId)
    .where('received.state', '=', 'open')
    .where('received.protected', '=', false)
    .orderBy('received.due_on')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    kind: 'answerRelease',
    recordId: row.id,
    href: recordAddress('receivedRelease', row.id) as `/${string}`,
    title: `${row.giver}: ${askKinds[(row.ask as Ask).kind].label.sv} – ${row.title}`,
    body: null,
    dueOn: row.due_on,
    // The words are another authority's, and a letter goes further than they were let out.
    guarded: true,
  }));
}
