import { type Passage, slice, spanOf } from '../../documents/tree/passage.ts';
import { capitalised, type Draft, flowOf, type Reading, type Recogniser } from '../../documents/tree/recognise.ts';
import type { SourceBlock } from '../../documents/tree/source.ts';
import type { Span } from '../../documents/tree/tree.ts';
import { sentencesOf } from '../../kernel/sentences.ts';
import type { ProposedAgreement } from './agreement-import.ts';
import { monthOf, partiesIn } from './told-parties.ts';

type Facts = Omit<Draft<ProposedAgreement>, 'type' | 'source' | 'alsoAt' | 'confidence' | 'rule'>;
/** An agreement as the sentences of an answer tell of it, one after the other. */
type Told = { facts: Facts; readonly at: Span[]; readonly rule: string; continuedIn?: number };

/**
 * Reads the agreements that a return tells of in running text (AGR-02, AGR-07, AGR-08, AGR-10, AGR-11): what they are about, what they replace, who signed,
 * what is said of their decisions, and what changes. What is said is kept as said: "samtliga 13 huvudmän" becomes a claim, never thirteen decisions.
 */
export const toldAgreementImport: Recogniser<ProposedAgreement> = {
  name: 'toldAgreement',
  appliesTo: ['nationalReturn'],
  recognise(reading) {
    const answers = answersOf(reading).map((answer) => ({
      number: answer.number,
      told: toldIn(answer.blocks, reading),
    }));
    const seen = new Set<string>();
    const records = answers.flatMap(({ told }) =>
      told.flatMap((one): readonly Draft<ProposedAgreement>[] => {
        const continued = answers.find(({ number }) => number === one.continuedIn)?.told[0];
        if (continued) {
          // One agreement that two answers speak of, and the first says where the second is: what either says holds of it.
          continued.facts = { ...continued.facts, ...one.facts, changes: continued.facts.changes ?? one.facts.changes };
          continued.at.push(...one.at);
          return [];
        }
        if (seen.has(one.facts.name)) return [];
        seen.add(one.facts.name);
        const [source, ...alsoAt] = one.at;
        return source ? [draftOf(one, source, alsoAt)] : [];
      }),
    );
    return { records, problems: [] };
  },
};

const sureness: Readonly<Record<string, number>> = {
  'agreement-signed-in-sentence': 0.88,
  'agreement-told-of-work': 0.82,
  'agreement-national': 0.8,
  'agreement-intent': 0.7,
};

function draftOf({ facts, rule }: Told, source: Span, alsoAt: readonly Span[]): Draft<ProposedAgreement> {
  const { changes, ...rest } = facts;
  return {
    type: 'agreement',
    source,
    ...(alsoAt.length > 0 && { alsoAt }),
    confidence: sureness[rule] ?? 0.7,
    rule,
    ...rest,
    ...(changes && changes.length > 0 && { changes }),
  };
}

/** The blocks by the question they answer; what stands before the first question has number 0. */
function answersOf(reading: Reading): readonly { readonly number: number; readonly blocks: readonly SourceBlock[] }[] {
  const answers: { readonly number: number; readonly blocks: SourceBlock[] }[] = [{ number: 0, blocks: [] }];
  for (const block of reading.blocks) {
    const [first] = block.lines;
    const printed = /^(\d{1,2})\s*(?:[a-d]\s*)?\.(?:\s|…|\.)/u.exec(first?.words.text ?? '')?.[1];
    const number = printed ?? (first?.marker?.kind === 'number' ? String(first.marker.number) : undefined);
    if (number !== undefined) answers.push({ number: Number(number), blocks: [] });
    answers.at(-1)!.blocks.push(block);
  }
  return answers;
}

const work =
  /(?:ta(?:git)? fram|utvecklat?|arbeta(?:t)? fram) en (?:(?:ny|gemensam) )*överenskommelse (?:för|om|gällande|kring) (?<about>\p{L}[\p{L}\s-]*?)(?= (?:har|är|ska|pågår|kommer|som)(?!\p{L})|[.,;]|$)/iu;
const signing =
  /(?<!\p{L})i (?<month>\p{L}+) (?:undertecknade|tecknade) (?<who>.+?) en (?:\p{L}+ )?(?<kind>(?:samverkans)?överenskommelse|avtal|avsiktsförklaring)(?!\p{L})/iu;
const named = /^Det (?:handlar om|gäller) (?<name>\p{Lu}[\p{L}\s-]*?)[,.]/u;
const intent = /(?<!\p{L})(?:gör|skriver|tecknar|tecknat|undertecknar) en (?<about>avsiktsförklaring[^.;]*)/iu;
const national = /överenskommelsen om (?<about>\p{L}[\p{L}\s]*?) för (?<year>20\d\d)(?!\d)/iu;
const decided =
  /överenskommelsen (?:är |har )(?:\p{L}+ )*?(?:beslutad|beslutats|godkänd|antagen)(?!\p{L})|är överenskommelsen (?:\p{L}+ )*?beslutad(?!\p{L})/iu;
const counted = /(?<!\p{L})(?:samtliga|alla) (?:länets )?(?<count>\d{1,3}) (?:huvudmän|parter|kommuner)(?!\p{L})/iu;
const earlier = /(?<!\p{L})(?<words>den tidigare överenskommelsen(?: från (?:\d{4}))?)(?!\p{L})/iu;
const changesAhead = /(?<!\p{L})(?:förändringarna|ändringarna|nyheterna) i (?:den nya )?överenskommelsen(?!\p{L})/iu;
const purpose = /(?<!\p{L})syftet med överenskommelsen är (?<purpose>.+?)\.?$/iu;
const proposal = /(?<!\p{L})föreslås att .*överenskommelsen/iu;
const plan = /(?<!\p{L})implementering.*plan(?!\p{L})/iu;
const elsewhere = /(?<!\p{L})beskrivs (?:\p{L}+ )?(?:under|i) fråga (?<number>\d{1,2})(?!\d)/iu;

function toldIn(blocks: readonly SourceBlock[], reading: Reading): readonly Told[] {
  const told: Told[] = [];
  let listFollows = false;
  for (const block of blocks) {
    const items = block.lines.some(({ marker, words }) => marker || damagedBullet.test(words.text));
    for (const sentence of items ? listItems(block) : sentencesIn(block)) {
      const current = told.at(-1);
      if (sentence.item) {
        if (listFollows && current)
          note(current, sentence, { changes: [...(current.facts.changes ?? []), sentence.text] });
        continue;
      }
      const begun = begin(sentence.text, reading);
      if (begun) told.push({ ...begun, at: [sentence.span] });
      else if (current) tell(current, sentence, reading);
      listFollows = changesAhead.test(sentence.text);
    }
  }
  return told;
}

/** A sentence that speaks of an agreement for the first time. */
function begin(text: string, reading: Reading): Omit<Told, 'at'> | undefined {
  const about = work.exec(text)?.groups?.about;
  if (about)
    return {
      rule: 'agreement-told-of-work',
      facts: { ...unknownTerm, name: `Överenskommelse för ${about.trim()}`, kind: 'agreement', decided: false },
    };
  const signed = signing.exec(text)?.groups;
  if (signed)
    return {
      rule: 'agreement-signed-in-sentence',
      facts: {
        ...unknownTerm,
        name: capitalised(signed.kind!),
        kind: /avtal/iu.test(signed.kind!)
          ? 'contract'
          : /avsikts/iu.test(signed.kind!)
            ? 'letterOfIntent'
            : 'agreement',
        decided: true,
        parties: partiesIn(signed.who!),
        ...monthOf(signed.month!, reading.year),
      },
    };
  const meant = intent.exec(text)?.groups?.about;
  if (meant)
    return {
      rule: 'agreement-intent',
      facts: { ...unknownTerm, name: capitalised(meant.trim()), kind: 'letterOfIntent', decided: false },
    };
  const ofState = national.exec(text)?.groups;
  if (ofState)
    return {
      rule: 'agreement-national',
      facts: {
        ...unknownTerm,
        name: `Överenskommelsen om ${ofState.about!.trim()} ${ofState.year}`,
        kind: 'national',
        decided: true,
      },
    };
  return undefined;
}

const unknownTerm = { openEnded: false } as const;

type SaidAt = { readonly text: string; readonly span: Span };

/** What a further sentence says of the agreement that was spoken of last. */
function tell(current: Told, sentence: SaidAt, reading: Reading): void {
  const { text } = sentence;
  const name = named.exec(text)?.groups?.name;
  if (name && current.rule === 'agreement-signed-in-sentence')
    note(current, sentence, { name: `${current.facts.name} ${name.trim()}` });
  if (decided.test(text)) {
    const count = counted.exec(text)?.groups?.count;
    note(current, sentence, {
      decided: true,
      claim: { words: whole(text), ...(count !== undefined && { principals: Number(count) }) },
    });
  }
  const before = earlier.exec(text)?.groups?.words;
  if (before) note(current, sentence, { replaces: capitalised(before) });
  if (changesAhead.test(text)) note(current, sentence, {});
  const why = purpose.exec(text)?.groups?.purpose;
  if (why) note(current, sentence, { purpose: capitalised(why) });
  if (proposal.test(text)) note(current, sentence, { changes: [...(current.facts.changes ?? []), text] });
  if (plan.test(text) && reading.year !== undefined) note(current, sentence, { plan: text });
  const other = elsewhere.exec(text)?.groups?.number;
  if (other && /överenskommelsen/iu.test(text)) {
    note(current, sentence, {});
    current.continuedIn = Number(other);
  }
}

/** A sentence that a page break tore is a claim as far as its last whole clause goes. */
const whole = (text: string): string => (/[.!?]$/u.test(text) ? text : text.replace(/ och (?!.* och ).*$/u, ''));

function note(current: Told, { span }: SaidAt, more: Partial<Facts>): void {
  current.facts = { ...current.facts, ...more };
  if (!current.at.some(({ start }) => start === span.start)) current.at.push(span);
}

type Said = SaidAt & { readonly item: boolean };

function sentencesIn(block: SourceBlock): readonly Said[] {
  const words = flowOf(block);
  return sentencesOf(words.text, 'line').flatMap(({ start, end }) => said(slice(words, start, end), false));
}

/** A bullet that a scan took for a letter: a single "e" or "o" begins no Swedish line. */
const damagedBullet = /^[eo•·▪]\s+(?=\S)/u;

/** The items of a list, each with the lines it runs over; words before the first item are sentences. */
function listItems(block: SourceBlock): readonly Said[] {
  const items: SourceBlock['lines'][number][][] = [];
  const before: SourceBlock['lines'][number][] = [];
  for (const line of block.lines) {
    const damaged = damagedBullet.exec(line.words.text)?.[0].length;
    if (damaged !== undefined) items.push([{ ...line, words: slice(line.words, damaged) }]);
    else if (line.marker) items.push([line]);
    else (items.at(-1) ?? before).push(line);
  }
  const head = before.length > 0 ? sentencesIn({ ...block, lines: before }) : [];
  return [...head, ...items.flatMap((lines) => said(flowOf({ ...block, lines }), true))];
}

function said(words: Passage, item: boolean): readonly Said[] {
  const span = spanOf(words);
  const text = words.text.replace(/\s+/gu, ' ').trim();
  return span && text ? [{ text, span, item }] : [];
}
