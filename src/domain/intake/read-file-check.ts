import type { ReadFile } from './read-file.ts';

type Loose = Readonly<Record<string, unknown>>;

/**
 * Whether a value is what the reading of a file answers. It comes from the process that had the file in its hands, and a file may have taken
 * that process over: every place must lie in the text, and no text may hold what the database cannot keep.
 */
export function isReadFile(value: unknown): value is ReadFile {
  if (!isObject(value) || !isText(value.text)) return false;
  const { text, result, layout } = value;
  if (!isObject(result) || !isObject(result.document)) return false;
  const { file, sha256, document, records, unplaced, furniture, problems } = result;
  const inText = (place: unknown) => isPlace(place, text.length);
  return (
    isText(file) &&
    /^[0-9a-f]{64}$/.test(String(sha256)) &&
    isText(document.kind) &&
    isText(document.title) &&
    isListOf(records, (one) => isRecord(one, inText)) &&
    isListOf(unplaced, inText) &&
    isListOf(furniture, inText) &&
    isListOf(problems, (one) => isText(one.code) && isText(one.message) && (!one.source || inText(one.source))) &&
    isKept(result) &&
    (layout === undefined || isLayout(layout, inText))
  );
}

function isLayout(layout: unknown, inText: (place: unknown) => boolean): boolean {
  if (!isObject(layout)) return false;
  const isSize = ({ width, height }: Loose) => isLength(width) && isLength(height);
  return (
    isListOf(layout.pages, (one) => Number.isInteger(one.number) && isSize(one)) &&
    isListOf(layout.places, (one) => {
      const { page, box } = one;
      return (
        inText(one) && Number.isInteger(page) && isObject(box) && isLength(box.x) && isLength(box.y) && isSize(box)
      );
    }) &&
    isListOf(layout.repairs, (one) => inText(one) && isText(one.original) && isText(one.repaired))
  );
}

const isLength = (value: unknown) => typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 1e6;

function isRecord({ type, id, source, alsoAt, confidence, rule }: Loose, inText: (place: unknown) => boolean): boolean {
  return (
    isText(type) &&
    isText(id) &&
    isText(rule) &&
    typeof confidence === 'number' &&
    confidence >= 0 &&
    confidence <= 1 &&
    inText(source) &&
    (alsoAt === undefined || isListOf(alsoAt, inText))
  );
}

function isPlace(place: unknown, length: number): boolean {
  if (!isObject(place)) return false;
  const { start, end } = place;
  return (
    Number.isInteger(start) &&
    Number.isInteger(end) &&
    0 <= Number(start) &&
    Number(start) <= Number(end) &&
    Number(end) <= length
  );
}

/** PostgreSQL keeps every text but one with a zero character or half a surrogate pair; JSON writes both as escapes. */
function isKept(value: unknown): boolean {
  return !/\\u0000|\\ud[89a-f]/i.test(JSON.stringify(value).replaceAll('\\\\', ''));
}

function isListOf(value: unknown, each: (one: Loose) => boolean): boolean {
  return Array.isArray(value) && value.every((one) => isObject(one) && each(one));
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && !value.includes('\0') && value.isWellFormed();
}

function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
