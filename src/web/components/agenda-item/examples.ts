import type { ComponentExamples } from '../../component-examples.ts';
import { html } from '../../html.ts';
import { linkButton } from '../button/button.ts';
import { tag } from '../tag/tag.ts';
import { agendaItem } from './agenda-item.ts';

export const examples: ComponentExamples = {
  about: 'En punkt på dagordningen med föredragande, ärende, uppdrag och beslut.',
  examples: [
    {
      name: 'Med fattat beslut',
      render: () =>
        agendaItem({
          id: 'exempel-4',
          number: '4',
          title: 'Rapport till nämnden om årets uppdrag',
          category: 'beslut',
          facts: [
            { label: 'Föredragande', value: 'nämndsekreteraren' },
            { label: 'Diarienummer', value: html`<a href="#agenda-item">26XX00012</a>` },
            {
              label: 'Uppdrag',
              value: html`<ul><li><a href="#agenda-item">2026:4 Fast vårdkontakt</a></li></ul>`,
            },
          ],
          summary: 'Beredningen redovisar vad som har gjorts under året.',
          decisions: [
            {
              id: 'exempel-4',
              title: 'Godkännande av rapporten',
              href: '#agenda-item',
              state: tag({ text: 'fattat', tone: 'ok' }),
              lead: 'Beredning för lokal vård beslutar',
              clauses: [
                { text: 'att godkänna rapporten och överlämna den till nämnden' },
                {
                  text: 'att bevilja föreningen bidrag',
                  warning: 'Organet har ingen beslutanderätt i sak.',
                },
              ],
            },
          ],
        }),
    },
    {
      name: 'Utan nummer, med det som saknas och det som kan göras',
      render: () =>
        agendaItem({
          id: 'exempel-5',
          number: null,
          title: 'Aktuellt från verksamheten',
          category: 'information',
          facts: [],
          gap: 'Punkten är inte kopplad till något uppdrag.',
          decisions: [],
          actions: linkButton({ text: 'Koppla uppdrag', href: '#agenda-item', variant: 'quiet' }),
        }),
    },
  ],
};
