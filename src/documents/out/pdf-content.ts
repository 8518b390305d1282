/** One instruction of a page's content stream: its operator and the operands before it, as they are written. */
export type PdfInstruction = { readonly operator: string; readonly operands: readonly string[] };

const delimiter = /[\s()<>[\]{}/%]/;

/** Reads the instructions of a content stream (Latin-1 text); an inline image counts as one instruction, `BI`. */
export function* instructionsOf(stream: string): Generator<PdfInstruction> {
  let operands: string[] = [];
  let at = 0;
  while (at < stream.length) {
    const character = stream[at]!;
    if (/\s/.test(character)) at += 1;
    else if (character === '%') at = after(stream, '\n', at);
    else {
      const end = endOfToken(stream, at);
      const token = stream.slice(at, end);
      at = end;
      if (!isOperator(token)) operands.push(token);
      else {
        if (token === 'BI') at = endOfInlineImage(stream, at);
        yield { operator: token, operands };
        operands = [];
      }
    }
  }
}

function isOperator(token: string): boolean {
  return /^[A-Za-z'"]/.test(token) && token !== 'true' && token !== 'false' && token !== 'null';
}

function endOfToken(stream: string, start: number): number {
  const character = stream[start]!;
  if (character === '(') return endOfString(stream, start);
  if (stream.startsWith('<<', start) || stream.startsWith('>>', start)) return start + 2;
  if (character === '<') return after(stream, '>', start);
  if (delimiter.test(character) && character !== '/') return start + 1;
  let end = start + 1;
  while (end < stream.length && !delimiter.test(stream[end]!)) end += 1;
  return end;
}

/** A string in round brackets may hold balanced brackets, and escaped ones. */
function endOfString(stream: string, start: number): number {
  let depth = 0;
  for (let at = start; at < stream.length; at += 1) {
    const character = stream[at];
    if (character === '\\') at += 1;
    else if (character === '(') depth += 1;
    else if (character === ')' && --depth === 0) return at + 1;
  }
  return stream.length;
}

function endOfInlineImage(stream: string, start: number): number {
  const end = /\sEI(?=\s|$)/g;
  end.lastIndex = start;
  return end.test(stream) ? end.lastIndex : stream.length;
}

function after(stream: string, mark: string, start: number): number {
  const found = stream.indexOf(mark, start);
  return found < 0 ? stream.length : found + mark.length;
}
