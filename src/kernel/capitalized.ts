/** Words with a capital first, as they stand in a label or begin a line: codes and their words are kept in small letters. */
export function capitalized(words: string): string {
  return `${words.charAt(0).toLocaleUpperCase('sv')}${words.slice(1)}`;
}
