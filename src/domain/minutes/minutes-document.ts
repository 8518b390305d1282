import type { Block, DocumentTree } from '../../documents/tree/index.ts';
import { heading } from '../../documents/tree/index.ts';
import { contentsBlocks } from './contents-document.ts';
import { coverBlocks } from './cover-document.ts';
import { longDate } from './document-words.ts';
import type { MinutesFacts } from './minutes-facts.ts';
import { officialsDocument } from './officials-document.ts';
import { sectionBlocks } from './section-document.ts';
import { signaturePageBlocks } from './signature-page-document.ts';

/** What is taken instead of the facts for a § that was adjusted at once: its blocks as they were signed, by the id of the item. */
export type FrozenSections = ReadonlyMap<string, readonly Block[]>;

/**
 * The minutes as a document: cover with attendance, list of matters, each §, signatures. Pure: the same facts give the same tree. A § that was
 * adjusted at once stands as it was signed, whatever the register says of it today (R-KL-54).
 */
export function minutesDocument(facts: MinutesFacts, frozen: FrozenSections = new Map()): DocumentTree {
  if (facts.form === 'officials') return officialsDocument(facts);
  return {
    title: `Protokoll ${longDate(facts.heldOn)}`,
    subtitle: facts.title ? `${facts.body} – ${facts.title}` : facts.body,
    author: facts.authority,
    language: 'sv',
    date: facts.heldOn,
    blocks: [
      ...coverBlocks(facts),
      ...contentsBlocks(facts.sections),
      heading(1, 'Paragrafer', 'paragrafer'),
      ...facts.sections.flatMap((section) => frozen.get(section.itemId) ?? sectionBlocks(section, facts.decisionPlace)),
      ...signaturePageBlocks(facts),
    ],
  };
}

/** One § as a document of its own, to be adjusted at once: the same cover, that § alone (R-KL-54). */
export function sectionDocument(facts: MinutesFacts, itemId: string): DocumentTree {
  const sections = facts.sections.filter((section) => section.itemId === itemId);
  const whole = minutesDocument({ ...facts, sections });
  return { ...whole, title: `${whole.title}, omedelbart justerad paragraf` };
}

/** The blocks of one § in a frozen document: from its heading to the next of the same rank. */
export function blocksOfSection(tree: DocumentTree, anchor: string): readonly Block[] {
  const start = tree.blocks.findIndex((block) => block.kind === 'heading' && block.anchor === anchor);
  if (start < 0) return [];
  const first = tree.blocks[start] as Extract<Block, { kind: 'heading' }>;
  const length = tree.blocks
    .slice(start + 1)
    .findIndex((block) => block.kind === 'heading' && block.level <= first.level);
  return tree.blocks.slice(start, length < 0 ? undefined : start + 1 + length);
}
