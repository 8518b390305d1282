import { addDays } from '../../kernel/civil-date.ts';
import { recordAddress } from '../../kernel/record-address.ts';
import type { Reader } from '../../storage/database.ts';
import type { WorkFinding } from './work.ts';
import { mayAnywhere, type WorkSource } from './work-source.ts';

/** Requests to see documents that wait: they are answered at once, so their day is the day after they came (TF 2:15, R-TF-3). */
export const workOfDisclosures: WorkSource = async (scope) =>
  mayAnywhere(scope, 'disclosure.handle') ? await scope.once(requests) : [];

async function requests(r: Reader): Promise<readonly WorkFinding[]> {
  const rows = await r.db
    .selectFrom('disclosure_request as request')
    .innerJoin('body', (join) =>
      join.onRef('body.id', '=', 'request.body_id').onRef('body.tenant_id', '=', 'request.tenant_id'),
    )
    .select(['request.id', 'request.asked_for', 'request.received_on', 'body.id as body_id', 'body.name as body_name'])
    .where('request.tenant_id', '=', r.tenantId)
    .where('request.state', '=', 'received')
    .orderBy('request.received_on')
    .execute();
  return rows.map((row) => ({
    kind: 'answerDisclosure',
    recordId: row.id,
    href: recordAddress('disclosureRequest', row.id) as `/${string}`,
    title: row.asked_for,
    body: { id: row.body_id, name: row.body_name },
    dueOn: addDays(row.received_on, 1),
    // The words of whoever asks may tell what is in the document.
    guarded: true,
  }));
}
