import type { ComponentExamples } from '../../component-examples.ts';
import { html } from '../../html.ts';
import { button } from '../button/button.ts';
import { summaryList } from '../summary-list/summary-list.ts';
import { tag } from '../tag/tag.ts';
import { proposalCard, proposalList } from './proposal-card.ts';

export const examples: ComponentExamples = {
  about: 'Det som lästs ur en handling och väntar på en människa, kort i listan och helt när det granskas.',
  examples: [
    {
      name: 'Ett säkert, ett som granskas',
      render: () =>
        proposalList('Exempel på förslag', [
          proposalCard({
            id: 'example-proposal-3',
            title: '2026:3 Följa arbetet med årlig avgiftsöversyn',
            href: '#example-proposal-3',
            facts: html`${tag({ text: 'säker 0,99', tone: 'ok' })} uppdrag · rad 41`,
          }),
          proposalCard({
            id: 'example-proposal-7',
            title: 'Svar på 2026:7',
            href: '#example-proposal-7',
            current: true,
            facts: html`${tag({ text: 'osäker 0,71', tone: 'late' })} svar i återrapportering · rad 78`,
            body: html`${summaryList([{ term: 'Svarstyp', value: 'Planerat' }], { compact: true })}<div class="actions">${button({ text: 'Bekräfta', shortcut: 'b' })}</div>`,
          }),
        ]),
    },
  ],
};
