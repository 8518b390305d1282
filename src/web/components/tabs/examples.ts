import type { ComponentExamples } from '../../component-examples.ts';
import { html } from '../../html.ts';
import { tabs } from './tabs.ts';

export const examples: ComponentExamples = {
  about: 'Sidor av samma sak, som länkar.',
  examples: [
    {
      name: 'Ett sammanträde',
      render: (ctx) =>
        tabs(ctx, {
          label: 'Sammanträdets delar',
          items: [
            { text: 'Dagordning', href: '#tabs', current: true, count: 8 },
            { text: 'Närvaro', href: '#tabs', count: 14 },
            { text: 'Handlingar', href: '#tabs', count: 5 },
            { text: 'Protokoll', href: '#tabs' },
          ],
        }),
    },
    {
      name: 'Sidor i två rader',
      render: (ctx) =>
        html`${tabs(ctx, {
          label: 'Samverkans delar',
          items: [
            { text: 'Överenskommelser och medel', href: '#tabs', current: 'within' },
            { text: 'Huvudmän', href: '#tabs' },
          ],
        })}${tabs(ctx, {
          label: 'Överenskommelser och medel',
          level: 2,
          items: [
            { text: 'Överenskommelser', href: '#tabs' },
            { text: 'Beställningar', href: '#tabs', current: true },
          ],
        })}`,
    },
  ],
};
