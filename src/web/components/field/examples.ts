import type { ComponentExamples } from '../../component-examples.ts';
import { freshForm } from '../../contracts.ts';
import { field } from './field.ts';

const bodies = [
  { value: 'a', text: 'Beredningen för hemnära vård' },
  { value: 'b', text: 'Beredningen för rehabilitering och hjälpmedel' },
];

export const examples: ComponentExamples = {
  about: 'En fråga med sitt svar. Fält är obligatoriska om det inte står att de är frivilliga.',
  examples: [
    {
      name: 'Kort text',
      render: (ctx) =>
        field(ctx, {
          name: 'heading',
          label: 'Rubrik',
          hint: 'Så som uppdraget kallas i planen.',
          state: freshForm({ heading: 'Följa utbyggnaden av mobila team' }),
        }),
    },
    {
      name: 'Lång text',
      render: (ctx) =>
        field(ctx, {
          kind: 'textarea',
          name: 'answer',
          label: 'Svar till nämnden',
          rows: 4,
          state: freshForm({
            answer: 'Föredragning hölls vid beredningens sammanträden den 14 mars och den 3 oktober.',
          }),
        }),
    },
    {
      name: 'Datum med fel',
      render: (ctx) =>
        field(ctx, {
          kind: 'date',
          name: 'due',
          label: 'Klart senast',
          state: { values: { due: '' }, problems: [{ path: 'due', key: 'validation.date' }] },
        }),
    },
    {
      name: 'Tal med enhet, frivilligt',
      render: (ctx) =>
        field(ctx, {
          kind: 'number',
          name: 'posts',
          label: 'Tjänster',
          unit: 'heltid',
          optional: true,
          state: freshForm({ posts: '3' }),
        }),
    },
    {
      name: 'Välj ur en lista',
      render: (ctx) =>
        field(ctx, {
          kind: 'select',
          name: 'body',
          label: 'Följs av',
          options: bodies,
          state: freshForm({ body: 'a' }),
        }),
    },
    {
      name: 'Sök',
      render: (ctx) => field(ctx, { kind: 'search', name: 'q', label: 'Sök i uppdragen', state: freshForm() }),
    },
    {
      name: 'Fil',
      render: (ctx) =>
        field(ctx, {
          kind: 'file',
          name: 'papers',
          label: 'Handlingar',
          hint: ctx.t.components.fileTypes('PDF, Word, text'),
          accept: ['.pdf', '.docx', '.txt'],
          multiple: true,
          state: freshForm(),
        }),
    },
    {
      name: 'Personuppgift som webbläsaren kan fylla i',
      render: (ctx) =>
        field(ctx, {
          name: 'login',
          label: 'Användarnamn',
          autocomplete: 'username',
          width: 'medium',
          state: freshForm(),
        }),
    },
  ],
};
