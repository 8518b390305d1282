import type { ComponentExamples } from '../../component-examples.ts';
import { progress } from './progress.ts';

export const examples: ComponentExamples = {
  about: 'Hur långt något har kommit. Texten säger samma sak som stapeln.',
  examples: [
    {
      name: 'Granskning av en inläsning',
      render: (ctx) =>
        progress(ctx, {
          parts: [
            { count: 41, text: 'poster säkra', tone: 'ok' },
            { count: 6, text: 'att granska', tone: 'part' },
            { count: 3, text: 'stycken utan plats', tone: 'neutral' },
          ],
          note: 'inget har gått förlorat',
        }),
    },
  ],
};
