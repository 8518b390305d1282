import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { referenceCode } from './reference-code.ts';

/** An order of something published in a form that works for who orders it (lag 2018:1937 12 §). Who that is, is never asked. */
export type OrderCopy = {
  readonly noun: string;
  readonly recordId: string;
  readonly title: string;
  readonly fileName?: string | undefined;
  readonly bodyId: string | null;
  readonly wish: string;
  readonly replyTo?: string | undefined;
};

/**
 * Lays an order of an accessible copy among the requests that the registry answers, with a code by which whoever ordered can ask for it. What is kept is the
 * wish and, when it was given, where to send the copy; the latter goes when the request is answered.
 */
export async function orderCopy(w: Writer<'portal.ask'>, order: OrderCopy): Promise<string> {
  refuseProblems([
    ...(order.wish.trim() ? [] : [{ path: 'wish', key: 'validation.required' }]),
    ...(order.wish.length > 1_000 ? [{ path: 'wish', key: 'validation.tooLong', values: { maximum: 1_000 } }] : []),
  ]);
  const body = await w.db
    .selectFrom('body')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    // A record of no body is answered where the authority begins.
    .orderBy((e) => e('id', '=', order.bodyId ?? w.tenantId), 'desc')
    .orderBy('parent_id', (o) => o.asc().nullsFirst())
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirstOrThrow();
  const reference = referenceCode(w.runtime.newToken(12));
  const id: Id<'disclosureRequest'> = w.runtime.newId();
  const file = order.fileName ? ` (${order.fileName})` : '';
  const row = {
    body_id: body.id,
    received_on: w.runtime.today(),
    asked_for: `Tillgänglig kopia: ${order.title}${file}. Önskemål: ${order.wish.trim()}`,
    matter_id: order.noun === 'matter' ? order.recordId : null,
    state: 'received',
  };
  await w.db
    .insertInto('disclosure_request')
    .values({
      tenant_id: w.tenantId,
      id,
      ...row,
      contact: order.replyTo?.trim() || null,
      answered_on: null,
      provisions: null,
      decision: null,
      answered_by: null,
      reference,
    })
    .execute();
  await w.log({ noun: 'disclosureRequest', recordId: id, summary: 'copyOrdered', after: { reference } });
  return reference;
}
