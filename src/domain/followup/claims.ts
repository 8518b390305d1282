import { createHash } from 'node:crypto';

/** A claim is one sentence of an answer. Its hash names it in the table of evidence, so that evidence stays with a sentence that did not change. */
export type Claim = { readonly hash: string; readonly text: string };

/** Abbreviations after whose full stop a sentence goes on. Months and weekdays, because dates are often shortened. */
const abbreviations = new Set(
  't.ex bl.a m.m m.fl dvs d.v.s osv o.s.v fr.o.m t.o.m f.d s.k p.g.a e.d o.d resp ca c:a kl nr st tel dnr jfr inkl exkl max min ev forts kap avs sid jan feb febr mar apr jun jul aug sep sept okt nov dec mån tis ons tors fre lör sön prof dr'.split(
    ' ',
  ),
);

/**
 * The sentences of an answer, in order. A sentence ends at `.`, `!`, `?` or `…` before white space and a beginning (a capital, a digit, a quotation
 * mark), or at a line break. "t.ex. Kumla", "kl. 09.00", "S2020:8. följs" and "den 7 dec. 2023" do not end one.
 */
export function claimsOf(text: string): readonly Claim[] {
  return text
    .normalize('NFC')
    .split(/\n+/u)
    .flatMap((line) => sentencesOfLine(line.replace(/\s+/gu, ' ').trim()))
    .map((one) => ({ hash: claimHash(one), text: one }));
}

/**
 * The name of a sentence: SHA-256 of its text, blind to white space, to how letters are composed and to a last full stop, so that who adds the
 * missing one does not lose the evidence.
 */
export function claimHash(text: string): string {
  return createHash('sha256')
    .update(text.normalize('NFC').replace(/\s+/gu, ' ').trim().replace(/\.$/u, ''))
    .digest('hex');
}

function sentencesOfLine(line: string): readonly string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const end of line.matchAll(/[.!?…]+[”"')\]]*(?=\s+[\p{Lu}\p{N}”"'(–•-])/gu)) {
    const stop = end.index + end[0].length;
    if (end[0].startsWith('.') && goesOn(line.slice(start, end.index), line.slice(stop).trimStart())) continue;
    sentences.push(line.slice(start, stop).trim());
    start = stop;
  }
  const rest = line.slice(start).trim();
  return rest === '' ? sentences : [...sentences, rest];
}

/** Whether the full stop after these words belongs to an abbreviation, an initial, or an ordinal before a month. */
function goesOn(before: string, after: string): boolean {
  const word = before.split(/[\s(”"']/u).at(-1) ?? '';
  if (/^\p{Lu}$/u.test(word)) return true;
  if (/^\d{1,2}$/u.test(word) && /^\d/u.test(after)) return true;
  return abbreviations.has(word.toLocaleLowerCase('sv'));
}
