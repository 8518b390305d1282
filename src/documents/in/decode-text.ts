import type { ReadProblem } from '../tree/recognise.ts';

export type DecodedText = {
  readonly text: string;
  readonly encoding: string;
  readonly problems: readonly ReadProblem[];
};

/**
 * Bytes as text. UTF-8 first; what is not UTF-8 is Windows-1252, the encoding of older Swedish office files, and that guess is reported. A
 * byte order mark stays in the text as its first character, so that offsets are those of the decoded text for everyone.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  if (utf16) return { text: new TextDecoder(utf16, { ignoreBOM: true }).decode(bytes), encoding: utf16, problems: [] };
  try {
    return {
      text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
      encoding: 'utf-8',
      problems: [],
    };
  } catch {
    const text = new TextDecoder('windows-1252').decode(bytes);
    return { text, encoding: 'windows-1252', problems: [encodingGuessed] };
  }
}

const encodingGuessed: ReadProblem = {
  code: 'encodingGuessed',
  message: 'Filen är inte UTF-8. Den har lästs som Windows-1252; kontrollera att å, ä och ö blev rätt.',
};
