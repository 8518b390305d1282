import type { ComponentExamples } from '../../component-examples.ts';
import { slotActs, slotEditor, slotSum } from './slot-editor.ts';

const values = {
  'rows.0.minutes': '15',
  'rows.0.title': 'Mötet öppnas, upprop',
  'rows.1.minutes': '45',
  'rows.1.fixed': '09:30',
  'rows.1.title': 'Mobila team i länets norra delar',
  'rows.1.presenters': 'enhetschef, utvecklingsledare',
  'rows.1.item': '2',
  'rows.2.minutes': '15',
  'rows.2.title': 'Paus',
  'rows.2.pause': 'on',
};
const items = [{ value: '2', text: '2 Mobila team' }];

export const examples: ComponentExamples = {
  about: 'Tidplanens rader, där tiderna följer av hur lång varje rad är.',
  examples: [
    {
      name: 'En förmiddag med en fast tid',
      render: (ctx) => [
        slotEditor(ctx, {
          items,
          startsAt: '09:00',
          endsAt: '10:00',
          state: { values, problems: [] },
          times: [
            { start: '09:00', end: '09:15', gap: 0, late: 0 },
            { start: '09:30', end: '10:15', gap: 15, late: 0 },
            { start: '10:15', end: '10:30', gap: 0, late: 0 },
          ],
        }),
        slotSum({
          end: '10:30',
          overrun: 30,
          ends: (time) => `Dagen slutar ${time}.`,
          pastMidnight: 'Dagen slutar efter midnatt.',
          overrunText: (minutes) => `${minutes} minuter efter sammanträdets slut.`,
        }),
        slotActs({ add: 'Lägg till rad', count: 'Räkna om' }),
      ],
    },
    {
      name: 'En rad att rätta',
      render: (ctx) =>
        slotEditor(ctx, {
          items,
          startsAt: '09:00',
          endsAt: null,
          state: {
            values: { 'rows.0.minutes': 'en kvart' },
            problems: [{ path: 'rows.0.minutes', key: 'agenda.minutes' }],
          },
          times: [{ gap: 0, late: 0 }],
        }),
    },
  ],
};
