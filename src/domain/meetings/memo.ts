import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { MemoState } from './memo-transitions.ts';

type SectionEntry = {
  readonly label: Localized;
  /** `always` must hold text; `consequences` must hold text or the answer that there are none; `optional` is left out when empty. */
  readonly needed: 'always' | 'consequences' | 'optional';
};

/**
 * The headings of a memo (föredragnings-PM) that the official writes, in the order in which it is printed (domain.md §3.10, seed 001). Before
 * them stands the proposed decision, which is not written here: it is the item's, so that notice and memo cannot say different things.
 */
export const memoSections = {
  summary: { label: { sv: 'Sammanfattning', en: 'Summary' }, needed: 'always' },
  description: { label: { sv: 'Ärendebeskrivning', en: 'Description of the matter' }, needed: 'optional' },
  perspectives: {
    label: {
      sv: 'Konsekvenser för miljö-, barn- och jämställdhetsperspektiven',
      en: 'Consequences for environment, children and gender equality',
    },
    needed: 'consequences',
  },
  finances: { label: { sv: 'Ekonomiska konsekvenser', en: 'Financial consequences' }, needed: 'consequences' },
  followUp: { label: { sv: 'Uppföljning', en: 'Follow-up' }, needed: 'optional' },
} as const satisfies Record<string, SectionEntry>;
export type MemoSection = keyof typeof memoSections;
export const memoSectionCodes = Object.keys(memoSections) as readonly MemoSection[];

/** The sentence that is printed where a section of consequences was answered with none (the words of seed 001). */
export const noConsequencesSentences: Readonly<Partial<Record<MemoSection, string>>> = {
  perspectives: 'Beslutet bedöms inte få några konsekvenser ur de nämnda perspektiven.',
  finances: 'Beslutet bedöms inte få några ekonomiska konsekvenser.',
};

/** What a memo says, beside what it takes from its item and meeting. */
export type MemoContent = {
  /** The office where the matter is handled (tjänsteställe), and the official who does it (handläggare). */
  readonly unit: string | null;
  readonly officer: string | null;
  readonly sections: Readonly<Partial<Record<MemoSection, string>>>;
  /** The sections that were answered with "no consequences". */
  readonly noConsequences: readonly MemoSection[];
  readonly basis: readonly string[];
  /** Who signs: name, title and office, each with its lines parted by line breaks. */
  readonly signatures: readonly string[];
  readonly recipients: readonly string[];
};

/** The memo of an item. */
export type Memo = MemoContent & {
  readonly id: Id<'memo'>;
  readonly version: number;
  readonly itemId: Id<'agendaItem'>;
  readonly state: MemoState;
};

/** What still has to be written before the memo is ready; a draft may lack all of it. */
export function memoGaps(memo: MemoContent): readonly Problem[] {
  const gaps: Problem[] = [];
  if (!memo.officer?.trim()) gaps.push({ path: 'officer', key: 'memo.officer' });
  for (const code of memoSectionCodes) {
    const { needed }: SectionEntry = memoSections[code];
    if (needed === 'optional' || memo.sections[code]?.trim()) continue;
    if (needed === 'always') gaps.push({ path: code, key: 'validation.required' });
    else if (!memo.noConsequences.includes(code)) gaps.push({ path: code, key: 'memo.consequences' });
  }
  return gaps;
}

/** What contradicts itself: consequences that are both described and denied. */
export function memoProblems(memo: MemoContent): readonly Problem[] {
  return memo.noConsequences.flatMap((code) => {
    const { needed }: SectionEntry = memoSections[code];
    if (needed !== 'consequences') return [{ path: code, key: 'validation.choose' }];
    return memo.sections[code]?.trim() ? [{ path: code, key: 'memo.bothAnswers' }] : [];
  });
}

/** The text of a section as it is printed, or undefined when nothing stands there. */
export function printedSection(memo: MemoContent, code: MemoSection): string | undefined {
  return (
    memo.sections[code]?.trim() || (memo.noConsequences.includes(code) ? noConsequencesSentences[code] : undefined)
  );
}
