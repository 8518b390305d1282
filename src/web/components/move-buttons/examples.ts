import type { ComponentExamples } from '../../component-examples.ts';
import { moveButtons } from './move-buttons.ts';

const step = { action: '#move-buttons', fields: { direction: 'earlier' } };

export const examples: ComponentExamples = {
  about: 'Två små knappar som flyttar en rad.',
  examples: [
    { name: 'I mitten', render: (ctx) => moveButtons(ctx, { about: ': Rapport', up: step, down: step }) },
    { name: 'Överst', render: (ctx) => moveButtons(ctx, { about: ': Öppnande', down: step }) },
  ],
};
