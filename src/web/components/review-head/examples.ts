import type { ComponentExamples } from '../../component-examples.ts';
import { linkButton } from '../button/button.ts';
import { progress } from '../progress/progress.ts';
import { reviewHead } from './review-head.ts';

export const examples: ComponentExamples = {
  about: 'Hur långt granskningen har kommit, och det steg som för den längst.',
  examples: [
    {
      name: 'Mitt i en granskning',
      render: (ctx) =>
        reviewHead({
          meter: progress(ctx, {
            parts: [
              { count: 12, text: 'bekräftade', tone: 'ok' },
              { count: 29, text: 'säkra', tone: 'info' },
              { count: 6, text: 'att granska', tone: 'part' },
            ],
            note: '3 textstycken utan plats',
          }),
          action: linkButton({ text: 'Bekräfta 29 säkra', href: '#' }),
        }),
    },
  ],
};
