import type { ComponentExamples } from '../../component-examples.ts';
import { html } from '../../html.ts';
import { outlineHeading, outlineRows } from './form-outline.ts';

const acts = html`<a href="#form-outline">Ändra</a><a href="#form-outline">Ta bort</a>`;

export const examples: ComponentExamples = {
  about: 'Ett formulär som det är byggt.',
  examples: [
    {
      name: 'En fråga med delfråga',
      render: () =>
        html`${outlineHeading({ level: 4, id: 'avsnitt-exempel', text: 'Styrning av omställningen', acts })}${outlineRows(
          'Styrning av omställningen',
          [
            {
              id: 'exempel-7',
              number: '7',
              text: 'Har andra insatser gjorts?',
              below: false,
              facts: ['ja eller nej', 'gäller 2026'],
              lines: [],
              acts,
            },
            {
              id: 'exempel-7a',
              number: '7 a',
              text: 'Vilka insatser är det?',
              below: true,
              facts: ['text', 'Ställs när svaret på fråga 7 är Ja.'],
              lines: ['Underlag: beslut budget'],
              acts,
            },
          ],
        )}`,
    },
  ],
};
