import type { ComponentExamples } from '../../component-examples.ts';
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
  ],
};
