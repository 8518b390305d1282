/**
 * A value of a PDF as the merge needs it: containers are opened, everything that is no container keeps the letters it was written with. A
 * reference keeps the number it has in its own file until it is written into another.
 */
export type PdfValue = PdfAtom | PdfReference | readonly PdfValue[] | PdfDictionary;
/** A name, number, string, `true`, `false` or `null`, exactly as it stands in the file (one letter a byte). */
export type PdfAtom = string;
export type PdfReference = { readonly object: number };
export type PdfDictionary = ReadonlyMap<string, PdfValue>;

export const reference = (object: number): PdfReference => ({ object });

export function isDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return value instanceof Map;
}

export function isArray(value: PdfValue | undefined): value is readonly PdfValue[] {
  return Array.isArray(value);
}

export function isReference(value: PdfValue | undefined): value is PdfReference {
  return typeof value === 'object' && 'object' in value;
}

/** Writes a value; `renumber` says which number an object of the value's own file has in the file that is written. */
export function writeValue(value: PdfValue, renumber: (object: number) => number): string {
  if (typeof value === 'string') return value;
  if (isReference(value)) return `${renumber(value.object)} 0 R`;
  if (isArray(value)) return `[${value.map((member) => writeValue(member, renumber)).join(' ')}]`;
  let written = '<<';
  for (const [key, member] of value as PdfDictionary) written += `${key} ${writeValue(member, renumber)}`;
  return `${written}>>`;
}

/** The bytes of a PDF string, one letter a byte; undefined when the atom is no string. */
export function bytesOfString(atom: PdfValue | undefined): string | undefined {
  if (typeof atom !== 'string') return undefined;
  if (atom.startsWith('(')) return unescaped(atom.slice(1, -1));
  if (!atom.startsWith('<')) return undefined;
  const digits = atom.slice(1, -1).replace(/\s+/g, '');
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex').toString('latin1');
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(?:([0-7]{1,3})|(\r\n|[\s\S]))/g, (_, octal: string | undefined, letter: string) => {
    if (octal) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    return letter === '\n' || letter === '\r' || letter === '\r\n' ? '' : (escapes[letter] ?? letter);
  });
}

/** A string of bytes (one letter a byte) as a PDF string that no reader can take for anything else. */
export function byteString(bytes: string): PdfAtom {
  return `<${Buffer.from(bytes, 'latin1').toString('hex')}>`;
}

/** Words for people as a PDF string: plain letters as they are, others in UTF-16 with its mark (ISO 32000-1, 7.9.2.2). */
export function textString(text: string): PdfAtom {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`;
  return `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}

/** The words of a PDF string for people, in UTF-16 or (near enough) Latin-1. */
export function textOfString(atom: PdfValue | undefined): string | undefined {
  const bytes = bytesOfString(atom);
  if (!bytes?.startsWith('\xfe\xff')) return bytes;
  return Buffer.from(bytes.slice(2 + (bytes.length % 2)), 'latin1')
    .swap16()
    .toString('utf16le');
}
