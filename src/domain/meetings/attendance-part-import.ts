import { findTimes } from '../../kernel/swedish-times.ts';

/** The part of a meeting that somebody was there for, as printed and as §§ and hours. */
export type AttendancePart = {
  /** The §§ or the hours, as printed. */
  readonly part?: string;
  /** The §§, each run of them; an end that is not told is open: "fr.o.m. § 8". */
  readonly paragraphs?: readonly ParagraphRange[];
  readonly from?: string;
  readonly to?: string;
};
export type ParagraphRange = { readonly from?: number; readonly to?: number };

const since = String.raw`(?:fr\.?\s?o\.?\s?m\.?|from|från(?: och med)?)`;
const until = String.raw`(?:t\.?\s?o\.?\s?m\.?|tom|till(?: och med)?)`;
const numbers = String.raw`\d{1,4}(?:\s?[a-h](?!\p{L}))?(?:\s*(?:[,–-]|och|samt)\s*(?:§\s*)?\d{1,4}(?![.:]\d)(?:\s?[a-h](?!\p{L}))?)*`;
const clock = String.raw`(?:kl(?:ockan|\.)?\s*)?[012]?\d[.:][0-5]\d`;
const paragraphsForm = String.raw`(?:(?<bound>${since}|${until})\s+)?§{1,2}\s*(?<numbers>${numbers})`;
const hoursForm = String.raw`(?:(?<edge>${since}|${until})\s+)?(?:kl(?:ockan|\.)?\s*\d{1,2}(?![\d.:])|${clock})(?:\s*(?:[–-]|till)\s*${clock})?`;
const partForm = new RegExp(String.raw`${paragraphsForm}|${hoursForm}|\(?(?<![\p{L}])delvis(?!\p{L})\)?`, 'giu');

/** What stands behind a name about §§ and hours: "kl. 14.10–17.00 §§ 5-11", "till kl. 16.05", "fr.o.m. § 8"; and the words without it. */
export function attendancePartIn(text: string): { readonly part: AttendancePart; readonly rest: string } {
  const matches = [...text.matchAll(partForm)];
  const printed = matches.map(([words]) => words.trim()).join(', ');
  const paragraphs = matches.flatMap(({ groups }) => (groups?.numbers ? rangesOf(groups.numbers, groups.bound) : []));
  const hours: { from?: string; to?: string } = {};
  for (const { 0: words, groups } of matches) {
    const time = groups?.numbers === undefined ? findTimes(words)[0] : undefined;
    if (!time) continue;
    if (isUntil(groups?.edge)) hours.to ??= time.from;
    else hours.from ??= time.from;
    if (time.to) hours.to ??= time.to;
  }
  const rest = text
    .replace(partForm, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/ ,/gu, ',')
    .replace(/,(?: ?,)+/gu, ',')
    .replace(/,? ?$/u, '');
  return {
    part: { ...(printed && { part: printed }), ...(paragraphs.length > 0 && { paragraphs }), ...hours },
    rest,
  };
}

const isUntil = (word: string | undefined) => word !== undefined && new RegExp(`^${until}$`, 'iu').test(word);

function rangesOf(printed: string, bound: string | undefined): readonly ParagraphRange[] {
  const runs = [...printed.matchAll(/(?<from>\d{1,4})(?:\s?[a-h])?(?:\s*[–-]\s*(?:§\s*)?(?<to>\d{1,4}))?/giu)];
  return runs.map(({ groups }) => {
    const [from, to] = [Number(groups!.from), Number(groups!.to ?? groups!.from)];
    if (groups!.to === undefined && bound) return isUntil(bound) ? { to: from } : { from };
    return { from, to };
  });
}
