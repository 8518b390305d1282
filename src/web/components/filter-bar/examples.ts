import type { ComponentExamples } from '../../component-examples.ts';
import { freshForm } from '../../contracts.ts';
import { html } from '../../html.ts';
import { field } from '../field/field.ts';
import { filterBar } from './filter-bar.ts';

export const examples: ComponentExamples = {
  about: 'Väljer vad en lista visar. Valet står i adressen.',
  examples: [
    {
      name: 'Urval av uppdrag',
      render: (ctx) =>
        filterBar(ctx, {
          action: '/utveckling/komponenter',
          active: true,
          keep: { sortera: 'nr' },
          fields: html`${field(ctx, { kind: 'search', name: 'sok', label: 'Sök', state: freshForm({ sok: 'team' }) })}${field(
            ctx,
            {
              kind: 'select',
              name: 'ar',
              label: 'År',
              empty: 'Alla år',
              options: [
                { value: '2026', text: '2026' },
                { value: '2025', text: '2025' },
              ],
              state: freshForm({ ar: '2026' }),
            },
          )}${field(ctx, { kind: 'select', name: 'status', label: 'Status', empty: 'Alla', options: [{ value: 'late', text: 'Försenat' }], state: freshForm() })}`,
        }),
    },
  ],
};
