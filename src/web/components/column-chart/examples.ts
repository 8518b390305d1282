import type { ComponentExamples } from '../../component-examples.ts';
import { columnChart } from './column-chart.ts';

export const examples: ComponentExamples = {
  about: 'Hur tal har ändrats från gång till gång, som staplar på högkant med mönster, och samma tal i en tabell.',
  examples: [
    {
      name: 'Läget period för period',
      render: (ctx) =>
        columnChart(ctx, {
          id: 'column-chart-example',
          title: 'Läget vid varje period',
          columnName: 'Period',
          parts: [
            { key: 'onTrack', text: 'Enligt plan', tone: 'ok' },
            { key: 'partly', text: 'Delvis', tone: 'part' },
            { key: 'none', text: 'Ingen lägesbild', tone: 'unknown' },
          ],
          columns: [
            { label: 'Delår 2025', counts: { onTrack: 9, partly: 4, none: 2 }, href: () => '#column-chart-example' },
            { label: 'Helår 2025', counts: { onTrack: 11, partly: 4 }, href: () => '#column-chart-example' },
            { label: 'Delår 2026', counts: { onTrack: 7, partly: 6, none: 5 }, href: () => '#column-chart-example' },
          ],
        }),
    },
  ],
};
