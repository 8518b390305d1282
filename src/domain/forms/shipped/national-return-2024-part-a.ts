import type { FormPart } from '../form-structure.ts';
import {
  during,
  freeText,
  ifAnswered,
  matrix,
  no,
  option,
  question,
  section,
  since,
  single,
  textOfAtMost,
  yes,
  yesNo,
} from './notation.ts';

const year = during(2024);
const sinceStart = since(2019);
const ofArea = { parent: '1', period: year, guidance: 'Högst tre insatser.' };

/** Part A of the national return of 2024: how care close to home has developed (questions 1 to 11). */
export const partA: FormPart = {
  code: 'A',
  title: 'Del A: Utvecklingen av den nära vården med primärvården som nav',
  introduction:
    'Överenskommelsen om god och nära vård vill att primärvården blir navet i hälso- och sjukvården och arbetar nära annan vård och socialtjänsten. Stödet till regioner och kommuner är till för omställningen till en nära vård, tillgängligheten i primärvården, kontinuitet och relationer, delaktighet och medskapande, och primärvården i landsbygd. Beskriv där det går hur insatserna har bidragit till jämställd hälsa.',
  sections: [
    section('overgripande-insatser', 'Övergripande insatser', [
      question(
        '1',
        'Vilka är de viktigaste insatserna som regionen har genomfört under året? Beskriv högst tre insatser per område.',
        textOfAtMost(3),
        {
          guidance: 'Områdena är 1 a–1 d. Här kan det som är gemensamt för dem stå.',
          period: year,
          required: false,
        },
      ),
      question('1a', 'Insatser för att stödja omställningen till en nära vård', textOfAtMost(3), {
        ...ofArea,
        bindings: [
          { kind: 'goal', words: ['nära vård'] },
          { kind: 'assignment', words: ['nära vård', 'omställning'] },
        ],
      }),
      question('1b', 'Insatser för att förbättra tillgängligheten i primärvården', textOfAtMost(3), {
        ...ofArea,
        bindings: [
          { kind: 'assignment', words: ['tillgänglighet', 'primärvård'] },
          { kind: 'indicator', words: ['tillgänglighet'] },
        ],
      }),
      question(
        '1c',
        'Insatser för att öka kontinuiteten och relationsskapandet i hälso- och sjukvården',
        textOfAtMost(3),
        {
          ...ofArea,
          bindings: [{ kind: 'assignment', words: ['kontinuitet', 'fast läkarkontakt', 'fast vårdkontakt'] }],
        },
      ),
      question('1d', 'Insatser för att öka delaktigheten och medskapandet i hälso- och sjukvården', textOfAtMost(3), {
        ...ofArea,
        bindings: [{ kind: 'assignment', words: ['delaktighet', 'medskapande', 'vårdsamordnare'] }],
      }),
    ]),
    section('breddinforda-insatser', 'Breddinförda insatser', [
      question(
        '2',
        'Har regionen under året breddinfört något som tidigare bedrevs i projektform, som en del av omställningen till en god och nära vård?',
        yesNo,
        {
          period: year,
          bindings: [
            { kind: 'decision', words: ['breddinför', 'permanent'] },
            { kind: 'assignment', words: ['breddinför'] },
          ],
        },
      ),
      question('2a', 'Vad har breddinförts? Beskriv det som har införts.', freeText, {
        parent: '2',
        period: year,
        condition: ifAnswered('2', 'yes'),
        bindings: [
          { kind: 'decision', words: ['breddinför', 'permanent'] },
          { kind: 'deliverable', words: ['breddinför'] },
        ],
      }),
      question(
        '3',
        'Hur har regionen under året arbetat för att stärka den medicinska kompetensen i kommunerna?',
        freeText,
        {
          period: year,
          bindings: [
            { kind: 'assignment', words: ['medicinsk kompetens', 'kommunal hälso- och sjukvård'] },
            { kind: 'commission', words: ['medicinsk kompetens'] },
          ],
        },
      ),
    ]),
    section('styrning', 'Styrning av omställningen', [
      question(
        '4',
        'Har regionen och länets kommuner under året beslutat eller uppdaterat en länsgemensam handlingsplan, strategi eller färdplan för omställningen till en god och nära vård?',
        single([yes, no, option('proposed', 'Nej, men ett förslag finns framtaget')]),
        {
          guidance: 'En målbild räknas inte hit.',
          period: year,
          attachment: 'Den länsgemensamma handlingsplanen eller motsvarande, som skickas in med redovisningen',
          bindings: [{ kind: 'decision', words: ['handlingsplan', 'färdplan', 'strategi'] }],
        },
      ),
      question(
        '5',
        'Har regionen i årets budget fastställt ett mål om hur stor andel i procent av hälso- och sjukvårdens resurser som ska gå till primärvården?',
        yesNo,
        { period: year, bindings: [{ kind: 'decision', words: ['andel till primärvården', 'budget'] }] },
      ),
      question(
        '6',
        'Har regionen under året beslutat att budgetera en större andel av hälso- och sjukvårdens ekonomiska resurser till primärvården än året före?',
        yesNo,
        { period: year, bindings: [{ kind: 'decision', words: ['andel till primärvården', 'budget'] }] },
      ),
      question(
        '7',
        'Har regionen under året genomfört andra insatser än de som beskrivits ovan för att resurssättningen av primärvården ska bli ändamålsenlig och effektiv?',
        yesNo,
        {
          guidance: 'Till exempel effektiviseringar, eller att uppdraget har begränsats.',
          period: year,
          bindings: [{ kind: 'assignment', words: ['resurssättning', 'samordning av vårdcentraler'] }],
        },
      ),
      question('7a', 'Vilka insatser har genomförts? Svara kortfattat.', freeText, {
        parent: '7',
        period: year,
        condition: ifAnswered('7', 'yes'),
        bindings: [{ kind: 'assignment', words: ['resurssättning', 'samordning av vårdcentraler'] }],
      }),
    ]),
    section('uppfoljning', 'Uppföljning och utvärdering', [
      question(
        '8',
        'Har regionen, ensam eller tillsammans med länets kommuner, under året genomfört någon övergripande uppföljning eller utvärdering utifrån målen med omställningen?',
        matrix(
          {
            samverkan: 'Samverkan',
            delaktighet: 'Delaktighet',
            tillganglighet: 'Tillgänglighet',
            kontinuitet: 'Kontinuitet',
            primarvarden: 'Primärvården som nav',
            halsoframjande: 'Hälsofrämjande, förebyggande och rehabiliterande arbete',
          },
          [yes, no],
        ),
        { period: year, bindings: [{ kind: 'deliverable', words: ['uppföljning', 'utvärdering'] }] },
      ),
      question(
        '8a',
        'Vilka är de viktigaste slutsatserna av uppföljningarna och utvärderingarna utifrån målen?',
        freeText,
        {
          parent: '8',
          period: year,
          guidance: 'Besvaras också när ingen övergripande uppföljning har gjorts.',
          bindings: [{ kind: 'deliverable', words: ['uppföljning', 'utvärdering', 'granskning'] }],
        },
      ),
      question(
        '9',
        'Har regionen tillsammans med länets kommuner tagit fram indikatorer eller nyckeltal för att följa omställningen till en god och nära vård?',
        yesNo,
        { commentLabel: 'Kommentar', bindings: [{ kind: 'assignment', words: ['uppföljningsmodell', 'indikatorer'] }] },
      ),
      question(
        '10',
        'Har regionen under året följt upp eller analyserat vilka effekter insatserna inom god och nära vård har haft för att undvika inskrivningar i slutenvården?',
        yesNo,
        { period: year, bindings: [{ kind: 'indicator', words: ['inskrivning', 'återinskrivning', 'slutenvård'] }] },
      ),
      // The paper of 2024 prints "på fråga 11" here, which has another subject: a misprint for 10, the question that this one follows.
      question(
        '10a',
        'Vilka effekter av insatserna har uppföljningen eller analyserna visat? Svara kortfattat.',
        freeText,
        {
          parent: '10',
          period: year,
          condition: ifAnswered('10', 'yes'),
          bindings: [
            { kind: 'indicator', words: ['inskrivning', 'återinskrivning', 'slutenvård'] },
            { kind: 'question', words: ['2a'] },
          ],
        },
      ),
    ]),
    section('kommunikation', 'Kommunikation', [
      question(
        '11',
        'Har regionen tagit fram en eller flera kommunikationsplaner för god och nära vård sedan omställningen började (omkring 2019)?',
        yesNo,
        {
          period: sinceStart,
          commentLabel: 'Kommentar',
          bindings: [{ kind: 'decision', words: ['kommunikationsplan'] }],
        },
      ),
    ]),
  ],
};
