import type { Reader } from '../../storage/database.ts';
import { listAssignmentLinks, listAssignments, listAssignmentYears } from '../assignments/index.ts';
import { listProposals, listProposalsOfType } from './intake-reader.ts';
import type { NewProposal } from './intake-writer.ts';
import { reportedTexts } from './likeness/registered-records-reader.ts';
import { assignmentLabelOf, type LinkEnd } from './link-ends.ts';
import type { Proposal } from './proposal.ts';
import { type ComparedText, type Resemblance, resemblances, worthProposing } from './resemblance.ts';

/** Years further apart than this are not compared: an assignment that rested for ten years is a new one. */
const furthestYears = 10;
/** So many assignments a year are compared; a region gives some two hundred. */
const mostAYear = 1_000;

/** An assignment of the register or of a file under review, ready to be compared. */
type Candidate = ComparedText & { readonly year: number; readonly end: LinkEnd; readonly own?: Proposal };

/**
 * Proposes which assignments of a file that was just read continue older ones, or are continued by later ones, in the register or in other files
 * under review. It is a suggestion by likeness of words, with its reason, and never becomes a link by itself.
 */
export async function proposeLinks(r: Reader, proposals: readonly Proposal[]): Promise<readonly NewProposal[]> {
  const own = candidatesOf(proposals).map((one) => ({ ...one, own: proposals.find(({ id }) => id === one.id) }));
  if (own.length === 0) return [];
  const years = own.map((one) => one.year);
  const others = [
    ...(await registered(r, Math.min(...years), Math.max(...years))),
    ...(await underReview(r, proposals)),
  ];
  const all = distinct([...own, ...others]);
  const byId = new Map(all.map((one) => [one.id, one]));
  const mine = all.filter((one) => one.own);
  // Backwards: what each assignment of the file continues. Forwards: what continues it, among assignments that others have entered.
  const chosen = [
    ...nearestOf(resemblances(all, mine), byId, 'later'),
    ...nearestOf(
      resemblances(
        mine,
        all.filter((one) => !one.own),
      ),
      byId,
      'earlier',
    ),
  ];
  const suggestions: NewProposal[] = [];
  for (const { earlier, later, score, shared } of chosen) {
    const [from, to] = [byId.get(earlier)!, byId.get(later)!];
    if (!(await hasPredecessor(r, to)))
      suggestions.push(linkProposal(from, to, (to.own ?? from.own)!, score, shared, suggestions.length + 1));
  }
  return suggestions.sort((a, b) => b.confidence - a.confidence);
}

/**
 * For each assignment at one end the best at the other, one only: of those that resemble it as much, the one nearest in time. An assignment that is
 * given in new words each year is a chain, not a bundle of links from each to each.
 */
function nearestOf(
  pairs: readonly Resemblance[],
  byId: ReadonlyMap<string, Candidate>,
  end: 'earlier' | 'later',
): readonly Resemblance[] {
  const tenths = (pair: Resemblance) => Math.round(pair.score * 10);
  const gap = (pair: Resemblance) => byId.get(pair.later)!.year - byId.get(pair.earlier)!.year;
  const fitting = pairs.filter((pair) => pair.score >= worthProposing && gap(pair) > 0 && gap(pair) <= furthestYears);
  return [...Map.groupBy(fitting, (pair) => pair[end]).values()].map(
    (group) => group.toSorted((a, b) => tenths(b) - tenths(a) || gap(a) - gap(b))[0]!,
  );
}

async function hasPredecessor(r: Reader, { end }: Candidate): Promise<boolean> {
  if (!end.assignmentId) return false;
  const links = await listAssignmentLinks(r, end.assignmentId);
  return links.some((link) => link.kind === 'predecessor' && link.outgoing);
}

function linkProposal(
  from: Candidate,
  to: Candidate,
  shown: Proposal,
  score: number,
  shared: readonly string[],
  number: number,
): NewProposal {
  return {
    type: 'assignmentLink',
    readerId: `assignmentLink-${number}`,
    fields: {
      from: from.end.label,
      to: to.end.label,
      reason: `gemensamma ord: ${shared.join(', ')}`,
      fromEnd: from.end,
      toEnd: to.end,
    },
    confidence: Math.round(Math.min(0.95, 0.5 + score / 2) * 100) / 100,
    rule: 'link-by-rare-words',
    source: shown.source,
    alsoAt: [],
  };
}

/** The assignments that the proposals of one file name, each with what the file reports about it. */
function candidatesOf(proposals: readonly Proposal[]): readonly Candidate[] {
  const reported = (year: unknown, number: unknown) =>
    proposals
      .filter((one) => one.type === 'reportEntry' && number && one.fields.year === year && one.fields.number === number)
      .map((one) => `${one.fields.quote ?? ''}`)
      .join('\n');
  return proposals.flatMap((proposal) => {
    const { year, number, text } = proposal.fields as { year?: number; number?: number; text?: string };
    if (proposal.type !== 'assignment' || proposal.state === 'rejected' || !year || !text) return [];
    const end: LinkEnd = { proposalId: proposal.id, label: assignmentLabelOf({ year, number: number ?? null, text }) };
    return [{ id: proposal.id, year, text, reported: reported(year, number), end }];
  });
}

async function underReview(r: Reader, own: readonly Proposal[]): Promise<readonly Candidate[]> {
  const ownFile = own[0]?.fileId;
  const open = await listProposalsOfType(r, 'assignment', 'open');
  const files = new Set(open.map((one) => one.fileId).filter((fileId) => fileId !== ownFile));
  const candidates: Candidate[] = [];
  for (const fileId of files)
    candidates.push(
      ...candidatesOf(
        (await listProposals(r, fileId)).filter((one) => one.state === 'open' || one.type === 'reportEntry'),
      ),
    );
  return candidates;
}

async function registered(r: Reader, first: number, last: number): Promise<readonly Candidate[]> {
  const years = (await listAssignmentYears(r)).filter(
    (year) => year >= first - furthestYears && year <= last + furthestYears,
  );
  const told = await reportedTexts(r);
  const candidates: Candidate[] = [];
  for (const year of years)
    for (let page = 1; page <= mostAYear / 200; page += 1) {
      const { rows } = await listAssignments(r, { year, page, pageSize: 200 });
      for (const { id, number, text, title } of rows) {
        const label = assignmentLabelOf({ year, number, text: text ?? title });
        if (text)
          candidates.push({
            id,
            year,
            text,
            reported: told.get(id)?.join('\n') ?? '',
            end: { assignmentId: id, label },
          });
      }
      if (rows.length < 200) break;
    }
  return candidates;
}

/** A file that is read again beside a register that has its assignments already compares each of them once. */
function distinct(candidates: readonly Candidate[]): readonly Candidate[] {
  const known = new Map<string, Candidate>();
  for (const one of candidates) {
    const key = `${one.year} ${one.text.replace(/\s+/g, ' ').trim().toLowerCase()}`;
    const first = known.get(key);
    known.set(key, first ? { ...first, reported: [first.reported, one.reported].filter(Boolean).join('\n') } : one);
  }
  return [...known.values()];
}
