import type { ComponentExamples } from '../../component-examples.ts';
import { statusChart } from './status-chart.ts';

export const examples: ComponentExamples = {
  about: 'Hur många av varje läge, som staplar med mönster och samma tal i en tabell.',
  examples: [
    {
      name: 'Årets uppdrag per organ',
      render: (ctx) =>
        statusChart(ctx, {
          id: 'chart-example',
          title: 'Uppdrag 2026 efter status',
          rowName: 'Organ',
          parts: [
            { key: 'onTrack', text: 'Enligt plan', tone: 'ok', href: '#status-chart' },
            { key: 'partly', text: 'Delvis', tone: 'part', href: '#status-chart' },
            { key: 'late', text: 'Försenat', tone: 'late', href: '#status-chart' },
            { key: 'years', text: 'Flera år', tone: 'info', href: '#status-chart' },
            { key: 'unknown', text: 'Inte angivet', tone: 'unknown', href: '#status-chart' },
          ],
          rows: [
            { label: 'Hemnära vård', counts: { onTrack: 11, partly: 3, late: 2, years: 1, unknown: 1 } },
            {
              label: 'Rehabilitering och hjälpmedel',
              counts: { onTrack: 6, partly: 1, late: 0, years: 3, unknown: 2 },
            },
            { label: 'Psykiatri', counts: { onTrack: 4, partly: 2, late: 3, years: 0, unknown: 0 } },
          ],
        }),
    },
    {
      name: 'Varje tal leder till sina uppdrag, och tabellen står öppen',
      render: (ctx) =>
        statusChart(ctx, {
          id: 'chart-linked',
          title: 'Uppdrag 2026 efter mål',
          rowName: 'Mål',
          tableOpen: true,
          parts: [
            { key: 'onTrack', text: 'Enligt plan', tone: 'ok' },
            { key: 'late', text: 'Försenat', tone: 'late' },
          ],
          rows: [
            { label: 'En nära vård', own: true, counts: { onTrack: 4, late: 1 }, href: () => '#chart-linked' },
            { label: 'En hållbar ekonomi', own: true, counts: { onTrack: 2, late: 2 }, href: () => '#chart-linked' },
          ],
          all: { label: 'Alla, varje uppdrag en gång', counts: { onTrack: 5, late: 3 }, href: () => '#chart-linked' },
        }),
    },
  ],
};
