import type { ComponentExamples } from '../../component-examples.ts';
import { breadcrumb } from './breadcrumb.ts';

export const examples: ComponentExamples = {
  about: 'Vägen från början till sidan.',
  examples: [
    {
      name: 'Till ett uppdrag',
      render: (ctx) =>
        breadcrumb(ctx, [
          { text: 'Uppdrag 2026', href: '#breadcrumb' },
          { text: 'Beredningen för hemnära vård', href: '#breadcrumb' },
          { text: 'Nr 4' },
        ]),
    },
  ],
};
