import type { ComponentExamples } from '../../component-examples.ts';
import { html } from '../../html.ts';
import { tag } from '../tag/tag.ts';
import { card, cards } from './card.ts';

export const examples: ComponentExamples = {
  about: 'Något som hör ihop, på ett eget papper.',
  examples: [
    {
      name: 'Tre bredvid varandra',
      render: () =>
        cards(
          card({ title: 'Att göra', level: 4, body: html`<p>Nämndens beslut i december saknar källa.</p>` }),
          card({
            title: 'Nr 7 Följa mobila team',
            level: 4,
            tone: 'current',
            body: html`<p>${tag({ text: 'Granska, 0,71', tone: 'part' })}</p>`,
          }),
          card({ title: 'Utan belägg', level: 4, tone: 'warning', body: html`<p>”Patienterna är mycket nöjda.”</p>` }),
        ),
    },
  ],
};
