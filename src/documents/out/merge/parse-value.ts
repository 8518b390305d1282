import { type PdfDictionary, type PdfValue, reference } from './pdf-value.ts';

/** A value that was read, and the place in the text right after it. */
export type ParsedValue = { readonly value: PdfValue; readonly end: number };

const blank = /[\0\t\n\f\r ]*(?:%[^\r\n]*[\0\t\n\f\r ]*)*/y;
const referenceForm = /(\d+)[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/y;
const atomForm = /\/?[^\0\t\n\f\r ()<>[\]{}/%]*/y;

/** How many containers may lie in each other; papers need ten, and a file with thousands is made to break its reader. */
const deepest = 200;

/** Reads the value that begins at a place of a PDF's text (one letter a byte). A text that is no PDF value is an error that names the place. */
export function parseValue(text: string, start = 0, depth = 0): ParsedValue {
  if (depth > deepest) throw malformed(start);
  const at = afterBlank(text, start);
  const letter = text[at];
  if (letter === '(') return atom(text, at, endOfLiteral(text, at));
  if (letter === '[') return parseArray(text, at + 1, depth + 1);
  if (letter === '<') {
    if (text[at + 1] === '<') return parseDictionary(text, at + 2, depth + 1);
    const end = text.indexOf('>', at);
    if (end < 0) throw malformed(at);
    return atom(text, at, end + 1);
  }
  referenceForm.lastIndex = at;
  const found = letter! >= '0' && letter! <= '9' ? referenceForm.exec(text) : null;
  if (found) return { value: reference(Number(found[1])), end: referenceForm.lastIndex };
  atomForm.lastIndex = at;
  const end = at + (atomForm.exec(text)?.[0].length ?? 0);
  if (end === at) throw malformed(at);
  return atom(text, at, end);
}

/** A dictionary that must stand at a place; `end` is right after it. */
export function parseDictionaryAt(
  text: string,
  start: number,
): { readonly value: PdfDictionary; readonly end: number } {
  const { value, end } = parseValue(text, start);
  if (!(value instanceof Map)) throw malformed(start);
  return { value, end };
}

/** The place after the string in round brackets that begins at `start`; it may hold balanced brackets, and escaped ones. */
export function endOfLiteral(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    if (letter === 0x5c) at += 1;
    else if (letter === 0x28) depth += 1;
    else if (letter === 0x29 && --depth === 0) return at + 1;
  }
  throw malformed(start);
}

export function afterBlank(text: string, at: number): number {
  blank.lastIndex = at;
  blank.exec(text);
  return blank.lastIndex;
}

function parseArray(text: string, start: number, depth: number): ParsedValue {
  const members: PdfValue[] = [];
  let at = afterBlank(text, start);
  while (text[at] !== ']') {
    const member = parseValue(text, at, depth);
    members.push(member.value);
    at = afterBlank(text, member.end);
  }
  return { value: members, end: at + 1 };
}

function parseDictionary(text: string, start: number, depth: number): ParsedValue {
  const entries = new Map<string, PdfValue>();
  let at = afterBlank(text, start);
  while (text[at] !== '>') {
    const key = parseValue(text, at);
    if (typeof key.value !== 'string' || !key.value.startsWith('/')) throw malformed(at);
    const member = parseValue(text, key.end, depth);
    entries.set(key.value, member.value);
    at = afterBlank(text, member.end);
  }
  if (text[at + 1] !== '>') throw malformed(at);
  return { value: entries, end: at + 2 };
}

function atom(text: string, start: number, end: number): ParsedValue {
  return { value: text.slice(start, end), end };
}

/** What cannot be read as PDF: the merge answers it by leaving the file out, with the reason. */
export class MalformedPdf extends Error {}

function malformed(at: number): MalformedPdf {
  return new MalformedPdf(`No PDF value can be read at byte ${at}.`);
}
