import { slice, spanOf, trimmed } from '../../documents/tree/passage.ts';
import {
  comparable,
  type Draft,
  flowOf,
  type Proposed,
  type Reading,
  type ReadProblem,
  type Recogniser,
} from '../../documents/tree/recognise.ts';
import type { Span } from '../../documents/tree/tree.ts';

/** A headline goal of a goal document (Målbild): a statement by an "I" or a "we", with the text that says what it means. */
export type ProposedGoal = Proposed<
  'goal',
  {
    readonly perspective?: string;
    readonly heading: string;
    readonly text: string;
    readonly order: number;
    /** The paragraphs of the text as the slides or another rendering word them, where they differ. */
    readonly variants?: readonly { readonly text: string; readonly line: number }[];
  }
>;

const perspectiveForm = /^[\p{L}\s-]*perspektiv(?:et)?$/iu;
const statementForm = /^(?:Jag|Vi)\s[^:;?]*[^.:;?!\s]$/u;

/**
 * Reads the headline goals under their perspectives. A headline is a short line in the voice of the inhabitant or the staff; where the
 * document has a table of contents, its headings are exactly the entries there, also when a conversion has run a heading into a paragraph.
 */
export const goalImport: Recogniser<ProposedGoal> = {
  name: 'goal',
  appliesTo: ['goalDocument'],
  recognise(reading) {
    const listed = reading.contents.map((entry) => comparable(entry.title));
    const problems: ReadProblem[] = [];
    const goals: {
      heading: string;
      perspective?: { words: string; span: Span };
      spans: Span[];
      paragraphs: string[];
    }[] = [];
    let perspective: { words: string; span: Span } | undefined;
    let open = false;
    for (const block of reading.blocks) {
      const words = flowOf(block);
      const lastLine = block.lines.at(-1)!.words.text;
      if (perspectiveForm.test(lastLine)) {
        perspective = { words: lastLine, span: block.lines.at(-1)!.span };
        open = false;
        continue;
      }
      if (!perspective) continue;
      const isHeadline =
        statementForm.test(words.text) &&
        words.text.length < 200 &&
        (listed.length === 0 || listed.includes(comparable(words.text)));
      if (isHeadline) {
        const same = goals.find((goal) => comparable(goal.heading) === comparable(words.text));
        if (same) goals.splice(goals.indexOf(same), 1);
        goals.push(same ?? { heading: words.text, perspective, spans: [block.span], paragraphs: [] });
        if (same) same.spans.push(block.span);
        open = true;
      } else if (open && isProse(block.lines.length, words.text, listed)) {
        const buried = buriedHeading(words.text, reading, goals);
        const goal = goals.at(-1)!;
        const end = buried ? buried.at : words.text.length;
        const before = trimmed(slice(words, 0, end));
        if (before.text) goal.paragraphs.push(before.text);
        goal.spans.push(spanOf(before) ?? block.span);
        if (buried) {
          const at = spanOf(words, buried.at)!;
          goals.push({ heading: buried.heading, perspective, spans: [at], paragraphs: [] });
          problems.push({
            code: 'headingInParagraph',
            message: `Rad ${at.line}: rubriken ”${buried.heading}” står i innehållsförteckningen men är här sist i ett stycke. Den har lästs som rubrik.`,
            source: at,
          });
        }
      } else if (listed.includes(comparable(words.text)) || block.kind !== 'paragraph') open = false;
      else if (reading.form === 'slides' && block.lines.length > 1 && !/[.!?]$/u.test(words.text)) open = false;
    }
    const records = goals.map(
      (goal, index): Draft<ProposedGoal> => ({
        type: 'goal',
        source: goal.spans[0]!,
        alsoAt: [...(goal.perspective ? [goal.perspective.span] : []), ...goal.spans.slice(1)],
        confidence: listed.length > 0 ? 0.95 : 0.75,
        rule: listed.length > 0 ? 'goal-heading-in-contents' : 'goal-heading-by-voice',
        ...(goal.perspective && { perspective: goal.perspective.words }),
        heading: goal.heading,
        text: goal.paragraphs.join('\n'),
        order: index + 1,
      }),
    );
    return { records, problems };
  },
};

/** The body text of a goal is made of whole sentences; what is left over on slides (labels, quotations from dialogues) is not. */
function isProse(lines: number, text: string, listed: readonly string[]): boolean {
  return lines <= 2 && !listed.includes(comparable(text)) && /\p{L}[.!?]?$/u.test(text) && text.split(' ').length > 8;
}

/** A heading of the contents that has not been met yet and stands as the last sentence of a paragraph. */
function buriedHeading(text: string, reading: Reading, goals: readonly { heading: string }[]) {
  const met = new Set(goals.map((goal) => comparable(goal.heading)));
  for (const entry of reading.contents) {
    if (!statementForm.test(entry.title) || met.has(comparable(entry.title))) continue;
    const at = text.search(new RegExp(`(?<=[.!?]\\s+)${escaped(entry.title)}\\.?$`, 'u'));
    if (at >= 0) return { at, heading: entry.title };
  }
  return undefined;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
