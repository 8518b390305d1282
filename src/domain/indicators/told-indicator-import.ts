import { type Passage, spanOf } from '../../documents/tree/passage.ts';
import { type Draft, flowOf, type Recogniser } from '../../documents/tree/recognise.ts';
import type { SourceBlock } from '../../documents/tree/source.ts';
import { figuresInReport } from './figures-in-report.ts';
import { indicatorFields, type ProposedIndicator } from './indicator-import.ts';

/** Reads the figures that papers other than returns state in their running text: how many took part, how large a share was reached. */
export const toldIndicatorImport: Recogniser<ProposedIndicator> = {
  name: 'toldIndicator',
  appliesTo: ['reportBack', 'memo', 'minutes', 'meetingNotes', 'goalDocument', 'activityPlan', 'interimReport'],
  recognise: ({ blocks }) => ({
    records: blocks.flatMap((block, index) => toldIn(block, titleOver(blocks, index))),
    problems: [],
  }),
};

function toldIn(block: SourceBlock, title: string | undefined): readonly Draft<ProposedIndicator>[] {
  return stretchesOf(block).flatMap((words) =>
    figuresInReport(words.text).flatMap((figure): Draft<ProposedIndicator>[] => {
      const source = spanOf(words, figure.start, figure.end);
      if (!source) return [];
      const fields = indicatorFields(figure);
      const bare = !/\s/u.test(fields.name) && !words.text.trim().endsWith('.');
      const name = bare && title ? `${title}: ${fields.name}` : fields.name;
      return [{ type: 'indicator', source, confidence: figure.confidence, rule: figure.rule, ...fields, name }];
    }),
  );
}

/** A paragraph is read as a whole, a list item by item. Tables are read by those who know their columns. */
function stretchesOf(block: SourceBlock): readonly Passage[] {
  if (block.kind === 'table' || block.kind === 'heading') return [];
  const lines = block.lines.filter((line) => !line.cells && !/\S(?:\s{3,}|\t)\S/u.test(line.words.text));
  const items: (typeof lines)[] = [];
  for (const line of lines)
    if (line.marker || items.length === 0) items.push([line]);
    else items.at(-1)!.push(line);
  return items.map((item) => flowOf({ ...block, lines: item }));
}

/** The heading over a slide's words: the nearest short line above that is no sentence. */
function titleOver(blocks: readonly SourceBlock[], index: number): string | undefined {
  for (const block of blocks.slice(Math.max(0, index - 2), index).reverse()) {
    const text = block.lines.length === 1 && !block.lines[0]!.marker ? block.lines[0]!.words.text.trim() : '';
    if (/^\p{Lu}[\p{L}\s-]{3,50}$/u.test(text)) return text;
  }
  return undefined;
}
