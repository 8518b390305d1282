import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { PublicEvent } from '../../kernel/public-event.ts';
import type { WebhookState } from './webhook-transitions.ts';

/** What an address can ask to be told of. All of it is public; nothing else leaves the house this way. */
export const webhookEvents = {
  'publication.published': { sv: 'Något publiceras', en: 'Something is published' },
  'publication.changed': { sv: 'Något publiceras i ny lydelse', en: 'Something is published in a new form' },
  'publication.withdrawn': { sv: 'Något dras tillbaka', en: 'Something is withdrawn' },
  'decision.published': { sv: 'Ett beslut publiceras', en: 'A decision is published' },
  'notice.posted': { sv: 'Ett anslag sätts upp', en: 'A notice is posted' },
} as const satisfies Readonly<Record<string, Localized>>;
export type WebhookEvent = keyof typeof webhookEvents;
export const webhookEventNames = Object.keys(webhookEvents) as readonly WebhookEvent[];

/** Why a message did not arrive. */
export const deliveryFailures = {
  refused: { sv: 'adressen får inte anropas', en: 'the address may not be called' },
  unreachable: { sv: 'mottagaren svarade inte', en: 'the receiver did not answer' },
  status: { sv: 'mottagaren svarade med ett fel', en: 'the receiver answered with a fault' },
} as const satisfies Readonly<Record<string, Localized>>;
export type DeliveryFailure = keyof typeof deliveryFailures;

/** An address outside that is told of what happens in the open. */
export type Webhook = {
  readonly id: Id<'webhook'>;
  readonly address: string;
  readonly events: readonly WebhookEvent[];
  readonly state: WebhookState;
  readonly failures: number;
  readonly registeredBy: string;
  readonly version: number;
  readonly createdAt: Date;
};

/** One attempt to tell an address. */
export type WebhookDelivery = {
  readonly id: string;
  readonly event: string;
  readonly attempt: number;
  readonly at: Date;
  readonly status: number | null;
  readonly failure: DeliveryFailure | null;
};

/** The event of an address's list under which something that happened is told to it; undefined when it did not ask for it. */
export function eventFor(events: readonly WebhookEvent[], { kind, noun }: PublicEvent): WebhookEvent | undefined {
  const fitting: readonly WebhookEvent[] =
    kind === 'posted'
      ? ['notice.posted']
      : kind === 'published' && noun === 'decision'
        ? ['decision.published', 'publication.published']
        : [`publication.${kind}`];
  return fitting.find((event) => events.includes(event));
}

/** Whether an address can be registered at all; whether it lies outside is judged anew at each call, since a name can change its answer. */
export function isWebhookAddress(text: string): boolean {
  if (text.length > 500 || !URL.canParse(text)) return false;
  const { protocol, username, password, hash } = new URL(text);
  return protocol === 'https:' && username === '' && password === '' && hash === '';
}

/** The headers by which the receiver knows the message: its id, when it was sent, and the signature over both and the body (Standard Webhooks 1.0). */
export function signedHeaders(
  secret: string,
  messageId: string,
  sentAt: Date,
  body: string,
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(sentAt.getTime() / 1_000));
  return {
    'content-type': 'application/json',
    'webhook-id': messageId,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature(secret, messageId, timestamp, body)}`,
  };
}

/** What a receiver does: whether the signature is that of the secret, and the message is not older than five minutes. */
export function isSignedBy(
  secret: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  now: Date,
): boolean {
  const { 'webhook-id': id = '', 'webhook-timestamp': timestamp = '', 'webhook-signature': given = '' } = headers;
  if (Math.abs(now.getTime() / 1_000 - Number(timestamp)) > 300) return false;
  const expected = Buffer.from(`v1,${signature(secret, id, timestamp, body)}`);
  return given.split(' ').some((one) => {
    const bytes = Buffer.from(one);
    return bytes.length === expected.length && timingSafeEqual(bytes, expected);
  });
}

const secretPrefix = 'whsec_';

/** A secret as receivers write it in their settings. */
export function secretOf(token: string): string {
  return `${secretPrefix}${Buffer.from(token, 'base64url').toString('base64')}`;
}

function signature(secret: string, id: string, timestamp: string, body: string): string {
  const key = Buffer.from(secret.slice(secretPrefix.length), 'base64');
  return createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
}
