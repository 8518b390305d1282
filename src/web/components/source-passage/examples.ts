import type { ComponentExamples } from '../../component-examples.ts';
import { sourcePassage } from './source-passage.ts';

const text =
  'Nr 7. Att följa arbetet med mobila team\n\nSvar: Vid beredningens sammanträde den 3 december 2026 planeras för föredragning av rapport gällande mobila team.\nUr delårsrapport: Beredningen fortsätter att följa arbetet.';
const planned = text.indexOf('Vid beredningens');
const follows = text.indexOf('fortsätter att följa');

export const examples: ComponentExamples = {
  about: 'En del av ett dokument så som det lästes, med stället markerat.',
  examples: [
    {
      name: 'Två markeringar',
      render: (ctx) =>
        sourcePassage(ctx, {
          title: 'Källan',
          level: 3,
          text,
          firstLine: 78,
          marks: [
            { start: planned, end: text.indexOf('\nUr') },
            { start: follows, end: follows + 'fortsätter att följa'.length },
          ],
          open: { text: 'Öppna dokumentet', href: '#source-passage' },
        }),
    },
  ],
};
