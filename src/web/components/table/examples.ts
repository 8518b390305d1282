import type { ComponentExamples } from '../../component-examples.ts';
import { html } from '../../html.ts';
import { emptyState } from '../empty-state/empty-state.ts';
import { tag } from '../tag/tag.ts';
import { table } from './table.ts';

export const examples: ComponentExamples = {
  about: 'Rader som jämförs. Blir kort med kolumnnamn på smala skärmar.',
  examples: [
    {
      name: 'Uppdrag, sorterade efter nummer',
      render: (ctx) =>
        table(ctx, {
          caption: 'Uppdrag 2026',
          columns: [
            { key: 'text', text: 'Uppdrag' },
            { key: 'number', text: 'Nr', kind: 'number', sortable: true },
            { key: 'body', text: 'Följs av', sortable: true },
            { key: 'status', text: 'Status', sortable: true },
            { key: 'due', text: 'Klart', kind: 'date', sortable: true },
          ],
          sort: {
            by: 'number',
            direction: 'ascending',
            href: (by, direction) => `?sortera=${by}&ordning=${direction}#table`,
          },
          rows: [
            {
              text: html`<a href="#table">Följa utbyggnaden av mobila team i länets norra delar</a>`,
              number: 4,
              body: 'Beredningen för hemnära vård',
              status: tag({ text: 'Startat, klart vid årets slut', tone: 'ok' }),
              due: ctx.format.date('2026-12-31'),
            },
            {
              text: html`<a href="#table">Ta fram en gemensam rutin för hjälpmedel i hemmet</a>`,
              number: 7,
              body: 'Beredningen för rehabilitering och hjälpmedel',
              status: tag({ text: 'Startat, försenat', tone: 'late' }),
              due: ctx.format.date('2026-06-30'),
            },
            {
              text: html`<a href="#table">Belysa väntetider till fysioterapi</a>`,
              number: 11,
              body: 'Beredningen för hemnära vård',
              status: tag({ text: 'Inte angivet', tone: 'unknown' }),
              due: '',
            },
          ],
        }),
    },
    {
      name: 'Tal',
      render: (ctx) =>
        table(ctx, {
          caption: 'Invånare 80 år och äldre',
          dense: true,
          columns: [
            { key: 'place', text: 'Kommun' },
            { key: 'now', text: '2026', kind: 'number' },
            { key: 'later', text: '2030', kind: 'number' },
            { key: 'change', text: 'Ändring', kind: 'number' },
          ],
          rows: [
            {
              place: 'Björkåsa',
              now: ctx.format.number(1240),
              later: ctx.format.number(1515),
              change: ctx.format.percent(0.222, 1),
            },
            {
              place: 'Åmynne',
              now: ctx.format.number(10_803),
              later: ctx.format.number(12_990),
              change: ctx.format.percent(0.202, 1),
            },
          ],
        }),
    },
    {
      name: 'Utan rader',
      render: (ctx) =>
        table(ctx, {
          caption: 'Tom',
          columns: [{ key: 'a', text: 'A' }],
          rows: [],
          empty: emptyState({
            title: 'Inga uppdrag stämmer med urvalet',
            body: html`<p>Prova ett annat år, eller <a href="#table">rensa urvalet</a>.</p>`,
          }),
        }),
    },
  ],
};
