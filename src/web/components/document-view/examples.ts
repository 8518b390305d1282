import { bold, heading, link, noteRef, paragraph, text } from '../../../documents/tree/index.ts';
import type { ComponentExamples } from '../../component-examples.ts';
import { documentView } from './document-view.ts';

export const examples: ComponentExamples = {
  about: 'Dokumentet så som det lämnas, innan det lämnas.',
  examples: [
    {
      name: 'En återrapportering med ett svar',
      render: () =>
        documentView({
          title: 'Återrapportering till nämnden',
          subtitle: 'Beredning för exempel 2026',
          author: 'Region Exempel',
          language: 'sv',
          date: '2026-12-03',
          contents: true,
          blocks: [
            heading(1, 'Återrapportering av uppdrag', 'exempel-uppdrag'),
            heading(2, 'Nr 4. Att följa de mobila teamen.', 'exempel-4'),
            paragraph(bold('Svar:'), text(' Föredragning hölls vid sammanträdet den 14 mars.'), noteRef(1)),
            {
              kind: 'quotation',
              label: 'Ur delårsrapport:',
              content: [text('Uppdraget har startat och bedöms vara klart vid årets slut.')],
              cite: 'Delårsrapport 2026',
            },
          ],
          notes: [{ number: 1, content: [link('/sammantraden', 'Beredning för exempel, 14 mars 2026, punkt 6')] }],
          notesTitle: 'Belägg',
        }),
    },
  ],
};
