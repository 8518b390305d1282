import { timeWords } from '../../documents/tree/index.ts';
import { recordAddress } from '../../kernel/record-address.ts';
import type { Reader } from '../../storage/database.ts';
import { type Body, matchBody } from '../organisation/index.ts';
import { currentDue, lastDayOf } from '../projects/index.ts';
import type { FoundOwed } from './owed.ts';

/** What is to be delivered by a principal: by the name that the deliverable says is responsible for it. */
export async function owedDeliverables(r: Reader, principals: readonly Body[]): Promise<readonly FoundOwed[]> {
  const rows = await r.db
    .selectFrom('deliverable')
    .select(['id', 'what', 'project', 'responsible', 'due_on', 'moved_to'])
    .where('tenant_id', '=', r.tenantId)
    .where('done_on', 'is', null)
    .where('responsible', '<>', '')
    .execute();
  return rows.flatMap(({ id, what, project, responsible, due_on, moved_to }) => {
    const principal = matchBody(responsible, principals);
    const due = currentDue({ dueOn: due_on, movedTo: moved_to });
    return principal
      ? [
          {
            kind: 'deliverable' as const,
            principalId: principal.id,
            recordId: id,
            href: recordAddress('deliverable', id) as `/${string}`,
            title: what,
            note: project ? { sv: project, en: project } : null,
            dueOn: due && lastDayOf(due),
          },
        ]
      : [];
  });
}

/** The states in which the principal that a deviation concerns has something to do: until whoever reported has been told. */
const atReceiver = ['reported', 'received', 'investigated', 'actionDecided'] as const;

/** The deviations that a principal is to take care of. They are named by kind and number: what happened is read where deviations are. */
export async function owedDeviations(r: Reader): Promise<readonly FoundOwed[]> {
  const rows = await r.db
    .selectFrom('deviation')
    .innerJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'deviation.tenant_id').onRef('body.id', '=', 'deviation.from_body_id'),
    )
    .select(['deviation.id', 'deviation.to_body_id', 'deviation.year', 'deviation.number', 'body.name'])
    .where('deviation.tenant_id', '=', r.tenantId)
    .where('deviation.to_body_id', 'is not', null)
    .where('deviation.state', 'in', atReceiver)
    .execute();
  return rows.map(({ id, to_body_id, year, number, name }) => ({
    kind: 'deviation',
    principalId: to_body_id!,
    recordId: id,
    href: recordAddress('deviation', id) as `/${string}`,
    title: `Avvikelse ${year}:${number}`,
    note: { sv: `från ${name}`, en: `from ${name}` },
    dueOn: null,
  }));
}

/** The actions of improvements that a principal answers for and that are not done. */
export async function owedImprovements(r: Reader): Promise<readonly FoundOwed[]> {
  const rows = await r.db
    .selectFrom('improvement_action as action')
    .innerJoin('improvement_work as work', (join) =>
      join.onRef('work.tenant_id', '=', 'action.tenant_id').onRef('work.id', '=', 'action.improvement_work_id'),
    )
    .select(['action.id', 'action.what', 'action.body_id', 'action.due_on', 'work.id as work_id', 'work.title'])
    .where('action.tenant_id', '=', r.tenantId)
    .where('action.done_on', 'is', null)
    .execute();
  return rows.map(({ id, what, body_id, due_on, work_id, title }) => ({
    kind: 'improvement',
    principalId: body_id,
    recordId: id,
    href: recordAddress('improvementWork', work_id) as `/${string}`,
    title: what,
    note: { sv: title, en: title },
    dueOn: due_on,
  }));
}

/** The figures that a principal has agreed to deliver and has neither delivered nor said no to. */
export async function owedFigures(r: Reader): Promise<readonly FoundOwed[]> {
  const rows = await r.db
    .selectFrom('indicator_delivery as delivery')
    .innerJoin('indicator', (join) =>
      join.onRef('indicator.tenant_id', '=', 'delivery.tenant_id').onRef('indicator.id', '=', 'delivery.indicator_id'),
    )
    .select(['delivery.id', 'delivery.body_id', 'delivery.period', 'delivery.due_on'])
    .select(['indicator.id as indicator_id', 'indicator.name'])
    .where('delivery.tenant_id', '=', r.tenantId)
    .where('delivery.delivered_on', 'is', null)
    .where('delivery.declined_reason', 'is', null)
    .execute();
  return rows.map(({ id, body_id, period, due_on, indicator_id, name }) => ({
    kind: 'figures',
    principalId: body_id,
    recordId: id,
    href: recordAddress('indicator', indicator_id) as `/${string}`,
    title: name,
    note: { sv: timeWords(period, 'sv'), en: timeWords(period, 'en') },
    dueOn: due_on,
  }));
}
