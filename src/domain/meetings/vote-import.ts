import type { ReadProblem } from '../../documents/tree/recognise.ts';
import type { Span } from '../../documents/tree/tree.ts';
import { type NamedPerson, peopleIn } from './named-people-import.ts';

/** One side of a vote: how many, and who where the minutes name them. */
export type VoteSide = { readonly count: number; readonly names: readonly NamedPerson[] };

/** A vote as minutes record it (KL 5:65): the question as put, the two sides, those who abstained, and what the numbers decided. */
export type ReadVote = {
  readonly question?: string;
  readonly yes: VoteSide;
  readonly no: VoteSide;
  readonly abstain: VoteSide;
  readonly absent?: number;
  /** Equal numbers are decided by the casting vote of the chair, so the numbers alone do not tell. */
  readonly outcome: 'yes' | 'no' | 'tie';
  /** The annex that lists how each member voted. */
  readonly annex?: string;
};

const namedSide =
  /röstar\s+(?<side>ja|nej)\s*\((?<count>\d{1,3})\)|(?<abstain>avstår från att rösta|avstår)\s*\((?<none>\d{1,3})\)/giu;
const tally = /(?<yes>\d{1,3})\s+ja(?:-röster)?\s+(?:mot|och)\s+(?<no>\d{1,3})\s+nej(?:-röster)?/iu;
const tallyBySide = /(?<count>\d{1,3})\s+(?<side>ja|nej)-röst(?:er)?/giu;
const abstainers = /(?<count>\d{1,3})\s+(?:ledam[oö]t(?:er)?\s+)?avstår/iu;
const absentees = /(?<count>\d{1,3})\s+(?:ledam[oö]t(?:er)?\s+)?är frånvarande/iu;
const questionForm =
  /(?:voteringsproposition|omröstningsproposition|propositionsordning)\s*:\s*["”“](?<question>[^"”“]+)["”“]/giu;

/** The votes in the text of one § under its vote headings, with a problem where the names are not as many as the number says. */
export function votesIn(
  text: string,
  source: Span,
): { readonly votes: readonly ReadVote[]; readonly problems: readonly ReadProblem[] } {
  const flat = text.replace(/\s+/g, ' ');
  const questions = [...flat.matchAll(questionForm)];
  const starts = questions.length > 1 ? questions.map((match) => match.index) : [0];
  const problems: ReadProblem[] = [];
  const votes = starts.flatMap((start, index) => {
    const part = flat.slice(start, starts[index + 1]);
    const question = questions[index]?.groups?.question?.trim();
    const vote = voteOf(part, question);
    if (vote) problems.push(...countProblems(vote, source));
    return vote ? [vote] : [];
  });
  return { votes, problems };
}

function voteOf(text: string, question: string | undefined): ReadVote | undefined {
  const sides = { yes: noSide, no: noSide, abstain: noSide };
  let found = false;
  let from = 0;
  for (const match of text.matchAll(namedSide)) {
    const { side, count, none } = match.groups!;
    const key = side ? (side.toLocaleLowerCase('sv') === 'ja' ? 'yes' : 'no') : 'abstain';
    // The question names people too; the names of a side begin after it, in the sentence of the side.
    const names = peopleIn(text.slice(Math.max(from, afterQuestion(text)), match.index));
    sides[key] = { count: Number(count ?? none), names };
    from = match.index + match[0].length;
    found = true;
  }
  const total = found ? undefined : tally.exec(text)?.groups;
  if (total) {
    sides.yes = { count: Number(total.yes), names: [] };
    sides.no = { count: Number(total.no), names: [] };
  } else if (!found)
    for (const match of text.matchAll(tallyBySide)) {
      const key = match.groups!.side!.toLocaleLowerCase('sv') === 'ja' ? 'yes' : 'no';
      sides[key] = { count: Number(match.groups!.count), names: [] };
    }
  if (sides.yes.count + sides.no.count === 0) return undefined;
  if (sides.abstain === noSide) sides.abstain = { count: Number(abstainers.exec(text)?.groups?.count ?? 0), names: [] };
  const absent = absentees.exec(text)?.groups?.count;
  const annex = /(?<!\p{L})bilaga\s+\d{1,3}[a-z]?(?!\p{L})/iu.exec(text)?.[0];
  const { yes, no } = sides;
  return {
    ...(question && { question }),
    ...sides,
    ...(absent && { absent: Number(absent) }),
    outcome: outcomeOf(yes.count, no.count),
    ...(annex && { annex }),
  };
}

/** What the numbers alone decide. */
export function outcomeOf(yes: number, no: number): ReadVote['outcome'] {
  return yes > no ? 'yes' : no > yes ? 'no' : 'tie';
}

const noSide: VoteSide = { count: 0, names: [] };

function afterQuestion(text: string): number {
  const match = new RegExp(questionForm.source, 'iu').exec(text);
  return match ? match.index + match[0].length : 0;
}

const sideNames = { yes: 'Ja', no: 'Nej', abstain: 'avstår' } as const;

/** A side with another number of names than the number printed for it. Text may tell numbers without names; a list has a name for each. */
export function countProblems(vote: ReadVote, source: Span, isList = false): readonly ReadProblem[] {
  return (['yes', 'no', 'abstain'] as const).flatMap((side) => {
    const { count, names } = vote[side];
    if ((names.length === 0 && !isList) || names.length === count) return [];
    return [
      {
        code: 'voteCountDiffers',
        message: `Omröstningen anger ${sideNames[side]} (${count}), men ${names.length} namn står uppräknade. Jämför med protokollet.`,
        source,
      },
    ];
  });
}
