/** The label of a table of codes as a sentence of its own: with a capital and a full stop. */
export function sentence(label: string): string {
  return `${label.charAt(0).toLocaleUpperCase('sv')}${label.slice(1)}.`;
}
