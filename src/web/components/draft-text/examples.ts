import type { ComponentExamples } from '../../component-examples.ts';
import { draftText } from './draft-text.ts';

const text = {
  action: '#draft-text',
  version: 2,
  editedBy: 'Siv Kanslist',
  editedAt: '2026-11-24T12:41:07Z',
} as const;

export const examples: ComponentExamples = {
  about: 'En löpande text som sparas medan man skriver, också när två skriver samtidigt.',
  examples: [
    {
      name: 'Sparad',
      render: (ctx) =>
        draftText(ctx, {
          ...text,
          name: 'example-deliberation',
          label: 'Ärendets gång',
          body: 'Ordföranden redogör för förslaget.',
        }),
    },
    {
      name: 'Två skrev samtidigt',
      render: (ctx) =>
        draftText(ctx, {
          ...text,
          name: 'example-notes',
          label: 'Övrigt',
          body: 'Nämnden ajournerar sig.',
          typed: 'Nämnden ajournerar sig 10.15–10.25.',
        }),
    },
  ],
};
