/**
 * Comparing words that a scan has damaged with the words of a form. Text recognition loses å, ä and ö or takes them for other letters and
 * digits: "fråga" becomes "fraga", "fr4ga" or "frdga", "för" becomes "fér" or "f6r", "är" becomes "&r" or "dr", and "I" becomes "|". Sound text
 * matches as well. The comparison never changes a text: it says whether, and where, words that are known beforehand stand in it.
 */

/** What text recognition puts for one letter: the letter itself, its look-alikes, and two of them for one letter ("éa"). */
const lookalikes: Readonly<Record<string, string>> = {
  å: '(?:[aåäáàâ4dé&][aé]?)',
  ä: '(?:[aäåáàâé4deil&][aé]?)',
  ö: '(?:[oöóòô06éåbdG][6é]?)',
  a: '[aåäá]',
  o: '[oö0ó]',
  i: '[i1l|í]',
  l: '[l1i|]',
};

/** The source of a pattern (flags `iu`) that finds words also when they are damaged. Spaces may be lost or be line breaks. */
export function tolerant(words: string): string {
  return [...words.toLocaleLowerCase('sv')]
    .map(
      (letter) =>
        lookalikes[letter] ?? (/\s/u.test(letter) ? '\\s{0,3}' : letter.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')),
    )
    .join('');
}

/** Whether a text consists of these words, damaged or not. */
export function readsAs(text: string, words: string): boolean {
  return new RegExp(`^${tolerant(words)}$`, 'iu').test(text.trim());
}

/**
 * What is left of words when everything that scans confuse is taken out: two readings of one label have the same skeleton. Different words may
 * share one, so it only serves to compare labels with labels of the same page.
 */
export function skeleton(text: string): string {
  return text
    .toLocaleLowerCase('sv')
    .replace(/[aåäáàâdéèeoöóòô0641il|&b]+/gu, '*')
    .replace(/[^\p{L}\p{N}*]+/gu, '');
}
