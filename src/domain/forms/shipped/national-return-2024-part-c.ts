import type { FormPart } from '../form-structure.ts';
import {
  during,
  freeText,
  ifAnswered,
  lastDayOf,
  matrix,
  multi,
  no,
  option,
  question,
  section,
  yes,
  yesNo,
} from './notation.ts';

const year = during(2024);
const lastDay = lastDayOf(2024);
const doctorContact = ['fast läkarkontakt', 'namngiven läkarkontakt'];

/** Part C of the national return of 2024: those who work in care, the ambulance service and steady contacts (questions 25 to 38). */
export const partC: FormPart = {
  code: 'C',
  title: 'Del C: Goda förutsättningar för vårdens medarbetare',
  introduction:
    'Överenskommelsen om god och nära vård för 2024 vill ge vårdens medarbetare goda förutsättningar. I delen ingår också frågor om ambulanssjukvården och om fasta kontakter i vården.',
  sections: [
    section('medarbetare', 'Vårdens medarbetare', [
      question(
        '25',
        'Beskriv de insatser som regionen har initierat eller förstärkt under året för att utveckla förutsättningarna för vårdens medarbetare på arbetsplatserna.',
        freeText,
        {
          period: year,
          bindings: [{ kind: 'assignment', words: ['medarbetare', 'kompetensförsörjning', 'arbetsmiljö'] }],
        },
      ),
      question(
        '26',
        'Har ni under året följt upp eller utvärderat de insatser som har genomförts för att utveckla förutsättningarna för vårdens medarbetare?',
        yesNo,
        { period: year },
      ),
    ]),
    section('ambulans', 'Förstärkning av ambulanssjukvård', [
      question(
        '27',
        'Vilka insatser har regionen genomfört under året för att utveckla ambulanssjukvården, göra den mer jämlik och effektiv eller anpassa den till omställningen till god och nära vård?',
        freeText,
        { period: year, bindings: [{ kind: 'assignment', words: ['ambulans', 'larmcentral'] }] },
      ),
      question(
        '28',
        'Har ni under året följt upp eller utvärderat de insatser som har genomförts för att stärka ambulanssjukvården?',
        yesNo,
        {
          period: year,
          commentLabel: 'Kommentar',
          bindings: [{ kind: 'indicator', words: ['ambulans', 'larm'] }],
        },
      ),
    ]),
    section('kontinuitet', 'Kontinuitet och fasta kontakter', [
      question(
        '29',
        'Har regionen antagit riktlinjer eller interna mål för vem som kan vara fast läkarkontakt i primärvården?',
        yesNo,
        { bindings: [{ kind: 'decision', words: doctorContact }] },
      ),
      question(
        '29a',
        'Vem kan vara fast läkarkontakt i primärvården?',
        multi([
          option('specialist', 'Specialistläkare i allmänmedicin'),
          option('otherSpecialist', 'Specialistläkare med annan inriktning än allmänmedicin'),
          option('resident', 'ST-läkare i allmänmedicin'),
          option('otherResident', 'ST-läkare med annan specialitet än allmänmedicin'),
          option('licensed', 'Legitimerad läkare'),
          option('locum', 'Hyrläkare'),
          option('other', 'Annan, ange roll', { specifyLabel: 'Ange roll' }),
        ]),
        { parent: '29', condition: ifAnswered('29', 'yes') },
      ),
      question(
        '30',
        'Har regionen under året beslutat om insatser med anledning av det nationella riktvärdet för fast läkarkontakt i primärvården?',
        yesNo,
        {
          guidance:
            'Riktvärdet är 1 100 invånare per specialist i primärvården och 550 invånare per läkare mitt i sin specialisttjänstgöring i allmänmedicin. Invånare är inte detsamma som listade: säg vilket som menas i svaret.',
          period: year,
          bindings: [{ kind: 'decision', words: ['riktvärde', ...doctorContact] }],
        },
      ),
      question('30a', 'Vilka insatser har beslutats?', freeText, {
        parent: '30',
        period: year,
        condition: ifAnswered('30', 'yes'),
        bindings: [{ kind: 'decision', words: ['riktvärde', ...doctorContact] }],
      }),
      question(
        '31',
        'Beskriv vilka insatser regionen har genomfört för att stödja relationsskapande och ökad kontinuitet, särskilt för att erbjuda patienter i primärvården fast vårdkontakt och fast läkarkontakt.',
        freeText,
        { bindings: [{ kind: 'assignment', words: ['fast vårdkontakt', ...doctorContact, 'kontinuitet'] }] },
      ),
      question('32', 'Har regionen en handlingsplan eller liknande för arbetet med fast läkarkontakt?', yesNo, {
        bindings: [{ kind: 'decision', words: doctorContact }],
      }),
      question(
        '33',
        'Har regionen rutiner för att dokumentera och registrera patienters fasta kontakter, så att uppgifter kan samlas in och utvecklingen följas löpande över tid?',
        matrix({ lakare: 'För fast läkarkontakt', vard: 'För fast vårdkontakt' }, [yes, no]),
      ),
      question(
        '34',
        'På vilka sätt säkerställer regionen att invånarna får information om vilka som är deras fasta kontakter?',
        multi([option('web', 'Via 1177.se'), option('other', 'På annat sätt, ange hur', { specifyLabel: 'Ange hur' })]),
      ),
      question(
        '35',
        'Hur stor andel av befolkningen i regionen hade en fast namngiven läkarkontakt den 31 december?',
        { kind: 'percent', cannotStateLabel: 'Andelen kan inte anges' },
        {
          period: lastDay,
          commentLabel: 'Kommentar: är andelen jämförbar med förra årets, och har sättet att mäta ändrats?',
          bindings: [{ kind: 'indicator', words: doctorContact }],
        },
      ),
      question(
        '36',
        'Hur många personer hade en fast namngiven läkarkontakt i de administrativa systemen den 31 december?',
        { kind: 'count', cannotStateLabel: 'Antalet kan inte anges' },
        { period: lastDay, bindings: [{ kind: 'indicator', words: doctorContact }] },
      ),
      question(
        '37',
        'Kan regionen redovisa hur stor andel av de listade eller av befolkningen som har gjort ett aktivt val av fast läkarkontakt?',
        yesNo,
      ),
      question(
        '38',
        'Hur stor andel av dem som bodde på särskilt boende för äldre, och fick sin huvudsakliga hälso- och sjukvård där, hade en fast läkarkontakt den 31 december?',
        { kind: 'percent', cannotStateLabel: 'Andelen kan inte uppskattas' },
        {
          period: lastDay,
          commentLabel: 'Kommentar: hur har andelen tagits fram?',
          bindings: [{ kind: 'indicator', words: ['särskilt boende'] }],
        },
      ),
    ]),
  ],
};
