import type { ComponentExamples } from '../../component-examples.ts';
import { exportLinks } from './export-links.ts';

export const examples: ComponentExamples = {
  about: 'Hämtar en tabell som fil.',
  examples: [
    {
      name: 'Under en tabell',
      render: (ctx) => exportLinks(ctx, { href: () => '#export-links', what: 'uppdrag 2026' }),
    },
  ],
};
