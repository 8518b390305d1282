import { authorize, operatorOf } from '../../src/domain/access/index.ts';
import { type RecordAgreement, recordAgreement } from '../../src/domain/agreements/index.ts';
import { type RecordCommission, recordCommission } from '../../src/domain/commissions/index.ts';
import { type RecordDeliverable, recordDeliverable } from '../../src/domain/projects/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import type { TestDatabase } from './database.ts';

type Where = Pick<TestDatabase, 'db' | 'tenantId'>;
let count = 0;

/** Puts an agreement on record through the verb, with a name of its own unless told. */
export function buildAgreement(
  { db, tenantId }: Where,
  input: Partial<RecordAgreement> = {},
): Promise<Id<'agreement'>> {
  count += 1;
  const auth = authorize(operatorOf(tenantId), 'meeting.edit');
  const name = `Överenskommelse om mobila team ${count}`;
  return db.transact(auth, { verb: 'recordAgreement' }, (w) => recordAgreement(w, { name, ...input }));
}

/** Puts a commission on record through the verb: a quarter of a post that two payers share. */
export function buildCommission(
  { db, tenantId }: Where,
  input: Partial<RecordCommission> = {},
): Promise<Id<'commission'>> {
  const auth = authorize(operatorOf(tenantId), 'meeting.edit');
  const fields = {
    who: 'Arbetsgruppen',
    what: 'Samordna nattpatrullerna',
    fte: 0.25,
    amounts: [
      { value: 100_000, currency: 'SEK', payer: 'regionen' },
      { value: 50_000, currency: 'SEK', payer: 'kommunerna' },
    ],
    ...input,
  };
  return db.transact(auth, { verb: 'recordCommission' }, (w) => recordCommission(w, fields));
}

/** Puts a deliverable on record through the verb. */
export function buildDeliverable(
  { db, tenantId }: Where,
  input: Partial<RecordDeliverable> = {},
): Promise<Id<'deliverable'>> {
  const auth = authorize(operatorOf(tenantId), 'meeting.edit');
  const fields = { what: 'slutrapport om nattpatrullerna', dueOn: '2026-06', ...input };
  return db.transact(auth, { verb: 'recordDeliverable' }, (w) => recordDeliverable(w, fields));
}
