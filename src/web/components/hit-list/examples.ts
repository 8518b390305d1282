import type { ComponentExamples } from '../../component-examples.ts';
import { hitList } from './hit-list.ts';

export const examples: ComponentExamples = {
  about: 'Det som en sökning i den öppna portalen fann.',
  examples: [
    {
      name: 'En träff med orden på sin plats',
      render: () =>
        hitList(
          [
            {
              title: 'Protokoll 2026-02-03',
              href: '#hit-list',
              facts: 'Protokoll · Hälsonämnden · 3 februari 2026',
              passages: [
                {
                  heading: '§ 14 Plan för primärvården',
                  href: '#hit-list',
                  pieces: [
                    { text: 'Nämnden antar ', hit: false },
                    { text: 'planen', hit: true },
                    { text: ' för länets primärvård.', hit: false },
                  ],
                },
              ],
            },
          ],
          'Träffar',
        ),
    },
  ],
};
