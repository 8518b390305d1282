import type { ComponentExamples } from '../../component-examples.ts';
import { signInTable } from './sign-in-table.ts';

export const examples: ComponentExamples = {
  about: 'Inloggningar för demonstrationen, efter roll.',
  examples: [
    {
      name: 'Tre roller',
      render: (ctx) =>
        signInTable(ctx, [
          { role: 'nämndsekreterare', login: 'sekreterare', password: 'rod trad i regionen' },
          { role: 'controller', login: 'controller', password: 'rod trad i regionen' },
          { role: 'ledamot', login: 'ledamot', password: 'rod trad i regionen' },
        ]),
    },
  ],
};
