import { recordAddress } from '../../kernel/record-address.ts';
import type { Reader } from '../../storage/database.ts';
import type { WorkFinding } from './work.ts';
import { mayAnywhere, type WorkSource } from './work-source.ts';

/** Rounds that wait to be sent, and rounds that were sent and from which answers are missing. */
export const workOfConsultations: WorkSource = async (scope) =>
  mayAnywhere(scope, 'matter.edit') ? await scope.once(rounds) : [];

async function rounds(r: Reader): Promise<readonly WorkFinding[]> {
  const rows = await r.db
    .selectFrom('consultation')
    .innerJoin('body', (join) =>
      join.onRef('body.id', '=', 'consultation.body_id').onRef('body.tenant_id', '=', 'consultation.tenant_id'),
    )
    .select(['consultation.id', 'consultation.title', 'consultation.state', 'consultation.due_on'])
    .select(['body.id as body_id', 'body.name as body_name'])
    .select((eb) =>
      eb
        .selectFrom('consultation_response as response')
        .select((inner) => inner.fn.countAll<string>().as('count'))
        .whereRef('response.tenant_id', '=', 'consultation.tenant_id')
        .whereRef('response.consultation_id', '=', 'consultation.id')
        .where('response.received_on', 'is', null)
        .where('response.stance', 'is', null)
        .as('missing'),
    )
    .where('consultation.tenant_id', '=', r.tenantId)
    .where('consultation.state', 'in', ['draft', 'sent'])
    .execute();
  return rows.flatMap((row): readonly WorkFinding[] => {
    const missing = Number(row.missing);
    if (row.state === 'sent' && missing === 0) return [];
    const common = {
      recordId: row.id,
      href: recordAddress('consultation', row.id) as `/${string}`,
      title: row.title,
      body: { id: row.body_id, name: row.body_name },
      dueOn: row.due_on,
    };
    return row.state === 'draft'
      ? [{ ...common, kind: 'sendConsultation' as const, dueOn: null }]
      : [{ ...common, kind: 'gatherAnswers' as const, count: missing }];
  });
}
