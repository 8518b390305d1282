import type { ComponentExamples } from '../../component-examples.ts';
import { freshForm } from '../../contracts.ts';
import { field } from '../field/field.ts';
import { fieldRow } from './field-row.ts';

export const examples: ComponentExamples = {
  about: 'Korta fält som hör till samma rad, bredvid varandra där det finns plats.',
  examples: [
    {
      name: 'Vem som betalar',
      render: (ctx) => {
        const state = freshForm({ exempelBelopp: '144 000', exempelAr: '2026' });
        return fieldRow('Betalare 1', [
          field(ctx, {
            kind: 'select',
            name: 'exempelBetalare',
            label: 'Betalare',
            options: [{ value: 'kommunerna', text: 'kommunerna' }],
            state,
          }),
          field(ctx, { name: 'exempelBelopp', label: 'Belopp', state }),
          field(ctx, { name: 'exempelAr', label: 'År', state }),
        ]);
      },
    },
  ],
};
