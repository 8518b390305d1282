import type { ComponentExamples } from '../../component-examples.ts';
import { errorSummary } from './error-summary.ts';

export const examples: ComponentExamples = {
  about: 'Överst när ett formulär inte kunde sparas. Varje rad leder till sitt fält.',
  examples: [
    {
      name: 'Två fält att rätta',
      render: (ctx) =>
        errorSummary(
          ctx,
          {
            values: {},
            problems: [
              { path: 'due', key: 'validation.date' },
              { path: 'months', key: 'validation.tooFew', values: { minimum: 1 } },
            ],
          },
          { due: 'Klart senast', months: 'Uppföljning' },
        ),
    },
  ],
};
