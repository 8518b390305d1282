import { endsEarly } from './flow-lines.ts';
import { type Line, runsOf, wordsOf } from './lines.ts';
import { leadingMarker } from './list-marker.ts';
import type { TextRun } from './page-content.ts';

/** Lines that belong together: a paragraph, an item of a list, or a heading that may run over several lines. */
export type TextGroup = {
  readonly lines: readonly Line[];
  readonly size: number;
  readonly bold: boolean;
  readonly marker?: NonNullable<ReturnType<typeof leadingMarker>>;
  /** The distance to the line above, in sizes; infinite at the top of a region. */
  readonly above: number;
};

type OpenGroup = Omit<TextGroup, 'lines'> & { readonly lines: Line[]; readonly textX?: number };

/** Distances between lines of one paragraph differ by rounding and raised figures; what is more is the distance between paragraphs. */
const paragraphDistance = 1.2;

/** Groups the lines of running text. `leading` is the usual distance between lines of a paragraph, in sizes; `right` is where full lines end. */
export function textGroups(lines: readonly Line[], leading: number, right: number): readonly TextGroup[] {
  const groups: OpenGroup[] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const open = groups.at(-1);
    const distance = before ? (line.y - before.y) / Math.max(line.size, before.size) : Number.POSITIVE_INFINITY;
    const bold = isBold(line);
    if (open && before && goesOn(open, before, line, distance, bold)) {
      open.lines.push(line);
      return;
    }
    const marker = leadingMarker(wordsOf(line).replace(/ {2,}/g, ' '));
    const textX = marker && itemX(runsOf(line), marker.printed.length);
    groups.push({
      lines: [line],
      size: line.size,
      bold,
      above: distance,
      ...(marker && { marker }),
      ...(textX && { textX }),
    });
  });
  return groups;

  function goesOn(open: OpenGroup, before: Line, line: Line, distance: number, bold: boolean): boolean {
    const sameSize = Math.abs(line.size - open.size) <= open.size * 0.08;
    if (!sameSize || distance <= 0) return false;
    const isHeadingLike = open.bold && bold;
    if (distance > leading * (isHeadingLike ? 1.3 : paragraphDistance)) return false;
    const wasShort = endsEarly(runsOf(before), runsOf(line), right);
    if (bold !== open.bold && (wasShort || (open.bold && open.lines.every(isBold)))) return false;
    if (leadingMarker(wordsOf(line)) && startsItem(open, before, line, wasShort)) return false;
    if (open.marker) return open.textX === undefined || Math.abs(line.x0 - open.textX) < line.size * 0.7 || !wasShort;
    const indented = line.x0 - open.lines[0]!.x0;
    return !(indented > line.size * 0.8 && open.lines.length > 1 && wasShort);
  }
}

/** A marker in the middle of a paragraph is a dash or a figure that came to stand first on its line. */
function startsItem(open: OpenGroup, before: Line, line: Line, wasShort: boolean): boolean {
  if (open.marker) return line.x0 < (open.textX ?? open.lines[0]!.x0 + line.size) - 1;
  return wasShort || line.x0 > before.x0 + line.size * 0.5 || /:\s*$/.test(wordsOf(before));
}

function itemX(runs: readonly TextRun[], markerLength: number): number | undefined {
  if (runs[0]!.text.length === markerLength) return runs[1]?.x;
  const first = runs[0]!;
  return first.x + (first.width * (markerLength + 1)) / first.text.length;
}

/** Whether all letters of a line are bold. */
export function isBold(line: Line): boolean {
  return runsOf(line).every((run) => run.bold || !/[\p{L}\p{N}]/u.test(run.text));
}
