import { type Passage, slice, spanOf, trimmed } from '../../documents/tree/passage.ts';
import {
  comparable,
  type Draft,
  flowOf,
  type Proposed,
  type Reading,
  type ReadProblem,
  type Recogniser,
} from '../../documents/tree/recognise.ts';
import type { SourceBlock } from '../../documents/tree/source.ts';
import type { Span } from '../../documents/tree/tree.ts';

/** A headline goal of a goal document (Målbild): a statement by an "I" or a "we", with the text that says what it means. */
export type ProposedGoal = Proposed<
  'goal',
  {
    readonly perspective?: string;
    readonly heading: string;
    readonly text: string;
    readonly order: number;
    /** The text as the slides or another rendering word it, where it differs. */
    readonly variants?: readonly { readonly text: string; readonly line: number }[];
  }
>;

type Perspective = { readonly words: string; readonly span: Span };
type FoundGoal = {
  readonly heading: string;
  readonly perspective: Perspective;
  readonly spans: Span[];
  readonly paragraphs: string[];
};

/**
 * Reads the headline goals under their perspectives. A headline is a short line in the voice of the inhabitant or the staff; where the
 * document has a table of contents, its headings are exactly the entries there, also when a conversion has run a heading into a paragraph.
 */
export const goalImport: Recogniser<ProposedGoal> = {
  name: 'goal',
  appliesTo: ['goalDocument'],
  recognise(reading) {
    const listed = new Set(reading.contents.map((entry) => comparable(entry.title)));
    const goals: FoundGoal[] = [];
    const problems: ReadProblem[] = [];
    let perspective: Perspective | undefined;
    let current: FoundGoal | undefined;
    for (const block of reading.blocks) {
      const words = flowOf(block);
      const role = roleOf(block, words.text, listed);
      if (role === 'perspective')
        perspective = { words: block.lines.at(-1)!.words.text, span: block.lines.at(-1)!.span };
      if (role === 'headline' && perspective) {
        // A goal that goes on over a second slide has its headline twice.
        current = goals.find((goal) => comparable(goal.heading) === comparable(words.text));
        current?.spans.push(block.span);
        if (!current) {
          current = { heading: words.text, perspective, spans: [block.span], paragraphs: [] };
          goals.push(current);
        }
      } else if (role === 'prose' && current && perspective) {
        const buried = buriedHeading(words, reading, goals);
        addParagraph(current, slice(words, 0, buried?.at));
        if (buried) {
          current = { heading: buried.heading, perspective, spans: [buried.span], paragraphs: [] };
          goals.push(current);
          problems.push(buriedProblem(buried));
        }
      } else if (role !== 'other') current = undefined;
    }
    return { records: goals.map((goal, index) => draftOf(goal, index + 1, listed.size > 0)), problems };
  },
};

const perspectiveForm = /^[\p{L}\s-]*perspektiv(?:et)?$/iu;
const statementForm = /^(?:Jag|Vi)\s[^:;?]*[^.:;?!\s]$/u;

/** What a block is in a goal document. `ending` closes the goal before it, `other` (labels, pictures) leaves it open. */
function roleOf(block: SourceBlock, text: string, listed: ReadonlySet<string>) {
  if (perspectiveForm.test(block.lines.at(-1)!.words.text)) return 'perspective';
  const isListed = listed.has(comparable(text));
  if (statementForm.test(text) && text.length < 200 && (isListed || listed.size === 0)) return 'headline';
  if (isListed || block.kind !== 'paragraph') return 'ending';
  return block.lines.length <= 2 && text.split(' ').length > 8 ? 'prose' : 'other';
}

function addParagraph(goal: FoundGoal, words: Passage): void {
  const clean = trimmed(words);
  const span = spanOf(clean);
  if (!span) return;
  goal.paragraphs.push(clean.text);
  goal.spans.push(span);
}

type BuriedHeading = { readonly at: number; readonly heading: string; readonly span: Span };

/** A heading of the contents that has not been met yet and stands as the last sentence of a paragraph. */
function buriedHeading(words: Passage, reading: Reading, goals: readonly FoundGoal[]): BuriedHeading | undefined {
  const met = new Set(goals.map((goal) => comparable(goal.heading)));
  for (const { title } of reading.contents) {
    if (!statementForm.test(title) || met.has(comparable(title))) continue;
    const ending = words.text.endsWith('.') ? `${title}.` : title;
    const at = words.text.length - ending.length;
    const span = spanOf(words, at);
    if (span && words.text.endsWith(ending) && /[.!?]\s+$/u.test(words.text.slice(0, at)))
      return { at, heading: title, span };
  }
  return undefined;
}

function buriedProblem({ heading, span }: BuriedHeading): ReadProblem {
  const message = `Rubriken ”${heading}” står i innehållsförteckningen men är här sist i ett stycke. Den har lästs som rubrik.`;
  return { code: 'headingInParagraph', message, source: span };
}

function draftOf(goal: FoundGoal, order: number, hasContents: boolean): Draft<ProposedGoal> {
  return {
    type: 'goal',
    source: goal.spans[0]!,
    alsoAt: [goal.perspective.span, ...goal.spans.slice(1)],
    confidence: hasContents ? 0.95 : 0.75,
    rule: hasContents ? 'goal-heading-in-contents' : 'goal-heading-by-voice',
    perspective: goal.perspective.words,
    heading: goal.heading,
    text: goal.paragraphs.join('\n'),
    order,
  };
}
