import { AppError } from '../../kernel/errors.ts';
import { holdLimit } from './limits.ts';

/**
 * The text of an XML part that is safe to parse: no definitions of its own (which multiply without end, or fetch), not deeper and not larger
 * than a document is. The guard goes from `<` to `>` without building anything; whether the XML is well formed is for the parser to say.
 */
export function guardXml(bytes: Uint8Array): string {
  const text = decodeXml(bytes);
  let depth = 0;
  let elements = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const sign = text[at + 1];
    if (sign === '!') at = endOfDeclaration(text, at);
    else if (sign === '?') at = after(text, '?>', at);
    else {
      const end = endOfTag(text, at);
      if (sign === '/') depth -= 1;
      else {
        elements += 1;
        if (text[end - 2] !== '/') depth += 1;
        holdLimit('xmlElements', elements);
        holdLimit('xmlDepth', depth);
      }
      at = end;
    }
  }
  return text;
}

/** UTF-8 unless a byte order mark says UTF-16, as office programs write. Another encoding is declared by who wants to hide something. */
function decodeXml(bytes: Uint8Array): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  try {
    return new TextDecoder(wide ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new AppError('document.damaged', {}, error);
  }
}

function endOfDeclaration(text: string, at: number): number {
  if (text.startsWith('<!--', at)) return after(text, '-->', at + 4);
  if (text.startsWith('<![CDATA[', at)) return after(text, ']]>', at);
  throw new AppError('document.forbiddenXml');
}

const tagEnds = /[>"']/g;

/** The position after the `>` of a tag; one inside quotation marks does not count. */
function endOfTag(text: string, start: number): number {
  let at = start + 1;
  for (;;) {
    tagEnds.lastIndex = at;
    const found = tagEnds.exec(text);
    if (!found) throw new AppError('document.damaged');
    if (found[0] === '>') return found.index + 1;
    const close = text.indexOf(found[0], found.index + 1);
    if (close < 0) throw new AppError('document.damaged');
    holdLimit('attributeCharacters', close - found.index);
    at = close + 1;
  }
}

function after(text: string, end: string, from: number): number {
  const found = text.indexOf(end, from);
  if (found < 0) throw new AppError('document.damaged');
  return found + end.length;
}
