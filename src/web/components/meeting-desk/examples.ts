import type { ComponentExamples } from '../../component-examples.ts';
import { html } from '../../html.ts';
import { tag } from '../tag/tag.ts';
import { deskAct, deskActs, deskHead, deskKeys } from './meeting-desk.ts';

export const examples: ComponentExamples = {
  about: 'Skärmen för den som för protokoll medan sammanträdet pågår.',
  examples: [
    {
      name: 'Huvudet',
      render: () =>
        html`<div class="meeting-desk"><div class="desk-head">${deskHead({
          title: 'Provnämnden 24 november',
          within: true,
          state: tag({ text: 'pågår', tone: 'info' }),
          facts: html`<span>6 min efter tidplan</span>`,
          saved: 'Sparat 13:41:07',
          acts: html`<a class="ds-button" data-variant="primary" href="#meeting-desk">Nästa punkt</a>`,
        })}</div></div>`,
    },
    {
      name: 'Det som kan göras med en punkt',
      render: () =>
        deskActs('Exempel på åtgärder', [
          deskAct({
            id: 'example-act-motion',
            title: 'Yrkande',
            shortcut: 'y',
            body: html`<p>Här antecknas yrkandet.</p>`,
          }),
          deskAct({
            id: 'example-act-vote',
            title: 'Omröstning',
            shortcut: 'o',
            body: html`<p>Här begärs omröstning.</p>`,
          }),
        ]),
    },
    {
      name: 'Tangenterna',
      render: () =>
        deskKeys({
          title: 'Tangenter',
          lead: 'Gäller när du inte skriver i ett fält.',
          turnOff: 'Stäng av tangenterna',
          keys: [
            { keys: ['N'], does: 'nästa punkt' },
            { keys: ['G', '3'], does: 'person 3 går' },
          ],
        }),
    },
  ],
};
