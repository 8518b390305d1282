import { localized } from '../../localized.ts';

export const texts = localized(
  {
    title: 'Komponenter',
    about:
      'Sidornas byggstenar med påhittat innehåll. Varje komponent bor i en mapp med kod, utseende och de här exemplen.',
    contents: 'Komponenter på sidan',
    scheme: 'Färgläge',
    schemes: { auto: 'Som datorn', light: 'Ljust', dark: 'Mörkt' },
  },
  {
    title: 'Components',
    about:
      'The building blocks of the pages with invented content. Each component lives in a folder with its code, its look and these examples.',
    contents: 'Components on this page',
    scheme: 'Colours',
    schemes: { auto: 'As the computer', light: 'Light', dark: 'Dark' },
  },
);
