import type { FormAnswer } from '../domain/returns/index.ts';

/** What a line of the invented paper shows: its answer, and how it was read. Everything else is as the form has it. */
export type PrintedAnswer = Partial<
  Pick<FormAnswer, 'answer' | 'certainty' | 'inferredFrom' | 'details' | 'matrix' | 'kind'>
>;

const emptyBox = (other: string, chosen: string) =>
  `Tom ruta vid ${other}; vid ${chosen} syns ingen ruta, som när den är ikryssad.`;
const no: PrintedAnswer = { answer: 'Nej', certainty: 0.85, inferredFrom: emptyBox('Ja', 'Nej') };
const yes: PrintedAnswer = { answer: 'Ja', certainty: 0.85, inferredFrom: emptyBox('Nej', 'Ja') };
const told = (answer: string): PrintedAnswer => ({ answer, certainty: 0.9 });
const lost: PrintedAnswer = {
  details: { answerReading: 'unreadable', evidence: 'Inga kryss eller rutor har kunnat läsas.' },
};
const row = (label: string, more: object) => ({ label, ...more });
const lostRow = (label: string, marks: string) => row(label, { answerReading: 'unreadable', marks });
const readRow = (label: string, answer: string) =>
  row(label, { answer, answerReading: 'read', answerConfidence: 0.97, marks: '☒' });

/**
 * The answers of the region's return for 2024 as a scanned paper leaves them: texts and figures whole, some ticks plain, some concluded, and some
 * that nobody can read. By the number of the question; a question that is not here was left blank.
 */
export const paperReturn2024: Readonly<Record<string, PrintedAnswer>> = {
  '1a': told(
    'Målbilden för nära vård har förankrats i alla sex kommunerna, och en gemensam väg in har prövats i norr.',
  ),
  '1b': told('Tre vårdcentraler har öppnat digital mottagning, och telefontiderna har förlängts till kvällen.'),
  '1c': told('Personer med hemsjukvård har fått en namngiven läkare på sin vårdcentral.'),
  '1d': told('Patientrådet har läst och ändrat informationen om samordnad individuell plan.'),
  '2': { ...yes, inferredFrom: 'Fråga 2a, som gäller om svaret är Ja, är besvarad.' },
  '2a': told('Det mobila närsjukvårdsteamet, som var ett projekt i två kommuner, finns nu i alla sex.'),
  '3': told('Läkare och sjuksköterskor i kommunerna har gått samma utbildning i bedömning i hemmet.'),
  '4': {
    details: { answerReading: 'unreadable', evidence: 'Rutan är tom vid Nej; de andra går inte att skilja åt.' },
  },
  '5': no,
  '6': lost,
  '7': no,
  '8': {
    matrix: [
      lostRow('Samverkan', 'O'),
      lostRow('Delaktighet', '|'),
      lostRow('Tillgänglighet', 'O'),
      readRow('Kontinuitet', 'Ja'),
      readRow('Primärvården som nav', 'Nej'),
      lostRow('Hälsofrämjande, förebyggande och rehabiliterande arbete', '0'),
    ],
  },
  '8a': told('Kontinuiteten har ökat där mottagningarna har egna listor för personer med hemsjukvård.'),
  '9': { ...no, details: { comment: 'Arbetet med gemensamma indikatorer började under hösten.' } },
  '10': yes,
  '10a': told('Antalet oplanerade återinskrivningar har minskat något bland personer över 80 år.'),
  '11': no,
  '12': told('En ny överenskommelse om sjukvård i hemmet har förhandlats fram och gått på remiss till kommunerna.'),
  '14': { ...yes, details: { comment: 'En familjecentral till har beslutats.' } },
  '15': {
    matrix: [
      readRow('Personer med funktionsnedsättning', 'Nej'),
      row('Äldre personer med stora vård- och omsorgsbehov', {
        answer: 'Ja',
        answerReading: 'inferred',
        answerConfidence: 0.7,
        comment: 'Hembesök av läkare och sjuksköterska tillsammans.',
      }),
      readRow('Personer med kroniska sjukdomar', 'Ja'),
      readRow('Barn och unga', 'Nej'),
    ],
  },
  '17': told('Närsjukvårdsteamet gör hembesök alla dagar i veckan.'),
  '20': no,
  '21': {
    answer: 'Ja',
    certainty: 0.6,
    inferredFrom: 'Under frågan beskrivs vad som har gjorts, vilket talar för Ja.',
    details: { answerReading: 'inferred', comment: 'Bildstöd finns på alla vårdcentraler.' },
  },
  '23': told('Hälsosamtal erbjuds den som fyller 40, 50 och 60 år i två kommuner.'),
  '24': told('- Läkare i samma bil som distriktssköterskan\n- Provtagning på biblioteket'),
  '25': told('Introduktionen för nya sjuksköterskor har förlängts till sex månader.'),
  '26': no,
  '27': told('En sjuksköterska i larmcentralen bedömer vilka som kan få hjälp utan ambulans.'),
  '28': yes,
  '29': yes,
  '30': no,
  '31': told('En riktlinje för fasta kontakter har antagits.'),
  '32': no,
  '35': { answer: '41 %', certainty: 0.95, details: { value: 41, comment: 'Samma sätt att mäta som året före.' } },
  '36': { answer: '96 200', certainty: 0.95, details: { value: 96_200 } },
  '37': no,
  '38': { answer: 'Kan inte anges', certainty: 0.95, details: { cannotState: true } },
};
