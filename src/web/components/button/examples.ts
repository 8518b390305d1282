import type { ComponentExamples } from '../../component-examples.ts';
import { html } from '../../html.ts';
import { button, linkButton } from './button.ts';

export const examples: ComponentExamples = {
  about: 'En huvudknapp per sida. Det som inte går att ångra är rött och frågar först.',
  examples: [
    {
      name: 'Alla slag',
      render: () =>
        html`<form class="actions" method="get">${button({ text: 'Spara' })}${button({ text: 'Förhandsgranska', variant: 'secondary' })}${button({ text: 'Visa förra årets svar', variant: 'quiet' })}${button({ text: 'Avvisa förslaget', variant: 'danger' })}</form>`,
    },
    {
      name: 'Med tangent, i granskning',
      render: () =>
        html`<form class="actions" method="get">${button({ text: 'Bekräfta', shortcut: 'b', about: 'uppdrag 7' })}${button({ text: 'Ändra', variant: 'secondary', shortcut: 'ä', about: 'uppdrag 7' })}</form>`,
    },
    { name: 'Länk till nästa steg', render: () => linkButton({ text: 'Koppla källa', href: '#button' }) },
  ],
};
