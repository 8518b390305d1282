import { capitalised, linesOf } from '../../../documents/tree/recognise.ts';
import type { SourceBlock, SourceDocument } from '../../../documents/tree/source.ts';
import { firstDate } from '../../../kernel/swedish-dates.ts';

const paragraphForm = /^(?:\p{Lu}\p{L}{0,4}\s+)?§\s*(?<number>\d{1,4})(?![\p{L}\p{N}])(?!\s*[,;.)])/u;
const coverLabels: readonly RegExp[] = [
  /^(?:plats och tid|tid och plats)/iu,
  /^beslutande/iu,
  /^(?:utse(?:s|dda?) att justera|justerare)/iu,
  /^justeringens plats/iu,
  /^paragrafer|\sparagrafer\s+\d/iu,
  /^anslags?\s?\/?\s?bevis/iu,
];

/**
 * Whether blocks are minutes by their form, whatever they are called: §§ that count up, or the cover that such minutes have. Papers that are
 * called minutes need fewer §§ to be known for minutes in §§.
 */
export function haveMinutesForm(blocks: readonly SourceBlock[], fewest = 3): boolean {
  let last = 0;
  let paragraphs = 0;
  for (const block of blocks) {
    const number = Number(paragraphForm.exec(block.lines[0]!.words.text)?.groups?.number ?? 0);
    if (number > last && (last === 0 || number - last <= 10)) paragraphs += 1;
    if (number > 0) last = number;
  }
  const cover = linesOf(blocks.slice(0, 16)).map((line) => line.words.text);
  const labelled = coverLabels.filter((label) => cover.some((text) => label.test(text))).length;
  return paragraphs >= fewest || labelled >= 3;
}

const bodyWord = '(?:nämnden?|styrelsen?|fullmäktige|utskott(?:et)?|beredning(?:en)?(?: för [^,]+)?)';
const bodyAlone = new RegExp(
  String.raw`^(?<name>\p{Lu}[\p{L}\s-]{0,80}?${bodyWord})(?:s protokoll)?(?:\s+i\s+(?:\p{L}+\s+kommun|Region\s+\p{L}+(?:\s+län)?|[\p{L}-]+))?(?:,?\s+(?:den )?\d{1,2} \p{L}+ \d{4})?$`,
  'iu',
);
const bodyInTitle = new RegExp(
  String.raw`(?<!\p{L})protokoll(?:,| från| för)?\s+(?:\p{L}+ )??(?<name>\p{L}[\p{L}\s-]{0,80}?${bodyWord})(?=[\s,.]|$)`,
  'iu',
);
const bodyInRunningHead = new RegExp(String.raw`(?<name>\p{Lu}\p{L}*${bodyWord}),? (?:sammanträdes)?protokoll$`, 'u');

/** The body and the day of minutes in §§: on the cover, in the title, or in the head that comes back on every page. */
export function minutesFacts(
  source: SourceDocument,
  blocks: readonly SourceBlock[],
): { readonly body?: string; readonly date?: string } {
  const lines = linesOf(blocks.slice(0, 24)).map((line) => line.words.text.replace(/^\s*\p{Ll}+:\s+/u, ''));
  const first = lines.findIndex((line) => paragraphForm.test(line));
  const cover = first < 0 ? lines : lines.slice(0, first);
  const heads = source.furniture
    .filter((piece) => piece.reason === 'runningHead')
    .map((piece) => source.text.slice(piece.start, piece.end).trim());
  const cells = [...cover, ...new Set(heads)].flatMap((line) => line.split(/\s{2,}|\t/u).map((cell) => cell.trim()));
  const organ = cells.findIndex((cell) => /^organ\s*:?$/iu.test(cell));
  const body =
    (organ >= 0 ? cells[organ + 1] : undefined) ??
    named(cells, bodyInTitle) ??
    named(cells, bodyAlone) ??
    named(cells, bodyInRunningHead);
  const date = dayOf([...cover, ...heads.slice(0, 20)]);
  return { ...(body && { body: capitalised(body) }), ...(date && { date }) };
}

function named(cells: readonly string[], form: RegExp): string | undefined {
  return cells.map((cell) => form.exec(cell)?.groups?.name).find((name) => name && name.length < 120);
}

const otherDays = /justera|ansl[aå]|överklag|nedtag|uppsättande|bevis/iu;

/** The day of the meeting: behind its label, otherwise the first whole date that is not about adjustment or notice. */
function dayOf(lines: readonly string[]): string | undefined {
  const labelled = lines.find((line) => /^sammanträdesdatum\s*:?\s*\d/iu.test(line));
  const stated = labelled && firstDate(labelled)?.date;
  if (stated) return stated;
  for (const line of lines) {
    const found = otherDays.test(line) ? undefined : firstDate(line);
    if (found?.precision === 'day') return found.date;
  }
  return undefined;
}
