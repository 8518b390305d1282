import type { ComponentExamples } from '../../component-examples.ts';
import { yearWheel } from './year-wheel.ts';

export const examples: ComponentExamples = {
  about: 'Ett år som ett hjul: dagarna där de ligger i året, med en form för varje kategori.',
  examples: [
    {
      name: 'Ett organs år',
      render: (ctx) =>
        yearWheel(ctx, {
          id: 'wheel-example',
          title: 'Årshjul 2026',
          year: 2026,
          today: '2026-06-15',
          days: [
            { date: '2026-01-29', label: 'torsdag 29 januari', href: '#year-wheel', shapes: ['disc', 'diamond'] },
            { date: '2026-05-28', label: 'torsdag 28 maj', href: '#year-wheel', shapes: [] },
            {
              date: '2026-11-24',
              label: 'tisdag 24 november',
              href: '#year-wheel',
              shapes: ['disc', 'square', 'triangle'],
            },
          ],
          legend: [
            { shape: 'disc', text: 'Beslut och beredning' },
            { shape: 'diamond', text: 'Fördjupning' },
            { shape: 'square', text: 'Tema' },
            { shape: 'triangle', text: 'Information' },
          ],
        }),
    },
  ],
};
