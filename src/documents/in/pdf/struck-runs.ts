import { isHorizontal, type Rule, type TextRun as Run } from './page-content.ts';
import type { ShownText } from './shown-text.ts';

/** A strike runs through the middle of small letters: above an underline, below the line over a row. In parts of the size above the baseline. */
const lowest = 0.13;
const highest = 0.46;

/**
 * Marks words with a line through them, in minutes the sign of who was absent. Word processors draw it as a thin line or box of its own; it has
 * no name in the file. A line through one word of several parts the run.
 */
export function markStruck(shown: readonly ShownText[], rules: readonly Rule[]): readonly Run[] {
  const rows = new Map<number, Rule[]>();
  for (const rule of rules) {
    if (!isHorizontal(rule)) continue;
    const row = Math.round((rule.y0 + rule.y1) / 2);
    const others = rows.get(row);
    if (others) others.push(rule);
    else rows.set(row, [rule]);
  }
  if (rows.size === 0) return shown.map(({ run }) => run);
  return shown.flatMap((text) => {
    const lines = text.run.turns === 0 ? linesThrough(text.run, rows) : [];
    return lines.length > 0 ? parted(text, lines) : [text.run];
  });
}

function linesThrough(run: Run, rows: ReadonlyMap<number, readonly Rule[]>): readonly Rule[] {
  const [top, foot] = [run.y - run.size * highest, run.y - run.size * lowest];
  const found: Rule[] = [];
  for (let row = Math.floor(top); row <= Math.ceil(foot); row++)
    for (const rule of rows.get(row) ?? []) {
      const middle = (rule.y0 + rule.y1) / 2;
      // Browsers show letter by letter, and an "i" is narrow.
      const least = Math.min(run.size * 0.3, run.width * 0.6);
      const overlaps = Math.min(rule.x1, run.x + run.width) - Math.max(rule.x0, run.x) > least;
      if (middle >= top && middle <= foot && rule.y1 - rule.y0 < run.size * 0.2 && overlaps) found.push(rule);
    }
  return found;
}

/** The run as it is, or cut where the line through it begins and ends. */
function parted({ run, edges: edgesOf }: ShownText, lines: readonly Rule[]): readonly Run[] {
  const edges = edgesOf();
  const isCovered = (at: number) => {
    const middle = (edges[at]! + edges[at + 1]!) / 2;
    return lines.some((line) => line.x0 <= middle && middle <= line.x1);
  };
  const parts: { from: number; until: number; struck: boolean }[] = [];
  for (let at = 0; at < run.text.length && at + 1 < edges.length; at++) {
    const last = parts.at(-1);
    const struck = /\s/.test(run.text[at]!) ? (last?.struck ?? false) : isCovered(at);
    if (last && last.struck === struck) last.until = at + 1;
    else parts.push({ from: at, until: at + 1, struck });
  }
  if (parts.length <= 1) return [{ ...run, struck: parts[0]?.struck ?? false }];
  return parts.flatMap(({ from, until, struck }) => {
    const text = run.text.slice(from, until);
    const x = edges[from]!;
    const width = edges[until]! - x;
    if (!text.trim()) return [];
    return [
      {
        ...run,
        text: text.trim(),
        x,
        width,
        struck,
        spaceBefore: from === 0 ? run.spaceBefore : /^\s/.test(text),
        spaceAfter: until === run.text.length ? run.spaceAfter : /\s$/.test(text),
        box: { ...run.box, x: run.box.x + x - run.x, width },
      },
    ];
  });
}

/** The rules of a page without those that strike words: these border nothing. */
export function borderRules(runs: readonly Run[], rules: readonly Rule[]): readonly Rule[] {
  const struck = runs.filter((run) => run.struck);
  if (struck.length === 0) return rules;
  return rules.filter((rule) => {
    const middle = (rule.y0 + rule.y1) / 2;
    return !struck.some(
      ({ x, y, width, size }) =>
        middle >= y - size * highest && middle <= y - size * lowest && rule.x0 < x + width && rule.x1 > x,
    );
  });
}
