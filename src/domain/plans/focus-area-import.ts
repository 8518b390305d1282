import { type Passage, slice, spanOf, trimmed } from '../../documents/tree/passage.ts';
import { type Draft, linesOf, type Proposed, type Reading, type Recogniser } from '../../documents/tree/recognise.ts';
import type { SourceBlock } from '../../documents/tree/source.ts';
import { type Chapter, chaptersOf, paragraphsOf, pointsOf, rowsOf } from '../../documents/tree/table-rows.ts';
import type { Span } from '../../documents/tree/tree.ts';

/** What a body looks at all through the year: a priority of its activity plan. */
export type ProposedFocusArea = Proposed<
  'focusArea',
  { readonly text: string; readonly order: number; readonly year?: number; readonly body?: string }
>;

/**
 * A further point of an activity plan: what is followed up, what is of interest beside the focus areas, what has been proposed for coming
 * meetings, and the information that is due at every meeting.
 */
export type ProposedPlanPoint = Proposed<
  'planPoint',
  {
    readonly kind: 'followUp' | 'interest' | 'proposal' | 'standing';
    readonly text: string;
    readonly details: readonly string[];
    readonly order: number;
    /** Who owes the standing information. */
    readonly giver?: string;
    readonly year?: number;
    readonly body?: string;
  }
>;

/** Reads the list under "Fokusområden", one area to a point. */
export const focusAreaImport: Recogniser<ProposedFocusArea> = {
  name: 'focusArea',
  appliesTo: ['activityPlan'],
  recognise(reading) {
    const records = chaptersOf(reading.blocks)
      .filter(({ title }) => /^(?:prioriterade )?fokusområden(?: (?:för )?\d{4})?$/iu.test(title))
      .flatMap((chapter) =>
        listedIn(chapter).map(
          ({ text, span, lead }, index): Draft<ProposedFocusArea> => ({
            type: 'focusArea',
            source: span,
            alsoAt: lead,
            confidence: 0.95,
            rule: 'focus-area-listed',
            text,
            order: index + 1,
            ...planFacts(reading),
          }),
        ),
      );
    return { records, problems: [] };
  },
};

const pointChapters: readonly { readonly kind: ProposedPlanPoint['kind']; readonly title: RegExp }[] = [
  { kind: 'followUp', title: /^(?:att )?följa och följa upp$|^uppföljning(?:sområden)?$/iu },
  { kind: 'interest', title: /^övriga (?:delar|områden) av intresse/iu },
  { kind: 'proposal', title: /^förslag på (?:fokusområden|fördjupningar|teman)/iu },
  { kind: 'standing', title: /^(?:\p{L}+s) information$/iu },
];

/** Reads the other lists of the plan; the list of proposals may be a row of the year table that spills over into a list behind it. */
export const planPointImport: Recogniser<ProposedPlanPoint> = {
  name: 'planPoint',
  appliesTo: ['activityPlan'],
  recognise(reading) {
    const listed = chaptersOf(reading.blocks).flatMap((chapter) => {
      const kind = pointChapters.find(({ title }) => title.test(chapter.title))?.kind;
      const giver = kind === 'standing' ? giverIn(chapter) : undefined;
      return kind ? listedIn(chapter).map((point) => ({ ...point, kind, ...(giver && { giver }) })) : [];
    });
    const proposals = backlogIn(reading).map((point) => ({ ...point, kind: 'proposal' as const }));
    const order = new Map<string, number>();
    const records = [...listed, ...proposals].map(({ span, lead, ...point }): Draft<ProposedPlanPoint> => {
      const key = `${point.kind} ${'giver' in point ? point.giver : ''}`;
      order.set(key, (order.get(key) ?? 0) + 1);
      return {
        type: 'planPoint',
        source: span,
        alsoAt: lead,
        confidence: 0.92,
        rule: `plan-point-${point.kind === 'followUp' ? 'follow-up' : point.kind}`,
        ...point,
        order: order.get(key)!,
        ...planFacts(reading),
      };
    });
    return { records, problems: [] };
  },
};

type FoundPoint = {
  readonly text: string;
  readonly details: readonly string[];
  readonly span: Span;
  /** The heading and the words that lead up to the list, for its first point. */
  readonly lead: readonly Span[];
};

function listedIn(chapter: Chapter): readonly FoundPoint[] {
  const lists = chapter.blocks.filter((block) => block.lines.some((line) => line.marker?.kind === 'bullet'));
  const leads = chapter.blocks.filter(
    (block) => block.kind === 'paragraph' && block.lines.every((line) => !line.marker),
  );
  const lead = [chapter.heading.span, ...leads.map((block) => block.span)];
  return pointsOf(linesOf(lists)).map(({ text, details, lines }, index) => ({
    text,
    details,
    span: { ...lines[0]!.span, end: lines.at(-1)!.span.end },
    lead: index === 0 ? lead : [],
  }));
}

/** "Regionkansliet ska rapportera om: …" */
function giverIn(chapter: Chapter): string | undefined {
  const lead = chapter.blocks.map((block) => block.lines[0]!.words.text).find((text) => /\bska\b/u.test(text));
  return /^(?<giver>\p{Lu}[\p{L}\s-]+?)\s+ska\s/u.exec(lead ?? '')?.groups?.giver;
}

const backlogHead = /^förslag på (?:fokusområden|fördjupningar|teman)\b/iu;

/** The row of the year table that holds the proposals, with its bullets, and the list that a page break cut off from it. */
function backlogIn(reading: Reading): readonly FoundPoint[] {
  const index = reading.blocks.findIndex(
    (block) => block.kind === 'table' && rowsOf([block]).some(({ cells }) => backlogHead.test(cells[0]?.text ?? '')),
  );
  if (index < 0) return [];
  const row = rowsOf([reading.blocks[index]!]).find(({ cells }) => backlogHead.test(cells[0]?.text ?? ''))!;
  const points = row.cells.flatMap((cell) => bulletsIn(cell, reading.text));
  const rest: SourceBlock[] = [];
  for (const block of reading.blocks.slice(index + 1)) {
    if (!block.lines.every((line) => line.marker?.kind === 'bullet')) break;
    rest.push(block);
  }
  const head = paragraphsOf(row.cells[0]!, reading.text)[0];
  const lead = head && spanOf(head) ? [spanOf(head)!] : [];
  const spilled = pointsOf(linesOf(rest)).map(({ text, details, lines }) => ({
    text,
    details,
    span: { ...lines[0]!.span, end: lines.at(-1)!.span.end },
    lead: [],
  }));
  return [...points.map((point, at) => (at === 0 ? { ...point, lead } : point)), ...spilled];
}

/** Points inside a cell: each begins at a bullet, its details at a dash behind a tag or a line break. */
function bulletsIn(cell: Passage, text: string): readonly FoundPoint[] {
  const points: { text: string; details: string[]; span: Span; lead: readonly Span[] }[] = [];
  const parts = paragraphsOf(cell, text).flatMap((paragraph) => atBullets(paragraph));
  for (const part of parts) {
    const span = spanOf(part);
    const words = part.text.replace(/^[•–-]\s*/u, '').replace(/\s+/gu, ' ');
    if (!span) continue;
    if (part.text.startsWith('•') || points.length === 0) {
      if (part.text.startsWith('•')) points.push({ text: words, details: [], span, lead: [] });
      continue;
    }
    const last = points.at(-1)!;
    if (/^[–-]\s/u.test(part.text)) last.details.push(words);
    else last.text += ` ${words}`;
    last.span = { ...last.span, end: Math.max(last.span.end, span.end) };
  }
  return points;
}

function atBullets(paragraph: Passage): readonly Passage[] {
  const cuts = [...paragraph.text.matchAll(/•/gu)].map((match) => match.index);
  const bounds = [...new Set([0, ...cuts, paragraph.text.length])];
  return bounds.slice(1).map((end, index) => trimmed(slice(paragraph, bounds[index]!, end)));
}

const planFacts = ({ year, body }: Reading) => ({ ...(year && { year }), ...(body && { body }) });
