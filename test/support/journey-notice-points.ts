import type { NoticePaper } from './journey-notice-paper.ts';

/** One thing that the paper says: what it is, and the line that says it; two lines where the end of a page parts a sentence. */
export type NoticePoint = { readonly what: string; readonly lines: readonly number[] };

/**
 * The checklist of seed 001, made by hand from lines 5–167 of the paper: every heading, label, row of a list, time and clause of the notice, in
 * their order. Line 90 is left out: it is the label "Föredragande:" with nobody after it.
 */
export const noticePoints: readonly NoticePoint[] = [
  ...points('the head', 5, 7, 8),
  ...points('a label of the head', 10, 12, 14),
  ...points('whom to tell', 16, 17, 18, 20),
  ...points('the heading of the members', 22),
  ...points('a member', 24, 25, 26, 27, 28, 29, 30, 31, 32),
  ...points('the heading of the deputies', 34),
  ...points('a deputy', 36, 37, 38, 39, 40),
  ...points('the heading of item 1', 44),
  ...points('a row of the timetable', 46, 48, 50, 52, 54, 56, 58, 60, 62, 64, 66, 68, 70, 72),
  ...points('the end of the timetable', 74),
  ...points('item 2', 76, 78, 80, 82, 84),
  ...points('item 3', 86),
  ...points('item 4', 92, 94, 96, 98, 100, 102, 104, 106, 108, 110, 112, 113),
  ...points('item 5', 115, 117, 119, 121, 123, 125, 127, 129, 131),
  { what: 'a point of the input', lines: [132, 136] },
  ...points('a point of the input', 137, 138, 139, 140),
  ...points('the basis of item 5', 142, 144, 145),
  ...points('item 6', 147),
  ...points('a point of the information', 149, 150, 151, 152, 153, 154, 155),
  ...points('the basis of item 6', 157, 159, 160, 161, 162, 163),
  ...points('item 7', 165),
  ...points('item 8', 167),
];

function points(what: string, ...lines: readonly number[]): readonly NoticePoint[] {
  return lines.map((line) => ({ what, lines: [line] }));
}

/** The points that a notice lacks, or says in another order, in words; none when it says what the paper says. */
export function missingPoints(paper: NoticePaper, notice: string): readonly string[] {
  const said = notice.split('\n').map(alike);
  let from = 0;
  return noticePoints.flatMap(({ what, lines }) => {
    const wanted = lines.map((line) => paper.line(line).replace(/^- /u, '')).join(' ');
    const at = said.indexOf(alike(wanted), from);
    if (at < 0)
      return [
        `line ${lines.join(' and ')} of the paper, ${what}: "${wanted}" does not stand after "${said[from - 1] ?? ''}"`,
      ];
    from = at + 1;
    return [];
  });
}

/**
 * A line in the one form in which paper and notice are compared. What the paper does unevenly is made even, and nothing else: a dash or a slash
 * between names, 13.30 for 13:30 (list E-13), "samt" for "och" in the name of the body (E-14), and the marks of lists.
 */
function alike(line: string): string {
  return line
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^[•–-] /u, '')
    .replace(/ [-–] /gu, ' – ')
    .replace(/(\p{Ll})\/(\p{Lu})/gu, '$1, $2')
    .replace(/^(\d\d)\.(\d\d)-(\d\d)\.(\d\d)/u, '$1:$2-$3:$4')
    .replace('specialistvård samt högspecialiserad', 'specialistvård och högspecialiserad');
}
