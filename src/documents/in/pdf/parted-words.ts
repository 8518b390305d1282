import { type Lexicon, openLexicon } from '../repair/lexicon.ts';

/** Small words of every Swedish text: OCR writes them together with their neighbour when the space between is narrow. None of them is a prefix. */
const wordsBefore: ReadonlySet<string> = new Set(
  'har hade hur vad vilka finns är ska skall det den ett som att och inte samt eller flera andra'.split(' '),
);
/** Of those that follow, none is an ending: "klimatpåverkande" is one word. */
const wordsAfter: ReadonlySet<string> = new Set('för från till med under och som samt eller inte'.split(' '));
/** With a shorter neighbour it may be anything: "omberg" is a hill. */
const shortestNeighbour = 5;
/** The answer of a form with the empty box beside it. */
const answerWithBox = /^(Ja|Nej)([O0□☐])$/u;

/** A word that OCR wrote together from two as these two: no Swedish word, but in one way only a small word and a known one. Else the word alone. */
export function partedWords(
  text: string,
  startsLine: boolean,
  knows: Lexicon['knows'] = openLexicon().knows,
): readonly string[] {
  const [, answer, answerBox] = answerWithBox.exec(text) ?? [];
  if (answer && answerBox) return [answer, answerBox];
  const [, letters] = /^(\p{L}\p{Ll}{5,})[.,;:?!]?$/u.exec(text) ?? [];
  // A capital within a line begins a name.
  if (!letters || (/^\p{Lu}/u.test(letters) && !startsLine) || knows(letters.toLowerCase())) return [text];
  const word = letters.toLowerCase();
  const ends = Array.from(word, (_, at) => at).filter((at) => {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    return (
      (wordsBefore.has(before) && isNeighbour(after, before)) || (isNeighbour(before, after) && wordsAfter.has(after))
    );
  });
  return ends.length === 1 ? [text.slice(0, ends[0]), text.slice(ends[0])] : [text];

  function isNeighbour(part: string, small: string): boolean {
    return part.length >= shortestNeighbour - (small.length > 2 ? 1 : 0) && knows(part);
  }
}
