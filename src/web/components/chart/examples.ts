import type { ChartSeries } from '../../../documents/tree/index.ts';
import type { ComponentExamples } from '../../component-examples.ts';
import { chart } from './chart.ts';

const years = [2019, 2020, 2021, 2022, 2023, 2024, 2025];
const series = (name: string, values: readonly (number | null)[]): ChartSeries => ({
  name,
  points: values.map((value, at) => ({ time: String(years[at]), value })),
});
const places = ['Björkvik', 'Granby', 'Hällestorp', 'Kvarnsjö', 'Lindåsa', 'Norrbäck', 'Sjöberga', 'Tallhed'];

export const examples: ComponentExamples = {
  about:
    'Diagram ur samma tal som tabellen: linjer över tid, små diagram, staplar, andelar, lägen på en skala och tider.',
  examples: [
    {
      name: 'En serie med mål, lucka, brott och ett värde ur en text',
      render: (ctx) =>
        chart(
          ctx,
          {
            kind: 'line',
            title: 'Andel med fast läkarkontakt',
            unit: 'procent',
            note: 'Källa: regionens vårdregister, per den 31 december varje år.',
            series: [
              {
                name: 'Andelen med fast läkarkontakt',
                points: [
                  { time: '2019', value: 31 },
                  { time: '2020', value: 38.5 },
                  { time: '2021', value: null, missing: 'mätningen ställdes in' },
                  { time: '2022', value: 44 },
                  { time: '2023', value: 52, text: 'över 52', claimed: true },
                  { time: '2024', value: 61.2 },
                  { time: '2025', value: 66.8 },
                ],
              },
            ],
            targets: [{ name: 'Mål', value: 80 }],
            breaks: [{ at: '2024', text: 'ny definition' }],
          },
          { id: 'chart-line', fileHref: () => '#chart' },
        ),
    },
    {
      name: 'Flera serier skiljs åt av tecken, streck och namn',
      render: (ctx) =>
        chart(
          ctx,
          {
            kind: 'line',
            title: 'Inskrivna i hemsjukvård',
            unit: 'antal',
            series: [
              series('Norra länsdelen', [310, 325, 340, 362, 371, 390, 402]),
              series('Södra länsdelen', [280, 291, 288, 301, 322, 335, 347]),
              series('Västra länsdelen', [180, 176, 190, 204, 211, null, 233]),
            ],
          },
          { id: 'chart-lines' },
        ),
    },
    {
      name: 'Ett litet diagram per kommun, alla på samma skala',
      render: (ctx) =>
        chart(
          ctx,
          {
            kind: 'smallMultiples',
            title: 'Invånare 80 år och äldre, andel',
            unit: 'procent',
            panels: places.map((place, at) =>
              series(
                place,
                years.map((_, year) => (at === 3 && year > 4 ? null : 5 + at * 0.4 + year * (0.2 + at * 0.05))),
              ),
            ),
            targets: [{ name: 'Riket', value: 7.1 }],
          },
          { id: 'chart-multiples' },
        ),
    },
    {
      name: 'Staplar: nått, väntat och jämfört',
      render: (ctx) =>
        chart(
          ctx,
          {
            kind: 'bars',
            title: 'Medel ur fonden per år',
            unit: 'tkr',
            bars: [
              { label: '2023', value: 4200 },
              { label: '2024', value: 6850 },
              { label: '2025, prognos', value: 7400, look: 'light' },
              { label: 'Beslutad ram', value: 8000, look: 'outline' },
              { label: 'Återfört', value: -900 },
            ],
          },
          { id: 'chart-bars' },
        ),
    },
    {
      name: 'Andelar av en helhet',
      render: (ctx) =>
        chart(
          ctx,
          {
            kind: 'shares',
            title: 'Vem som betalar',
            unit: 'tkr',
            parts: ['Regionen', 'Kommunerna', 'Statsbidrag'],
            rows: [
              { label: 'Samordnare', values: [450, 450, 0] },
              { label: 'Hjälpmedel i hemmet', values: [1200, 700, 600] },
              { label: 'Ungdomsmottagning', values: [300, 200, 1500] },
            ],
          },
          { id: 'chart-shares' },
        ),
    },
    {
      name: 'Var var och en ligger på en skala',
      render: (ctx) =>
        chart(
          ctx,
          {
            kind: 'ranks',
            title: 'Utskrivna som kommer hem inom ett dygn, 2025',
            unit: 'procent',
            reference: { name: 'Riket', value: 72 },
            rows: places.map((label, at) =>
              at === 4
                ? { label, value: null, missing: 'kan inte anges' }
                : { label, value: 61 + ((at * 7) % 25), own: at === 1 },
            ),
          },
          { id: 'chart-ranks' },
        ),
    },
    {
      name: 'Från när till när',
      render: (ctx) =>
        chart(
          ctx,
          {
            kind: 'ranges',
            title: 'Avtalens giltighet',
            unit: '',
            today: '2026-11-22',
            rows: [
              { label: 'Hemsjukvård', from: '2012-09-01', to: null, text: 'sägs upp senast 12 månader före' },
              { label: 'Hjälpmedel', from: '2021-01-01', to: '2026-12-31' },
              { label: 'Ungdomsmottagning', from: '2024-01-01', to: '2027-12-31', look: 'light' },
            ],
          },
          { id: 'chart-ranges' },
        ),
    },
  ],
};
