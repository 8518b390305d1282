import type { ComponentExamples } from '../../component-examples.ts';
import { freshForm } from '../../contracts.ts';
import { lineEditor } from './line-editor.ts';

const state = freshForm({
  'options.0.code': 'o1',
  'options.0.text': 'Via 1177.se',
  'options.1.code': 'o2',
  'options.1.text': 'På annat sätt',
  'options.1.specify': 'Ange hur',
  'options.1.exclusive': 'on',
});

export const examples: ComponentExamples = {
  about: 'En kort lista som skrivs rad för rad.',
  examples: [
    {
      name: 'Svar på en fråga',
      render: (ctx) =>
        lineEditor(ctx, {
          list: 'options',
          label: 'Svar',
          columns: [
            { name: 'specify', label: 'Ord att fylla i', kind: 'text' },
            { name: 'exclusive', label: 'Ensamt svar', kind: 'tick' },
          ],
          count: 4,
          state,
        }),
    },
    {
      name: 'Bara rader',
      render: (ctx) => lineEditor(ctx, { list: 'rows', label: 'Rad', count: 3, state: freshForm() }),
    },
  ],
};
