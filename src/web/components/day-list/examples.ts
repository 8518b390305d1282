import type { ComponentExamples } from '../../component-examples.ts';
import { dayList } from './day-list.ts';

export const examples: ComponentExamples = {
  about: 'Dagarna i en plan, med vad de tar upp under varje kategori.',
  examples: [
    {
      name: 'En dag med två kategorier',
      render: () =>
        dayList([
          {
            date: '2026-03-05',
            when: 'torsdag 5 mars',
            place: 'Rådhuset, Granby',
            entries: [
              { id: 'dag-exempel-1', category: 'Beslut', items: [], empty: 'inget planerat' },
              { id: 'dag-exempel-2', category: 'Fördjupning', items: ['Jourlinjer', 'Läkemedel'], empty: '' },
            ],
          },
        ]),
    },
  ],
};
