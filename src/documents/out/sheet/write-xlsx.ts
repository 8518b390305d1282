import writeExcelFile, { type CellObject } from 'write-excel-file/node';
import { escapeXml } from '../xml.ts';
import { cellText, type Sheet, type SheetCell, type SheetColumn } from './sheet.ts';

/** The most characters that a spreadsheet keeps in a cell, and the most that it allows in the name of a sheet. */
const longestCell = 32_767;
const longestName = 31;
const widest = 60;

/**
 * A sheet as XLSX: numbers that can be summed, dates that can be sorted, links that lead to the records, the head frozen at the top. Text is
 * always kept as text: what begins with an equals sign is words here and never a formula.
 */
export async function writeXlsx(sheet: Sheet): Promise<Uint8Array> {
  const { title, columns, rows } = sheet;
  const heads: CellObject[] = columns.map(({ head, kind }) => ({
    value: plain(head),
    type: String,
    fontWeight: 'bold',
    wrap: true,
    alignVertical: 'top',
    align: kind === 'number' ? 'right' : 'left',
  }));
  const written = writeExcelFile(
    [heads, ...rows.map((row) => columns.map((column, index) => typedCell(column, row[index] ?? null)))],
    {
      sheet: nameOf(title),
      stickyRowsCount: 1,
      columns: columns.map((column, index) => ({ width: widthOf(column, rows, index) })),
      dateFormat: 'yyyy-mm-dd',
    },
    { features: [links(sheet), properties(sheet), frozenHead] },
  );
  return new Uint8Array(await written.toBuffer());
}

function typedCell({ kind }: SheetColumn, cell: SheetCell): CellObject | null {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  const text = plain(cellText(cell));
  if (kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(text))
    return { value: new Date(`${text}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd', align: 'left' };
  const words: CellObject = { value: text, type: String, wrap: true, alignVertical: 'top' };
  return typeof cell === 'object' ? { ...words, textColor: '#0B4F8A', textDecoration: { underline: true } } : words;
}

/** The words without what XML has no place for, as long as a cell can be. */
function plain(text: string): string {
  const clean = text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '').replace(/\r\n?/g, '\n');
  return clean.length <= longestCell ? clean : `${clean.slice(0, longestCell - 1)}…`;
}

/** A name that a spreadsheet accepts for the sheet: some marks are not allowed there. */
function nameOf(title: string): string {
  const name = plain(title)
    .replace(/[\\/?*[\]:]/g, ' ')
    .replace(/^'+|'+$/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return name.slice(0, longestName).trim() || 'Kansli';
}

function widthOf({ head, kind, width }: SheetColumn, rows: Sheet['rows'], index: number): number {
  if (width !== undefined) return width;
  if (kind === 'date') return Math.max(12, head.length + 2);
  const longest = rows.reduce((most, row) => Math.max(most, cellText(row[index] ?? null).length), head.length);
  return Math.min(widest, Math.max(8, longest + 2));
}

/** What the library lets us add to its parts of the file. */
type SheetFeature = NonNullable<NonNullable<Parameters<typeof writeExcelFile>[1]>['features']>[number];

/** The cells that lead somewhere: each has a relation of its own beside the sheet. */
function links({ rows }: Sheet): SheetFeature {
  const found = rows.flatMap((row, rowIndex) =>
    row.flatMap((cell, column) =>
      cell !== null && typeof cell === 'object' && /^https?:\/\//.test(cell.href)
        ? [{ place: `${columnName(column)}${rowIndex + 2}`, href: cell.href, id: `link-${rowIndex}-${column}` }]
        : [],
    ),
  );
  if (found.length === 0) return {};
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          insert: () =>
            `<hyperlinks>${found.map(({ place, id }) => `<hyperlink ref="${place}" r:id="${id}"/>`).join('')}</hyperlinks>`,
        },
        'xl/worksheets/_rels/sheet{id}.xml.rels': {
          insert: () =>
            found
              .map(
                ({ id, href }) =>
                  `<Relationship Id="${id}" Type="${type}" Target="${escapeXml(href)}" TargetMode="External"/>`,
              )
              .join(''),
        },
      },
    },
  };
}

/** Title and language of the file, for who finds it later and for what reads it aloud. */
function properties({ title, language }: Sheet): SheetFeature {
  const namespace = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties';
  const core = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="${namespace}" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title><dc:creator>Kansli</dc:creator><dc:language>${language === 'sv' ? 'sv-SE' : 'en-GB'}</dc:language></cp:coreProperties>`;
  const type = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';
  return {
    files: {
      transform: {
        '[Content_Types].xml': {
          insert: () =>
            '<Override ContentType="application/vnd.openxmlformats-package.core-properties+xml" PartName="/docProps/core.xml"/>',
        },
        '_rels/.rels': {
          insert: () => `<Relationship Id="rId-core" Type="${type}" Target="docProps/core.xml"/>`,
        },
      },
      write: { files: () => ({ 'docProps/core.xml': core }) },
    },
  };
}

/** A pane that is split between rows alone has its active half below, not below and to the right. */
const frozenHead: SheetFeature = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml) =>
          xml.replace('xSplit="0" ', '').replace('activePane="bottomRight"', 'activePane="bottomLeft"'),
      },
    },
  },
};

/** The letters of a column, A for the first. */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${columnName(Math.floor(index / 26) - 1)}${letter}`;
}
