import type { ComponentExamples } from '../../component-examples.ts';
import { html } from '../../html.ts';
import { notice } from './notice.ts';

export const examples: ComponentExamples = {
  about: 'Ett meddelande i sidan. Tonen sägs i ord.',
  examples: [
    {
      name: 'Upplysning',
      render: (ctx) =>
        notice(ctx, { tone: 'info', body: html`<p>Rapporten godkänns vid sammanträdet den 3 december, punkt 4.</p>` }),
    },
    { name: 'Klart', render: (ctx) => notice(ctx, { tone: 'success', body: '41 poster är bekräftade.' }) },
    {
      name: 'Observera',
      render: (ctx) =>
        notice(ctx, {
          tone: 'warning',
          title: 'Svaret hänvisar till ett sammanträde som inte har hållits',
          body: 'Det stod så när rapporten skrevs den 29 november.',
        }),
    },
    {
      name: 'Stopp',
      render: (ctx) =>
        notice(ctx, {
          tone: 'danger',
          body: 'Protokollet är justerat och går inte att ändra. Gör en rättelse i stället.',
        }),
    },
  ],
};
