import type { ComponentExamples } from '../../component-examples.ts';
import { portalSearch } from './portal-search.ts';

export const examples: ComponentExamples = {
  about: 'Sökrutan i den öppna portalen.',
  examples: [
    {
      name: 'Tom, med ledtråd',
      render: (ctx) =>
        portalSearch(ctx, {
          action: '#portal-search',
          label: 'Sök i handlingarna',
          hint: 'Ord, diarienummer eller paragraf',
          submit: 'Sök',
        }),
    },
  ],
};
