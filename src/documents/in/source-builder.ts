import type { ContentsEntry, Furniture, FurnitureReason, PagePlace, SourceBlock, SourceLine } from '../tree/source.ts';
import { type FoundFurniture, findFurniture } from './find-furniture.ts';
import type { BlockDraft, LineDraft, ListItemDraft, Run } from './source-drafts.ts';
import { isRow, rawLinesOf } from './source-lines.ts';
import { type WrittenLine, writeLines } from './write-source-lines.ts';

export type { BlockDraft, ListItemDraft, Run } from './source-drafts.ts';

/**
 * Builds the source of a document that has no text of its own (DOCX, ODT, PDF, a scan): it writes the text line by line, a blank line between
 * blocks, a tab between cells, a form feed before each new page, and remembers where every run came to stand. Page furniture is then looked for
 * in that text as in any other, so that a running head is one whatever format it came in.
 */
export function sourceBuilder() {
  const drafts: BlockDraft[] = [];
  let newPage = false;
  const add = (draft: BlockDraft) => {
    const isWhole = draft.lines.every(saysSomething);
    const said = isWhole ? draft : { ...draft, lines: draft.lines.filter(saysSomething) };
    if (said.lines.length === 0) return;
    drafts.push(newPage && drafts.length > 0 ? { ...said, startsPage: true } : said);
    newPage = false;
  };
  const line = (runs: readonly Run[], more?: Partial<LineDraft>): LineDraft => {
    const plain = { cells: [runs], isRow: false, indent: 0 };
    return more ? { ...plain, ...more } : plain;
  };
  return {
    heading: (level: number, ...lines: readonly (readonly Run[])[]) =>
      add({ kind: 'heading', level, lines: lines.map((runs) => line(runs)) }),
    /** A paragraph; more than one argument keeps its printed lines apart. */
    paragraph: (...lines: readonly (readonly Run[])[]) =>
      add({ kind: 'paragraph', level: 0, lines: lines.map((runs) => (isRowOfRuns(runs) ? row(runs) : line(runs))) }),
    list: (items: readonly ListItemDraft[]) =>
      add({
        kind: 'list',
        level: 0,
        lines: items.flatMap(({ runs, more = [], printed, marker, indent = 0 }) => [
          line(runs, { indent, marker: { printed, marker } }),
          ...more.map((next) => line(next, { indent })),
        ]),
      }),
    table: (rows: readonly (readonly (readonly Run[])[])[]) =>
      add({ kind: 'table', level: 0, lines: rows.map((cells) => ({ cells, isRow: true, indent: 0 })) }),
    /** What the format itself says is there for the page: a header, a footer, an artifact. */
    furniture: (reason: FurnitureReason, ...lines: readonly (readonly Run[])[]) =>
      add({ kind: 'paragraph', level: 0, lines: lines.map((runs) => line(runs, { furniture: reason })) }),
    /** A line of a table of contents that the format itself says is one. */
    contents: (entry: Omit<ContentsEntry, 'span'> | undefined, runs: readonly Run[]) =>
      add({ kind: 'paragraph', level: 0, lines: [line(runs, { furniture: 'contents', ...(entry && { entry }) })] }),
    pageBreak: () => {
      newPage = true;
    },
    build: () => compose(drafts),
  };
}
export type SourceBuilder = ReturnType<typeof sourceBuilder>;

const saysSomething = ({ cells }: LineDraft) => cells.some((cell) => cell.some((run) => run.text.trim() !== ''));

/** A line of words with tabs is a row of cells, as in text: "Plats:⇥Stadshuset". */
function row(runs: readonly Run[]): LineDraft {
  const cells: Run[][] = [[]];
  for (const run of runs)
    run.text.split('\t').forEach((text, index) => {
      if (index > 0) cells.push([]);
      if (text) cells.at(-1)!.push({ ...run, text });
    });
  return { cells, isRow: true, indent: 0 };
}

export function isRowOfRuns(runs: readonly Run[]): boolean {
  return runs.some((run) => run.text.includes('\t')) && isRow(runs.map((run) => run.text).join(''));
}

export type BuiltSource = Pick<FoundFurniture, 'contents'> & {
  readonly text: string;
  readonly blocks: readonly SourceBlock[];
  readonly furniture: readonly Furniture[];
  readonly places: readonly PagePlace[];
};

function compose(drafts: readonly BlockDraft[]): BuiltSource {
  const written = writeLines(drafts);
  const rawLines = rawLinesOf(written.text);
  const own = written.lines.filter(({ draft }) => draft.furniture);
  const skipped = new Set(own.map(({ line }) => line.span.line));
  const found = findFurniture(own.length === 0 ? rawLines : rawLines.filter((raw) => !skipped.has(raw.line)));
  const furniture = [
    ...found.furniture,
    ...own.map(({ line, draft }) => ({ start: line.span.start, end: line.span.end, reason: draft.furniture! })),
  ].sort((a, b) => a.start - b.start);
  const kept = written.lines.filter(({ line }) => !skipped.has(line.span.line) && !found.lines.has(line.span.line));
  const blocks: SourceBlock[] = [];
  for (let from = 0, to = 0; from < kept.length; from = to) {
    const { block } = kept[from]!;
    while (kept[to]?.block === block) to += 1;
    blocks.push(...blocksOf(drafts[block]!, kept.slice(from, to)));
  }
  const entries = own.flatMap(({ line, draft }) => (draft.entry ? [{ ...draft.entry, span: line.span }] : []));
  const contents = [...found.contents, ...entries].sort((a, b) => a.span.start - b.span.start);
  return { text: written.text, blocks, furniture, places: written.places, contents };
}

/** A paragraph whose lines are prose, list and table in turn is as many blocks, as in text; a line without marker after a list item continues it. */
function blocksOf(draft: BlockDraft, lines: readonly WrittenLine[]): readonly SourceBlock[] {
  const runs: { readonly kind: SourceBlock['kind']; readonly lines: SourceLine[] }[] = [];
  for (const { line } of lines) {
    const kind = draft.kind === 'paragraph' ? kindOf(line) : draft.kind;
    const last = runs.at(-1);
    if (last && (last.kind === kind || (last.kind === 'list' && kind === 'paragraph'))) last.lines.push(line);
    else runs.push({ kind, lines: [line] });
  }
  return runs.map(({ kind, lines }, index) => {
    const { start, line } = lines[0]!.span;
    const blankBefore = index > 0 ? 0 : draft.startsPage ? 3 : 1;
    return { kind, level: draft.level, lines, span: { start, end: lines.at(-1)!.span.end, line }, blankBefore };
  });
}

function kindOf(line: SourceLine): SourceBlock['kind'] {
  return line.cells ? 'table' : line.marker ? 'list' : 'paragraph';
}
