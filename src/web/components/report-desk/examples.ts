import type { ComponentExamples } from '../../component-examples.ts';
import { html } from '../../html.ts';
import { evidenceList } from '../evidence-list/evidence-list.ts';
import { tag } from '../tag/tag.ts';
import { answerText, deskAnswer, reportDesk } from './report-desk.ts';

export const examples: ComponentExamples = {
  about: 'Skrivbordet för en återrapportering: uppdragen, svaren och det som styrker dem.',
  examples: [
    {
      name: 'Två uppdrag, ett med en mening utan belägg',
      render: (ctx) =>
        reportDesk({
          label: 'Uppdragen i exemplet',
          items: [
            {
              href: '#exempel-svar-4',
              number: '4',
              title: 'Mobila team',
              state: tag({ text: '1 utan belägg', tone: 'late' }),
              current: true,
            },
            { href: '#report-desk', number: '5', title: 'Nya avtal', state: tag({ text: 'klart', tone: 'ok' }) },
          ],
          note: 'Uppdrag 13 och 14 riktas till andra beredningar.',
          body: deskAnswer({
            id: 'exempel-svar-4',
            title: '4. Mobila team',
            state: tag({ text: '1 utan belägg', tone: 'late' }),
            body: answerText(ctx, [
              [
                {
                  text: 'Föredragning hölls vid sammanträdet den 14 mars.',
                  notes: [{ number: 1, href: '#exempel-belagg-1' }],
                },
                { text: 'Patienterna är mycket nöjda.', flag: 'utan belägg', notes: [] },
              ],
            ]),
            beside: html`<h4>Belägg</h4>${evidenceList(ctx, [{ id: 'exempel-belagg-1', number: 1, title: '14 mars 2026, punkt 6', href: '#report-desk' }])}`,
          }),
        }),
    },
  ],
};
