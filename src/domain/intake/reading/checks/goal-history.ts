import { spanOf } from '../../../../documents/tree/passage.ts';
import { flowOf, type ReadProblem } from '../../../../documents/tree/recognise.ts';
import type { Span } from '../../../../documents/tree/tree.ts';
import type { Check } from './check-bundle.ts';

type YearClaim = { readonly year: number; readonly words: string; readonly span: Span };

/** What a goal document and its slides say of their own origin: when the mandate was given, and to what year the goals reach (E-09). */
export const goalHistoryProblems: Check = (readings) => {
  const parts = readings.filter((reading) => reading.kind === 'goalDocument');
  const claims = (form: RegExp): readonly YearClaim[] =>
    parts.flatMap((part) =>
      part.blocks.flatMap((block) => {
        const words = flowOf(block);
        return [...words.text.matchAll(form)].flatMap((match) => {
          const span = spanOf(words, match.index, match.index + match[0].length);
          return span ? [{ year: Number(match.groups!.year), words: match[0], span }] : [];
        });
      }),
    );
  const mandates = claims(/regionfullmäktige(?:s uppdrag| i [\p{L} ]+? beslutade i \p{L}+)\s+(?<year>\d{4})/giu);
  const horizons = claims(/(?:målbild[^.]{0,80}?\s|fram till år |önskat läge )(?<year>20[2-9]\d)(?!\d)/giu);
  return [
    ...differing(mandates, 'mandateYearDiffers', 'Uppdraget att ta fram målen'),
    ...differing(horizons, 'horizonYearDiffers', 'Målåret'),
  ];
};

/** The first claim that contradicts the first of all. */
function differing(claims: readonly YearClaim[], code: string, what: string): readonly ReadProblem[] {
  const [first, ...others] = claims;
  const other = others.find((claim) => claim.year !== first?.year);
  if (!first || !other) return [];
  const message = `${what} anges olika: ”${first.words}” (rad ${first.span.line}) och ”${other.words}” (rad ${other.span.line}).`;
  return [{ code, message, source: other.span }];
}
