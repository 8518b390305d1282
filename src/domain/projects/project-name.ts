/** A name without what papers put around it: "projektet Gemensam avvikelsehantering", quotation marks, case, an -s of the genitive is kept. */
export function projectNameKey(name: string): string {
  return name
    .normalize('NFC')
    .toLocaleLowerCase('sv')
    .replace(/^(?:(?:pilot|utvecklings)?(?:projekt|program)(?:et)?|satsningen)\s+/u, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether a text names the project: by its name or by one of its other names, never by a part of it. */
export function isNameOf(
  project: { readonly name: string; readonly aliases: readonly string[] },
  text: string,
): boolean {
  const key = projectNameKey(text);
  return key !== '' && [project.name, ...project.aliases].some((name) => projectNameKey(name) === key);
}

const smallWords = new Set([
  'i',
  'och',
  'av',
  'för',
  'på',
  'till',
  'med',
  'om',
  'en',
  'ett',
  'den',
  'det',
  'inom',
  'hos',
]);

/**
 * How alike two names are, 0…1, for asking a person whether two projects are the same (rule 8: never merged by themselves): equal names, a short form made of
 * the initials (SMO), or the share of telling words in common, where "avvikelsehantering" and "avvikelshantering" are one word.
 */
export function nameLikeness(a: string, b: string): number {
  const [first, second] = [projectNameKey(a), projectNameKey(b)];
  if (!first || !second) return 0;
  if (first === second) return 1;
  if (isInitials(first, second) || isInitials(second, first)) return 0.9;
  const [left, right] = [tellingWords(first), tellingWords(second)];
  const common = left.filter((word) => right.some((other) => sameWord(word, other))).length;
  const all = Math.max(left.length, right.length);
  return all === 0 ? 0 : (common / all) * 0.95;
}

/** So alike that a person is asked. */
export const likelySame = 0.6;

const tellingWords = (key: string) => key.split(' ').filter((word) => word.length > 1 && !smallWords.has(word));

function isInitials(short: string, long: string): boolean {
  if (short.includes(' ') || short.length < 2) return false;
  const initials = tellingWords(long).map((word) => word[0]);
  return initials.length >= 2 && initials.join('') === short;
}

/** Long words are the same when all but their last letters or one letter within are. */
function sameWord(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < 6) return false;
  const from = commonStart(a, b);
  const end = commonStart([...a].reverse().join(''), [...b].reverse().join(''));
  return from >= Math.max(a.length, b.length) - 3 || from + end >= Math.max(a.length, b.length) - 1;
}

function commonStart(a: string, b: string): number {
  let at = 0;
  while (at < Math.min(a.length, b.length) && a[at] === b[at]) at += 1;
  return at;
}
