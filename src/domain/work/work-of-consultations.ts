import { recordAddress } from '../../kernel/record-address.ts';
import type { Reader } from '../../storage/database.ts';
import type { WorkFinding } from './work.ts';
import { mayAnywhere, type WorkSource } from './work-source.ts';

/**
 * Rounds that wait to be sent, rounds that were sent and from which answers are missing, the next station on the way to a decision, and for the units of
 * the house the advice they are asked for.
 */
export const workOfConsultations: WorkSource = async (scope) => [
  ...(mayAnywhere(scope, 'matter.edit') ? await scope.once(rounds) : []),
  ...(mayAnywhere(scope, 'matter.edit') ? await scope.once(stations) : []),
  ...(mayAnywhere(scope, 'consultation.answer') ? await scope.once(askedUnits) : []),
];

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

/** The first station that has not been passed, of each round (DEC-14). */
async function stations(r: Reader): Promise<readonly WorkFinding[]> {
  const rows = await r.db
    .selectFrom('consultation_step as step')
    .innerJoin('consultation', (join) =>
      join.onRef('consultation.tenant_id', '=', 'step.tenant_id').onRef('consultation.id', '=', 'step.consultation_id'),
    )
    .innerJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'consultation.tenant_id').onRef('body.id', '=', 'consultation.body_id'),
    )
    .leftJoin('meeting', (join) =>
      join.onRef('meeting.tenant_id', '=', 'step.tenant_id').onRef('meeting.id', '=', 'step.meeting_id'),
    )
    .distinctOn('consultation.id')
    .select(['consultation.id', 'consultation.title', 'step.id as step_id', 'step.name'])
    .select((eb) => eb.fn.coalesce('meeting.held_on', 'step.planned_on').as('on'))
    .select(['body.id as body_id', 'body.name as body_name'])
    .where('step.tenant_id', '=', r.tenantId)
    .where('step.passed_on', 'is', null)
    .where((eb) =>
      eb.or([eb('meeting.state', 'is', null), eb('meeting.state', 'not in', ['closed', 'adjusted', 'cancelled'])]),
    )
    .orderBy('consultation.id')
    .orderBy((eb) => eb.fn.coalesce('meeting.held_on', 'step.planned_on'))
    .execute();
  return rows.map((row) => ({
    kind: 'decisionStation' as const,
    recordId: row.id,
    step: row.step_id,
    href: `${recordAddress('consultation', row.id)}/beslutsvag` as `/${string}`,
    title: `${row.title}: ${row.name}`,
    body: { id: row.body_id, name: row.body_name },
    dueOn: row.on,
  }));
}

/** What units of the house are asked for advice on and have not answered; the clock is one of working days. */
async function askedUnits(r: Reader): Promise<readonly WorkFinding[]> {
  const rows = await r.db
    .selectFrom('consultation_response as response')
    .innerJoin('consultation', (join) =>
      join
        .onRef('consultation.tenant_id', '=', 'response.tenant_id')
        .onRef('consultation.id', '=', 'response.consultation_id'),
    )
    .innerJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'response.tenant_id').onRef('body.id', '=', 'response.body_id'),
    )
    .select(['response.id', 'consultation.id as consultation_id', 'consultation.title'])
    .select((eb) => eb.fn.coalesce('response.extended_to', 'consultation.due_on').as('due_on'))
    .select(['body.id as body_id', 'body.name as body_name'])
    .where('response.tenant_id', '=', r.tenantId)
    .where('consultation.state', '=', 'sent')
    .where('consultation.kind', '=', 'internal')
    .where('response.received_on', 'is', null)
    .execute();
  return rows.map((row) => ({
    kind: 'answerConsultation' as const,
    recordId: row.consultation_id,
    step: row.id,
    href: `${recordAddress('consultation', row.consultation_id)}/vart-svar/${row.id}` as `/${string}`,
    title: row.title,
    body: { id: row.body_id, name: row.body_name },
    dueOn: row.due_on,
  }));
}
