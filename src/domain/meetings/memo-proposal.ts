import type { FrozenProposal } from './agenda-version.ts';

const heading = /^förslag till beslut\s*:?$/iu;
/** The headings that can follow the proposal in a memo (domain.md §3.10); one of them ends it. */
const nextHeading =
  /^(?:sammanfattning|ärendebeskrivning|bakgrund|ärendet|konsekvenser|ekonomiska konsekvenser|uppföljning|beslutsunderlag|skickas till|tjänsteställe)/iu;

/**
 * The clauses that a memo proposes, read in its text: what begins with "att" between "Förslag till beslut" and the next heading. Empty when there
 * is no such heading.
 */
export function clausesInMemo(text: string): readonly string[] {
  const lines = text.split('\n').map((line) => line.trim());
  const from = lines.findIndex((line) => heading.test(line));
  if (from < 0) return [];
  const clauses: string[] = [];
  for (const line of lines.slice(from + 1)) {
    if (nextHeading.test(line)) break;
    const item = line.replace(/^(?:[-–•]|\d+[.)])\s*/u, '');
    if (/^att\s/iu.test(item)) clauses.push(item);
    else if (line !== '' && clauses.length > 0) clauses.push(`${clauses.pop()} ${line}`);
  }
  return clauses;
}

/** Whether a memo proposes something else than the notice: other clauses, or the same in another order. Signs between clauses do not count. */
export function proposesOtherwise(memo: readonly string[], proposals: readonly FrozenProposal[]): boolean {
  const plain = (clause: string) =>
    clause
      .normalize('NFC')
      .toLocaleLowerCase('sv')
      .replace(/[,;.]*(?:\s+(?:samt|och))?[\s,;.]*$/u, '')
      .replace(/\s+/gu, ' ')
      .trim();
  const said = proposals.flatMap(({ clauses }) => clauses.map(plain));
  return memo.length > 0 && memo.map(plain).join('\n') !== said.join('\n');
}
