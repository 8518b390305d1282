import { type Block, type DocumentTree, type Fact, heading } from '../../documents/tree/index.ts';
import { basisOf, proposalBlocks } from './agenda-document.ts';
import type { FrozenItem } from './agenda-version.ts';
import { type MemoContent, memoSectionCodes, memoSections, printedSection } from './memo.ts';
import { invited, type NoticeFacts } from './notice-head.ts';
import { printedList, printedText } from './printed-words.ts';

/**
 * The memo of an item (FöredragningsPM) in its fixed headings. The proposed decision is the item's own, so that memo and notice say the same
 * (domain.md §3.10). An optional section that was not written is left out; one that must be answered and is not says so.
 */
export function memoDocument(
  facts: Pick<NoticeFacts, 'authority' | 'content' | 'dated'>,
  item: FrozenItem,
  memo: MemoContent,
): DocumentTree {
  const basis = basisOf(facts.content, { ...item, memo }).filter((title) => !/^föredragnings-?\s?pm\b/iu.test(title));
  return {
    title: item.title,
    subtitle: 'FöredragningsPM',
    author: facts.authority,
    language: 'sv',
    ...(facts.dated && { date: facts.dated }),
    facts: memoFacts(facts, item, memo),
    blocks: [
      ...proposalBlocks(item.proposals, 1),
      ...memoSectionCodes.flatMap((code) => {
        const { label, needed } = memoSections[code];
        const words = printedSection(memo, code) ?? (needed === 'optional' ? undefined : 'Ej besvarat.');
        return words === undefined ? [] : [heading(1, label.sv), ...printedText(words)];
      }),
      ...section('Beslutsunderlag', basis),
      ...(memo.signatures.length > 0 ? [{ kind: 'divider' as const }] : []),
      ...memo.signatures.flatMap((signature) => printedText(signature)),
      ...section('Skickas till', memo.recipients),
    ],
  };
}

function memoFacts({ content }: Pick<NoticeFacts, 'content'>, item: FrozenItem, memo: MemoContent): readonly Fact[] {
  const handled = [memo.unit, memo.officer].filter((part) => part?.trim()).join(', ');
  return [
    ...(handled ? [{ label: 'Tjänsteställe, handläggare', value: handled }] : []),
    { label: 'Sammanträdesdatum', value: content.meeting.heldOn },
    ...(item.registrationNumber ? [{ label: 'Dnr', value: item.registrationNumber }] : []),
    { label: 'Organ', value: invited(content) },
  ];
}

function section(title: string, lines: readonly string[]): readonly Block[] {
  return lines.length > 0 ? [heading(1, title), ...printedList(lines)] : [];
}
