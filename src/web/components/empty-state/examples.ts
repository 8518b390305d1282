import type { ComponentExamples } from '../../component-examples.ts';
import { html } from '../../html.ts';
import { linkButton } from '../button/button.ts';
import { emptyState } from './empty-state.ts';

export const examples: ComponentExamples = {
  about: 'Där inget finns ännu: vad som skulle stå här, och nästa steg.',
  examples: [
    {
      name: 'Inga handlingar inlästa',
      render: () =>
        emptyState({
          title: 'Inga handlingar är inlästa',
          body: html`<p>Läs in förra årets återrapportering, så föreslår Kansli uppdrag, sammanträden och svar.</p>`,
          action: linkButton({ text: 'Läs in handlingar', href: '#empty-state' }),
        }),
    },
  ],
};
