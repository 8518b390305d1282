import { slice, spanOf } from '../../documents/tree/passage.ts';
import {
  capitalised,
  type Draft,
  type Proposed,
  type Reading,
  type Recogniser,
} from '../../documents/tree/recognise.ts';
import { sentencesOf } from '../../kernel/sentences.ts';
import { numberOfWord } from '../../kernel/swedish-amounts.ts';
import { findPeriods } from '../../kernel/swedish-periods.ts';
import { decidedSentences, flowOfPart, type MinutesItem, minutesItems } from '../meetings/index.ts';

/** An agreement whose term the minutes state: made, prolonged or proposed (AGR-01, AGR-04). */
export type ProposedAgreement = Proposed<
  'agreement',
  {
    readonly name: string;
    readonly from: string;
    /** Absent when it runs until further notice. */
    readonly to?: string;
    readonly openEnded: boolean;
    readonly noticeMonths?: number;
    readonly item: number;
    readonly decided: boolean;
  }
>;

const named =
  /(?<!\p{L})(?<name>(?:\p{L}+)?(?:avtal(?:et)?|överenskommelsen?)\s+(?:om|för|gällande|rörande|kring)\s+\p{L}[\p{L}\s-]{1,80}?)\s+(?:(?:ska|kan)\s+)?(?:förlängs|förlängas|gäller|gälla|tecknas|ingås|löper|löpa|träder i kraft|förnyas)(?!\p{L})/iu;
const notice =
  /uppsägningstid(?:en)?\s+(?:(?:om|på|är|av)\s+)?(?<after>\d{1,2}|\p{L}+)\s+månad|(?<before>\d{1,2}|\p{L}+)\s+månaders\s+(?:\p{L}+\s+)?uppsägning/iu;

/** Reads a sentence that names an agreement and says from when it runs: "avtal om X förlängs 2023-01-01 och tills vidare med uppsägningstid …". */
export const agreementImport: Recogniser<ProposedAgreement> = {
  name: 'agreement',
  appliesTo: ['minutes'],
  recognise(reading) {
    return { records: minutesItems(reading).flatMap((item) => agreementsIn(item, reading)), problems: [] };
  },
};

function agreementsIn(item: MinutesItem, reading: Reading): readonly Draft<ProposedAgreement>[] {
  const decided = decidedSentences(item, reading);
  return item.parts.flatMap((part) => {
    const words = flowOfPart(part);
    return sentencesOf(words.text, 'line').flatMap((one) => {
      const sentence = slice(words, one.start, one.end);
      const name = named.exec(sentence.text)?.groups?.name;
      const [term] = findPeriods(sentence.text, { date: reading.date });
      const source = spanOf(sentence);
      if (!name || !term || term.precision === 'year' || !source) return [];
      const open = /(?<!\p{L})tills vidare(?!\p{L})/iu.test(sentence.text);
      const months = notice.exec(sentence.text)?.groups;
      const printed = months?.after ?? months?.before;
      const noticeMonths = printed === undefined ? undefined : (numberOfWord(printed) ?? Number(printed));
      const decision = decided.find((other) => other.part === part);
      const at = decision && spanOf(decision.words);
      const lasts = !open && term.to !== undefined && term.to !== term.from;
      return [
        {
          type: 'agreement' as const,
          source,
          ...(at && at.start !== source.start && { alsoAt: [at] }),
          confidence: decision && (open || lasts) ? 0.93 : 0.75,
          rule: 'agreement-term-in-sentence',
          name: capitalised(name.replace(/\s+/g, ' ')),
          from: term.from,
          ...(lasts && { to: term.to }),
          openEnded: open,
          ...(noticeMonths !== undefined && Number.isInteger(noticeMonths) && { noticeMonths }),
          item: item.number,
          decided: decision !== undefined,
        },
      ];
    });
  });
}
