import { columnWidth, hadRoom, type Paragraph, paragraphsOf } from '../../documents/tree/hard-wraps.ts';
import { join, slice } from '../../documents/tree/passage.ts';
import {
  type Draft,
  linesOf,
  type PlacedLine,
  type Reading,
  type Recogniser,
  spanOfLines,
} from '../../documents/tree/recognise.ts';
import { sentenceTexts } from '../../kernel/sentences.ts';
import {
  isNoted,
  type MinutesParagraph,
  minutesParagraphs,
  type ParagraphPart,
  paragraphHead,
} from '../meetings/index.ts';
import type { ProposedDecision } from './decision-import.ts';

/** A decision that minutes record in a §: its clauses, each with the words that led it in. */
export type ProposedParagraphDecision = ProposedDecision & {
  /** The letter of a § that was put in between: the a of "§ 12 a". */
  readonly itemSuffix?: string;
  /** What leads each clause in, in the order of the clauses: "Enligt kontorets förslag:", "På förslag av A Bsson (P):". */
  readonly grounds?: readonly (string | null)[];
  /** The decision only takes note of information. */
  readonly noted?: true;
};

/** Reads what each § decided: the clauses under its decision heading, or, where the authority has no such heading, its deciding sentences. */
export const paragraphDecisionImport: Recogniser<ProposedParagraphDecision> = {
  name: 'paragraphDecision',
  appliesTo: ['minutes'],
  recognise(reading) {
    const width = columnWidth(linesOf(reading.blocks));
    const records = minutesParagraphs(reading).flatMap((paragraph) => decisionOf(paragraph, reading, width) ?? []);
    return { records, problems: [] };
  },
};

function decisionOf(
  paragraph: MinutesParagraph,
  reading: Reading,
  width: number,
): Draft<ProposedParagraphDecision> | undefined {
  if (paragraph.listedOnly) return undefined;
  const head = paragraphHead(paragraph);
  const parts = head.parts.filter((part) => part.kind === 'decision' && part.lines.length > 0);
  const headed = parts.flatMap((part) => clausesIn(part.lines, width));
  const stated = headed.length > 0 ? [] : statedIn(head.parts, width);
  const clauses = headed.length > 0 ? headed : stated;
  if (clauses.length === 0) return undefined;
  const heading = headed.length > 0 ? parts.flatMap((part) => part.heading ?? []) : [];
  const texts = clauses.map((clause) => clause.text);
  const grounds = clauses.map((clause) => clause.ground ?? null);
  const lines = clauses.flatMap((clause) => clause.lines);
  const whole = paragraph.lines.map((line) => line.words.text).join(' ');
  return {
    type: 'decision',
    source: spanOfLines([...heading, ...lines]),
    alsoAt: [paragraph.head.span],
    confidence: headed.length > 0 ? 0.93 : 0.6,
    rule: headed.length > 0 ? 'decision-under-heading' : 'decision-in-text',
    item: paragraph.number,
    ...(paragraph.suffix && { itemSuffix: paragraph.suffix }),
    status: 'made',
    clauses: texts,
    ...(grounds.some(Boolean) && { grounds }),
    ...(reading.body && { body: reading.body }),
    ...(reading.date && { date: reading.date, precision: 'day' as const }),
    ...(head.diaryNumber && { diaryNumber: head.diaryNumber }),
    ...(isNoted(texts.join(' ')) && { noted: true as const }),
    ...(/omedelbart justera[dt]|omedelbar justering/iu.test(whole) && { immediatelyAdjusted: true }),
  };
}

export type Clause = { readonly text: string; readonly lines: readonly PlacedLine[]; readonly ground?: string };

const startsWithAtt = /^att(?!\p{L})/iu;
/** A line that only leads clauses in, without a colon: "Nämnden beslutar", "Styrelsen föreslår fullmäktige besluta". */
const leadLine = /^\p{Lu}.*(?<!\p{L})(?:beslutar|besluta|beslutade|beslutar att)$/u;
/** Words that lead clauses in: "Enligt förvaltningens förslag:", "På förslag av A Bsson (P):", "… föreslår att fullmäktige beslutar:". */
const leadWords = /(?<!\p{L})(?:enligt|förslag|beslutar?|beslutade|beslut|föreslår|yrkandet?)(?!\p{L})/iu;

const isLead = ({ text, lines }: Paragraph) =>
  !lines[0]?.marker && /^\p{Lu}/u.test(text) && ((/:$/.test(text) && leadWords.test(text)) || leadLine.test(text));

/**
 * The clauses under a decision heading. Numbered clauses count up and hold everything to the next number, lettered lists included; other
 * clauses are paragraphs that decide something. Text after the last of them (lists that come with an announcement) is not decided.
 */
export function clausesIn(lines: readonly PlacedLine[], width: number): readonly Clause[] {
  const clauses: { text: string; lines: PlacedLine[]; ground?: string; number?: number }[] = [];
  let ground: string | undefined;
  for (const paragraph of paragraphsOf(lines, width)
    .flatMap((one) => splitBeforeLead(one, width))
    .flatMap(splitAtAtt)) {
    const { text } = paragraph;
    const [last, number] = [clauses.at(-1), numberOf(paragraph)];
    const sameGround = last !== undefined && last.ground === ground;
    const begin = (numbered?: number) =>
      clauses.push({
        text,
        lines: [...paragraph.lines],
        ...(numbered !== undefined && { number: numbered }),
        ...(ground && { ground }),
      });
    if (number !== undefined && number === (sameGround && last.number !== undefined ? last.number + 1 : 1))
      begin(number);
    else if (isLead(paragraph)) ground = text.replace(/\s*:$/, '');
    else if (sameGround && last.number !== undefined) {
      last.text += ` ${text}`;
      last.lines.push(...paragraph.lines);
    } else if (!sameGround || paragraph.lines[0]?.marker || decides(text)) begin();
    else break;
  }
  return clauses.map(({ number: _, ...clause }) => ({ ...clause, text: clean(clause.text) }));
}

const numberOf = ({ lines }: Paragraph) => {
  const marker = lines[0]?.marker;
  return marker?.kind === 'number' ? marker.number : undefined;
};
const clean = (text: string) => text.replace(/\s*,?\s*(?:samt|och)?\s*$/u, '').replace(/,$/, '');

/** A clause may fill its last line, or end without a full stop, so that the words that lead the next ones in seem to go on from it. */
function splitBeforeLead(paragraph: Paragraph, width: number): readonly Paragraph[] {
  const { lines, text } = paragraph;
  if (!text.endsWith(':')) return [paragraph];
  const ends = lines.findLastIndex((line, index) => {
    const [words, next] = [line.words.text.trim(), lines[index + 1]?.words.text ?? ''];
    return /^\p{Lu}/u.test(next) && (words.endsWith('.') || hadRoom(words, next, 0.8 * width));
  });
  if (ends >= 0) return [...paragraphOf(lines.slice(0, ends + 1)), ...paragraphOf(lines.slice(ends + 1))];
  const last = lines.at(-1)!;
  const inside = leadInside.exec(last.words.text);
  if (!inside || !leadWords.test(last.words.text.slice(inside.index))) return [paragraph];
  const start = inside.index + inside[0].length;
  const { marker: _, ...unmarked } = last;
  return [
    ...paragraphOf([...lines.slice(0, -1), { ...last, words: slice(last.words, 0, inside.index + 1) }]),
    ...paragraphOf([{ ...unmarked, firstOfBlock: false, words: slice(last.words, start) }]),
  ];
}

/** Where lines were joined to paragraphs before they came here, a sentence that leads in may stand behind the end of a clause. */
const leadInside = /[.!?]\s+(?=\p{Lu}[^.!?:]{0,300}:$)/u;

/**
 * "att …" begins a clause after the words that lead in, in a paragraph of its own, or after a clause that ended: "att anta planen, samt / att
 * ge …".
 */
function splitAtAtt(paragraph: Paragraph): readonly Paragraph[] {
  const groups: PlacedLine[][] = [];
  for (const line of paragraph.lines) {
    const before = groups.at(-1);
    const last = before?.at(-1)?.words.text.trim() ?? '';
    const afterClause =
      startsWithAtt.test(before?.[0]?.words.text ?? '') &&
      (line.firstOfBlock || /(?:[,;.]|(?<!\p{L})(?:samt|och))$/u.test(last));
    const begins = startsWithAtt.test(line.words.text) && (leadLine.test(last) || last.endsWith(':') || afterClause);
    if (before && !begins) before.push(line);
    else groups.push([line]);
  }
  return groups.length < 2 ? [paragraph] : groups.flatMap((lines) => paragraphOf(lines));
}

function paragraphOf(lines: readonly PlacedLine[]): readonly Paragraph[] {
  const words = join(
    lines.map((line) => line.words),
    ' ',
  );
  return [{ lines, words, text: words.text.replace(/\s+/g, ' ').trim() }];
}

/** Verbs that decide: passives ("godkänns", "läggs till handlingarna"), clauses with att, and "X får i uppdrag att". */
const deciding =
  /^att(?!\p{L})|(?<!\p{L})(?:\p{L}*(?:känn|ställ|bifall|tillstyrk|avstyrk|hänskjut|bordlägg|förläng|avslut|översänd|överlämn|remitter|avskriv|förklara|ante?ckna|notera|bevilja|upphäv|avbry)t?e?s|antas|avslås|utses|anses|upphör att gälla|läggs till handlingarna|tas till protokollet|får i uppdrag|får delegation|beslutar|godkänner|fastställer|antar|övergår till)(?!\p{L})/iu;
const decides = (text: string) => deciding.test(text);

const stated =
  /(?<!\p{L})(?:fastställe?s|fastställdes|godkänns|godkändes|(?:läggs|lades) till handlingarna|utsågs|utses|antecknas|antecknades|beslutades)(?!\p{L})|^(?:\p{L}+ ){0,3}\p{L}*(?:nämnden|styrelsen|fullmäktige|utskottet|beredningen) (?:godkänner|beslutar|beslutade|fastställer|antecknar|avslår|bifaller)(?!\p{L})/iu;

/** Authorities without a decision heading decide in the running text: "Protokollet läggs till handlingarna." */
function statedIn(parts: readonly ParagraphPart[], width: number): readonly Clause[] {
  if (parts.some((part) => part.kind === 'decision')) return [];
  return parts
    .filter((part) => part.kind === 'lead' || part.kind === 'summary')
    .flatMap((part) => paragraphsOf(part.lines, width))
    .flatMap(({ text, lines }) => {
      const sentences = sentenceTexts(text).filter((sentence) => stated.test(sentence));
      return sentences.map((sentence) => ({ text: sentence, lines }));
    });
}
