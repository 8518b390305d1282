import type { ComponentExamples } from '../../component-examples.ts';
import { html } from '../../html.ts';
import { languageSwitch } from './language-switch.ts';

export const examples: ComponentExamples = {
  about: 'Till samma sida på det andra språket.',
  examples: [{ name: 'I sidhuvudet', render: (ctx) => html`<p>${languageSwitch(ctx)}</p>` }],
};
