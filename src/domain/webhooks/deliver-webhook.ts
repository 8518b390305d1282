import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { PublicEvent } from '../../kernel/public-event.ts';
import type { Database, Writer } from '../../storage/database.ts';
import { authorize, type Keyring, operatorOf } from '../access/index.ts';
import { type PublishedNoun, publishedNounNames, publishedPath } from '../published/index.ts';
import { type DeliveryFailure, eventFor, signedHeaders, type WebhookEvent } from './webhook.ts';
import { listWebhooks } from './webhook-reader.ts';

/** The topic of a message to one address. Each address has its own, so that one that is slow delays no other. */
export const webhookTopic = 'webhook';

/** What lies in the outbox for an address: ids and the event, never what a record says. */
export type WebhookErrand = PublicEvent & { readonly webhookId: string; readonly event: WebhookEvent };

/** Sends a body to an address outside and answers with the status; throws `egress.refused` when the address may not be called. */
export type SendOut = (
  address: string,
  message: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
) => Promise<{ readonly status: number }>;

/** Attempts at one message, over about four minutes; then it has not arrived. */
const mostAttempts = 8;
/** Messages in a row that do not arrive before the house stops telling an address. */
export const mostFailures = 5;

type Message = {
  readonly id: string;
  readonly tenantId: string;
  readonly attempt: number;
  readonly postedAt: Date;
};

const proofOf = (tenantId: string) => authorize(operatorOf(tenantId as Id<'tenant'>, 'Kansli'), 'webhook.edit');

/** Lays a message in the outbox for each address that asked to be told of what happened. */
export async function carryPublicEvent(db: Database, tenantId: string, happened: PublicEvent): Promise<void> {
  const auth = proofOf(tenantId);
  const told = (await db.read(auth, listWebhooks)).flatMap(({ id, state, events }) => {
    const event = state === 'active' ? eventFor(events, happened) : undefined;
    return event ? [{ ...happened, webhookId: id, event }] : [];
  });
  if (told.length === 0) return;
  await db.transact(auth, { verb: 'carryPublicEvent' }, async (w) => {
    for (const errand of told) {
      await w.post(webhookTopic, { ...errand });
      await w.log({ noun: 'webhook', recordId: errand.webhookId, summary: 'tell', after: { event: errand.event } });
    }
  });
}

/**
 * Tells an address of what happened. Every attempt is kept. A fault is thrown, so that the outbox tries again; after the last attempt the message is given
 * up, and after some messages in a row the address.
 */
export async function deliverWebhook(
  db: Database,
  outside: { readonly send: SendOut; readonly keyring: Pick<Keyring, 'open'>; readonly site: string },
  message: Message,
  errand: WebhookErrand,
): Promise<void> {
  const auth = proofOf(message.tenantId);
  const hook = await db.read(auth, (r) =>
    r.db
      .selectFrom('webhook')
      .leftJoin('pub.authority as portal', 'portal.tenant_id', 'webhook.tenant_id')
      .select(['webhook.address', 'webhook.sealed_secret', 'webhook.state', 'portal.slug'])
      .where('webhook.tenant_id', '=', r.tenantId)
      .where('webhook.id', '=', errand.webhookId)
      .executeTakeFirst(),
  );
  if (hook?.state !== 'active') return;
  const body = JSON.stringify({
    type: errand.event,
    timestamp: message.postedAt.toISOString(),
    data: { kind: errand.kind, noun: errand.noun, id: errand.recordId, ...linkOf(outside.site, hook.slug, errand) },
  });
  const secret = outside.keyring.open(hook.sealed_secret, errand.webhookId);
  const headers = signedHeaders(secret, message.id, db.runtime.now(), body);
  const { status, failure } = await attempt(() => outside.send(hook.address, { headers, body }));
  const last = message.attempt >= mostAttempts || failure === 'refused';
  await db.transact(auth, { verb: 'deliverWebhook' }, async (w) => {
    await w.db
      .insertInto('webhook_delivery')
      .values({
        tenant_id: w.tenantId,
        id: w.runtime.newId(),
        webhook_id: errand.webhookId,
        message_id: message.id,
        event: errand.event,
        attempt: message.attempt,
        at: w.runtime.now(),
        status,
        failure,
      })
      .execute();
    if (failure === null || last) await countFailures(w, errand.webhookId, failure !== null);
    await w.log({ noun: 'webhook', recordId: errand.webhookId, summary: failure ?? 'told', after: { status } });
  });
  if (failure !== null && !last)
    throw new Error(`A message to a webhook did not arrive (${failure}, ${status ?? 'no answer'}).`);
}

/** The address in the open portal, for what lies there. */
function linkOf(site: string, slug: string | null, { noun, recordId }: PublicEvent): { readonly url?: string } {
  if (slug === null || !(publishedNounNames as readonly string[]).includes(noun)) return {};
  return { url: `${site}${publishedPath(slug, noun as PublishedNoun, recordId)}` };
}

async function attempt(
  send: () => Promise<{ readonly status: number }>,
): Promise<{ readonly status: number | null; readonly failure: DeliveryFailure | null }> {
  try {
    const { status } = await send();
    return { status, failure: status >= 200 && status < 300 ? null : 'status' };
  } catch (error) {
    return { status: null, failure: error instanceof AppError ? 'refused' : 'unreachable' };
  }
}

/** What arrived ends the count; the message too many stops the address until a person has looked at it. */
async function countFailures(w: Writer<'webhook.edit'>, id: string, failed: boolean): Promise<void> {
  await w.db
    .updateTable('webhook')
    .set((eb) => ({
      failures: failed ? eb('failures', '+', 1) : 0,
      state: failed
        ? eb
            .case()
            .when('failures', '>=', mostFailures - 1)
            .then('stopped')
            .else(eb.ref('state'))
            .end()
        : eb.ref('state'),
    }))
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', id)
    .execute();
}
