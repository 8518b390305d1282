import type { ComponentExamples } from '../../component-examples.ts';
import { timetable } from './timetable.ts';

export const examples: ComponentExamples = {
  about: 'Dagen för ett sammanträde.',
  examples: [
    {
      name: 'Förmiddagen',
      render: () =>
        timetable({
          label: 'Tidplan',
          slots: [
            {
              start: '09.00',
              end: '09.15',
              number: '1',
              title: 'Öppnande, upprop och val av justerare',
              state: 'done',
            },
            {
              start: '09.15',
              end: '10.00',
              number: '2',
              title: 'Mobila team i länets norra delar',
              href: '#timetable',
              presenters: ['enhetschef', 'utvecklingsledare'],
              state: 'now',
            },
            { start: '10.00', end: '10.20', title: 'Paus', state: 'pause' },
            {
              start: '10.20',
              end: '11.00',
              number: '3',
              title: 'Rapport till nämnden om 2026 års uppdrag',
              href: '#timetable',
              presenters: ['nämndsekreterare'],
              note: 'Beslut · uppdrag 4, 7, 11',
            },
          ],
        }),
    },
  ],
};
