import { createHash } from 'node:crypto';

/** A file of a package by its path below the root folder, with what METS and PREMIS tell of it. */
export type PackagedFile = {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly sha256: string;
  /** The name it had when it was handed in. */
  readonly originalName?: string;
};

export function packagedFile(path: string, bytes: Uint8Array, mediaType: string, originalName?: string): PackagedFile {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { path, bytes, mediaType, sha256, ...(originalName !== undefined && { originalName }) };
}

export function textFile(path: string, text: string, mediaType = 'text/plain'): PackagedFile {
  return packagedFile(path, new TextEncoder().encode(text), mediaType);
}

/** An id for XML that is the same each time and unique in the package: made of what it names, never of chance. */
export function xmlId(...named: readonly string[]): string {
  return `id-${createHash('sha256').update(named.join('\u0000')).digest('hex').slice(0, 24)}`;
}

/** A name for a file that every system can keep: the letters of the English alphabet, figures, points and hyphens. */
export function safeName(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[^A-Za-z0-9.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(plain)?.[0] ?? '';
  return `${plain.slice(0, plain.length - ending.length).slice(0, 60) || 'fil'}${ending.toLowerCase()}`;
}
