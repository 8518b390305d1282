import type { ComponentExamples } from '../../component-examples.ts';
import { freshForm } from '../../contracts.ts';
import { html } from '../../html.ts';
import { choices, group, tickBox } from './fieldset.ts';

const answers = [
  {
    value: 'briefing',
    text: 'Föredragning',
    hint: 'Beredningen har fått en föredragning vid ett eller flera sammanträden.',
  },
  { value: 'decided', text: 'Beslutat' },
  { value: 'notDealtWith', text: 'Inte behandlat under året' },
];

export const examples: ComponentExamples = {
  about: 'En fråga med några få svar, eller fält som hör ihop.',
  examples: [
    {
      name: 'Ett svar',
      render: (ctx) =>
        choices(ctx, {
          kind: 'radio',
          name: 'answerType',
          legend: 'Hur har uppdraget behandlats?',
          options: answers,
          state: freshForm({ answerType: 'briefing' }),
        }),
    },
    {
      name: 'Flera svar, med fel',
      render: (ctx) =>
        choices(ctx, {
          kind: 'checkbox',
          name: 'months',
          legend: 'När följs uppdraget upp?',
          hint: 'Välj minst en period.',
          inline: true,
          options: [
            { value: '4', text: 'April' },
            { value: '8', text: 'Augusti' },
            { value: '12', text: 'December' },
          ],
          state: { values: {}, problems: [{ path: 'months', key: 'validation.tooFew', values: { minimum: 1 } }] },
        }),
    },
    {
      name: 'En ruta',
      render: () =>
        tickBox({ name: 'public', label: 'Får visas på den öppna sidan', state: freshForm({ public: 'on' }) }),
    },
    {
      name: 'Grupp',
      render: () =>
        group(
          'Sammanträdets form',
          html`${tickBox({ name: 'remote', label: 'Det går att delta på distans', state: freshForm() })}${tickBox({ name: 'open', label: 'Sammanträdet är öppet för allmänheten', state: freshForm() })}`,
        ),
    },
  ],
};
