import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { WebhookRow } from '../../storage/schema/programs.ts';
import type { DeliveryFailure, Webhook, WebhookDelivery, WebhookEvent } from './webhook.ts';
import type { WebhookState } from './webhook-transitions.ts';

/** The addresses that are told of what happens, in the order in which they were registered. */
export async function listWebhooks(r: Reader<'webhook.edit'>): Promise<readonly Webhook[]> {
  const rows = await r.db
    .selectFrom('webhook')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(webhookOf);
}

export async function getWebhook(r: Reader<'webhook.edit'>, id: Id<'webhook'>): Promise<Webhook> {
  const row = await r.db
    .selectFrom('webhook')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new AppError('record.notFound');
  return webhookOf(row);
}

/** The newest attempts to tell an address. */
export async function listDeliveries(
  r: Reader<'webhook.edit'>,
  id: Id<'webhook'>,
  limit = 50,
): Promise<readonly WebhookDelivery[]> {
  const rows = await r.db
    .selectFrom('webhook_delivery')
    .select(['id', 'event', 'attempt', 'at', 'status', 'failure'])
    .where('tenant_id', '=', r.tenantId)
    .where('webhook_id', '=', id)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, failure: row.failure as DeliveryFailure | null }));
}

function webhookOf(
  row: Omit<WebhookRow, 'version' | 'created_at' | 'failures'> & {
    readonly version: number;
    readonly created_at: Date;
    readonly failures: number;
  },
): Webhook {
  return {
    id: row.id as Id<'webhook'>,
    address: row.address,
    events: row.events as readonly WebhookEvent[],
    state: row.state as WebhookState,
    failures: row.failures,
    registeredBy: row.registered_by,
    version: row.version,
    createdAt: row.created_at,
  };
}
