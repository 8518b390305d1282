import type { PlacedLine } from '../../documents/tree/recognise.ts';

/** What the labels on the cover of minutes are about. The words differ between authorities; the sense is the same (domain reference 3.10). */
export type CoverLabel =
  | 'placeAndTime'
  | 'place'
  | 'time'
  | 'date'
  | 'body'
  | 'members'
  | 'deputies'
  | 'others'
  | 'adjusters'
  | 'adjustment'
  | 'signatures'
  | 'noticeFrom'
  | 'noticeTo'
  | 'notice'
  | 'ignored';

const labels: readonly { readonly label: CoverLabel; readonly pattern: RegExp }[] = [
  {
    label: 'adjustment',
    pattern:
      /^(?:justeringens (?:plats och tid|datum|tid)|tid och plats för justering|tid och plats för)\s*:?(?=\s|$)/iu,
  },
  { label: 'placeAndTime', pattern: /^(?:plats och tid|tid och plats)\s*:?(?=\s|$)/iu },
  { label: 'body', pattern: /^organ\s*:?(?=\s|$)/iu },
  { label: 'time', pattern: /^(?:tid|tidpunkt|sammanträdestid)\s*:?(?=\s{2}|\s*$|:)/iu },
  { label: 'date', pattern: /^sammanträdesdatum\s*:?(?=\s|$)/iu },
  { label: 'place', pattern: /^(?:plats|sammanträdesplats)\s*:?(?=\s{2}|\s*$|:)/iu },
  {
    label: 'deputies',
    pattern:
      /^(?:(?:närvarande,? )?(?:ej|icke|inte) (?:tjänstgörande|beslutande)(?: ersättare)?|närvarande ersättare|tjänstgörande ersättare|övriga ersättare|ersättare)\s*:?(?=\s|$)/iu,
  },
  {
    label: 'others',
    pattern:
      /^(?:övriga (?:närvarande|deltagande|deltagare)|övriga|tjänstem[äa]n|närvarorätt|sekreterare och övriga|föredragande)\s*:?(?=\s|$)/iu,
  },
  {
    label: 'members',
    pattern:
      /^(?:beslutande(?: ledamöter)?|närvarande(?: ledamöter)?|ledam[oö]t(?:er)?|tjänstgörande ledamöter)\s*:?(?=\s|$)/iu,
  },
  { label: 'adjusters', pattern: /^(?:utse(?:s|dda?) att justera|utsedda? justerare|justerare)\s*:?(?=\s|$)/iu },
  {
    label: 'noticeTo',
    pattern: /^(?:datum för anslags? nedtagan(?:de|ing)?|anslaget (?:till och med|tas ned(?:er)?))\s*:?(?=\s|$)/iu,
  },
  {
    label: 'noticeFrom',
    pattern:
      /^(?:datum för anslags? uppsättande|protokollet anslås|anslaget är uppsatt|anslaget sätts upp|anslaget)\s*:?(?=\s|$)/iu,
  },
  { label: 'signatures', pattern: /^(?:underskrifter?|sekreterare|ordförande|justerande|paragrafer)\s*:?(?=\s|$)/iu },
  {
    label: 'notice',
    pattern:
      /^(?:anslags?\s?\/?\s?bevis|bevis|sista dag(?:en)? för överklagande|sista datum för överklagande|förvaringsplats|protokollet (?:är justerat|finns hos|förvaras)|justeringen har|överklagandetiden)/iu,
  },
  {
    label: 'ignored',
    pattern: /^(?:omedelbart justerade|ärendelista|innehåll|register|bilaga|besöksadress|postadress)\s*:?(?=\s|$)/iu,
  },
];

export type CoverRow = {
  readonly label: CoverLabel;
  readonly printed: string;
  readonly value: string;
  readonly line: PlacedLine;
};

type Cell = { readonly at: number; readonly text: string };

/**
 * The rows of a cover: each value with the label it belongs to. A label rules until the next one; two labels on one line head two columns, and
 * then a value belongs to the label whose column it stands in.
 */
export function coverRows(lines: readonly PlacedLine[]): readonly CoverRow[] {
  const rows: CoverRow[] = [];
  let columns: readonly { readonly at: number; readonly label: CoverLabel; readonly printed: string }[] = [];
  for (const line of lines)
    for (const cells of cellRowsOf(line)) {
      const [first, ...others] = cells;
      if (!first) continue;
      const found = labelAt(first.text);
      const heads = cells.flatMap((cell) => {
        const head = labelAt(cell.text);
        return head && head.rest === '' ? [{ at: cell.at, label: head.label, printed: head.printed }] : [];
      });
      if (heads.length === cells.length && heads.length > 1) columns = heads;
      else if (found) {
        columns = [{ at: first.at, label: found.label, printed: found.printed }];
        for (const value of [found.rest, ...others.map((cell) => cell.text)])
          if (value) addTo(rows, valuesOf(value, columns[0]!, line));
      } else
        for (const cell of cells) {
          const column = columns.findLast((one) => one.at <= cell.at + columnSlack) ?? columns[0];
          if (column) addTo(rows, valuesOf(cell.text, column, line));
        }
    }
  return rows;
}

const columnSlack = 3;
const people: readonly CoverLabel[] = ['members', 'deputies', 'others'];

/** What stands beside a name on its line (an office, an organisation, whom the deputy serves for) goes with the name. */
function addTo(rows: CoverRow[], row: CoverRow): void {
  const last = rows.at(-1);
  const beside = last && last.line === row.line && last.label === row.label && people.includes(row.label);
  const goesWith =
    /^(?:ersätter|ersättare för|ny |för |efter )/iu.test(row.value) || !/^\*?\p{Lu}\S*\s+\p{Lu}/u.test(row.value);
  if (beside && goesWith)
    rows[rows.length - 1] = {
      ...last,
      value: `${last.value}${/^(?:ersätter|för|efter)/iu.test(row.value) ? ' ' : ', '}${row.value}`,
    };
  else rows.push(row);
}

/** "Datum för anslags uppsättande  2015-11-27   tas ned 2015-12-19": the second half of a notice has a label of its own inside the value. */
function valuesOf(
  value: string,
  { label, printed }: { label: CoverLabel; printed: string },
  line: PlacedLine,
): CoverRow {
  const down = label === 'noticeFrom' ? /^tas ned(?:er)?\s+|^(?:--|–)\s*/iu.exec(value)?.[0] : undefined;
  return { label: down ? 'noticeTo' : label, printed, value: value.slice(down?.length ?? 0), line };
}

/**
 * The rows of cells on a line. A row of a table whose cells have several lines is as many rows; elsewhere wide gaps part the cells, each with the
 * column it begins in. A reader of pages may have joined two rows, and then a label stands in the middle of the line.
 */
function cellRowsOf(line: PlacedLine): readonly (readonly Cell[])[] {
  if (line.cells) {
    const columns = line.cells.map((cell) => cell.text.split('\n').map((text) => text.trim()));
    const height = Math.max(0, ...columns.map((column) => column.length));
    return Array.from({ length: height }, (_, row) =>
      columns.flatMap((column, index) => (column[row] ? [{ at: index * 100, text: column[row] }] : [])),
    );
  }
  const gaps = [...line.words.text.matchAll(/\S+(?:\s\S+)*/gu)];
  const rows: Cell[][] = [[]];
  gaps.forEach((match, index) => {
    const cell = { at: line.indent + match.index, text: match[0] };
    const beforeGap = index < gaps.length - 1;
    const tail = beforeGap || line.words.text.length >= joinedLength ? labelBehind(cell.text) : undefined;
    if (tail === undefined) rows.at(-1)!.push(cell);
    else {
      rows.at(-1)!.push({ ...cell, text: cell.text.slice(0, tail).trim() });
      rows.push([{ at: line.indent, text: cell.text.slice(tail) }]);
    }
  });
  return rows;
}

/** A line that was joined out of two is at least as long as a page is wide. */
const joinedLength = 60;

/** Where a label begins that ends a value: "Rådhuset, kl 13.00-15.30 Beslutande". */
function labelBehind(text: string): number | undefined {
  for (const match of text.matchAll(/(?<=[\p{L}\p{N}).] )\p{Lu}/gu)) {
    const label = labelAt(text.slice(match.index));
    if (label?.rest === '') return match.index;
  }
  return undefined;
}

function labelAt(
  text: string,
): { readonly label: CoverLabel; readonly printed: string; readonly rest: string } | undefined {
  for (const { label, pattern } of labels) {
    const printed = pattern.exec(text)?.[0];
    if (printed !== undefined)
      return {
        label,
        printed,
        rest: text
          .slice(printed.length)
          .replace(/^\s*:\s*/, '')
          .trim(),
      };
  }
  return undefined;
}
