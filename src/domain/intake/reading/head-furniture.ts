import {
  comparable,
  flowOf,
  linesOf,
  namesIn,
  type PlacedLine,
  type Reading,
} from '../../../documents/tree/recognise.ts';
import type { Furniture, FurnitureReason } from '../../../documents/tree/source.ts';

/** Labels whose values are read as facts of the document: who handles it, which day, number and body it has. */
const factLabel =
  /^(?:tjänsteställe(?:, handläggare)?|handläggare|sammanträdesdatum|datum|dnr|diarienummer|(?:er )?beteckning|organ|föredragningspm|tjänsteskrivelse)\s*(?::|$)/iu;
/** A line that is longer than this is text, whatever it says. */
const longestLine = 300;
const stamp = /^(?:utkast|förslag|arbetsmaterial|koncept)$/iu;
const coverDate = /^(?:uppdaterad\s+|version\s+|reviderad\s+)?\d{4}-\d{2}-\d{2}$/iu;

/**
 * What stands in a part for its head and foot and was read as facts of the document, not as text: the title and where it is repeated on the cover,
 * the labelled lines of a letterhead with their values, the name of the body, the day, a stamp, and the signature below.
 */
export function headFurniture(reading: Reading): readonly Furniture[] {
  const lines = linesOf(reading.blocks).filter((line) => line.words.text.length < longestLine);
  const cover = new Set(reading.blocks.slice(0, 16));
  const found: Furniture[] = [];
  const take = (line: PlacedLine, reason: FurnitureReason) =>
    found.push({ start: line.span.start, end: line.span.end, reason });
  for (const [index, line] of lines.entries()) {
    const text = line.words.text;
    const onCover = cover.has(line.block) && !line.cells;
    if (line.cells || !text) continue;
    if (onCover && isTitle(line, reading)) take(line, 'title');
    else if (onCover && (coverDate.test(text) || isBody(line, reading))) take(line, 'head');
    else if (stamp.test(text)) take(line, 'head');
    else if (factLabel.test(text) && (onCover || reading.kind === 'memo')) {
      take(line, 'head');
      const value = lines[index + 1];
      // The value stands on the label's own line or on the next one of its block.
      if (value && value.block === line.block && !/[:.]\s*\S/u.test(text) && !factLabel.test(value.words.text))
        take(value, 'head');
    }
  }
  // A line may be taken as the value of a label and for itself; it is accounted for once.
  return [...new Map([...signatureOf(reading), ...found].map((piece) => [piece.start, piece])).values()];
}

function isTitle(line: PlacedLine, { title }: Reading): boolean {
  const words = comparable(line.words.text);
  const plain = comparable(title.replace(/\s\([^)]*\)$/u, ''));
  return (
    words !== '' && (words === plain || words === comparable(title) || (plain.endsWith(words) && words.length > 12))
  );
}

/** The name of the body on the cover, also broken over lines. */
function isBody(line: PlacedLine, { body }: Reading): boolean {
  if (!body) return false;
  const name = comparable(body);
  return [line.words.text, flowOf(line.block).text].some((text) => comparable(text).replace(/ \d{4}$/u, '') === name);
}

/** At the end of a paper: a name alone on its line, with what the person is on the lines below. */
function signatureOf({ blocks }: Reading): readonly Furniture[] {
  const tail = linesOf(blocks.slice(-8)).filter((line) => line.words.text.length < longestLine);
  const at = tail.findIndex((line, index) => {
    const [name] = namesIn(line.words.text);
    const office = tail[index + 1]?.words.text ?? '';
    return (
      name === line.words.text &&
      /^\p{Lu}\p{L}*(?:chef|direktör|ordförande|råd|sekreterare|strateg)$|^ordförande$/iu.test(office)
    );
  });
  const first = tail[at];
  if (!first) return [];
  const signature = [first];
  for (const line of tail.slice(at + 1)) {
    if (/[.:]$/u.test(line.words.text) || line.words.text.length > 80 || signature.length === 4) break;
    signature.push(line);
  }
  return signature.map(({ span }) => ({ start: span.start, end: span.end, reason: 'signature' as const }));
}
