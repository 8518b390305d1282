import type { ComponentExamples } from '../../component-examples.ts';
import { agendaTrack } from './agenda-track.ts';

const step = { href: '#agenda-track', shown: false, now: false } as const;

export const examples: ComponentExamples = {
  about: 'Dagordningen medan sammanträdet pågår.',
  examples: [
    {
      name: 'Fyra punkter',
      render: () =>
        agendaTrack({
          label: 'Exempel på dagordning',
          steps: [
            {
              ...step,
              number: '1',
              title: 'Upprop',
              section: '§ 40',
              time: '09:00–09:10',
              state: 'till handlingarna',
              tone: 'ok',
            },
            {
              ...step,
              number: '2',
              title: 'Mobila team',
              section: '§ 41',
              time: '09:10',
              state: 'behandlas nu',
              tone: 'info',
              shown: true,
              now: true,
            },
            { ...step, number: '3', title: 'Budget', section: null, time: '10:00', state: 'kvar', tone: 'neutral' },
            {
              number: '4',
              title: 'Bidrag',
              section: null,
              time: null,
              state: 'jäv: visas inte för dig',
              tone: 'unknown',
              shown: false,
              now: false,
            },
          ],
        }),
    },
  ],
};
