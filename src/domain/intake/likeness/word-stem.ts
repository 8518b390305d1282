// Longest first within a family, so that a word loses its whole ending at once.
const endings = (
  'heternas heterna ningarna ningens ningen ningar andets andet ernas arnas ornas heten heter erna arna orna ande ades iskt iska isk ning het ' +
  'ens ets are ade ad at en et er ar or as a e i s t n'
).split(' ');

/**
 * A word without its inflection, as far as endings tell: enough to see that two texts use the same word. At least four letters stay. Last letters that
 * could themselves be endings go too, so that "handlingsplan" and "handlingsplanen" come to the same.
 */
export function wordStem(word: string): string {
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= 4);
  let stem = ending ? word.slice(0, -ending.length) : word;
  while (stem.length > 5 && /[aeinst]$/u.test(stem)) stem = stem.slice(0, -1);
  return stem;
}
