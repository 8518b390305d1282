import type { ComponentExamples } from '../../component-examples.ts';
import { confirm } from './confirm.ts';

export const examples: ComponentExamples = {
  about: 'Frågan före något som inte går att ångra, som en egen sida.',
  examples: [
    {
      name: 'Lämna rapporten',
      render: (ctx) =>
        confirm(ctx, {
          action: '#confirm',
          submit: 'Lämna till nämnden',
          variant: 'primary',
          cancelHref: '#confirm',
          version: 5,
          consequences: [
            'Rapporten fryses och går inte att ändra.',
            'Nämndens registrator får den som PDF.',
            'En rättelse görs som en ny handling.',
          ],
        }),
    },
  ],
};
