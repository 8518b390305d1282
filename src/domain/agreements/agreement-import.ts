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
import type { AgreementKind, AgreementPartyKind } from './agreement-codes.ts';

/** An agreement whose term the minutes state: made, prolonged or proposed (AGR-01, AGR-04). */
export type ProposedAgreement = Proposed<
  'agreement',
  {
    readonly name: string;
    /** Absent when the paper tells of the agreement without its term. */
    readonly from?: string;
    /** Absent when it runs until further notice. */
    readonly to?: string;
    readonly openEnded: boolean;
    readonly noticeMonths?: number;
    /** The item of minutes that it stands in. */
    readonly item?: number;
    readonly decided: boolean;
    readonly kind?: AgreementKind;
    /** Where the paper tells another state than decided or proposed: it lapsed (AGR-06). */
    readonly state?: 'lapsed';
    readonly stateReason?: string;
    /** The earlier agreement, in the words of the paper. */
    readonly replaces?: string;
    /** A day or a month. */
    readonly signed?: string;
    readonly parties?: readonly ToldParty[];
    /** What the paper says of decisions that it does not show. */
    readonly claim?: { readonly words: string; readonly principals?: number };
    readonly changes?: readonly string[];
    readonly purpose?: string;
    /** What the paper says of how it is carried out. */
    readonly plan?: string;
  }
>;

/** A party that a paper names, or counts without naming ("fyra kommuner"). */
export type ToldParty = { readonly name: string; readonly kind: AgreementPartyKind; readonly members?: number };

const named =
  /(?<!\p{L})(?<name>(?:\p{L}+)?(?:avtal(?:et)?|överenskommelsen?)\s+(?:om|för|gällande|rörande|kring)\s+\p{L}[\p{L}\s-]{1,80}?)\s+(?:(?:ska|kan)\s+)?(?:förlängs|förlängas|gäller|gälla|tecknas|ingås|löper|löpa|träder i kraft|förnyas)(?!\p{L})/iu;
const notice =
  /uppsägningstid(?:en)?\s+(?:(?:om|på|är|av)\s+)?(?<after>\d{1,2}|\p{L}+)\s+månad|(?<before>\d{1,2}|\p{L}+)\s+månaders\s+(?:\p{L}+\s+)?uppsägning/iu;

/** Reads a sentence that names an agreement and says from when it runs: "avtal om X förlängs 2023-01-01 och tills vidare med uppsägningstid …". */
export const agreementImport: Recogniser<ProposedAgreement> = {
  name: 'agreement',
  appliesTo: ['minutes'],
  recognise(reading) {
    const items = minutesItems(reading);
    return {
      records: items.flatMap((item) => [...agreementsIn(item, reading), ...lapsedIn(item), ...carriedOutIn(item)]),
      problems: [],
    };
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

const ofItem = /^(?:(?:ny|förlängd|uppdaterad) )?(?<name>(?:\p{L}+)?(?:överenskommelse|avtal) .+)$/iu;
const lapsed =
  /(?<!\p{L})när (?:avtalet|överenskommelsen) (?:behövde|skulle) förnyas (?:beslutades|beslöts|beslutade man) att avvakta(?!\p{L})/iu;

/** An item about an agreement that tells that nobody renewed it when it should have been (AGR-06). */
function lapsedIn(item: MinutesItem): readonly Draft<ProposedAgreement>[] {
  const name = ofItem.exec(item.title.trim())?.groups?.name;
  if (!name) return [];
  return item.parts.flatMap((part) => {
    const words = flowOfPart(part);
    return sentencesOf(words.text, 'paragraph').flatMap(({ start, end, text }) => {
      const sentence = slice(words, start, end);
      const source = spanOf(sentence);
      if (!lapsed.test(text) || !source) return [];
      return [
        {
          type: 'agreement' as const,
          source,
          confidence: 0.8,
          rule: 'agreement-lapsed-in-sentence',
          name: capitalised(name.replace(/\s+/g, ' ')),
          openEnded: false,
          item: item.number,
          decided: true,
          state: 'lapsed' as const,
          stateReason: text,
        },
      ];
    });
  });
}

const carriedOut = /(?<!\p{L})implementering(?:en)? av (?<name>\p{L}{4,}(?:överenskommelsen|avtalet))(?!\p{L})/iu;

/** An agreement that an item speaks of as being carried out, by a name of its own (AGR-05): once an item, with the first words that name it. */
function carriedOutIn(item: MinutesItem): readonly Draft<ProposedAgreement>[] {
  for (const part of item.parts) {
    const words = flowOfPart(part);
    for (const { start, end } of sentencesOf(words.text, 'paragraph')) {
      const sentence = slice(words, start, end);
      const name = carriedOut.exec(sentence.text)?.groups?.name;
      const source = spanOf(sentence);
      if (!name || !source) continue;
      return [
        {
          type: 'agreement',
          source,
          confidence: 0.75,
          rule: 'agreement-being-carried-out',
          name: capitalised(name),
          openEnded: false,
          item: item.number,
          decided: true,
        },
      ];
    }
  }
  return [];
}
