import type { ComponentExamples } from '../../component-examples.ts';
import { bothTexts } from './both-texts.ts';

export const examples: ComponentExamples = {
  about: 'Två som skrev samtidigt: båda texterna, fält för fält, ovanför formuläret.',
  examples: [
    {
      name: 'Platsen ändrades av två',
      render: (ctx) =>
        bothTexts(ctx, {
          state: { values: { place: 'Sal Eken', startsAt: '09:00' }, problems: [], conflict: {} },
          fields: [
            { name: 'place', label: 'Plats', saved: 'Sal Rönnen' },
            { name: 'startsAt', label: 'Börjar', saved: '09:00' },
          ],
        }),
    },
  ],
};
