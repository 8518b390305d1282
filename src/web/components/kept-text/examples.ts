import type { ComponentExamples } from '../../component-examples.ts';
import { keptText } from './kept-text.ts';

export const examples: ComponentExamples = {
  about: 'Det som skrivits i ett formulär som inte kunde tas emot, så att det kan kopieras.',
  examples: [
    {
      name: 'Ett svar',
      render: (ctx) =>
        keptText(ctx, { svar: 'Föredragning hölls vid beredningens sammanträde den 14 mars.', csrf: 'visas inte' }),
    },
  ],
};
