import type { ComponentExamples } from '../../component-examples.ts';
import { html } from '../../html.ts';
import { definitions, help } from './help.ts';

export const examples: ComponentExamples = {
  about: 'Förklaringar för den som vill ha dem.',
  examples: [
    {
      name: 'Utfälld förklaring',
      render: () =>
        help({
          summary: 'Vad räknas som belägg?',
          open: true,
          body: html`<p>En punkt på dagordningen, ett beslut, ett värde i en serie eller ett ställe i ett dokument.</p>`,
        }),
    },
    {
      name: 'Ord',
      render: () =>
        definitions([
          { term: 'Återrapportering', meaning: 'Organets svar till nämnden på årets uppdrag.' },
          { term: 'Justering', meaning: 'Att ordförande och en ledamot intygar att protokollet stämmer.' },
        ]),
    },
  ],
};
