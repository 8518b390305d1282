import { type ReadProblem, spanOfLines } from '../../documents/tree/recognise.ts';
import type { Span } from '../../documents/tree/tree.ts';
import type { MinutesParagraph, ParagraphPart } from './paragraph-sections-import.ts';
import type { VoteAnnex } from './vote-annex-import.ts';
import { type ReadVote, votesIn } from './vote-import.ts';
import { listProblems, type VoteList, voteListsIn } from './vote-list-import.ts';

/** The votes of one §, what is to be looked at in them, and where an annex lists them. */
export type ParagraphVotes = {
  readonly votes: readonly ReadVote[];
  readonly problems: readonly ReadProblem[];
  readonly annexSpans: readonly Span[];
};

/** The votes of a §: in its text, as a list in it, and in the annexes that name it. */
export function paragraphVotes(
  paragraph: MinutesParagraph,
  parts: readonly ParagraphPart[],
  annexes: readonly VoteAnnex[],
): ParagraphVotes {
  const inText = parts.map(votesOfPart);
  const listed = paragraph.listedOnly ? [] : annexes.flatMap((annex) => listsFor(paragraph, annex));
  const merged = withLists(
    inText.flatMap(({ votes }) => votes),
    listed,
    paragraph.head.span,
  );
  const headed = parts.some((part) => part.kind === 'vote');
  return {
    votes: merged.votes,
    problems: [
      ...inText.flatMap(({ problems }) => problems),
      ...merged.problems,
      ...(headed && merged.votes.length === 0
        ? [
            {
              code: 'voteUnreadable',
              message: `§ ${paragraph.number} har en omröstning vars siffror inte gick att läsa. Läs stället i protokollet och fyll i rösterna.`,
              source: paragraph.head.span,
            },
          ]
        : []),
    ],
    annexSpans: listed.map(({ lines }) => spanOfLines(lines)),
  };
}

/** A vote stands under its own heading, or in the text about how the question was put. */
function votesOfPart(part: ParagraphPart): Pick<ParagraphVotes, 'votes' | 'problems'> {
  if (part.lines.length === 0) return { votes: [], problems: [] };
  const whole = part.lines.map((line) => line.words.text).join(' ');
  const lists = part.kind === 'vote' || /omröstning|votering/iu.test(whole) ? voteListsIn(part.lines) : [];
  const inLists = new Set(lists.flatMap(({ lines }) => lines));
  const prose = part.lines.filter((line) => !inLists.has(line));
  const text = prose.map((line) => line.words.text).join(' ');
  const told = part.kind === 'vote' || /röstar\s+(?:ja|nej)\s*\(|\d\s+(?:ja|nej)-röst/iu.test(text);
  const found =
    told && prose.length > 0 ? votesIn(text, spanOfLines(prose)) : { votes: [] as ReadVote[], problems: [] };
  const merged = withLists(found.votes, lists, spanOfLines(part.lines));
  return { votes: merged.votes, problems: [...found.problems, ...merged.problems] };
}

function listsFor({ number, suffix, lines }: MinutesParagraph, annex: VoteAnnex): readonly VoteList[] {
  const refers = () =>
    annex.label !== undefined &&
    lines.some((line) => new RegExp(String.raw`(?<!\p{L})${annex.label}(?![\p{L}\p{N}])`, 'iu').test(line.words.text));
  return annex.sections
    .filter((section) =>
      section.number === undefined ? refers() : section.number === number && section.suffix === suffix,
    )
    .flatMap(({ lists }) =>
      annex.label ? lists.map((list) => ({ ...list, vote: { ...list.vote, annex: annex.label! } })) : lists,
    );
}

/**
 * Puts the names of lists on the votes that the text tells. As many lists as votes go together in order; otherwise those with the same numbers.
 * A list that no vote of the text is about is a vote of its own.
 */
function withLists(
  told: readonly ReadVote[],
  lists: readonly VoteList[],
  source: Span,
): Pick<ParagraphVotes, 'votes' | 'problems'> {
  if (lists.length === 0) return { votes: told, problems: [] };
  const left = [...lists];
  const problems: ReadProblem[] = [...listProblems(lists)];
  const votes = told.map((vote, index) => {
    const at =
      told.length === lists.length ? left.indexOf(lists[index]!) : left.findIndex((list) => agree(vote, list.vote));
    const [list] = at < 0 ? [] : left.splice(at, 1);
    if (!list) return vote;
    if (!agree(vote, list.vote))
      problems.push({
        code: 'voteCountDiffers',
        message: `Omröstningen anger ${numbersOf(vote)}, men listan över rösterna ger ${numbersOf(list.vote)}. Jämför texten med listan.`,
        source,
      });
    return joined(vote, list.vote);
  });
  return { votes: [...votes, ...left.map(({ vote }) => vote)], problems };
}

const agree = (a: ReadVote, b: ReadVote) => a.yes.count === b.yes.count && a.no.count === b.no.count;
const numbersOf = ({ yes, no }: ReadVote) => `${yes.count} Ja och ${no.count} Nej`;

/** The numbers as the text tells them, with the names of the list where the text has none. */
function joined(vote: ReadVote, list: ReadVote): ReadVote {
  const side = (name: 'yes' | 'no' | 'abstain') => ({
    count: vote[name].count || list[name].count,
    names: vote[name].names.length > 0 ? vote[name].names : list[name].names,
  });
  const [yes, no, abstain] = [side('yes'), side('no'), side('abstain')];
  return { ...list, ...vote, yes, no, abstain, outcome: vote.outcome };
}
