import { columnWidth, paragraphsOf } from '../../documents/tree/hard-wraps.ts';
import {
  type Draft,
  linesOf,
  type PlacedLine,
  type Proposed,
  type ReadProblem,
  type Recogniser,
  spanOfLines,
} from '../../documents/tree/recognise.ts';
import type { ItemCategory } from './agenda-item.ts';
import type { NamedPerson } from './named-people-import.ts';
import { type MinutesParagraph, minutesParagraphs, type ParagraphPartKind } from './paragraph-sections-import.ts';
import { type ParagraphHead, paragraphHead } from './paragraph-title-import.ts';
import { type ParagraphVotes, paragraphVotes } from './paragraph-votes-import.ts';
import { disqualifiedIn, type Statement, statementsIn } from './statement-import.ts';
import { voteAnnexesIn } from './vote-annex-import.ts';
import type { ReadVote } from './vote-import.ts';

/** A § of minutes: the item as it was dealt with. What was decided is a decision of its own that points at the number. */
export type ProposedParagraph = Proposed<
  'agendaItem',
  {
    readonly number: number;
    /** What stands before the number: "§", "Ks §". */
    readonly numberPrefix: string;
    readonly numberSuffix?: string;
    readonly title: string;
    readonly diaryNumber?: string;
    readonly classification?: string;
    readonly presenters: readonly string[];
    readonly category: ItemCategory;
    readonly summary?: string;
    readonly documents: readonly string[];
    readonly points: readonly { readonly title: string; readonly presenters: readonly string[] }[];
    /** What members moved (yrkanden). */
    readonly proposals: readonly Statement[];
    readonly propositionOrder?: string;
    readonly votes: readonly ReadVote[];
    readonly reservations: readonly Statement[];
    readonly notes: readonly Statement[];
    readonly disqualified: readonly NamedPerson[];
    readonly sentTo: readonly string[];
    readonly earlier?: string;
    readonly immediatelyAdjusted?: true;
  }
>;

/** Reads the §§ of the minutes of an elected body, each with its parts. Numbers, titles and parts are found by form, never by authority. */
export const paragraphImport: Recogniser<ProposedParagraph> = {
  name: 'paragraph',
  appliesTo: ['minutes'],
  recognise(reading) {
    const paragraphs = minutesParagraphs(reading);
    const lines = linesOf(reading.blocks);
    const width = columnWidth(lines);
    const annexes = voteAnnexesIn(lines);
    const problems: ReadProblem[] = [];
    const records = paragraphs.map((paragraph) => {
      const head = paragraphHead(paragraph);
      const voted = paragraphVotes(paragraph, head.parts, annexes);
      problems.push(...voted.problems);
      return itemOf(paragraph, head, voted, width, paragraphs.length);
    });
    return { records, problems };
  },
};

function itemOf(
  paragraph: MinutesParagraph,
  head: ParagraphHead,
  { votes, annexSpans }: ParagraphVotes,
  width: number,
  count: number,
): Draft<ProposedParagraph> {
  const { parts } = head;
  const prose = (...kinds: ParagraphPartKind[]) =>
    parts
      .filter((part) => kinds.includes(part.kind))
      .flatMap((part) => paragraphsOf(part.lines, width).map(({ text }) => text))
      .join('\n');
  const entries = (kind: ParagraphPartKind) =>
    parts
      .filter((part) => part.kind === kind)
      .flatMap((part) => paragraphsOf(part.lines, width, 'list').map(({ text }) => text));
  const whole = wordsOf(paragraph.lines);
  const summary = prose('summary', 'lead');
  const order = prose('proposition');
  const earlier = prose('earlier');
  const body = parts.flatMap((part) => [...(part.heading ? [part.heading] : []), ...part.lines]);
  const alsoAt = [...(body.length > 0 ? [spanOfLines(body)] : []), ...annexSpans];
  return {
    type: 'agendaItem',
    source: spanOfLines([paragraph.head, ...head.titleLines]),
    ...(alsoAt.length > 0 && { alsoAt }),
    confidence: confidenceOf(paragraph, head, count),
    rule: paragraph.listedOnly ? 'paragraph-listed' : 'paragraph-numbered',
    number: paragraph.number,
    numberPrefix: paragraph.prefix,
    ...(paragraph.suffix && { numberSuffix: paragraph.suffix }),
    title: head.title,
    ...(head.diaryNumber && { diaryNumber: head.diaryNumber }),
    ...(head.classification && { classification: head.classification }),
    presenters: [],
    category: categoryOf(head),
    ...(summary && { summary }),
    documents: entries('documents'),
    points: [],
    proposals: statementsIn(
      prose('motions'),
      /(?<!\p{L})yrkar(?!\p{L})|(?<!\p{L})föreslår(?!\p{L})|(?<!\p{L})anmäler(?!\p{L})/iu,
    ),
    ...(order && { propositionOrder: order }),
    votes,
    reservations: statementsIn(
      prose('reservation'),
      /(?<!\p{L})reservera(?:r|de) sig(?!\p{L})|(?<!\p{L})reservation(?!\p{L})/iu,
    ),
    notes: statementsIn(
      prose('note'),
      /(?<!\p{L})(?:antecknar|anmäler|deltar|deltog|avstår|lämnar|önskar|framför)(?!\p{L})/iu,
    ),
    disqualified: parts.flatMap(({ kind, lines }) =>
      disqualifiedIn(wordsOf(lines), { headed: kind === 'disqualification' }),
    ),
    sentTo: entries('sentTo'),
    ...(earlier && { earlier }),
    ...(/omedelbart justera[dt]|omedelbar justering/iu.test(whole) && { immediatelyAdjusted: true as const }),
  };
}

function wordsOf(lines: readonly PlacedLine[]): string {
  return lines.map((line) => line.words.text).join(' ');
}

function confidenceOf(paragraph: MinutesParagraph, { title }: ParagraphHead, count: number): number {
  if (paragraph.listedOnly) return 0.6;
  if (!title || title.length > 400) return 0.5;
  return count >= 3 ? 0.95 : 0.8;
}

const formal =
  /^(?:val av justerare|upprop|mötets? öppnande|sammanträdets? öppnande|sammanträdet öppnas|(?:protokolls?)?justering(?:$| av (?:dagens )?protokoll)|bestämmande av tid|fastställande av|godkännande av (?:dagordning|föredragningslista)|föregående (?:mötes )?protokoll|dagordning|föredragningslista|anmälan av jäv|val av protokolls?justerare|avslutning|parentation)/iu;

function categoryOf({ title, parts }: ParagraphHead): ItemCategory {
  if (formal.test(title)) return 'formal';
  if (/^(?:övriga? fråg(?:a|or)|frågestund|interpellation|anmälan av frågor)/iu.test(title)) return 'questions';
  const decision = parts.filter((part) => part.kind === 'decision');
  if (decision.length === 0) return /information|rapport|redovis/iu.test(title) ? 'information' : 'other';
  const moved = parts.some((part) => part.kind === 'motions' || part.kind === 'vote');
  return !moved && decision.every((part) => onlyNoted(part.lines)) ? 'information' : 'decision';
}

const notes =
  /(?<!\p{L})(?:antecknas|antecknades|noteras|noterar|notera|läggs till handlingarna|lägga (?:\p{L}+ )*till handlingarna|tas till protokollet|till protokollet)(?!\p{L})/iu;
const substance =
  /(?<!\p{L})(?:godkänn\p{L}*|antas|anta|fastställ\p{L}*|bifall\p{L}*|avslås|avslå|tillstyrk\p{L}*|avstyrk\p{L}*|bordlägg\p{L}*|återremitt\p{L}*|utses|utse|väljs|fullgjor\p{L}*|uppdrag att|ge[rs]? .{0,60}i uppdrag|avslutas|översänd\p{L}*|hänskjut\p{L}*|beviljas?|anses? besvarad|föreslår)(?!\p{L})/iu;

/** Whether a decision only takes note of information (trap 10: "Informationen antecknas" decides nothing of substance). */
export function onlyNoted(lines: readonly PlacedLine[]): boolean {
  const [first] = lines;
  // "Antecknas." alone says all; what comes below is the list of what was announced.
  if (first && !first.marker && /^\p{L}+(?: \p{L}+){0,2}\.$/u.test(first.words.text) && isNoted(first.words.text))
    return true;
  return isNoted(lines.map((line) => line.words.text).join(' '));
}

export function isNoted(text: string): boolean {
  return (notes.test(text) || /^inga anmälningar/iu.test(text)) && !substance.test(text);
}
