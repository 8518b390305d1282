import type { AnswerForm, Option, Question } from '../../../domain/forms/index.ts';
import type { ComponentExamples } from '../../component-examples.ts';
import { html } from '../../html.ts';
import { formQuestion } from './form-question.ts';
import { questionFields } from './question-fields.ts';
import { shownAnswer } from './shown-answer.ts';

function question(code: string, text: string, answer: AnswerForm, more: Partial<Question> = {}): Question {
  const nothing = { parent: null, guidance: null, period: null, condition: null, commentLabel: null, attachment: null };
  return { code, text, answer, required: true, bindings: [], ...nothing, ...more };
}

function option(code: string, text: string, more: Partial<Option> = {}): Option {
  return { code, text, exclusive: false, specifyLabel: null, ...more };
}

const plan = question(
  '4',
  'Finns en gemensam plan för den nära vården?',
  { kind: 'yesNo' },
  { commentLabel: 'Kommentar' },
);
const channels = question('5', 'Hur når invånarna sin fasta kontakt?', {
  kind: 'multi',
  options: [
    option('phone', 'Per telefon'),
    option('web', 'Via webben'),
    option('other', 'På annat sätt', { specifyLabel: 'Ange vilket' }),
    option('none', 'Det går inte i dag', { exclusive: true }),
  ],
});
const staff = question('6', 'Hur har antalet anställda förändrats?', {
  kind: 'matrix',
  rows: [
    { code: 'doctor', text: 'Läkare' },
    { code: 'nurse', text: 'Distriktssköterskor' },
    { code: 'physio', text: 'Fysioterapeuter' },
  ],
  options: [
    option('more', 'Fler'),
    option('same', 'Lika många'),
    option('fewer', 'Färre'),
    option('unknown', 'Vet ej'),
  ],
  rowTextLabel: 'Kommentar',
});
const share = question(
  '7',
  'Hur stor andel av befolkningen hade en fast läkarkontakt?',
  { kind: 'percent', cannotStateLabel: 'Uppgift kan inte anges' },
  { period: { kind: 'asOf', date: '2025-12-31' } },
);
const measures = question('8', 'Beskriv de viktigaste insatserna.', {
  kind: 'text',
  mostItems: 3,
  mostCharacters: 1500,
});
const scale = question('9', 'Vi planerar vården tillsammans med patienten.', {
  kind: 'scale',
  from: 1,
  to: 5,
  lowLabel: 'stämmer inte alls',
  highLabel: 'stämmer helt',
});

export const examples: ComponentExamples = {
  about: 'En fråga ur ett formulär: att besvara, och att läsa med svaret och hur säkert det är.',
  examples: [
    {
      name: 'Ett svar som inte går att läsa',
      render: () =>
        formQuestion({
          id: 'fraga-exempel-1',
          number: '12',
          question: 'Har regionen en plan för fasta kontakter?',
          facts: ['ja eller nej', 'gäller om svaret på fråga 11 är Ja'],
          options: [
            { text: 'Ja', state: 'unknown', word: 'kunde inte läsas' },
            { text: 'Nej', state: 'unknown', word: 'kunde inte läsas' },
          ],
          answerLabel: 'Svar',
          answer: html`<p>Okänt: krysset kunde inte läsas.</p>`,
          unknown: true,
          known: 'Se originalet.',
        }),
    },
    {
      name: 'Ett avläst svar',
      render: () =>
        formQuestion({
          id: 'fraga-exempel-2',
          number: '13a',
          question: 'Ange andelen i procent.',
          facts: ['andel i procent'],
          options: [],
          answerLabel: 'Svar',
          answer: html`<p>46 %</p>`,
          known: 'avläst, 95 % säkert',
        }),
    },
    { name: 'Ja eller nej, med kommentar', render: (ctx) => questionFields(ctx, { question: plan }) },
    {
      name: 'Flera svar, ett som utesluter de andra och ett att beskriva',
      render: (ctx) =>
        questionFields(ctx, {
          question: channels,
          answer: { value: { kind: 'choices', options: [{ option: 'other', specify: null }] }, comment: null },
          version: 1,
        }),
    },
    { name: 'Ett svar per rad', render: (ctx) => questionFields(ctx, { question: staff }) },
    {
      name: 'Andel med fel',
      render: (ctx) =>
        questionFields(ctx, {
          question: share,
          state: {
            values: { 'answers.q7.version': '0', 'answers.q7.value': '460 %' },
            problems: [{ path: 'answers.q7.value', key: 'answer.percent' }],
          },
        }),
    },
    {
      name: 'Text som är längre än frågan ber om',
      render: (ctx) =>
        questionFields(ctx, {
          question: measures,
          answer: {
            value: { kind: 'text', text: '- Mobila team\n- Fast kontakt\n- Utbildning\n- Egenvård' },
            comment: null,
          },
          version: 2,
        }),
    },
    { name: 'Skala', render: (ctx) => questionFields(ctx, { question: scale }) },
    {
      name: 'Ett svar att läsa',
      render: (ctx) =>
        shownAnswer(ctx, staff, {
          value: {
            kind: 'matrix',
            rows: { doctor: { option: 'more', text: 'sex nya' }, nurse: { option: 'same', text: null } },
          },
          comment: null,
        }),
    },
  ],
};
