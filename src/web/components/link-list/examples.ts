import type { ComponentExamples } from '../../component-examples.ts';
import { linkList } from './link-list.ts';

export const examples: ComponentExamples = {
  about: 'Vägar vidare, en på varje rad: det som väntar, det som hör ihop, det som går att ändra.',
  examples: [
    {
      name: 'Det som väntar',
      render: () =>
        linkList(
          [
            { title: 'Återrapportering 2026', href: '#link-list', note: 'utkast', detail: 'Fyra saker att se över' },
            { title: 'Beredningens sammanträde', href: '#link-list', note: '3 december' },
            { title: 'Inget mål är kopplat', action: { text: 'Koppla ett mål', href: '#link-list' } },
          ],
          { more: { text: 'Se alla', href: '#link-list' } },
        ),
    },
  ],
};
