import type { ComponentExamples } from '../../component-examples.ts';
import { prose } from './prose.ts';

export const examples: ComponentExamples = {
  about: 'Löpande text, till exempel en sida i handboken.',
  examples: [
    {
      name: 'Rubrik, stycke, lista och kommando',
      render: () =>
        prose([
          { kind: 'heading', level: 3, id: 'prose-exempel', words: [{ kind: 'text', text: 'Koppla en punkt' }] },
          {
            kind: 'paragraph',
            words: [
              { kind: 'text', text: 'Välj ' },
              { kind: 'strong', text: 'Koppla uppdrag' },
              { kind: 'text', text: ' under punkten. Läs mer om ' },
              { kind: 'link', text: 'komponenten', href: '#prose' },
              { kind: 'text', text: '.' },
            ],
          },
          {
            kind: 'list',
            numbered: true,
            items: [[{ kind: 'text', text: 'Sök på nummer.' }], [{ kind: 'text', text: 'Tryck på Koppla.' }]],
          },
          { kind: 'code', text: 'kansli thread 2026:4' },
        ]),
    },
  ],
};
