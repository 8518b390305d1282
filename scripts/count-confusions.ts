import type { DamagedLine } from './damage-lines.ts';

/** What was read for a run of one or two letters, and how often; `of` is how often the run occurs in the truth. */
export type ConfusionCount = {
  readonly read: string;
  readonly truth: string;
  readonly count: number;
  readonly of: number;
};

/** Counts the runs of letters that were read as something else, by aligning each word with what was read for it. */
export function countConfusions(lines: readonly DamagedLine[]): readonly ConfusionCount[] {
  const edits = new Map<string, number>();
  const runs = new Map<string, number>();
  for (const { truth, read } of lines) {
    const [meant, got] = [truth.split(/\s+/), read.split(/\s+/)];
    // A line with a word too many or too few says nothing about letters.
    if (meant.length !== got.length) continue;
    meant.forEach((word, index) => {
      const seen = got[index]!;
      if (Math.abs(seen.length - word.length) > 3) return;
      for (let at = 0; at < word.length; at++)
        for (const length of [1, 2])
          if (at + length <= word.length) add(runs, word.slice(at, at + length).toLowerCase());
      for (const [from, to] of editsOf(word, seen)) {
        const bothCapital = from !== from.toLowerCase() && to !== to.toLowerCase();
        add(edits, JSON.stringify([bothCapital ? to.toLowerCase() : to, from.toLowerCase()]));
      }
    });
  }
  return [...edits]
    .map(([key, count]) => {
      const [read, truth] = JSON.parse(key) as [string, string];
      return { read, truth, count, of: runs.get(truth) ?? count };
    })
    .sort((a, b) => b.count - a.count || (a.read + a.truth < b.read + b.truth ? -1 : 1));
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The runs in which two spellings differ, neighbouring differences taken as one: "vården" and "vaérden" differ in å, read as aé. */
function editsOf(truth: string, read: string): readonly (readonly [truth: string, read: string])[] {
  const [m, n] = [truth.length, read.length];
  const cost = Array.from({ length: m + 1 }, () => new Array<number>(n + 1).fill(0));
  for (let i = m; i >= 0; i--)
    for (let j = n; j >= 0; j--) {
      if (i === m || j === n) cost[i]![j] = (m - i + n - j) * 1.01;
      else
        cost[i]![j] = Math.min(
          cost[i + 1]![j + 1]! + (truth[i] === read[j] ? 0 : 1),
          cost[i + 1]![j]! + 1.01,
          cost[i]![j + 1]! + 1.01,
        );
    }
  const edits: [string, string][] = [];
  let [i, j, from, to] = [0, 0, '', ''];
  const close = () => {
    if (from && from.length <= 2 && to.length <= 3) edits.push([from, to]);
    [from, to] = ['', ''];
  };
  while (i < m || j < n) {
    const same = i < m && j < n && truth[i] === read[j] && cost[i]![j] === cost[i + 1]![j + 1]!;
    if (same) {
      close();
      i++;
      j++;
      continue;
    }
    const replaced = i < m && j < n && cost[i]![j] === cost[i + 1]![j + 1]! + 1;
    const dropped = !replaced && i < m && (j === n || cost[i]![j] === cost[i + 1]![j]! + 1.01);
    if (replaced || dropped) from += truth[i++];
    if (replaced || !dropped) to += read[j++];
  }
  close();
  return edits;
}
