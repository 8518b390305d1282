import { isHorizontal, type Rule } from './page-content.ts';

/** A table as its drawn lines show it: where its rows and columns end. Without upright lines it has no columns yet. */
export type Grid = {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** It was seen in a picture, where each word is a run of its own and only gaps tell where columns begin. */
  readonly isSeen?: boolean;
};

/** More lines than this on one page are a drawing. */
const mostRules = 3_000;
const touching = 3;

/** The grids that rules on a page draw: lines that touch each other, and lines of one width below each other. */
export function gridsOf(rules: readonly Rule[]): readonly Grid[] {
  if (rules.length < 2 || rules.length > mostRules) return [];
  const level = mergeAlong(rules.filter(isHorizontal), false).filter((rule) => rule.x1 - rule.x0 > 12);
  const upright = mergeAlong(
    rules.filter((rule) => !isHorizontal(rule)),
    true,
  ).filter((rule) => rule.y1 - rule.y0 > 5);
  const all = [...level, ...upright];
  const group = all.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (group[root] !== root) root = group[root]!;
    group[index] = root;
    return root;
  };
  for (let a = 0; a < level.length; a++)
    for (let b = 0; b < upright.length; b++)
      if (touch(level[a]!, upright[b]!)) group[rootOf(level.length + b)] = rootOf(a);
  const parts = Map.groupBy(all, (_, index) => rootOf(index));
  const grids = [...parts.values()].map(gridOf);
  return stacked(grids).filter((grid) => grid.rows.length > 1);
}

function gridOf(rules: readonly Rule[]): Grid {
  return {
    x0: Math.min(...rules.map(({ x0 }) => x0)),
    x1: Math.max(...rules.map(({ x1 }) => x1)),
    y0: Math.min(...rules.map(({ y0 }) => y0)),
    y1: Math.max(...rules.map(({ y1 }) => y1)),
    rows: distinct(rules.filter(isHorizontal).map(({ y0, y1 }) => (y0 + y1) / 2)),
    columns: distinct(rules.filter((rule) => !isHorizontal(rule)).map(({ x0, x1 }) => (x0 + x1) / 2)),
  };
}

/** Single lines below each other with the same ends are the rows of a table without upright lines. */
function stacked(grids: readonly Grid[]): readonly Grid[] {
  const ordered = [...grids].sort((a, b) => a.y0 - b.y0);
  const made: Grid[] = [];
  for (const grid of ordered) {
    const at = made.findLastIndex(
      (other) =>
        Math.abs(other.x0 - grid.x0) < touching &&
        Math.abs(other.x1 - grid.x1) < touching &&
        grid.columns.length === 0 &&
        other.columns.length === 0,
    );
    const other = made[at];
    if (other) made[at] = { ...other, y1: Math.max(other.y1, grid.y1), rows: distinct([...other.rows, ...grid.rows]) };
    else made.push(grid);
  }
  return made;
}

function touch(a: Rule, b: Rule): boolean {
  return a.x0 <= b.x1 + touching && b.x0 <= a.x1 + touching && a.y0 <= b.y1 + touching && b.y0 <= a.y1 + touching;
}

/** Rules on one line that meet end to end are one rule: each cell may draw its own border. */
function mergeAlong(rules: readonly Rule[], isUpright: boolean): readonly Rule[] {
  const across = (rule: Rule) => (isUpright ? (rule.x0 + rule.x1) / 2 : (rule.y0 + rule.y1) / 2);
  const [from, until] = isUpright ? (['y0', 'y1'] as const) : (['x0', 'x1'] as const);
  const ordered = [...rules].sort((a, b) => Math.round(across(a)) - Math.round(across(b)) || a[from] - b[from]);
  const merged: Rule[] = [];
  for (const rule of ordered) {
    const last = merged.at(-1);
    if (last && Math.abs(across(last) - across(rule)) < 1.6 && rule[from] <= last[until] + touching)
      merged[merged.length - 1] = { ...last, [until]: Math.max(last[until], rule[until]) };
    else merged.push(rule);
  }
  return merged;
}

function distinct(values: readonly number[]): readonly number[] {
  const found: number[] = [];
  for (const value of [...values].sort((a, b) => a - b))
    if (found.length === 0 || value - found.at(-1)! > touching) found.push(value);
  return found;
}
