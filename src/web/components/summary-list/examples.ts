import type { ComponentExamples } from '../../component-examples.ts';
import { html } from '../../html.ts';
import { summaryList } from './summary-list.ts';

export const examples: ComponentExamples = {
  about: 'Fakta i par. Rader utan värde visas inte.',
  examples: [
    {
      name: 'Med ändringslänkar',
      render: (ctx) =>
        summaryList([
          { term: 'Nummer', value: '2026:4' },
          {
            term: 'Ges av',
            value: 'Hälso- och sjukvårdsnämnden',
            action: { text: ctx.t.components.change, href: '#summary-list', about: 'vem som ger uppdraget' },
          },
          { term: 'Följs av', value: html`<a href="#summary-list">Beredningen för hemnära vård</a>` },
          { term: 'Klart senast', value: ctx.format.dateWithWeekday('2026-12-31') },
          { term: 'Projekt', value: undefined },
        ]),
    },
    {
      name: 'Tät',
      render: () =>
        summaryList(
          [
            { term: 'Diarienr', value: '26RS1047' },
            { term: 'Ordförande', value: 'Vakant' },
          ],
          { compact: true },
        ),
    },
  ],
};
