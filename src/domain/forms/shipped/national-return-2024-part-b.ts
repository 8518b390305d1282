import type { FormPart } from '../form-structure.ts';
import {
  during,
  freeText,
  ifAnswered,
  matrix,
  multi,
  no,
  option,
  question,
  section,
  since,
  textOfAtMost,
  yes,
  yesNo,
} from './notation.ts';

const year = during(2024);
const sinceStart = since(2019);
const nothingDone = option('none', 'Inga insatser har genomförts på området', { exclusive: true });
const otherMeasures = option('other', 'Andra åtgärder, ange vad', { specifyLabel: 'Ange vad' });

/** Part B of the national return of 2024: the areas of development of the agreement (questions 12 to 24). */
export const partB: FormPart = {
  code: 'B',
  title: 'Del B: Centrala utvecklingsområden inom överenskommelsen',
  introduction:
    'Medlen är till för generella och särskilda insatser som stöder omställningen till en nära vård. Den här delen handlar om insatserna inom överenskommelsens utvecklingsområden. Beskriv där det går hur de har bidragit till jämställd hälsa.',
  sections: [
    section('samverkan', 'Samverkan', [
      question(
        '12',
        'Beskriv de viktigaste insatserna under året för att utveckla samverkan mellan regionen och kommunerna, och vilka resultat eller effekter de har gett.',
        freeText,
        {
          period: year,
          bindings: [
            { kind: 'agreement', words: ['hemsjukvård', 'sjukvård i hemmet', 'samverkan'] },
            { kind: 'assignment', words: ['samverkan'] },
          ],
        },
      ),
      question(
        '13',
        'Finns det implementerade rutiner i kvalitets- och ledningssystemet som säkerställer samverkan mellan huvudmän, vårdnivåer och vårdgivare?',
        matrix(
          {
            hemmet: 'Stöd för samverkan så att vården kan fortsätta i hemmet eller i andra vårdformer',
            sjukhusvard: 'Bedömning av behovet av sjukhusvård medan patienten är kvar i hemmet',
            utskrivning: 'Stöd vid utskrivning från sjukhus',
          },
          [yes, no, option('partly', 'Delvis')],
        ),
        { period: year },
      ),
    ]),
    section('tillganglighet', 'Tillgänglighet', [
      question(
        '14',
        'Har regionen under året beslutat att öka vårdutbudet på vårdcentralerna för att göra vården mer nära och tillgänglig?',
        yesNo,
        {
          guidance:
            'Till exempel äldremottagningar, familjecentraler, livsstilsmottagningar eller mottagningar för vuxna med varaktig funktionsnedsättning.',
          period: year,
          commentLabel: 'Kommentar',
          bindings: [
            { kind: 'decision', words: ['vårdcentral', 'familjecentral', 'mottagning'] },
            { kind: 'assignment', words: ['vårdcentral', 'familjecentral', 'mottagning'] },
          ],
        },
      ),
      question(
        '15',
        'Har arbetssättet i primärvården ändrats sedan omställningen började (omkring 2019) för någon av grupperna?',
        matrix(
          {
            funktionsnedsattning: 'Personer med funktionsnedsättning',
            aldre: 'Äldre personer med stora vård- och omsorgsbehov',
            kroniska: 'Personer med kroniska sjukdomar',
            unga: 'Barn och unga',
          },
          [yes, no],
          'Vad har ändrats?',
        ),
        { period: sinceStart, bindings: [{ kind: 'question', words: ['14'] }] },
      ),
      question(
        '16',
        'Har regionen infört digitala vårdtjänster sedan omställningen började (omkring 2019)?',
        matrix(
          {
            samverkan: 'Digital samverkan inom regionen eller med andra vård- och omsorgsgivare',
            vard: 'Ökad tillgång till vård och behandling',
            kontakt: 'Kontakt med vårdpersonalen',
            video: 'Videomöten',
            chatt: 'Chatt',
            bokning: 'Att boka möten',
          },
          [yes, no],
        ),
        { period: sinceStart, bindings: [{ kind: 'assignment', words: ['digital', 'e-hälsa'] }] },
      ),
      question(
        '17',
        'Beskriv de viktigaste insatserna under året med mobila team för bedömning och vård i hemmet.',
        freeText,
        {
          guidance: 'Både team från primärvården och team från den specialiserade vården.',
          period: year,
          bindings: [
            { kind: 'assignment', words: ['mobil', 'närsjukvårdsteam'] },
            { kind: 'commission', words: ['mobil'] },
            { kind: 'question', words: ['2a'] },
          ],
        },
      ),
    ]),
    section('delaktighet', 'Delaktighet', [
      question(
        '18',
        'Vilka insatser har regionen genomfört under året för den dokumenterade överenskommelsen eller de delar som ingår i den?',
        multi([
          option('training', 'Utbildningar och informationsinsatser riktade till personal'),
          option(
            'routines',
            'Rutiner som möjliggör den dokumenterade överenskommelsen eller annan samordnad planering i lämpliga IT-stöd',
          ),
          option('informed', 'Information om den till patienter och allmänhet'),
          option('trials', 'Försök med den i enskilda verksamheter'),
          option('introduced', 'Brett införande i regionens hälso- och sjukvårdsverksamhet'),
          option('evaluated', 'Uppföljning eller utvärdering av arbetet med den'),
          otherMeasures,
          nothingDone,
        ]),
        {
          guidance: 'Den dokumenterade överenskommelsen kallades tidigare patientkontrakt.',
          period: year,
          commentLabel: 'Kommentar',
          bindings: [{ kind: 'question', words: ['31'] }],
        },
      ),
      question(
        '19',
        'Vilka insatser har regionen genomfört sedan omställningen började (omkring 2019) för att patienterna lättare ska få information om sina fasta vårdkontakter och vara delaktiga i vårdmöten och vårdplaner?',
        multi([
          option('training', 'Utbildningar och informationsinsatser riktade till personal'),
          option('routines', 'Rutiner som möjliggör dokumentation i lämpliga IT-stöd'),
          option('informed', 'Information till patienter'),
          option('introduced', 'Brett införande av system i regionens hälso- och sjukvårdsverksamhet'),
          option('evaluated', 'Uppföljning eller utvärdering av arbetet'),
          otherMeasures,
          nothingDone,
        ]),
        { period: sinceStart },
      ),
      question(
        '20',
        'Har regionen under året erbjudit patientutbildningar, till exempel för att stärka patientens egenmakt och kunskap om sin diagnos och hälsa?',
        yesNo,
        { period: year, bindings: [{ kind: 'assignment', words: ['patientutbildning', 'skola'] }] },
      ),
      question('20a', 'Ge exempel på patientutbildningar som erbjuds i hela regionen.', freeText, {
        parent: '20',
        period: year,
        condition: ifAnswered('20', 'yes'),
        bindings: [{ kind: 'assignment', words: ['patientutbildning', 'skola'] }],
      }),
      question(
        '21',
        'Används särskilda verktyg eller metoder i regionen för att underlätta kommunikationen för personer med särskilda behov, till exempel bildstöd?',
        yesNo,
        { commentLabel: 'Kommentar', bindings: [{ kind: 'assignment', words: ['bildstöd', 'kommunikationsstöd'] }] },
      ),
    ]),
    section('halsoframjande', 'Hälsofrämjande insatser', [
      question(
        '22',
        'Har regionen under året genomfört hälsofrämjande och förebyggande insatser i arbetet med omställningen?',
        matrix(
          { hembesok: 'Hembesöksprogram', halsosamtal: 'Riktade hälsosamtal', ovriga: 'Övriga insatser' },
          [yes, no],
          'Beskriv vilka, om svaret är ja på övriga insatser',
        ),
        {
          period: year,
          bindings: [{ kind: 'assignment', words: ['hälsosamtal', 'levnadsvanor', 'hembesök', 'förebygg'] }],
        },
      ),
      question(
        '23',
        'Hur har regionen arbetat med befolkningsinriktade förebyggande insatser sedan omställningen började (omkring 2019)?',
        freeText,
        {
          period: sinceStart,
          bindings: [
            { kind: 'assignment', words: ['folkhälsa', 'förebygg'] },
            { kind: 'question', words: ['22'] },
          ],
        },
      ),
    ]),
    section('landsbygd', 'Primärvården i landsbygd', [
      question(
        '24',
        'Vilka är de tre viktigaste insatserna som regionen har genomfört under året för att utveckla primärvården i landsbygd?',
        textOfAtMost(3),
        {
          period: year,
          bindings: [
            { kind: 'assignment', words: ['landsbygd', 'glesbygd'] },
            { kind: 'question', words: ['22'] },
          ],
        },
      ),
    ]),
  ],
};
