import { authorize, operatorOf } from '../../src/domain/access/index.ts';
import {
  ensureConsultation,
  type RecordConsultationResponse,
  recordConsultationResponse,
} from '../../src/domain/consultations/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import type { TestDatabase } from './database.ts';

/** Enters a consultation with its responses through the verbs. */
export function buildConsultation(
  { db, tenantId }: Pick<TestDatabase, 'db' | 'tenantId'>,
  title: string,
  responses: readonly Omit<RecordConsultationResponse, 'consultationId'>[] = [],
): Promise<{ readonly id: Id<'consultation'>; readonly responseIds: readonly Id<'consultationResponse'>[] }> {
  const auth = authorize(operatorOf(tenantId), 'meeting.edit');
  return db.transact(auth, { verb: 'recordConsultation' }, async (w) => {
    const { id } = await ensureConsultation(w, title);
    const responseIds: Id<'consultationResponse'>[] = [];
    for (const response of responses)
      responseIds.push(await recordConsultationResponse(w, { consultationId: id, ...response }));
    return { id, responseIds };
  });
}
