import { recordAddress } from '../../kernel/record-address.ts';
import type { Reader } from '../../storage/database.ts';
import { endorsedRecords, listEndorsements } from '../collaboration/index.ts';
import { principalStandKinds } from '../decisions/index.ts';
import type { FoundOwed } from './owed.ts';

/**
 * The principals that said that they must decide by themselves and have not, and those that have said nothing of a joint decision of which others have
 * said something (R-ORG-3). A decision that nobody was asked about is no debt.
 */
export async function owedStands(r: Reader): Promise<readonly FoundOwed[]> {
  const rows = await r.db
    .selectFrom('decision')
    .innerJoin('body_participant as part', (join) =>
      join.onRef('part.tenant_id', '=', 'decision.tenant_id').onRef('part.body_id', '=', 'decision.body_id'),
    )
    .innerJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'decision.tenant_id').onRef('body.id', '=', 'decision.body_id'),
    )
    .leftJoin('principal_stand as stand', (join) =>
      join
        .onRef('stand.tenant_id', '=', 'decision.tenant_id')
        .onRef('stand.decision_id', '=', 'decision.id')
        .onRef('stand.principal_body_id', '=', 'part.participant_body_id'),
    )
    .select(['decision.id', 'decision.title', 'part.participant_body_id', 'stand.stand', 'body.name'])
    .where('decision.tenant_id', '=', r.tenantId)
    .where('decision.state', '=', 'made')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('principal_stand as other')
          .select('other.id')
          .where('other.tenant_id', '=', r.tenantId)
          .whereRef('other.decision_id', '=', 'decision.id'),
      ),
    )
    .where((eb) =>
      eb.or([eb('part.valid_from', 'is', null), eb('part.valid_from', '<=', eb.ref('decision.decided_on'))]),
    )
    .where((eb) => eb.or([eb('part.valid_to', 'is', null), eb('part.valid_to', '>=', eb.ref('decision.decided_on'))]))
    .where((eb) =>
      eb.or([
        eb('stand.stand', 'is', null),
        eb.and([eb('stand.stand', '=', 'needsOwnDecision'), eb('stand.own_decision_on', 'is', null)]),
      ]),
    )
    .execute();
  return rows.map((row) => ({
    kind: 'stand',
    principalId: row.participant_body_id,
    recordId: row.id,
    href: recordAddress('decision', row.id) as `/${string}`,
    title: row.title,
    note: row.stand === null ? { sv: row.name, en: row.name } : principalStandKinds.needsOwnDecision,
    dueOn: null,
  }));
}

/** What principals were asked to stand behind and have not answered (DEC-12). */
export async function owedEndorsements(r: Reader): Promise<readonly FoundOwed[]> {
  const waiting = await listEndorsements(r, { waiting: true });
  const records = await endorsedRecords(
    r,
    waiting.map(({ subject }) => subject),
  );
  return waiting.flatMap(({ by, subject, dueOn }) => {
    const record = records.get(subject.id);
    return record
      ? [
          {
            kind: 'endorsement' as const,
            principalId: by.id,
            recordId: record.id,
            href: recordAddress(record.noun, record.id) as `/${string}`,
            title: record.title,
            note: null,
            dueOn,
          },
        ]
      : [];
  });
}

/** Consultations that were sent to a principal of the register and that it has not answered; more time counts for the one who got it. */
export async function owedAnswers(r: Reader): Promise<readonly FoundOwed[]> {
  const rows = await r.db
    .selectFrom('consultation_response as response')
    .innerJoin('consultation', (join) =>
      join
        .onRef('consultation.tenant_id', '=', 'response.tenant_id')
        .onRef('consultation.id', '=', 'response.consultation_id'),
    )
    .select(['response.body_id', 'consultation.id', 'consultation.title'])
    .select((eb) => eb.fn.coalesce('response.extended_to', 'consultation.due_on').as('due_on'))
    .where('response.tenant_id', '=', r.tenantId)
    .where('response.body_id', 'is not', null)
    .where('response.received_on', 'is', null)
    .where('response.stance', 'is', null)
    .where('consultation.state', '=', 'sent')
    .execute();
  return rows.map(({ body_id, id, title, due_on }) => ({
    kind: 'consultation',
    principalId: body_id!,
    recordId: id,
    href: recordAddress('consultation', id) as `/${string}`,
    title,
    note: null,
    dueOn: due_on,
  }));
}
