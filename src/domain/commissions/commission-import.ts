import { type Passage, slice, spanOf } from '../../documents/tree/passage.ts';
import type { Draft, Proposed, Reading, Recogniser } from '../../documents/tree/recognise.ts';
import { capitalised } from '../../documents/tree/recognise.ts';
import { sentencesOf } from '../../kernel/sentences.ts';
import { findAmounts, findPercents, findPosts } from '../../kernel/swedish-amounts.ts';
import { findPeriods } from '../../kernel/swedish-periods.ts';
import { decidedSentences, flowOfPart, type MinutesItem, type MinutesPart, minutesItems } from '../meetings/index.ts';
import type { EmploymentForm, ExtentKind } from './commission.ts';

/** Work that a joint group orders and pays for, as its minutes tell it: who does what, how much of a post, who pays, from which fund (AGR-12…15). */
export type ProposedCommission = Proposed<
  'commission',
  {
    readonly who: string;
    readonly what: string;
    /** Full-time posts, all payers together. */
    readonly fte?: number;
    /** What each payer pays of the posts. */
    readonly shares?: readonly { readonly payer: string; readonly fte: number }[];
    readonly amounts: readonly { readonly value: number; readonly currency: string; readonly payer?: string }[];
    readonly from?: string;
    readonly to?: string;
    readonly fund?: string;
    /** How the paper counts the posts, where it says so. */
    readonly extentKind?: ExtentKind;
    readonly employmentForm?: EmploymentForm;
    /** Whether it says that work goes on which was ordered before. */
    readonly prolongs?: boolean;
    /** The item of the minutes; absent where a report tells of work that goes on. */
    readonly item?: number;
    /** Whether the minutes say that it was decided, or only that it was proposed. */
    readonly decided: boolean;
  }
>;

/** Reads what an item, or a part of it, says over several sentences: the decision or the budget, and the money and posts that go with it. */
export const commissionImport: Recogniser<ProposedCommission> = {
  name: 'commission',
  appliesTo: ['minutes'],
  recognise(reading) {
    const records = minutesItems(reading).flatMap((item) =>
      stretchesOf(item).flatMap(({ parts, title }) => commissionIn(item, parts, title, reading) ?? []),
    );
    return { records, problems: [] };
  },
};

/** Parts that decide something for themselves are read for themselves; the others are read with their item as a whole. */
function stretchesOf(item: MinutesItem): readonly { readonly parts: readonly MinutesPart[]; readonly title: string }[] {
  const own = item.parts.filter((part) => part.title && part.presenters.length > 0);
  if (own.length === 0) return [{ parts: item.parts, title: item.title }];
  return own.map((part) => ({ parts: [part], title: part.title!.text }));
}

const orders = /(?<!\p{L})(?:uppdrag|tjänsteköp|samfinansiera|budget)/iu;
const finances = /(?<!\p{L})(?:finansier|budget|medel|betala|bekosta|avsätt|motsvarar|kostna)/iu;

function commissionIn(
  item: MinutesItem,
  parts: readonly MinutesPart[],
  title: string,
  reading: Reading,
): Draft<ProposedCommission> | undefined {
  const sentences = parts.flatMap((part) => sentencesIn(flowOfPart(part)));
  const decisions = decidedSentences(item, reading).filter(
    ({ part, form }) => parts.includes(part) && form === 'bodyDecided',
  );
  const decision = decisions.find(({ words }) => orders.test(words.text));
  const paid = sentences.filter(
    ({ text }) => finances.test(text) && (findAmounts(text).length > 0 || findPosts(text).length > 0),
  );
  const posted = sentences.filter(
    (one) => !paid.includes(one) && findPosts(one.text).length > 0 && orders.test(one.text),
  );
  if (paid.length === 0 || (!decision && !paid.some(({ text }) => /(?<!\p{L})(?:uppdraget|budget)/iu.test(text))))
    return undefined;
  const amounts = paid.flatMap(({ text }) => amountsIn(text));
  const shares = paid.flatMap(({ text }) => sharesIn(text));
  const who =
    (decision && performerIn(decision.words.text)) ?? performerIn(sentences.map(({ text }) => text).join('\n'));
  if (!who || (amounts.length === 0 && shares.length === 0)) return undefined;
  const fte =
    shares.length > 0
      ? shares.reduce((sum, share) => sum + share.fte, 0)
      : (postsIn([...posted, ...(decision ? [decision.words] : [])]) ??
        (decision && extentOfAssignment(decision.words.text)));
  const period = periodIn([...(decision ? [decision.words] : []), ...paid, ...posted], reading);
  const fund = paid.flatMap(({ text }) => fundForm.exec(text)?.groups?.fund ?? [])[0];
  const [source, ...alsoAt] = [...(decision ? [decision.words] : []), ...paid, ...posted].flatMap(
    (words) => spanOf(words) ?? [],
  );
  return (
    source && {
      type: 'commission',
      source,
      ...(alsoAt.length > 0 && { alsoAt }),
      confidence: decision ? 0.88 : 0.75,
      rule: decision ? 'commission-decided' : 'commission-budgeted',
      who,
      what: title,
      ...(fte !== undefined && { fte }),
      ...(shares.length > 0 && { shares }),
      amounts,
      ...period,
      ...(fund && { fund: capitalised(fund.replace(/\s+/g, ' ')) }),
      ...(bought.test(sentences.map(({ text }) => text).join('\n')) && { employmentForm: 'purchased' as const }),
      ...(prolonged.test(`${title}\n${decision?.words.text ?? ''}`) && { prolongs: true }),
      item: item.number,
      decided: decision !== undefined,
    }
  );
}

const bought = /(?<!\p{L})tjänsteköp(?:et)?(?!\p{L})/iu;
const prolonged = /(?<!\p{L})(?:förläng|fortsatt (?:uppdrag|tjänsteköp)|förnyat uppdrag)/iu;

const sentencesIn = (words: Passage): readonly Passage[] =>
  sentencesOf(words.text, 'line').map((one) => slice(words, one.start, one.end));

const payer = String.raw`(?<payer>(?:länets |de )?kommunerna?s?|regionens?|Region \p{Lu}\p{L}+(?: län)?|\p{Lu}\p{L}+ kommuns?|statens?)(?!\p{L})`;
const paysAfter = new RegExp(String.raw`^\s+(?:för|från|av)\s+${payer}`, 'iu');
const paysBefore = new RegExp(
  String.raw`${payer}\s+(?:finansierar|betalar|bekostar|bidrar med|står för|svarar för)\s+$`,
  'iu',
);
const paysBeforeToo = new RegExp(String.raw`(?:^|[\s,])(?:och|samt|medan)\s+${payer}\s+$`, 'iu');
const likewise = new RegExp(
  String.raw`(?<!\p{L})(?:likaså|lika mycket|detsamma|samma (?:belopp|summa))\s+(?:för|från|av)\s+${payer}`,
  'giu',
);
const fundForm = /(?<!\p{L})(?:via|från|ur|av|med)\s+(?<fund>\p{L}[\p{L}-]*(?:\s\p{L}+){0,2}?[\s-]medel)(?!\p{L})/iu;

/** Each sum with who pays it; "och likaså för Regionen" says the sum before once more for another payer. */
function amountsIn(text: string): ProposedCommission['amounts'] {
  const found = findAmounts(text).map(({ start, end, value, currency }) => {
    const who = paysAfter.exec(text.slice(end))?.groups?.payer ?? paysBefore.exec(text.slice(0, start))?.groups?.payer;
    return { value, currency, ...(who && { payer: payerName(who) }) };
  });
  const last = found.at(-1);
  if (!last) return [];
  const again = [...text.matchAll(likewise)].map((match) => ({ ...last, payer: payerName(match.groups!.payer!) }));
  return [...found, ...again];
}

/** "Regionen finansierar två årsarbetare och kommunerna en årsarbetare". */
function sharesIn(text: string): readonly { readonly payer: string; readonly fte: number }[] {
  const shares = findPosts(text).flatMap(({ start, fte }) => {
    const before = text.slice(0, start);
    const who = (paysBefore.exec(before) ?? paysBeforeToo.exec(before))?.groups?.payer;
    return who ? [{ payer: payerName(who), fte }] : [];
  });
  return paysSomewhere.test(text) ? shares : [];
}
const paysSomewhere = /(?<!\p{L})(?:finansierar|betalar|bekostar|bidrar med|står för|svarar för)(?!\p{L})/iu;

/** "kommunernas" and "länets kommuner" are the municipalities; the name of one keeps its form. */
function payerName(printed: string): string {
  const plain = printed.replace(/^(?:länets|de)\s+/iu, '').replace(/(?<=na|en|kommun)s$/u, '');
  return /^\p{Lu}\p{L}+ kommun$|^Region\s/u.test(plain) ? plain : plain.toLocaleLowerCase('sv');
}

const givenTo =
  /(?<!\p{L})ge\s+(?<who>\p{L}[\p{L}\s-]{2,60}?)\s+(?:(?:fortsatt|förlängt|förnyat|utökat|ett|i|nytt)\s+)*uppdrag(?!\p{L})/u;
const boughtFrom = /(?<!\p{L})tjänsteköp\s+av\s+(?<who>\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+){1,3})/u;
const prolongedTo =
  /(?<!\p{L})(?:uppdraget|uppdrag|förordnandet)\s+(?:till|för|åt)\s+(?<who>\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+){1,3})/u;
const proposer = /(?:^|\n)(?<who>\p{Lu}\p{L}*gruppen|Projektgruppen|Förvaltningen)\s+(?:har|föreslår|ska)(?!\p{L})/u;

function performerIn(text: string): string | undefined {
  return (
    boughtFrom.exec(text) ??
    givenTo.exec(text) ??
    prolongedTo.exec(text) ??
    proposer.exec(text)
  )?.groups?.who?.replace(/\s+/g, ' ');
}

/** "förlänga uppdraget till N N på 50 %": a percentage that follows the assignment in a decision is how much of a post it takes. */
function extentOfAssignment(text: string): number | undefined {
  const assignment = /(?<!\p{L})(?:uppdrag|förordnande)/iu.exec(text);
  const extents = findPercents(text).filter(
    ({ start, percent }) =>
      assignment &&
      start > assignment.index &&
      percent <= 100 &&
      /(?:på|med|om|till)\s+(?:cirka\s+)?$/iu.test(text.slice(0, start)),
  );
  return extents.length === 1 ? extents[0]!.percent / 100 : undefined;
}

/** The posts of one commission; the same share told twice is one. */
function postsIn(sentences: readonly Passage[]): number | undefined {
  const all = new Set(sentences.flatMap(({ text }) => findPosts(text).map(({ fte }) => fte)));
  return all.size === 1 ? [...all][0] : undefined;
}

/** The term: a year or a stretch that begins and ends, or "till december 2023" for the end alone. */
function periodIn(sentences: readonly Passage[], reading: Reading): { readonly from?: string; readonly to?: string } {
  for (const { text } of sentences) {
    const term = findPeriods(text, { date: reading.date }).find(
      ({ precision }) => precision === 'year' || precision === 'half',
    );
    if (term) return { from: term.from, ...(term.to && { to: term.to }) };
  }
  return {};
}
