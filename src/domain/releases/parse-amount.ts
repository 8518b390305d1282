/** A figure as it is written in Swedish, "1 234,5" or "-3", as a number; undefined for what is none. */
export function parseAmount(written: string): number | undefined {
  const plain = written
    .replace(/[\s\u00a0\u202f]/gu, '')
    .replace(',', '.')
    .replace('−', '-');
  return /^-?\d{1,15}(?:\.\d{1,6})?$/.test(plain) ? Number(plain) : undefined;
}
