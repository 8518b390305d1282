/** A stretch of words that two texts share, or that only one of them has. */
export type WordChange = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string };

/** Longer texts than this many words on both sides are compared without the table, which grows with their product. */
const mostCells = 4_000_000;

/**
 * What was taken out of a text and what was put in, word by word, so that a person sees at once how a newer version differs: the longest common
 * row of words stays. White space is no difference. Texts too long to compare so are shown as one taken out and one put in.
 */
export function wordChanges(before: string, after: string): readonly WordChange[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const middle = changesBetween(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  return joined([
    ...a.slice(0, head).map((text): WordChange => ({ kind: 'same', text })),
    ...middle,
    ...a.slice(a.length - tail).map((text): WordChange => ({ kind: 'same', text })),
  ]);
}

function changesBetween(a: readonly string[], b: readonly string[]): readonly WordChange[] {
  const removed = a.map((text): WordChange => ({ kind: 'removed', text }));
  const added = b.map((text): WordChange => ({ kind: 'added', text }));
  if (a.length === 0 || b.length === 0 || a.length * b.length > mostCells) return [...removed, ...added];
  // `common[i][j]` is the length of the longest row of words that the ends of both texts, from i and j, share.
  const width = b.length + 1;
  const common = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      common[i * width + j] =
        a[i] === b[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
  const changes: WordChange[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      changes.push({ kind: 'same', text: a[i]! });
      i += 1;
      j += 1;
    } else if (common[(i + 1) * width + j]! >= common[i * width + j + 1]!) changes.push(removed[i++]!);
    else changes.push(added[j++]!);
  }
  return [...changes, ...removed.slice(i), ...added.slice(j)];
}

/** Neighbours of one kind as one stretch; what was taken out of a place stands before what was put in there. */
function joined(changes: readonly WordChange[]): readonly WordChange[] {
  const stretches: { kind: WordChange['kind']; words: string[] }[] = [];
  for (const { kind, text } of changes) {
    const last = stretches.at(-1);
    if (last?.kind === kind) last.words.push(text);
    else stretches.push({ kind, words: [text] });
  }
  return stretches.map(({ kind, words }) => ({ kind, text: words.join(' ') }));
}

const wordsOf = (text: string): readonly string[] => text.split(/\s+/u).filter((word) => word !== '');
