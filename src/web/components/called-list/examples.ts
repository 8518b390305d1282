import type { ComponentExamples } from '../../component-examples.ts';
import { calledList } from './called-list.ts';

export const examples: ComponentExamples = {
  about: 'De som kallas eller underrättas, i platsernas ordning. En vakant plats står kvar på sitt ställe.',
  examples: [
    {
      name: 'Ledamöter',
      render: (ctx) =>
        calledList(ctx, {
          label: 'Ledamöter kallas',
          people: [
            { name: 'Majken Sandelin', party: 'C', role: 'ordförande' },
            { name: null, party: 'S' },
            { name: 'Birger Fallholm', party: 'KD' },
          ],
        }),
    },
  ],
};
