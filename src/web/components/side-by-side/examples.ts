import type { ComponentExamples } from '../../component-examples.ts';
import { html } from '../../html.ts';
import { button } from '../button/button.ts';
import { card } from '../card/card.ts';
import { notice } from '../notice/notice.ts';
import { sourcePassage } from '../source-passage/source-passage.ts';
import { summaryList } from '../summary-list/summary-list.ts';
import { tag } from '../tag/tag.ts';
import { sideBySide } from './side-by-side.ts';

const text = 'Nr 7. Att följa arbetet med mobila team\nSvar: Föredragning planeras till den 3 december 2026.';

export const examples: ComponentExamples = {
  about: 'Det som hittats, bredvid där det står.',
  examples: [
    {
      name: 'Granska ett förslag',
      render: (ctx) =>
        sideBySide({
          leftLabel: 'Förslag',
          rightLabel: 'Källan',
          sticky: true,
          left: card({
            title: 'Nr 7 Följa mobila team',
            level: 3,
            tone: 'current',
            body: html`<p>${tag({ text: 'Granska, 0,71', tone: 'part' })} <span class="soft">regel: svar-planerat</span></p>
${summaryList(
  [
    { term: 'Svar', value: 'Planerat' },
    { term: 'Sammanträde', value: ctx.format.date('2026-12-03') },
    { term: 'Status', value: 'Fortsätter' },
  ],
  { compact: true },
)}
${notice(ctx, { tone: 'warning', body: 'Sammanträdet var inte hållet när rapporten skrevs.' })}
<form class="actions" method="get">${button({ text: 'Bekräfta', about: 'nr 7' })}${button({ text: 'Ändra', variant: 'secondary', about: 'nr 7' })}${button({ text: 'Avvisa', variant: 'secondary', about: 'nr 7' })}</form>`,
          }),
          right: sourcePassage(ctx, {
            title: 'Återrapportering 2026',
            level: 3,
            text,
            firstLine: 78,
            marks: [{ start: text.indexOf('Föredragning'), end: text.length }],
          }),
        }),
    },
  ],
};
