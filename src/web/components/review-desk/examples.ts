import type { ComponentExamples } from '../../component-examples.ts';
import { html } from '../../html.ts';
import { proposalCard, proposalList } from '../proposal-card/proposal-card.ts';
import { tag } from '../tag/tag.ts';
import { reviewKeys, reviewList, reviewTicked, tickOf } from './review-desk.ts';

export const examples: ComponentExamples = {
  about: 'Ytan där förslag gås igenom: tangenterna, det som är markerat, och listan.',
  examples: [
    {
      name: 'En lista med ett markerat förslag',
      render: (ctx) =>
        reviewList({
          label: 'Exempel på granskning',
          body: html`${reviewKeys({
            title: 'Tangenter',
            lead: 'Tangenterna gäller i listan.',
            keys: [
              { keys: ['J'], does: 'nästa' },
              { keys: ['B', 'C', 'Enter'], does: 'bekräfta' },
            ],
            turn: { text: 'Stäng av tangenterna', href: '#review-desk' },
          })}${reviewTicked(ctx, {
            id: 'example-ticked',
            action: '#review-desk',
            label: 'Markerade förslag:',
            all: 'Markera alla här',
            buttons: [
              { text: 'Bekräfta markerade', value: 'confirm' },
              { text: 'Avvisa markerade', value: 'reject' },
            ],
          })}${proposalList('Exempel på markerade', [
            proposalCard({
              id: 'example-ticked-3',
              title: '2026:3 Följa arbetet med avgiftsöversyn',
              href: '#example-ticked-3',
              tick: tickOf({ form: 'example-ticked', name: 'vald', value: '3', label: 'Markera 2026:3' }),
              facts: tag({ text: 'säker 0,99', tone: 'ok' }),
            }),
          ])}`,
        }),
    },
  ],
};
