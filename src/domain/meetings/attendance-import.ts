import { isWholly, type Passage, slice, trimmed } from '../../documents/tree/passage.ts';
import {
  type Draft,
  linesOf,
  type PlacedLine,
  type Proposed,
  type Reading,
  type Recogniser,
} from '../../documents/tree/recognise.ts';
import { minutesCoverRows } from './minutes-cover.ts';
import { minutesParagraphs } from './paragraph-sections-import.ts';

/** Somebody on the attendance list of minutes. Struck out, or listed under a heading for those who were missing, means not present (MTG-33). */
export type ProposedAttendance = Proposed<
  'attendance',
  {
    readonly person: string;
    readonly organisation?: string;
    readonly role?: string;
    readonly present: boolean;
  }
>;

const presentHead = /^(?:närvarande|deltagare|närvarolista|deltagande)(?:\s+\p{L}+){0,3}\s*:?$/iu;
const absentHead =
  /^(?:(?:ej|inte|icke) närvarande|frånvarande|förhinder|anmält förhinder|förhindrade|återbud)\s*:?$/iu;
const personForm =
  /^\p{Lu}[\p{L}'’.]*(?:-\p{Lu}[\p{L}'’]*)?(?:\s+(?:(?:von|af|de|der|van)\s+)?\p{Lu}[\p{L}'’]*(?:-\p{Lu}[\p{L}'’]*)?){1,4}$/u;
const roleForm =
  /^\p{Ll}|(?:chef|direktör|strateg|sekreterare|samordnare|ledare|ordförande|handläggare|utredare|konsult|läkare|sköterska|controller|koordinator)(?![\p{Ll}])/u;

/** Reads the lists of minutes that print a person and a role or an organisation on each row: columns, wide gaps or a comma between them. */
export const attendanceImport: Recogniser<ProposedAttendance> = {
  name: 'attendance',
  appliesTo: ['minutes', 'meetingNotes'],
  recognise(reading) {
    // The cover of minutes in paragraphs has labels and columns of its own.
    if (minutesParagraphs(reading).length > 0 || minutesCoverRows(reading).length > 0)
      return { records: [], problems: [] };
    return { records: attendanceIn(reading).map(({ record }) => record), problems: [] };
  },
};

export type AttendanceRow = { readonly record: Draft<ProposedAttendance>; readonly line: PlacedLine };

/**
 * The rows of the attendance list, from its heading to the first line that is neither a row nor a caption among rows. A table is one list: what
 * cannot be read in it is passed over, since a reader of pages may have run two of its rows together.
 */
export function attendanceIn(reading: Reading): readonly AttendanceRow[] {
  const rows: AttendanceRow[] = [];
  let head: { readonly line: PlacedLine; readonly present: boolean } | undefined;
  let strangers = 0;
  for (const line of linesOf(reading.blocks)) {
    const text = line.words.text;
    if (presentHead.test(text) || absentHead.test(text)) {
      head = { line, present: !absentHead.test(text) };
      strangers = 0;
      continue;
    }
    if (!head) continue;
    const listed = line.cells !== undefined && rows.at(-1)?.line.block === line.block;
    const fields = line.marker?.kind === 'number' ? undefined : personIn(line);
    if (fields) {
      strangers = 0;
      const struck = isWholly(fields.name, 'struck');
      const { name: _, columns, ...known } = fields;
      rows.push({
        line,
        record: {
          type: 'attendance',
          source: line.span,
          alsoAt: [head.line.span],
          confidence: columns ? 0.97 : 0.88,
          rule: 'attendance-row',
          ...known,
          present: head.present && !struck,
        },
      });
    } else if (listed) continue;
    else if (line.marker?.kind === 'number' || line.block.kind === 'heading' || text.length > 60) head = undefined;
    else if (++strangers > 1) head = undefined;
  }
  return rows;
}

type RowFields = {
  readonly name: Passage;
  readonly columns: boolean;
  readonly person: string;
  readonly organisation?: string;
  readonly role?: string;
};

/** The person of a row and what stands beside the name. A row needs something beside it: a name alone may be a caption. */
function personIn(line: PlacedLine): RowFields | undefined {
  const columns = line.cells !== undefined || /\S\s{2,}\S/u.test(line.words.text);
  const cells = (line.cells ?? partsOf(line.words, columns ? /\s{2,}/u : /,\s+/u)).filter((cell) => cell.text !== '');
  const [name, ...beside] = cells;
  if (!name || beside.length === 0 || beside.length > 3 || !personForm.test(name.text)) return undefined;
  const texts = beside.map((cell) => cell.text.replace(/\s+/g, ' '));
  if (!columns && texts.some((text) => text.length > 60)) return undefined;
  const whole = texts.join(', ');
  const parted = /^(?<role>[^,]+),\s+(?<organisation>\p{Lu}.+)$/u.exec(whole)?.groups;
  const both = parted && roleForm.test(parted.role!) && !roleForm.test(parted.organisation!) ? parted : undefined;
  return {
    name,
    columns,
    person: name.text.replace(/\s+/g, ' '),
    ...(both
      ? { organisation: both.organisation!, role: both.role! }
      : roleForm.test(whole)
        ? { role: whole }
        : { organisation: whole }),
  };
}

/** A line cut in two at the first separator. */
function partsOf(words: Passage, separator: RegExp): readonly Passage[] {
  const match = separator.exec(words.text);
  if (!match) return [words];
  return [trimmed(slice(words, 0, match.index)), trimmed(slice(words, match.index + match[0].length))];
}
