import type { PlacedLine } from '../../documents/tree/recognise.ts';
import { type NamedPerson, peopleIn } from './named-people-import.ts';

/** How somebody voted, as a list of a vote prints it. */
export const voteChoices = ['yes', 'no', 'abstain', 'absent'] as const;
export type VoteChoice = (typeof voteChoices)[number];

/** One person and one choice on the list of a vote. `vote` counts the votes that one table lists side by side. */
export type VoteRow = { readonly person: NamedPerson; readonly choice: VoteChoice; readonly vote: number };

/** Numbers of a vote that are printed below its list, or in the head of a side. */
export type VoteSums = Readonly<Partial<Record<VoteChoice, number>>>;

const choiceWords: readonly { readonly choice: VoteChoice; readonly pattern: RegExp }[] = [
  { choice: 'yes', pattern: /^ja(?:-röst(?:er)?)?$/iu },
  { choice: 'no', pattern: /^nej(?:-röst(?:er)?)?$/iu },
  { choice: 'abstain', pattern: /^(?:avst(?:år|od|\.)?|avstår från att rösta|avstående)$/iu },
  { choice: 'absent', pattern: /^(?:frånv(?:arande|\.)?|från-?varo)$/iu },
];

/** The choice that a word of a list stands for. */
export function choiceOf(word: string): VoteChoice | undefined {
  return choiceWords.find(({ pattern }) => pattern.test(word.trim()))?.choice;
}

const choice = 'ja|Ja|JA|nej|Nej|NEJ|avstår|Avstår|AVSTÅR|avstod|Avstod|frånvarande|Frånvarande|FRÅNVARANDE';
const rowForm = new RegExp(
  String.raw`(?<who>[^()]{4,80}\((?:\p{L}{1,5}|-)\))(?:,\s*(?<office>[\p{L} ]{2,40}?))?\s*[–—:.-]*\s*(?<choice>${choice})(?!\p{L})[.,;]?\s*`,
  'gu',
);

/**
 * The people of a line that says only who voted how: "Namn (P) – JA", "Namn (P) Nej", a row of a table with name, party and choice, or several
 * such beside each other. A sentence that also says something else is no row.
 */
export function namedRowsIn(line: PlacedLine): readonly VoteRow[] {
  const text = line.words.text.replace(/^\d{1,3}[.)]?\s+/u, '');
  const matches = [...text.matchAll(rowForm)];
  const covered = matches.reduce((sum, match) => sum + match[0].length, 0) === text.length;
  if (matches.length > 0 && covered)
    return matches.flatMap(({ groups }) => {
      const people = peopleIn(groups!.who!);
      const office = groups!.office?.trim();
      const [person] = people;
      return people.length === 1 && person
        ? [{ person: office ? { ...person, role: office } : person, choice: choiceOf(groups!.choice!)!, vote: 0 }]
        : [];
    });
  const cells = cellsOf(line)
    .map(({ text }) => text)
    .filter(Boolean);
  const last = choiceOf(cells.at(-1) ?? '');
  const person = last && personOfCells(cells.slice(0, -1));
  return person ? [{ person, choice: last, vote: 0 }] : [];
}

const longestCell = 80;
const nameForm = /^\p{Lu}[\p{L}'’.-]*(?:\s+(?:(?:von|af|de|van|der)\s+)?\p{Lu}[\p{L}'’.-]*)+$/u;
const partyForm = /^(?:\((?<inside>\p{L}{1,5}|-)\)|(?<bare>\p{Lu}\p{L}{0,4}|s|-))$/u;

/** The person whose name and party stand in cells of their own, or together in one. */
export function personOfCells(cells: readonly string[]): NamedPerson | undefined {
  const words = cells.filter((cell) => cell && cell.length <= longestCell && !/^\d{1,3}\.?$/.test(cell));
  const [together] = words.flatMap((cell) => (/\((?:\p{L}{1,5}|-)\)$/u.test(cell) ? peopleIn(turned(cell)) : []));
  if (together) return together;
  const name = words.map(turned).find((cell) => nameForm.test(cell));
  const groups = words.map((cell) => partyForm.exec(cell)?.groups).find(Boolean);
  const party = groups?.inside ?? groups?.bare;
  return name && party ? { person: name.replace(/\s+/g, ' '), party } : undefined;
}

/** Lists in order of the alphabet print the family name first: "Alm, Anna". */
function turned(name: string): string {
  return name.replace(/^(\p{Lu}[^,()]+),\s+(\p{Lu}[^,()]*?)(?=\s*(?:\(|$))/u, '$2 $1');
}

/** A cell of a row and where it stands: its column in a table, otherwise the place of its middle on the line. */
export type PlacedCell = { readonly text: string; readonly at: number };

/** The cells of a line. Wide gaps part them where the line is no row of a table. */
export function cellsOf(line: PlacedLine): readonly PlacedCell[] {
  if (line.cells) return line.cells.map((cell, at) => ({ text: cell.text.trim(), at }));
  return [...line.words.text.matchAll(/\S+(?:\s\S+)*/gu)].map((match) => ({
    text: match[0],
    at: line.indent + match.index + match[0].length / 2,
  }));
}

const sumForms: readonly RegExp[] = [
  /(?<count>\d{1,3})\s*(?:st\.?\s*)?(?<word>ja|nej|avst(?:år|od)?|frånvarande)(?!\p{L})/giu,
  /(?<word>ja|nej|avst(?:år|od|ående)?|frånvarande)(?:-röst(?:er)?)?\s*[:=]?\s*\(?(?<count>\d{1,3})\)?(?!\p{N})/giu,
];

/** The numbers of a line that sums a vote up: "Summa: 3 ja, 1 nej", "Ja: 3 Nej: 1 Avstår: 0". */
export function sumsIn(text: string): VoteSums | undefined {
  if (text.length > 90 || /\(\p{L}{1,5}\)/u.test(text)) return undefined;
  if (!/^(?:summa|totalt|resultat|antal|röstsiffror|ja|nej|avst\p{L}*|frånvarande|\d)/iu.test(text)) return undefined;
  for (const form of sumForms) {
    const found = [...text.matchAll(form)];
    if (found.length > 0)
      return Object.fromEntries(found.map(({ groups }) => [choiceOf(groups!.word!)!, Number(groups!.count)]));
  }
  return undefined;
}
