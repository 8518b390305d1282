import type { ComponentExamples } from '../../component-examples.ts';
import { html } from '../../html.ts';
import { claim, evidenceList } from './evidence-list.ts';

export const examples: ComponentExamples = {
  about: 'Varje påstående vid sitt belägg; det som saknar belägg syns.',
  examples: [
    {
      name: 'Ett svar och dess belägg',
      render: (ctx) =>
        html`<p>${claim(ctx, { text: 'Föredragning hölls vid sammanträdena den 14 mars och den 3 oktober.', evidence: [1, 2] })} ${claim(ctx, { text: 'Patienterna är mycket nöjda.', evidence: [] })}</p>
${evidenceList(ctx, [
  { number: 1, title: '14 mars 2026, punkt 6', href: '#evidence-list', detail: 'Föredragning om mobila team' },
  {
    number: 2,
    title: '3 oktober 2026, punkt 4',
    href: '#evidence-list',
    changed: 'Punkten ändrades efter att svaret skrevs.',
  },
])}`,
    },
  ],
};
