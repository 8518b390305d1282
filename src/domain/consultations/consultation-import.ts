import { type Passage, slice, spanOf, trimmed } from '../../documents/tree/passage.ts';
import { type Draft, flowOf, type Proposed, type Reading, type Recogniser } from '../../documents/tree/recognise.ts';
import { headingTitle, rowsOf, type TableRow } from '../../documents/tree/table-rows.ts';
import type { Span } from '../../documents/tree/tree.ts';
import { firstDate } from '../../kernel/swedish-dates.ts';
import type { Stance } from './stance.ts';

/** A row of a table of answers to a consultation (remissammanställning). A respondent that has not answered is a row with a name only. */
export type ProposedConsultationResponse = Proposed<
  'consultationResponse',
  {
    readonly respondent: string;
    readonly received?: string;
    /** The body or office that answered for the respondent. */
    readonly from?: string;
    readonly stance?: Stance;
    readonly comment?: string;
    /** What was sent out, as the document is called. */
    readonly subject?: string;
  }
>;

const columns = {
  received: /^in(?:kom|kommit|kommet)?\b|^datum$|^mottaget/iu,
  from: /^från$|^avsändare$|^svarande$/iu,
  supports: /^tillst/iu,
  opposes: /^avst/iu,
  comment: /^synpunkt|^medskick|^kommentar/iu,
};
type Column = keyof typeof columns;
/** Where each column stands; the respondent is the column that none of the words names. */
type Layout = Readonly<Partial<Record<Column, number>>>;

/**
 * Reads a table whose head has columns for support and rejection. A conversion may drop the page number of a slide into a cell (trap 21); a long
 * comment that goes on over a page comes as a row with nothing but that cell.
 */
export const consultationImport: Recogniser<ProposedConsultationResponse> = {
  name: 'consultation',
  appliesTo: ['goalDocument', 'memo', 'reportBack', 'notice', 'other'],
  recognise(reading) {
    const records: Draft<ProposedConsultationResponse>[] = [];
    let layout: Layout | undefined;
    let heads: readonly Span[] = [];
    for (const [index, block] of reading.blocks.entries()) {
      for (const row of rowsOf([block])) {
        const head = layoutOf(row);
        if (head) {
          layout = head;
          heads = [...headingBefore(reading, index), row.line.span];
        } else if (layout && (row.drawn || row.cells.length > 1)) {
          const answer = answerOf(row, layout, reading);
          const last = records.at(-1);
          if (answer) {
            records.push(heads.length > 0 ? { ...answer, alsoAt: heads } : answer);
            heads = [];
          } else if (last && row.drawn) records[records.length - 1] = goesOn(last, row, layout);
        }
      }
      if (block.kind !== 'table' && headingTitle(block) !== undefined) layout = undefined;
    }
    return { records, problems: [] };
  },
};

function layoutOf({ cells }: TableRow): Layout | undefined {
  const found: Partial<Record<Column, number>> = {};
  for (const [name, label] of Object.entries(columns) as [Column, RegExp][]) {
    const at = cells.findIndex((cell) => label.test(cell.text));
    if (at >= 0) found[name] = at;
  }
  return found.supports !== undefined && found.opposes !== undefined ? found : undefined;
}

function headingBefore(reading: Reading, index: number): readonly Span[] {
  const before = reading.blocks[index - 1];
  return before && before.kind !== 'table' && flowOf(before).text.length < 80 ? [before.span] : [];
}

function answerOf(row: TableRow, layout: Layout, reading: Reading): Draft<ProposedConsultationResponse> | undefined {
  const cells = row.cells.map(withoutPageNumber);
  const respondent = cells[0]?.text;
  if (!respondent || !/^\p{Lu}[\p{L}\s-]{1,60}$/u.test(respondent)) return undefined;
  const widest = Math.max(...Object.values(layout));
  // Without drawn cells an empty column leaves no trace, so a short row is told by what its words are, and its stance stays unknown.
  const exact = row.drawn || cells.length > widest;
  const at = (name: Column) => (layout[name] === undefined ? '' : (cells[layout[name]]?.text ?? ''));
  const receivedText = exact
    ? at('received')
    : (cells.find((cell) => /^\d{6}$|^\d{4}-\d{2}-\d{2}$/u.test(cell.text))?.text ?? '');
  const received = firstDate(receivedText, { date: reading.date }, { compact: true, slash: true })?.date;
  const [yes, no] = [exact && isMark(at('supports')), exact && isMark(at('opposes'))];
  const stance: Stance | undefined = yes === no ? undefined : yes ? 'supports' : 'opposes';
  const comment = exact ? at('comment') : '';
  return {
    type: 'consultationResponse',
    source: row.line.span,
    confidence: exact && (receivedText === '' || received) ? 0.95 : 0.6,
    rule: 'consultation-answer-in-table',
    respondent,
    ...(received && { received }),
    ...(exact && at('from') && { from: at('from') }),
    ...(stance && { stance }),
    ...(comment && { comment }),
    subject: reading.title,
  };
}

/** A row that only goes on with the comment of the row before it. */
function goesOn(last: Draft<ProposedConsultationResponse>, row: TableRow, layout: Layout) {
  const cell = layout.comment === undefined ? undefined : row.cells[layout.comment];
  const span = cell && spanOf(cell);
  const alone = row.cells.every((one) => one === cell || one.text === '');
  if (!cell || !span || !alone) return last;
  const comment = [last.comment, withoutPageNumber(cell).text].filter(Boolean).join(' ');
  return { ...last, comment, alsoAt: [...(last.alsoAt ?? []), span] };
}

/** OCR may see one cross as a large and a small one. */
const isMark = (text: string) => /^(?:xx?|✓|✔|☒|☑|ja)$/iu.test(text);

/** "X _{53 (77)}" and "X 53 (77)": the page number that fell into the cell. */
function withoutPageNumber(cell: Passage): Passage {
  const match = /\s*(?:_\{\s*\d+\s*\(\d+\)\s*\}|(?<=\S\s)\d{1,3}\s*\(\d{1,3}\))\s*$/u.exec(cell.text);
  return match ? trimmed(slice(cell, 0, match.index)) : cell;
}
