import { keyringOf } from '../domain/access/index.ts';
import { changeWebhook, registerWebhook } from '../domain/webhooks/index.ts';
import type { DemoWriter } from './demo-writer.ts';

/** One address that is told of decisions, and is paused: the demonstration calls nobody. Its secret is sealed with a key that is thrown away. */
export async function loadWebhooks(demo: DemoWriter): Promise<void> {
  await demo.as('webhook.edit', 'registerWebhook', async (w) => {
    const keyring = keyringOf(Buffer.from(w.runtime.newToken(32), 'base64url'), w.runtime);
    const { id } = await registerWebhook(w, keyring, {
      address: 'https://webbplats.fjallmark.example/kansli',
      events: ['decision.published', 'publication.withdrawn'],
    });
    await changeWebhook(w, { id, version: 1, action: 'pause' });
  });
}
