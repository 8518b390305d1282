/** The door of webhooks: addresses outside that are told of what happens in the open. */
export * from './deliver-webhook.ts';
export * from './register-webhook.ts';
export * from './webhook.ts';
export { getWebhook, listDeliveries, listWebhooks } from './webhook-reader.ts';
export * from './webhook-transitions.ts';
