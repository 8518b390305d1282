import { type PlacedLine, type ReadProblem, spanOfLines } from '../../documents/tree/recognise.ts';
import { peopleIn } from './named-people-import.ts';
import { countProblems, outcomeOf, type ReadVote } from './vote-import.ts';
import { choiceOf, namedRowsIn, sumsIn, type VoteChoice, type VoteRow, type VoteSums } from './vote-rows-import.ts';
import { columnSumsIn, markedRowsIn, type VoteColumns, voteColumnsOf } from './vote-table-import.ts';

/** One list of how each member voted, as a vote, and the lines it stands on. */
export type VoteList = { readonly vote: ReadVote; readonly lines: readonly PlacedLine[] };

type Tally = { rows: VoteRow[]; sums: VoteSums; lines: PlacedLine[]; closed: boolean; bySide: boolean };

const emptyTally = (bySide = false): Tally => ({ rows: [], sums: {}, lines: [], closed: false, bySide });
const sideForm =
  /^(?:(?:följande|dessa)(?: ledamöter)?\s+)?(?:röstar|röstade|röstat|för)?\s*(?<side>ja|nej|avstår|avstod|frånvarande)(?:-?röst(?:er)?)?\s*(?:\(?(?<count>\d{1,3})\)?)?\s*:?$/iu;

/**
 * The votes that stand as lists: a row for each member with the choice behind it, a table with a mark under Ja, Nej or Avstår, or the names
 * under the head of each side. A sum ends a list; so does a new heading, and the same member once more.
 */
export function voteListsIn(lines: readonly PlacedLine[]): readonly VoteList[] {
  const done: Tally[] = [];
  let open: Tally[] = [];
  let columns: VoteColumns | undefined;
  let side: VoteChoice | undefined;
  const close = () => {
    done.push(...open);
    open = [];
  };
  const add = (rows: readonly VoteRow[], line: PlacedLine, bySide = false) => {
    if (open.some(({ closed }) => closed) || rows.some((row) => open[row.vote]?.rows.some(isSamePerson(row)))) close();
    for (const row of rows) {
      while (open.length <= row.vote) open.push(emptyTally(bySide));
      open[row.vote]!.rows.push(row);
      if (open[row.vote]!.lines.at(-1) !== line) open[row.vote]!.lines.push(line);
    }
  };
  const sum = (sums: readonly VoteSums[], line: PlacedLine) =>
    sums.forEach((one, vote) => {
      const tally = open[vote];
      if (!tally) return;
      tally.sums = { ...tally.sums, ...one };
      tally.lines.push(line);
      tally.closed = true;
    });
  for (const line of lines) {
    const text = line.words.text.trim();
    const head = sideForm.exec(text)?.groups;
    const columnSums = columns && columnSumsIn(line, columns);
    const sums = sumsIn(text);
    const newColumns = voteColumnsOf(line);
    if (head && (open.length === 0 || open[0]!.bySide || open[0]!.closed)) {
      const next = choiceOf(head.side!)!;
      if (open[0]?.closed || open[0]?.rows.some((row) => row.choice === next)) close();
      if (open.length === 0) open.push(emptyTally(true));
      side = next;
      if (head.count) open[0]!.sums = { ...open[0]!.sums, [side]: Number(head.count) };
      open[0]!.lines.push(line);
    } else if (columnSums) sum(columnSums, line);
    else if (sums && open.length > 0) sum([sums], line);
    else if (newColumns) columns = newColumns;
    else {
      const marked = columns ? markedRowsIn(line, columns) : [];
      const rows = marked.length > 0 ? marked : namedRowsIn(line);
      if (rows.length > 0) add(rows, line);
      else if (side && open[0]?.bySide && onlyPeople(text))
        add(
          peopleIn(text).map((person) => ({ person, choice: side!, vote: 0 })),
          line,
          true,
        );
      else if (/^(?:omröstning|votering)/iu.test(text)) {
        close();
        columns = undefined;
        side = undefined;
      }
    }
  }
  close();
  return done.filter(isVote).map((tally) => ({ vote: voteOf(tally), lines: tally.lines }));
}

/** What is told of the lists: sums that the rows do not come to. */
export function listProblems(lists: readonly VoteList[]): readonly ReadProblem[] {
  return lists.flatMap(({ vote, lines }) => countProblems(vote, spanOfLines(lines), true));
}

const isSamePerson = (row: VoteRow) => (other: VoteRow) =>
  other.person.person === row.person.person && other.person.party === row.person.party;

/** Whether a line has nothing but names with party between commas. */
function onlyPeople(text: string): boolean {
  const people = peopleIn(text);
  const left = people.reduce((rest, { person, party }) => rest.replace(person, '').replace(`(${party})`, ''), text);
  return people.length > 0 && /^(?:[\s,.;]|och)*$/u.test(left);
}

const isVote = ({ rows }: Tally) => rows.length >= 2 && rows.some(({ choice }) => choice === 'yes' || choice === 'no');

function voteOf({ rows, sums }: Tally): ReadVote {
  const side = (choice: VoteChoice) => {
    const names = rows.filter((row) => row.choice === choice).map(({ person }) => person);
    return { count: sums[choice] ?? names.length, names };
  };
  const [yes, no, abstain] = [side('yes'), side('no'), side('abstain')];
  const absent = side('absent').count;
  return { yes, no, abstain, ...(absent > 0 && { absent }), outcome: outcomeOf(yes.count, no.count) };
}
