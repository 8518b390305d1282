import type { ComponentExamples } from '../../component-examples.ts';
import { html } from '../../html.ts';
import { barChart } from './bar-chart.ts';

export const examples: ComponentExamples = {
  about: 'Hur mycket, som staplar på en gemensam skala som börjar på noll, och samma tal i en tabell.',
  examples: [
    {
      name: 'Ett mätvärde och det beräknade värdet före',
      render: () =>
        barChart({
          id: 'bar-chart-example',
          title: 'Digitala vårdmöten',
          bars: [
            { label: '2023, beräknat ur förändringen', value: 20_000, text: '20 000', counted: true },
            { label: '2024', value: 50_000, text: '50 000' },
          ],
          table: html`<p>Tabellen med samma tal.</p>`,
        }),
    },
    {
      name: 'Ökning och minskning',
      render: () =>
        barChart({
          id: 'bar-chart-change',
          title: 'Befolkningen 80 år och äldre',
          bars: [
            { label: 'Sjöberga', value: 420, text: '+420' },
            { label: 'Granby', value: -80, text: '−80' },
          ],
          table: html`<p>Tabellen med samma tal.</p>`,
        }),
    },
  ],
};
