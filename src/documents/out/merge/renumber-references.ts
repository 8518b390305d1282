import { endOfLiteral } from './parse-value.ts';

const anyReference = /(\d+)[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/g;
const opaque = /[(%]/g;

/**
 * Writes the text of an object anew with other object numbers and leaves every other byte as it was. This is the fast way of the merge: nine objects
 * of ten need no more, and no value has to be built for them. Strings and comments are stepped over, since "1 0 R" in them is no reference.
 */
export function renumberReferences(text: string, renumber: (object: number) => number): string {
  const replace = (part: string) =>
    part.replace(anyReference, (_, object: string) => `${renumber(Number(object))} 0 R`);
  opaque.lastIndex = 0;
  if (!opaque.test(text)) return replace(text);
  let written = '';
  let begun = 0;
  opaque.lastIndex = 0;
  for (let found = opaque.exec(text); found; found = opaque.exec(text)) {
    const start = found.index;
    const end = text[start] === '(' ? endOfLiteral(text, start) : endOfLine(text, start);
    // A comment ends a token as a blank does, and so a line end is what is left of it.
    written += replace(text.slice(begun, start)) + (text[start] === '(' ? text.slice(start, end) : '\n');
    begun = end;
    opaque.lastIndex = end;
  }
  return written + replace(text.slice(begun));
}

function endOfLine(text: string, start: number): number {
  for (let at = start; at < text.length; at += 1) if (text[at] === '\n' || text[at] === '\r') return at;
  return text.length;
}
