import type { AnswerForm, FormStructure } from '../form-structure.ts';
import { freeText, question, section } from './notation.ts';

const scale: AnswerForm = {
  kind: 'scale',
  from: 1,
  to: 4,
  lowLabel: 'fungerar inte än',
  highLabel: 'fungerar väl och följs upp',
};

const area = (code: string, text: string, guidance: string) =>
  question(code, text, scale, { guidance, commentLabel: 'Vad är det som gör att ni värderar så?' });

/**
 * The joint self-assessment of a care centre and a municipal home-care unit (seed 004, question 8 a; FOL-01, FOL-02). The four areas that the seed
 * names come first. It is answered by both together, to learn from: nothing in it is a measure of one unit against another.
 */
export const localCooperation: FormStructure = {
  title: 'Lärande uppföljning av lokal samverkan',
  introduction:
    'Vårdcentralen och den kommunala hemsjukvården går igenom frågorna tillsammans och värderar sitt gemensamma nuläge. Värderingen är till för ert eget lärande och jämförs inte med andra enheters. Skriv inget om enskilda patienter.',
  parts: [
    {
      code: 'A',
      title: 'Nuläget i vår samverkan',
      introduction: 'Enas om ett steg per område. Är ni inte överens, så skriv båda bilderna i kommentaren.',
      sections: [
        section('arbetssatt', 'Hur vi arbetar tillsammans', [
          area(
            '1',
            'Hur fungerar teamsamverkan kring gemensamma patienter?',
            'Gemensamma möten, vilka som är med, och hur det ni kommer överens om blir gjort.',
          ),
          area(
            '2',
            'Hur fungerar kontaktvägarna mellan oss?',
            'Hur snabbt ni når varandra på vardagar, kvällar och helger, och om alla vet vart de ska vända sig.',
          ),
          area(
            '3',
            'Hur fungerar samordnad individuell plan?',
            'Att planer görs när de behövs, med den enskilde, och att de används och följs upp.',
          ),
          area(
            '4',
            'Hur fungerar det när någon kommer hem från sjukhus?',
            'Vem som gör vad de första dygnen, och hur ansvaret lämnas över.',
          ),
        ]),
        section('sakerhet', 'Säker vård', [
          area(
            '5',
            'Hur fungerar läkemedelsgenomgångarna?',
            'Att de görs för dem som behöver dem, att båda sidor är med, och att ändringar når fram.',
          ),
          area(
            '6',
            'Hur fungerar dokumentationen mellan oss?',
            'Att båda kan läsa det som behövs, och att journalerna säger samma sak.',
          ),
          area(
            '7',
            'Hur fungerar fast läkarkontakt och medicinska planer?',
            'Att den som har kommunal hälso- och sjukvård har en namngiven läkare och en plan som är aktuell.',
          ),
        ]),
      ],
    },
    {
      code: 'B',
      title: 'Vad vi tar med oss',
      introduction: 'Det ni vill förändra läggs sedan i den gemensamma handlingsplanen.',
      sections: [
        section('larande', 'Lärande', [
          question('8', 'Vad fungerar bra och är värt att sprida?', freeText, { required: false }),
          question('9', 'Vad vill ni förbättra tillsammans det kommande året?', freeText),
        ]),
      ],
    },
  ],
};
