import { type BuiltSource, type Run, sourceBuilder } from '../source-builder.ts';
import { isNextItem } from './item-lists.ts';
import { joinLines } from './join-lines.ts';
import { settleHyphens } from './line-end-hyphens.ts';
import { type BlockOf, type PageBlock, plain, type Row } from './page-blocks.ts';

/**
 * Writes the blocks of all pages as one source. What a page break cut in two is joined first, so that no sentence has the foot of one page and
 * the head of the next in its middle: those come after the block that goes on.
 */
export function sourceOfPages(pages: readonly (readonly PageBlock[])[]): BuiltSource {
  const builder = sourceBuilder();
  for (const block of settleHyphens(joinedOverPages(pages))) {
    if (block === 'pageBreak') builder.pageBreak();
    else if (block.kind === 'heading') builder.heading(block.level, block.runs);
    else if (block.kind === 'paragraph') builder.paragraph(...block.lines);
    else if (block.kind === 'list') builder.list(block.items);
    else if (block.kind === 'table') builder.table(block.rows);
    else builder.furniture(block.reason, block.runs);
  }
  return builder.build();
}

export function joinedOverPages(pages: readonly (readonly PageBlock[])[]): readonly (PageBlock | 'pageBreak')[] {
  const written: (PageBlock | 'pageBreak')[] = [];
  pages.forEach((page, index) => {
    let rest = page;
    if (index > 0) {
      const at = written.findLastIndex((block) => block !== 'pageBreak' && block.kind !== 'furniture');
      const first = page.findIndex((block) => block.kind !== 'furniture');
      const [before, after] = [written[at], page[first]];
      const joined =
        before && before !== 'pageBreak' && after && before.page === after.page - 1 && joinBlocks(before, after);
      if (joined) {
        written[at] = { ...joined, page: after.page };
        rest = page.filter((_, place) => place !== first);
      }
      written.push('pageBreak');
    }
    written.push(...rest);
  });
  return written;
}

/** Points that a letter of running text takes at most, on average over a word. */
const widestLetter = 7;

/** Two blocks as one when the second goes on with what the first began; undefined when it begins something new. */
function joinBlocks(before: PageBlock, after: PageBlock): PageBlock | undefined {
  if (before.kind === 'table' && after.kind === 'table') return joinTables(before, after);
  if (after.kind !== 'paragraph')
    return before.kind === 'list' && after.kind === 'list' ? joinLists(before, after) : undefined;
  const [first, ...others] = after.lines;
  if (!first) return undefined;
  if (before.kind === 'paragraph') {
    const last = before.lines.at(-1)!;
    const [word] = /^\S*/.exec(plain(first)) ?? [''];
    if ((before.room ?? 0) > word.length * widestLetter || !goesOn(plain(last), plain(first))) return undefined;
    return { ...before, lines: [...before.lines.slice(0, -1), joinLines([last, first]), ...others] };
  }
  if (before.kind !== 'list' || others.length > 0) return undefined;
  const item = before.items.at(-1)!;
  if (!goesOn(plain(item.runs), plain(first))) return undefined;
  return { ...before, items: [...before.items.slice(0, -1), { ...item, runs: joinLines([item.runs, first]) }] };
}

/** A sentence that is not ended goes on with a small letter; after a hyphen or a comma with anything. */
function goesOn(before: string, after: string): boolean {
  if (/[.:!?…]["”]?\s*$/u.test(before)) return false;
  return (
    /^["”(]?\p{Ll}/u.test(after) ||
    /[-,]\s*$|(?:^|\s)[•–]\s*$/u.test(before) ||
    (/\p{Ll}\s*$/u.test(before) && /^\p{N}/u.test(after))
  );
}

function joinLists(before: BlockOf<'list'>, after: BlockOf<'list'>): PageBlock | undefined {
  const [last, first] = [before.items.at(-1)!, after.items[0]!];
  return isNextItem(last, first) && (first.marker.kind === 'number' || last.printed === first.printed)
    ? { ...before, items: [...before.items, ...after.items] }
    : undefined;
}

/** Tables of the same shape are one; the header row that is printed again goes, and a row cut by the page is made whole. */
function joinTables(before: BlockOf<'table'>, after: BlockOf<'table'>): PageBlock | undefined {
  const columns = (rows: readonly Row[]) => rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (columns(before.rows) !== columns(after.rows)) return undefined;
  const words = (row: Row | undefined) => row?.map((cell) => plain(cell).trim()).join('\t');
  const rows = words(after.rows[0]) === words(before.rows[0]) ? after.rows.slice(1) : after.rows;
  const [last, first] = [before.rows.at(-1)!, rows[0]];
  if (!first || !isRestOfRow(last, first, columnEnds([...before.rows, ...after.rows])))
    return { ...before, rows: [...before.rows, ...rows] };
  const whole = last.map((cell, column): readonly Run[] => {
    const more = first[column] ?? [];
    if (more.length === 0) return cell;
    if (cell.length === 0) return more;
    return goesOn(plain(cell), plain(more)) ? joinLines([cell, more]) : [...cell, { text: '\n' }, ...more];
  });
  return { ...before, rows: [...before.rows.slice(0, -1), whole, ...rows.slice(1)] };
}

/** The rest of a row that the page cut: a cell goes on in the middle of its sentence, and no cell begins anew that had ended. */
function isRestOfRow(row: Row, rest: Row, ends: readonly number[]): boolean {
  const pairs = rest.map((cell, column) => [plain(row[column] ?? []).trim(), plain(cell).trim()] as const);
  const isCut = (column: number) =>
    goesOn(...pairs[column]!) && !hasRoom(row[column] ?? [], pairs[column]![1], ends[column]!);
  const filled = pairs.flatMap((pair, column) => (pair[1] ? [column] : []));
  if (filled.length === 0 || filled.length === rest.length)
    return filled.length > 0 && filled.every((column) => isCut(column) && /^\p{Ll}/u.test(pairs[column]![1]));
  return filled.some(isCut) || (!pairs[0]![1] && filled.length < rest.length / 2);
}

/** Where the words of each column end at most, in points from the left of the page. */
function columnEnds(rows: readonly Row[]): readonly number[] {
  const ends: number[] = [];
  for (const row of rows)
    row.forEach((cell, column) => {
      for (const run of cell) ends[column] = Math.max(ends[column] ?? 0, endOf(run));
    });
  return ends;
}

/** Whether the first word of what follows would have fitted on the last line of a cell: then the cell ended there. */
function hasRoom(cell: readonly Run[], next: string, columnEnd: number): boolean {
  const last = cell.findLast((run) => run.place);
  const [word] = /^\S*/.exec(next) ?? [''];
  if (!last?.place) return false;
  const letter = Math.min(widestLetter, (last.place.box.width / last.text.trim().length) * 1.25);
  return columnEnd - endOf(last) > (word.length + 1) * letter;
}

const endOf = ({ place }: Run) => (place ? place.box.x + place.box.width : 0);
