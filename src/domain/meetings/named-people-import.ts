/** A person as minutes name them in a sentence: "tjänstgörande ersättaren Namn Namnsson (P)". */
export type NamedPerson = { readonly person: string; readonly party: string; readonly role?: string };

const party = /\((?<party>\p{L}{1,5}|-)\)/gu;
const particle = /^(?:von|af|de|da|van|der|la|le|du|dos|ben|bin|el|al)$/u;
const roleWord =
  /^(?:tjänstgörande|tjg\.?|tjänstg\.?|vice|först[ae]|andr[ae]|tredje|[12]:e|\p{L}*ordföranden?|ordf\.?|ersättaren?|ersättarna|ledamot(?:en)?|ledamöterna|kommunalråd(?:et)?|regionråd(?:et)?|oppositionsråd(?:et)?|kommunstyrelsens|regionstyrelsens|nämndens)$/iu;
/** How far before the party a name with its roles may begin. */
const reach = 120;

/**
 * All people with a party in a text, in order. Roles before the name are taken off it, also at the beginning of a sentence where they have a
 * capital; a plural role ("ersättarna A (X) och B (Y)") goes with each name up to one that has its own.
 */
export function peopleIn(text: string): readonly NamedPerson[] {
  const flat = text.replace(/\s+/g, ' ');
  const people: NamedPerson[] = [];
  let shared: string | undefined;
  let last = 0;
  for (const match of flat.matchAll(party)) {
    const before = flat.slice(Math.max(last, match.index - reach), match.index).trimEnd();
    last = match.index + match[0].length;
    const { name, role } = nameAtEnd(before);
    if (!name) continue;
    if (role) shared = /na$/u.test(role) ? role : undefined;
    const own = role ?? shared;
    people.push({ person: name, party: match.groups!.party!, ...(own && { role: own }) });
  }
  return people;
}

/** The words with capitals that a text ends with, at least two, and the words of a role before them. */
function nameAtEnd(text: string): { readonly name?: string; readonly role?: string } {
  const words = text.split(' ');
  let from = words.length;
  const isName = (word: string) => /^\*?\p{Lu}[\p{L}'’.-]*$/u.test(word) && !roleWord.test(word);
  while (from > 0 && (isName(words[from - 1]!) || (particle.test(words[from - 1]!) && from < words.length))) from -= 1;
  while (from < words.length && particle.test(words[from]!)) from += 1;
  if (words.length - from < 2) return {};
  let start = from;
  while (start > 0 && roleWord.test(words[start - 1]!)) start -= 1;
  const role = words.slice(start, from).join(' ').toLocaleLowerCase('sv');
  return { name: words.slice(from).join(' ').replace(/^\*/, ''), ...(role && { role }) };
}
