import type { ComponentExamples } from '../../component-examples.ts';
import { freshForm } from '../../contracts.ts';
import { html } from '../../html.ts';
import { field } from '../field/field.ts';
import { form, postButton } from './form.ts';

export const examples: ComponentExamples = {
  about: 'Ett formulär som sparar. Bär själv med sig det som varje skrivning behöver.',
  examples: [
    {
      name: 'Lägg till ett organ',
      render: (ctx) =>
        form(ctx, {
          action: '#form',
          submit: 'Spara organet',
          cancel: { href: '#form' },
          version: 3,
          body: html`${field(ctx, { name: 'bodyName', label: 'Organets namn', hint: 'Som i reglementet.', state: freshForm({ bodyName: 'Beredningen för hemnära vård' }) })}`,
        }),
    },
    {
      name: 'En knapp som ändrar direkt',
      render: (ctx) =>
        html`<div class="actions">${postButton(ctx, { action: '#form', text: 'Markera som klar', variant: 'secondary', about: 'uppdrag 4', fields: { state: 'done' } })}</div>`,
    },
  ],
};
