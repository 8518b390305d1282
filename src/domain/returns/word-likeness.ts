/**
 * How alike two labels are, from 0 to 1, by the stems of the words that carry their meaning. The paper of an agency and the form here word the same
 * question differently, and a scan loses the rings and dots of å, ä and ö: "Har tagit fram rutiner för att mojliggora" and "Rutiner som möjliggör"
 * are near each other all the same.
 */
export function wordLikeness(one: string, other: string): number {
  if (one.trim() === other.trim()) return 1;
  const [a, b] = [folded(one), folded(other)];
  if (a === b && a !== '') return 1;
  const [left, right] = [stemsOf(a), stemsOf(b)];
  if (left.size === 0 || right.size === 0) return 0;
  const shared = [...left].filter((stem) => right.has(stem)).length;
  // The same stems are not the same words: "Svar 1" is likest to itself.
  return Math.min(0.99, (2 * shared) / (left.size + right.size));
}

/** The share of the shorter label's words that the other has too: how a question that was worded shorter is known again. */
export function sharedWords(one: string, other: string): number {
  if (one.trim() === other.trim()) return 1;
  const [left, right] = [stemsOf(folded(one)), stemsOf(folded(other))];
  const fewest = Math.min(left.size, right.size);
  return fewest === 0 ? 0 : [...left].filter((stem) => right.has(stem)).length / fewest;
}

/** Words that every question has, whatever it is about. */
const common = new Set(['regio', 'insat', 'genom', 'under', 'eller', 'motsv', 'annan', 'andra', 'beskr', 'aret']);
const longestStem = 5;

function stemsOf(text: string): ReadonlySet<string> {
  const stems = text
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length >= 4)
    .map((word) => word.slice(0, longestStem))
    .filter((stem) => !common.has(stem));
  return new Set(stems);
}

/** Letters that scans confuse become one: å, ä and 4 are a, ö, 0 and 6 are o. */
function folded(text: string): string {
  return text
    .toLocaleLowerCase('sv')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/(?<=\p{L})[46](?=\p{L})|(?<=\p{L})0(?=\p{L})/gu, (digit) => (digit === '4' ? 'a' : 'o'))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Two labels are taken for one from here. Below it, only their place in the list can tell, when all others keep theirs. */
const alikeFrom = 0.5;

/**
 * Which line of a form each printed label is, as the place of the line. The likest pairs are settled first, each line once. A label too damaged to
 * be known by its words is known by its place, if the lists are equally long and every other label stands at the place of its own line.
 */
export function linesOfLabels(printed: readonly string[], lines: readonly string[]): readonly (number | undefined)[] {
  const pairs = printed
    .flatMap((label, at) => lines.map((line, index) => ({ at, index, likeness: wordLikeness(label, line) })))
    .filter(({ likeness }) => likeness >= alikeFrom)
    .sort((a, b) => b.likeness - a.likeness || Math.abs(a.at - a.index) - Math.abs(b.at - b.index));
  const found: (number | undefined)[] = printed.map(() => undefined);
  const used = new Set<number>();
  for (const { at, index } of pairs)
    if (found[at] === undefined && !used.has(index)) {
      found[at] = index;
      used.add(index);
    }
  const inPlace = printed.length === lines.length && found.every((index, at) => index === undefined || index === at);
  const known = found.filter((index) => index !== undefined).length;
  return inPlace && known > 0 ? printed.map((_, at) => at) : found;
}
