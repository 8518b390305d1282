import { type Passage, spanOf } from '../../../../documents/tree/passage.ts';
import { flowOf, linesOf } from '../../../../documents/tree/recognise.ts';
import type { Check } from './check-bundle.ts';

const wordForm = /\p{L}+/gu;

/**
 * A table column that was cut at its edge loses the ends of words (E-36). A word in a cell is taken for cut off when it is the beginning of
 * the word that follows the same two words elsewhere in the document, and is no word of the document itself: "nationellt sjukvårdsregionalt
 * loka" beside "… lokalt". One such word may be a slip of the pen; a cut column shows several.
 */
export const cutOffColumnProblems: Check = (readings) => {
  const blocks = readings.flatMap((reading) => reading.blocks);
  if (!blocks.some((block) => block.kind === 'table')) return [];
  const following = new Map<string, Set<string>>();
  for (const block of blocks)
    for (const { pair, word } of triplesIn(flowOf(block)))
      following.set(pair, (following.get(pair) ?? new Set()).add(word));
  const words = new Set(
    blocks
      .filter((block) => block.kind !== 'table')
      .flatMap((block) => flowOf(block).text.toLocaleLowerCase('sv').match(wordForm) ?? []),
  );
  return readings.flatMap((reading) => {
    const cells = linesOf(reading.blocks).flatMap((line) => line.cells ?? []);
    const cut = cells.flatMap((cell) =>
      triplesIn(cell).flatMap(({ pair, word, at }) => {
        const longer = [...(following.get(pair) ?? [])].find(
          (other) => other.length > word.length && other.startsWith(word),
        );
        const hyphened = cell.text[at + word.length] === '-';
        return longer && !hyphened && !words.has(word)
          ? [{ word, longer, span: spanOf(cell, at, at + word.length) }]
          : [];
      }),
    );
    const [first] = cut;
    if (!first || cut.length < 2) return [];
    const message = `Tabellens kolumn är avhuggen: ${cut.length} ord slutar mitt i, till exempel ”${first.word}” för ”${first.longer}”.`;
    return [{ code: 'columnCutOff', message, source: first.span }];
  });
};

function triplesIn(words: Passage): readonly { readonly pair: string; readonly word: string; readonly at: number }[] {
  const found = [...words.text.matchAll(wordForm)].map((match) => ({
    word: match[0].toLocaleLowerCase('sv'),
    at: match.index,
  }));
  return found
    .slice(2)
    .map(({ word, at }, index) => ({ pair: `${found[index]!.word} ${found[index + 1]!.word}`, word, at }));
}
