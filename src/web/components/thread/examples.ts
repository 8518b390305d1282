import type { ComponentExamples } from '../../component-examples.ts';
import { html } from '../../html.ts';
import { thread } from './thread.ts';

const link = (text: string): ReturnType<typeof html> => html`<a href="#thread">${text}</a>`;

export const examples: ComponentExamples = {
  about: 'Den röda tråden från mål till utfall. Det som saknas står på sin plats i tråden.',
  examples: [
    {
      name: 'Ett uppdrag genom åren',
      render: (ctx) =>
        thread(ctx, {
          level: 3,
          steps: [
            {
              kind: 'Mål',
              when: '2019',
              title: 'Jag får vård nära där jag bor',
              href: '#thread',
              sources: ['Målbild 2030, invånarperspektivet', link('sidan 5')],
              state: 'done',
            },
            {
              kind: 'Föregångare',
              when: 'plan 2024',
              title: 'Utreda förutsättningarna för mobila team',
              sources: [link('Aktivitetsplan 2024, avsnitt 3.1')],
              state: 'done',
            },
            {
              kind: 'Lägesbild',
              when: '2025',
              title: 'Ingen lägesbild finns för 2025',
              sources: [link('Lägg till en källa')],
              state: 'gap',
            },
            {
              kind: 'Uppdrag',
              when: '2026 nr 4',
              title: 'Beredningen ska följa utbyggnaden',
              body: html`<p>Utförs av förvaltningen, följs av beredningen för hemnära vård.</p>`,
              state: 'now',
            },
            {
              kind: 'Sammanträde',
              when: html`<time datetime="2026-03-14">${ctx.format.date('2026-03-14')}</time>`,
              title: 'Föredragning om mobila team',
              href: '#thread',
              sources: ['Information, punkt 6', link('protokoll')],
              state: 'done',
            },
            {
              kind: 'Lägesbild',
              when: 'delår 2026',
              title: 'Tre av fyra team på plats',
              quote: 'Uppdraget har startat och bedöms vara klart vid årets slut.',
              sources: ['Delårsrapport 2026', link('oförändrad sedan dess')],
              state: 'done',
            },
            {
              kind: 'Återrapportering',
              when: html`<time datetime="2026-12-03">${ctx.format.date('2026-12-03')}</time>`,
              title: 'Svar till nämnden',
              sources: [link('Läs utkastet')],
              state: 'planned',
            },
          ],
        }),
    },
  ],
};
