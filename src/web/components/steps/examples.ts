import type { ComponentExamples } from '../../component-examples.ts';
import { steps } from './steps.ts';

export const examples: ComponentExamples = {
  about: 'Var man är i något som görs i ordning.',
  examples: [
    {
      name: 'En rapports väg',
      render: (ctx) =>
        steps(ctx, {
          label: 'Rapportens väg',
          steps: [
            { text: 'Utkast', state: 'done', href: '#steps' },
            { text: 'Klar för beslut', state: 'now' },
            { text: 'Godkänd', state: 'ahead' },
            { text: 'Lämnad till nämnden', state: 'ahead' },
          ],
        }),
    },
  ],
};
