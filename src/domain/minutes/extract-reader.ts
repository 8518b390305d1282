import type { Block } from '../../documents/tree/index.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { composeMinutes } from './compose-minutes-reader.ts';
import { sectionAnchor, sectionLabel } from './contents-document.ts';
import type { ExtractFacts } from './extract-document.ts';
import { blocksOfSection } from './minutes-document.ts';
import type { PersonFacts } from './minutes-facts.ts';
import { findFrozenMinutes } from './minutes-reader.ts';

/** What an extract of one § is made of: the facts of R-FL-2, and the blocks of the § as they were signed. */
export type Extract = { readonly facts: Omit<ExtractFacts, 'appeal'>; readonly section: readonly Block[] };

/** One § of some minutes, as it was signed when it has been, otherwise as it stands now. Throws `record.notFound` for an item that is not in them. */
export async function extractOf(r: Reader, minutesId: Id<'minutes'>, itemId: Id<'agendaItem'>): Promise<Extract> {
  const { facts, tree, minutes } = await composeMinutes(r, minutesId);
  const section = facts.sections.find((one) => one.itemId === itemId);
  if (!section) throw new AppError('record.notFound');
  const adjustment = minutes.adjustments.find((one) => one.state === 'adjusted' && one.itemIds.includes(itemId));
  const frozen = adjustment ? await findFrozenMinutes(r, adjustment.id) : undefined;
  const { members, servingDeputies, others, principals } = facts.attendance;
  const officials = facts.form === 'officials';
  const deciding = officials
    ? principals.flatMap(({ name, people }) =>
        (name === null ? [] : people).filter(({ present }) => present).map((one) => `${one.name}, ${name}`),
      )
    : [...members, ...servingDeputies].filter((one) => !awayFrom(one, section.disqualified)).map(named);
  return {
    facts: {
      authority: facts.authority,
      body: facts.body,
      label: sectionLabel(section),
      title: section.title,
      registrationNumber: section.registrationNumber,
      decidedOn: section.decisions.find(({ made }) => made)?.decidedOn ?? facts.heldOn,
      decidedBy: [facts.body, ...deciding],
      presentedBy: section.presenters,
      tookPart: officials ? [] : others.map(named),
      adjustedOn: adjustment?.adjustedOn ?? null,
      contentHash: frozen?.hash ?? null,
    },
    section: blocksOfSection(frozen?.tree ?? tree, sectionAnchor(section)),
  };
}

function awayFrom(one: PersonFacts, away: readonly { readonly name: string }[]): boolean {
  return away.some(({ name }) => name === one.name);
}

function named(one: PersonFacts): string {
  const words = one.party ? `${one.name} (${one.party})` : one.name;
  return one.during ? `${words}, ${one.during}` : words;
}
