import type { ComponentExamples } from '../../component-examples.ts';
import { statusStrip } from './status-strip.ts';

export const examples: ComponentExamples = {
  about: 'Hur det har gått, ett år i taget.',
  examples: [
    {
      name: 'Fem år',
      render: (ctx) =>
        statusStrip(ctx, {
          years: [
            { year: 2022, tone: 'info', text: 'utreds' },
            { year: 2023, tone: 'unknown', text: ctx.t.components.unknownYear },
            { year: 2024, tone: 'ok', text: 'enligt plan' },
            { year: 2025, tone: 'part', text: 'delvis' },
            { year: 2026, tone: 'late', text: 'försenat' },
          ],
        }),
    },
  ],
};
