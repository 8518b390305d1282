import { slice, spanOf } from '../../documents/tree/passage.ts';
import { capitalised, type Draft, flowOf, type Recogniser } from '../../documents/tree/recognise.ts';
import { sentencesOf } from '../../kernel/sentences.ts';
import { numberOfWord } from '../../kernel/swedish-amounts.ts';
import type { ProposedCommission } from './commission-import.ts';

/** Posts that a sentence tells of: who fills them, how many, and how the paper counts them. */
type Form = {
  readonly rule: string;
  readonly form: RegExp;
  readonly extentKind: 'posts' | 'summedRates';
  readonly employmentForm?: 'trainee';
  readonly confidence: number;
};

const count = String.raw`(?<count>\d{1,3}|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv)`;

const forms: readonly Form[] = [
  {
    rule: 'posts-summed-rate',
    form: /(?<![\p{L}])(?<who>\p{L}{4,}),?\s+med\s+en\s+sammanlagd\s+tjänstegrad\s+(?:om|på)\s+(?<percent>\d{1,4})\s*(?:%|procent)/iu,
    extentKind: 'summedRates',
    confidence: 0.75,
  },
  {
    rule: 'posts-strengthened',
    form: new RegExp(
      String.raw`(?<!\p{L})(?<who>\p{L}{4,})\s+har\s+(?:förstärkts|utökats)\s+med\s+${count}\s+(?:hel\p{L}*\s+)?tjänster?(?!\p{L})`,
      'iu',
    ),
    extentKind: 'posts',
    confidence: 0.75,
  },
  {
    rule: 'posts-trainee',
    form: new RegExp(
      String.raw`(?<!\p{L})${count}\s+utbildningstjänster?\s+där\s+(?<who>\p{L}{4,})\s+(?<what>utbildar\s+sig[^.]*)`,
      'iu',
    ),
    extentKind: 'posts',
    employmentForm: 'trainee',
    confidence: 0.7,
  },
];

/** What the posts are for, where the sentence before says it: "medel har avsatts för att främja …", "ett uppdrag pågår … för att främja …". */
const purpose =
  /(?<!\p{L})(?:medel|uppdrag|satsning)(?!\p{L})[^.]*?\sför att\s+(?<what>\p{L}[^.]*?)(?:\s+under\s+(?:år\s+)?20\d\d)?\.?$/iu;
const years =
  /(?<!\p{L})(?:under|perioden|åren|från)\s+(?:perioden\s+|åren\s+|år\s+)?(?<from>20\d\d)(?:\s*[-–]\s*(?<to>20\d\d))?(?!\d)/iu;

/**
 * Posts that reports and returns tell of in running text (AGR-16, AGR-27; seed 000 Nr 11, seed 004 q 1c and 25): work that goes on, of which no paper
 * here says who pays. What it lacks is then shown as faults of the commission, instead of being guessed.
 */
export const toldCommissionImport: Recogniser<ProposedCommission> = {
  name: 'toldCommission',
  appliesTo: ['reportBack', 'nationalReturn', 'interimReport'],
  recognise(reading) {
    const records = reading.blocks.flatMap((block): readonly Draft<ProposedCommission>[] => {
      const flow = flowOf(block);
      const sentences = sentencesOf(flow.text, 'line').map((one) => slice(flow, one.start, one.end));
      return sentences.flatMap((words, index) => {
        const draft = told(words.text, sentences[index - 1]?.text ?? '');
        const source = draft && spanOf(words);
        return draft && source ? [{ ...draft, source }] : [];
      });
    });
    return { records, problems: [] };
  },
};

function told(text: string, before: string): Omit<Draft<ProposedCommission>, 'source'> | undefined {
  for (const { rule, form, extentKind, employmentForm, confidence } of forms) {
    const groups = form.exec(text)?.groups;
    if (!groups) continue;
    const fte = groups.percent ? Number(groups.percent) / 100 : (numberOfWord(groups.count!) ?? Number(groups.count));
    if (!(fte > 0)) continue;
    const what = groups.what ?? purpose.exec(before)?.groups?.what ?? purpose.exec(text)?.groups?.what ?? text;
    return {
      type: 'commission',
      confidence,
      rule,
      who: capitalised(groups.who!),
      what: capitalised(what.replace(/\s+/gu, ' ').replace(/\.$/u, '').trim()),
      fte,
      extentKind,
      ...(employmentForm && { employmentForm }),
      amounts: [],
      ...termIn(`${before} ${text}`),
      decided: true,
    };
  }
  return undefined;
}

function termIn(text: string): { readonly from?: string; readonly to?: string } {
  const groups = years.exec(text)?.groups;
  return groups?.from ? { from: `${groups.from}-01-01`, to: `${groups.to ?? groups.from}-12-31` } : {};
}
