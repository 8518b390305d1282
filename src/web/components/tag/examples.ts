import type { ComponentExamples } from '../../component-examples.ts';
import { html } from '../../html.ts';
import { tag } from './tag.ts';

export const examples: ComponentExamples = {
  about: 'Ett läge i ord. Formen säger samma sak som färgen.',
  examples: [
    {
      name: 'Alla toner',
      render: () =>
        html`<p class="actions">${tag({ text: 'Startat, klart vid årets slut', tone: 'ok' })}${tag({ text: 'Startat, delvis', tone: 'part' })}${tag({ text: 'Startat, försenat', tone: 'late' })}${tag({ text: 'Löper över flera år', tone: 'info' })}${tag({ text: 'Vilar', tone: 'neutral' })}${tag({ text: 'Inte angivet', tone: 'unknown' })}</p>`,
    },
  ],
};
