import { AppError } from '../../../kernel/errors.ts';

const nameStart =
  ':A-Z_a-z\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}';
const nameForm = new RegExp(`^[${nameStart}][${nameStart}\\-.0-9\\xb7\\u0300-\\u036f\\u203f\\u2040]*$`, 'u');
/** What may not stand anywhere in XML 1.0 (production 2), not even as a reference. */
const forbidden = /[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
/** What most text has none of: only text that has it is looked at letter by letter. */
const needsCare = /[^\t\n -%'-\\^-\ud7ff\ue000-\ufffd]/;
const valueNeedsCare = /[^ -%'-;=-\ud7ff\ue000-\ufffd]/;
const blankForm = /^[ \t\r\n]*$/;

/** Refuses what is no name of XML. */
export function assertName(name: string): void {
  if (!nameForm.test(name)) throw notWellFormed();
}

/** Refuses text that has characters which XML does not allow. */
export function assertCharacters(text: string): void {
  if (forbidden.test(text)) throw notWellFormed();
}

export function isBlank(text: string): boolean {
  return blankForm.test(text);
}

/** The words that text between tags stands for. */
export function wordsOfText(text: string): string {
  if (!needsCare.test(text)) return text;
  if (text.includes(']]>')) throw notWellFormed();
  assertCharacters(text);
  return withReferences(withPlainBreaks(text));
}

/** The words of a CDATA section, where a reference is no reference. */
export function wordsOfCdata(text: string): string {
  assertCharacters(text);
  return withPlainBreaks(text);
}

/** The value of an attribute: a line break or tab in it is a space, one that is written as a reference stays. */
export function valueOfAttribute(text: string): string {
  if (!valueNeedsCare.test(text)) return text;
  if (text.includes('<')) throw notWellFormed();
  assertCharacters(text);
  return withReferences(withPlainBreaks(text).replace(/[\t\n]/g, ' '));
}

/** XML ends a line in one way, whatever the file does (production 2.11). */
function withPlainBreaks(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

const references = /&(?:(?<name>amp|lt|gt|quot|apos)|#(?<decimal>\d+)|#x(?<hexadecimal>[\da-fA-F]+));|&/g;
const namedCharacters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Without definitions of its own a document has five named characters and those told by number; another reference is an error. */
function withReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(references, (...match) => {
    const { name, decimal, hexadecimal } = match.at(-1) as Record<string, string | undefined>;
    if (name) return namedCharacters[name]!;
    const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal ?? '', 16);
    if (!(code <= 0x10ffff)) throw notWellFormed();
    const character = String.fromCodePoint(code);
    assertCharacters(character);
    return character;
  });
}

export function notWellFormed(): AppError {
  return new AppError('document.damaged');
}
