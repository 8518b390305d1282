import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import {
  kindFromName,
  likenessReasons,
  listBodies,
  matchBody,
  type NamedBody,
  nameKey,
  similarBodies,
} from '../organisation/index.ts';
import { isGroupName } from './confirm/named-bodies.ts';
import type { NewProposal } from './intake-writer.ts';
import type { Proposal } from './proposal.ts';

/**
 * Proposes that two names mean the same body. Two signs are taken: names of the same kind of body that look alike ("Hälsa- och sjukvårdsnämnden" beside
 * "Hälso- och sjukvårdsnämnden"), and a committee that answers for assignments given to another name ("Beredning för nära vård" answers for
 * "Beredning för närsjukvård" in seed 000). It is a question to a person: nothing is merged by it, and without an answer the two stay two.
 */
export async function proposeAliases(r: Reader, proposals: readonly Proposal[]): Promise<readonly NewProposal[]> {
  const known: NamedBody[] = [...(await listBodies(r))];
  const writer = writerOf(proposals);
  const suggestions: NewProposal[] = [];
  for (const [name, proposal] of namesIn(proposals)) {
    if (matchBody(name, known)) continue;
    const kind = kindFromName(name);
    const alike = similarBodies(name, known).find(
      (one) => one.likeness >= likelyTheSame && kindFromName(one.name) === kind,
    );
    if (alike)
      suggestions.push(suggestion(name, alike.name, likenessReasons[alike.reason].sv, alike.likeness * 0.9, proposal));
    else if (writer && proposal.type === 'assignment' && kind === 'draftingCommittee')
      suggestions.push(suggestion(name, writer, 'svarar på uppdrag som är givna till det andra namnet', 0.6, proposal));
    known.push({ id: name as Id<'body'>, name, shortName: null, aliases: [] });
  }
  return suggestions.map((one, index) => ({ ...one, readerId: `bodyAlias-${index + 1}` }));
}

/** Names that differ more are different bodies oftener than not: "Beredning för regional utveckling" is near many. */
const likelyTheSame = 0.6;

function suggestion(name: string, body: string, reason: string, sure: number, proposal: Proposal): NewProposal {
  return {
    type: 'bodyAlias',
    readerId: '',
    fields: { name, body, reason },
    confidence: Math.round(sure * 100) / 100,
    rule: 'alias-by-likeness',
    source: proposal.source,
    alsoAt: [],
  };
}

/** The committee whose report-back it is, where the file is one: the body of the meetings that its answers mention. */
function writerOf(proposals: readonly Proposal[]): string | undefined {
  const cited = proposals.find((one) => one.type === 'meeting' && one.fields.cited === true);
  return typeof cited?.fields.body === 'string' ? cited.fields.body : undefined;
}

/** The names of bodies that the proposals use, each with the proposal that uses it first; the body that writes comes first of all. */
function namesIn(proposals: readonly Proposal[]): ReadonlyMap<string, Proposal> {
  const names = new Map<string, Proposal>();
  const seen = new Set<string>();
  for (const field of ['body', 'givenBy', 'recipients', 'consulted'])
    for (const proposal of proposals)
      for (const name of [proposal.fields[field]].flat()) {
        if (typeof name !== 'string' || isGroupName(name) || seen.has(nameKey(name))) continue;
        seen.add(nameKey(name));
        names.set(name, proposal);
      }
  return names;
}
