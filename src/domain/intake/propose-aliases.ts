import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import {
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
 * Proposes that two names which look alike mean the same body ("Beredning för närsjukvård" beside "Beredning för nära vård", a slip of the pen beside
 * the right spelling). The names of a file are compared with the register and with each other. It is a question to a person: nothing is merged by it,
 * and without an answer the two stay two.
 */
export async function proposeAliases(r: Reader, proposals: readonly Proposal[]): Promise<readonly NewProposal[]> {
  const known: NamedBody[] = [...(await listBodies(r))];
  const suggestions: NewProposal[] = [];
  for (const [name, proposal] of namesIn(proposals)) {
    if (matchBody(name, known)) continue;
    const [alike] = similarBodies(name, known).filter((one) => one.likeness >= likelyTheSame);
    if (alike)
      suggestions.push({
        type: 'bodyAlias',
        readerId: `bodyAlias-${suggestions.length + 1}`,
        fields: { name, body: alike.name, reason: likenessReasons[alike.reason].sv },
        confidence: Math.round(alike.likeness * 90) / 100,
        rule: 'alias-by-likeness',
        source: proposal.source,
        alsoAt: [],
      });
    known.push({ id: name as Id<'body'>, name, shortName: null, aliases: [] });
  }
  return suggestions;
}

/** Names that differ more are different bodies oftener than not: "Beredning för regional utveckling" is near many. */
const likelyTheSame = 0.6;

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
