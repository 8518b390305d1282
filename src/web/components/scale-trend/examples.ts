import type { ComponentExamples } from '../../component-examples.ts';
import { scaleTrend } from './scale-trend.ts';

export const examples: ComponentExamples = {
  about: 'Hur steget på en skala har flyttat sig år för år: en liten bild per område, och samma tal i en tabell.',
  examples: [
    {
      name: 'Tre områden under tre år',
      render: (ctx) =>
        scaleTrend(ctx, {
          id: 'scale-trend-example',
          title: 'Så har vi värderat oss',
          rowName: 'Område',
          none: 'inget svar',
          years: [2024, 2025, 2026],
          rows: [
            { label: 'Teamsamverkan', from: 1, to: 4, steps: [1, 2, 3] },
            { label: 'Kontaktvägar', from: 1, to: 4, steps: [3, null, 2] },
            { label: 'Dokumentation', from: 1, to: 4, steps: [2, 2, 2] },
          ],
        }),
    },
  ],
};
