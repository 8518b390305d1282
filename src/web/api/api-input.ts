/** How deep lists and objects may lie in each other: the forms of Kansli go four deep. */
const deepest = 8;

/**
 * What a program sends, in the shape in which a form arrives: texts, lists and objects of texts. A number is written out, `true` is a ticked box, and
 * `false` and `null` are fields that were left empty. A file is `{ "fileName": …, "mediaType": …, "base64": … }`. Undefined when it goes too deep.
 */
export function formFromJson(value: unknown, depth = 0): unknown {
  if (depth > deepest) throw new TooDeep();
  if (typeof value === 'number') return String(value);
  if (value === true) return '1';
  if (value === false || value === null) return undefined;
  if (typeof value === 'string') return readable(value);
  if (Array.isArray(value)) return value.map((one) => formFromJson(one, depth + 1));
  if (typeof value !== 'object') return undefined;
  const file = fileFrom(value);
  if (file) return file;
  // Without a prototype, so that no name that is sent reaches one.
  const fields: Record<string, unknown> = Object.create(null);
  for (const [name, inner] of Object.entries(value)) fields[name] = formFromJson(inner, depth + 1);
  return fields;
}

/** What was sent lies deeper than any form. */
export class TooDeep extends Error {}

function fileFrom(value: object): File | undefined {
  const { fileName, mediaType, base64 } = value as Readonly<Record<string, unknown>>;
  if (typeof fileName !== 'string' || typeof base64 !== 'string') return undefined;
  const type = typeof mediaType === 'string' ? mediaType : 'application/octet-stream';
  return new File([Buffer.from(base64, 'base64')], readable(fileName), { type });
}

/** Text as it can be kept: control characters are left out, as in forms. */
function readable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is left out.
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '').toWellFormed();
}
