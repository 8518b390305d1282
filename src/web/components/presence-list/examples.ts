import type { ComponentExamples } from '../../component-examples.ts';
import { html } from '../../html.ts';
import { presenceList } from './presence-list.ts';

export const examples: ComponentExamples = {
  about: 'Närvaron i en paragraf.',
  examples: [
    {
      name: 'Fyra platser',
      render: () =>
        presenceList({
          label: 'Exempel på närvaro',
          actsLabel: (name) => `Anteckna om ${name}`,
          lines: [
            {
              sign: '1',
              name: 'Ada Provlind (S)',
              about: 'ordförande',
              state: 'i rummet',
              tone: 'ok',
              acts: html`<p>Här står knapparna.</p>`,
            },
            { sign: '2', name: 'Bo Provberg (M)', about: null, state: 'på distans', tone: 'info' },
            {
              sign: '3',
              name: 'Cia Provlund (L)',
              about: null,
              state: 'ute på grund av jäv',
              tone: 'late',
              detail: 'Dan Provström (L) tjänstgör',
            },
            { name: 'Vakant (S)', about: null, state: 'vakant', tone: 'unknown' },
          ],
        }),
    },
  ],
};
