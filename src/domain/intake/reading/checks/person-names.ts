import { spanOf } from '../../../../documents/tree/passage.ts';
import type { Reading, ReadProblem } from '../../../../documents/tree/recognise.ts';
import { sentencesOf } from '../../../../kernel/sentences.ts';
import { attendanceIn, flowOfPart, type MinutesItem, minutesItems } from '../../../meetings/index.ts';
import type { Check } from './check-bundle.ts';

/** What minutes say of people that their own list of those present does not bear out. Nobody is made the same person by it. */
export const personNameProblems: Check = (readings) =>
  readings
    .filter((reading) => reading.kind === 'minutes')
    .flatMap((reading) => {
      const items = minutesItems(reading);
      const listed = attendanceIn(reading).map(({ record }) => record);
      const absent = listed.filter(({ present }) => !present).map(({ person }) => person);
      const people = listed.map(({ person }) => person);
      return items.flatMap((item) => [...otherSpellings(item, people, reading), ...absentActing(item, absent)]);
    });

/**
 * Somebody presents who is not on the list, but has the first name of one who is: the last names are nearly the same, or nobody else on the list
 * has that first name (E-23).
 */
function otherSpellings(item: MinutesItem, people: readonly string[], reading: Reading): readonly ReadProblem[] {
  return item.presenters.flatMap((person) => {
    if (people.length === 0 || people.includes(person)) return [];
    const [first, last] = partsOf(person);
    const namesakes = people.filter((other) => partsOf(other)[0] === first);
    const alike = namesakes.find((other) => editDistance(partsOf(other)[1], last) <= Math.max(2, last.length / 4));
    const other = alike ?? (namesakes.length === 1 ? namesakes[0] : undefined);
    if (!other) return [];
    const why = alike ? 'nästan samma namn' : 'samma förnamn, och ingen annan på listan har det';
    return [
      {
        code: 'personSpelledTwoWays',
        message: `Punkt ${item.number}: ${person} står inte på närvarolistan, men ${other} gör det (${why}). Kontrollera om det är samma person.`,
        source: placeOf(item, person) ?? { start: 0, end: Math.min(1, reading.text.length), line: 1 },
      },
    ];
  });
}

const acts =
  /(?<!\p{L})(?:föredrog|rapporterade|informerade|redogjorde|hälsade|presenterade|deltog|tackade|avtackades|avtackade|medverkade)(?!\p{L})/iu;

/** Somebody whose name is struck out on the list does something at the meeting or is thanked there (E-27). */
function absentActing(item: MinutesItem, absent: readonly string[]): readonly ReadProblem[] {
  return item.parts.flatMap((part) => {
    const words = flowOfPart(part);
    return sentencesOf(words.text, 'line').flatMap(({ text, start, end }) =>
      absent
        .filter((person) => acts.test(text) && text.includes(person))
        .map((person) => ({
          code: 'absentPersonMentioned',
          message: `Punkt ${item.number}: ${person} är frånvarande enligt närvarolistan men nämns som deltagande eller avtackad.`,
          source: spanOf(words, start, end),
        })),
    );
  });
}

function placeOf(item: MinutesItem, person: string) {
  for (const { words } of [...item.headLines, ...item.parts.flatMap((part) => part.paragraphs)]) {
    const at = words.text.indexOf(person);
    if (at >= 0) return spanOf(words, at, at + person.length);
  }
  return item.headLines[0]?.span;
}

function partsOf(person: string): readonly [first: string, last: string] {
  const words = person.split(/\s+/u);
  return [words[0] ?? '', words.slice(1).join(' ')];
}

/** How many letters must be put in, taken out or changed to make one word of another. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
