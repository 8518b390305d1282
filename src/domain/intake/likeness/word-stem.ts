// Longest first within a family, so that a word loses its whole ending at once.
const endings = (
  'heternas heterna ningarna ningens ningen ningar andets andet ernas arnas ornas heten heter erna arna orna ande ades iskt iska isk ning het ' +
  'ens ets are ade ad at en et er ar or as a e i s t n'
).split(' ');

/**
 * A word without its inflection, as far as endings tell: enough to see that two texts use the same word. At least four letters stay. One last letter that
 * could itself be an ending goes too, so that "strategi" and "strategier" come to the same; more than one would make "vårdplan" of "vårdplats".
 */
export function wordStem(word: string): string {
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= 4);
  const stem = ending ? word.slice(0, -ending.length) : word;
  return stem.length > 5 && /[aeinst]$/u.test(stem) ? stem.slice(0, -1) : stem;
}
