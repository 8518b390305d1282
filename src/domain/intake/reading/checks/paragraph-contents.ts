import { comparable, type Reading, type ReadProblem } from '../../../../documents/tree/recognise.ts';
import { type ListedParagraph, minutesContents, minutesParagraphs, paragraphHead } from '../../../meetings/index.ts';
import type { Check } from './check-bundle.ts';

/** A § as the minutes themselves have it. */
type BodyParagraph = Omit<ListedParagraph, 'span'> & { readonly line: number };

const keyOf = ({ number, suffix = '' }: Pick<ListedParagraph, 'number' | 'suffix'>) => `${number}${suffix}`;

/** A list of contents that says something else than the minutes: another §, another title, or registration numbers that slipped a row. */
export const paragraphContentsProblems: Check = (readings) =>
  readings
    .filter((reading) => reading.kind === 'minutes')
    .flatMap((reading) => {
      const listed = minutesContents(reading);
      const body = listed.length > 0 ? bodyOf(reading) : [];
      if (body.length === 0) return [];
      const shifted = listed.filter((row) => isShifted(row, body));
      return [
        ...shiftedProblem(shifted, body),
        ...rowProblems(listed, body, new Set(shifted)),
        ...unlisted(listed, body),
      ];
    });

function bodyOf(reading: Reading): readonly BodyParagraph[] {
  return minutesParagraphs(reading)
    .filter((paragraph) => !paragraph.listedOnly)
    .map((paragraph) => {
      const { title, diaryNumber } = paragraphHead(paragraph);
      const { number, suffix, head } = paragraph;
      return { number, ...(suffix && { suffix }), title, ...(diaryNumber && { diaryNumber }), line: head.span.line };
    });
}

/** Whether the number of a row is not that of its own §, but of the next (trap 4: contents typed from a column that was one cell short). */
function isShifted(row: ListedParagraph, body: readonly BodyParagraph[]): boolean {
  const at = body.findIndex((paragraph) => keyOf(paragraph) === keyOf(row));
  if (at < 0 || row.diaryNumber === undefined || body[at]!.diaryNumber === row.diaryNumber) return false;
  return body[at + 1]?.diaryNumber === row.diaryNumber;
}

function shiftedProblem(shifted: readonly ListedParagraph[], body: readonly BodyParagraph[]): readonly ReadProblem[] {
  const [first] = shifted;
  if (!first) return [];
  const next = body[body.findIndex((paragraph) => keyOf(paragraph) === keyOf(first)) + 1]!;
  return [
    {
      code: 'diaryNumberShifted',
      message: `Innehållet har ${first.diaryNumber} på § ${keyOf(first)}, men numret hör till § ${keyOf(next)}${shifted.length > 1 ? `; så är det på ${shifted.length} rader` : ''}. Numren har lästs i paragraferna och inte i innehållet.`,
      source: first.span,
    },
  ];
}

function rowProblems(
  listed: readonly ListedParagraph[],
  body: readonly BodyParagraph[],
  shifted: ReadonlySet<ListedParagraph>,
): readonly ReadProblem[] {
  const known = new Map(body.map((paragraph) => [keyOf(paragraph), paragraph]));
  const absent = listed.filter((row) => !known.has(keyOf(row)));
  const tellAbsent = isFew(absent.length, body.length);
  return listed.flatMap((row) => {
    const own = known.get(keyOf(row));
    if (!own)
      return tellAbsent
        ? [
            differs(
              row,
              `§ ${keyOf(row)} står i innehållet men finns inte i protokollet. Leta upp paragrafen, eller avvisa förslaget.`,
            ),
          ]
        : [];
    if (row.title && own.title && !alike(row.title, own.title))
      return [
        differs(
          row,
          `§ ${keyOf(row)} heter ”${row.title}” i innehållet och ”${own.title}” på rad ${own.line}. Paragrafens egen rubrik har lästs: se efter att den är rätt.`,
        ),
      ];
    if (!shifted.has(row) && row.diaryNumber && own.diaryNumber && row.diaryNumber !== own.diaryNumber)
      return [
        differs(
          row,
          `§ ${keyOf(row)} har ${row.diaryNumber} i innehållet och ${own.diaryNumber} på rad ${own.line}. Paragrafens eget nummer har lästs: se efter att det är rätt.`,
        ),
      ];
    return [];
  });
}

/** §§ that the list of contents leaves out. A list of a few §§ is no list of contents. */
function unlisted(listed: readonly ListedParagraph[], body: readonly BodyParagraph[]): readonly ReadProblem[] {
  const known = new Set(listed.map(keyOf));
  const left = body.filter((paragraph) => !known.has(keyOf(paragraph)));
  if (!isFew(left.length, listed.length)) return [];
  return left.map((paragraph) => ({
    code: 'contentsDiffer',
    message: `§ ${keyOf(paragraph)} finns i protokollet (rad ${paragraph.line}) men inte i innehållet. Se efter att numret är rätt.`,
    source: listed.at(-1)!.span,
  }));
}

/** Papers of which many rows are missing are excerpts, and then nothing is told. */
const isFew = (missing: number, of: number) => of >= 4 && missing <= of * 0.25;

const differs = ({ span }: ListedParagraph, message: string): ReadProblem => ({
  code: 'contentsDiffer',
  message,
  source: span,
});

/** Whether two titles can be one: contents shorten titles and print only the first line of long ones. */
function alike(a: string, b: string): boolean {
  const [words, others] = [wordsOf(a), wordsOf(b)].sort((one, other) => one.length - other.length);
  const shared = words!.filter((word) => others!.some((other) => other.startsWith(word) || word.startsWith(other)));
  return words!.length === 0 || shared.length >= words!.length / 3;
}

/** The first letters of the words that carry the sense: endings differ between a list and a heading. */
const wordsOf = (title: string) =>
  comparable(title)
    .split(' ')
    .filter((word) => word.length > 3)
    .map((word) => word.slice(0, 5));
