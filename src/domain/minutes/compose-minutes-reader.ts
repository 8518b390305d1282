import type { Block, DocumentTree } from '../../documents/tree/index.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { disqualifiedItemsOf } from '../attendance/index.ts';
import type { BodyRules } from '../organisation/index.ts';
import { sectionAnchor } from './contents-document.ts';
import type { Minutes, SignerRole } from './minutes.ts';
import { type MissingPoint, missingIn } from './minutes-completeness.ts';
import { blocksOfSection, minutesDocument } from './minutes-document.ts';
import type { MinutesFacts } from './minutes-facts.ts';
import { gatherMinutes } from './minutes-facts-reader.ts';
import { findFrozenMinutes, getMinutes } from './minutes-reader.ts';
import { isAdjusted } from './minutes-transitions.ts';

/** Minutes as they would be frozen now: the document, what it is made from, and what the law still misses in it. */
export type ComposedMinutes = {
  readonly minutes: Minutes;
  readonly facts: MinutesFacts;
  readonly rules: BodyRules;
  readonly missing: readonly MissingPoint[];
  /** The §§ that were adjusted at once, by item, as they were signed. */
  readonly frozen: ReadonlyMap<string, readonly Block[]>;
  readonly tree: DocumentTree;
};

/** Composes the minutes of a meeting from what the register knows. `signers` are those of the last round unless told. */
export async function composeMinutes(
  r: Reader,
  minutesId: Id<'minutes'>,
  signers?: readonly { readonly role: SignerRole; readonly name: string }[],
): Promise<ComposedMinutes> {
  const minutes = await getMinutes(r, minutesId);
  const whole = minutes.adjustments.find(({ kind }) => kind === 'whole');
  const { facts, rules, courseOf } = await gatherMinutes(r, minutes, signers ?? whole?.signers ?? []);
  const frozen = await frozenSections(r, minutes, facts);
  return {
    minutes,
    facts,
    rules,
    missing: missingIn(facts.sections, rules, courseOf),
    frozen,
    tree: minutesDocument(facts, frozen),
  };
}

/**
 * The same for whoever reads: as long as the minutes are a draft, a § from which the reader is disqualified is left out of them (KL 6:28, R-KL-24).
 * What was signed is read whole, because it is one document.
 */
export async function readMinutesDraft(r: Reader, minutesId: Id<'minutes'>): Promise<ComposedMinutes> {
  const composed = await composeMinutes(r, minutesId);
  const { minutes, facts, frozen } = composed;
  if (isAdjusted(minutes.state)) return composed;
  const away = await disqualifiedItemsOf(r, r.auth.accountId, minutes.meetingId);
  if (away.length === 0) return composed;
  const open = { ...facts, sections: facts.sections.filter(({ itemId }) => !away.includes(itemId)) };
  return { ...composed, facts: open, tree: minutesDocument(open, frozen) };
}

async function frozenSections(
  r: Reader,
  { adjustments }: Minutes,
  facts: MinutesFacts,
): Promise<ReadonlyMap<string, readonly Block[]>> {
  const found = new Map<string, readonly Block[]>();
  for (const adjustment of adjustments) {
    if (adjustment.kind !== 'section' || adjustment.state !== 'adjusted') continue;
    const document = await findFrozenMinutes(r, adjustment.id);
    const section = facts.sections.find(({ itemId }) => itemId === adjustment.itemIds[0]);
    if (document && section) found.set(section.itemId, blocksOfSection(document.tree, sectionAnchor(section)));
  }
  return found;
}
