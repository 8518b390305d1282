import type { ComponentExamples } from '../../component-examples.ts';
import { html } from '../../html.ts';
import { formQuestion } from './form-question.ts';

export const examples: ComponentExamples = {
  about: 'En fråga ur en redovisning med svaret och hur säkert det är.',
  examples: [
    {
      name: 'Ett svar som inte går att läsa',
      render: () =>
        formQuestion({
          id: 'fraga-exempel-1',
          number: '12',
          question: 'Har regionen en plan för fasta kontakter?',
          facts: ['ja eller nej', 'gäller om svaret på fråga 11 är Ja'],
          options: [
            { text: 'Ja', state: 'unknown', word: 'kunde inte läsas' },
            { text: 'Nej', state: 'unknown', word: 'kunde inte läsas' },
          ],
          answerLabel: 'Svar',
          answer: html`<p>Okänt: krysset kunde inte läsas.</p>`,
          unknown: true,
          known: 'Se originalet.',
        }),
    },
    {
      name: 'Ett avläst svar',
      render: () =>
        formQuestion({
          id: 'fraga-exempel-2',
          number: '13a',
          question: 'Ange andelen i procent.',
          facts: ['andel i procent'],
          options: [],
          answerLabel: 'Svar',
          answer: html`<p>46 %</p>`,
          known: 'avläst, 95 % säkert',
        }),
    },
  ],
};
