import { civilDateIn } from '../../kernel/civil-date.ts';
import { recordAddress } from '../../kernel/record-address.ts';
import type { Reader } from '../../storage/database.ts';
import { listDisposals } from '../archiving/index.ts';
import { alarmKinds, listAlarms } from '../witnessing/index.ts';
import type { WorkFinding } from './work.ts';
import { mayAnywhere, type WorkReading, type WorkSource } from './work-source.ts';

/** What keeps the register worth trusting: marks of secrecy to try anew, disposals that wait for the second person, and alarms about the log. */
export const workOfTrust: WorkSource = async (scope) => [
  ...(mayAnywhere(scope, 'secrecy.mark') ? await scope.once(marksToTry) : []),
  ...(mayAnywhere(scope, 'archive.dispose') ? await scope.once(disposals) : []),
  ...(mayAnywhere(scope, 'witness.edit') ? await scope.once(alarms) : []),
];

/** Marks whose day of review has come, counted by body: the register of marks shows them first. Never a word of what they protect. */
async function marksToTry(r: Reader, { today }: WorkReading): Promise<readonly WorkFinding[]> {
  const rows = await r.db
    .selectFrom('secrecy_mark as mark')
    .leftJoin('secrecy_lift as lift', (join) =>
      join.onRef('lift.tenant_id', '=', 'mark.tenant_id').onRef('lift.mark_id', '=', 'mark.id'),
    )
    .leftJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'mark.tenant_id').onRef('body.id', '=', 'mark.body_id'),
    )
    .select(['mark.body_id', 'body.name as body_name'])
    .select((eb) => [eb.fn.countAll<string>().as('count'), eb.fn.min('mark.review_on').as('review_on')])
    .where('mark.tenant_id', '=', r.tenantId)
    .where('lift.id', 'is', null)
    .where('mark.review_on', '<=', today)
    .groupBy(['mark.body_id', 'body.name'])
    .execute();
  return rows.map((row) => ({
    kind: 'tryMarks',
    recordId: row.body_id ?? r.tenantId,
    href: '/sekretess',
    title: '',
    body: row.body_id === null ? null : { id: row.body_id, name: row.body_name ?? '' },
    dueOn: row.review_on,
    count: Number(row.count),
  }));
}

async function disposals(r: Reader): Promise<readonly WorkFinding[]> {
  return (await listDisposals(r)).flatMap(({ id, number, state, count, proposedById }): readonly WorkFinding[] => {
    const common = {
      recordId: id,
      href: recordAddress('disposal', id) as `/${string}`,
      title: `gallring ${number}`,
      body: null,
      dueOn: null,
      count,
    };
    if (state === 'proposed') return [{ ...common, kind: 'approveDisposal', notFor: proposedById }];
    return state === 'approved' ? [{ ...common, kind: 'carryOutDisposal' }] : [];
  });
}

async function alarms(r: Reader): Promise<readonly WorkFinding[]> {
  return (await listAlarms(r, { open: true })).map(({ id, kind, raisedAt }) => ({
    kind: 'settleLogAlarm',
    recordId: id,
    href: '/loggen',
    title: alarmKinds[kind].sv,
    body: null,
    dueOn: civilDateIn(raisedAt),
  }));
}
