import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { transitionIn } from '../../kernel/transition-table.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import type { Keyring } from '../access/index.ts';
import { isWebhookAddress, secretOf, type WebhookEvent } from './webhook.ts';
import { getWebhook } from './webhook-reader.ts';
import { type WebhookAction, webhookStates, webhookTransitions } from './webhook-transitions.ts';

export type RegisterWebhook = { readonly address: string; readonly events: readonly WebhookEvent[] };
type Seal = Pick<Keyring, 'seal'>;

/** Registers an address to be told. Answers with the secret of the signature, this once: it is kept sealed. */
export async function registerWebhook(
  w: Writer<'webhook.edit'>,
  { seal }: Seal,
  { address, events }: RegisterWebhook,
): Promise<{ readonly id: Id<'webhook'>; readonly secret: string }> {
  if (!isWebhookAddress(address))
    throw new AppError('record.invalid', {}, [{ path: 'address', key: 'webhook.address' }]);
  if (events.length === 0) throw new AppError('record.invalid', {}, [{ path: 'events', key: 'validation.choose' }]);
  const id = w.runtime.newId() as Id<'webhook'>;
  const secret = secretOf(w.runtime.newToken(32));
  await w.db
    .insertInto('webhook')
    .values({
      tenant_id: w.tenantId,
      id,
      address,
      events,
      sealed_secret: seal(secret, id),
      state: 'active',
      registered_by: w.auth.actorName,
    })
    .execute();
  await w.log({ noun: 'webhook', recordId: id, after: { address, events } });
  return { id, secret };
}

/** Gives an address another secret; the old one signs nothing more. Answers with it, this once. */
export async function renewWebhookSecret(
  w: Writer<'webhook.edit'>,
  { seal }: Seal,
  { id, version }: { readonly id: Id<'webhook'>; readonly version: number },
): Promise<string> {
  const before = await getWebhook(w, id);
  expectVersion(before, version);
  const secret = secretOf(w.runtime.newToken(32));
  await w.db
    .updateTable('webhook')
    .set({ sealed_secret: seal(secret, id), version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', id)
    .execute();
  await w.log({ noun: 'webhook', recordId: id, summary: 'renewSecret' });
  return secret;
}

/** Pauses, resumes or removes an address. Who resumes one begins to count its faults from nothing. */
export async function changeWebhook(
  w: Writer<'webhook.edit'>,
  { id, version, action }: { readonly id: Id<'webhook'>; readonly version: number; readonly action: WebhookAction },
): Promise<void> {
  const before = await getWebhook(w, id);
  expectVersion(before, version);
  const { to } = transitionIn(webhookTransitions, webhookStates, before.state, action);
  const key = { tenant_id: w.tenantId, id };
  if (to === 'gone')
    await w.db.deleteFrom('webhook').where('tenant_id', '=', key.tenant_id).where('id', '=', id).execute();
  else
    await w.db
      .updateTable('webhook')
      .set({ state: to, failures: action === 'resume' ? 0 : before.failures, version: before.version + 1 })
      .where('tenant_id', '=', key.tenant_id)
      .where('id', '=', id)
      .execute();
  await w.log({
    noun: 'webhook',
    recordId: id,
    summary: action,
    before: { state: before.state },
    after: { state: to },
  });
}
