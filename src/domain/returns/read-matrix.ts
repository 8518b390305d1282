import type { AnswerForm, AnswerValue, MatrixAnswer } from '../forms/index.ts';
import type { FormAnswer } from './form-return.ts';
import { optionOf } from './named-option.ts';
import { rowsOf, type ShownRow } from './read-answer-facts.ts';
import { maySet, type ReadValue, type ToAsk } from './read-ground.ts';
import { linesOfLabels } from './word-likeness.ts';

type Matrix = Extract<AnswerForm, { kind: 'matrix' }>;

/** The rows of a table, each by itself: one that cannot be read leaves the others as they are. Texts beside the rows are always taken. */
export function readMatrix(form: Matrix, read: FormAnswer): ReadValue {
  const shown = rowsOf(read);
  const lines = linesOfLabels(
    shown.map(({ label }) => label),
    form.rows.map(({ text }) => text),
  );
  const rows: Record<string, MatrixAnswer> = {};
  const rest: string[] = [];
  const asks: ToAsk[] = [];
  shown.forEach((row, at) => {
    const line = form.rows[lines[at] ?? -1];
    const chosen = row.answer === undefined ? undefined : optionOf(form.options, row.answer);
    const text = row.comment?.trim() || null;
    if (!line) {
      asks.push({ ...askOfRow(form, row, null, undefined), reason: 'unknownOption' });
      if (text) rest.push(`${row.label}: ${text}`);
      return;
    }
    const sure = chosen !== undefined && maySet(row.reading, row.confidence);
    // Boxes that were drawn and are all empty were read: the row is not answered.
    const unanswered = row.reading === 'read' && row.answer === undefined;
    if (!sure && !unanswered) asks.push(askOfRow(form, row, line.code, chosen?.option));
    const keptText = form.rowTextLabel === null ? null : text;
    if (sure || keptText) rows[line.code] = { option: sure ? chosen.option : null, text: keptText };
    if (text && keptText === null) rest.push(`${line.text}: ${text}`);
  });
  const value: AnswerValue | null = Object.keys(rows).length > 0 ? { kind: 'matrix', rows } : null;
  return { value, rest, asks };
}

function askOfRow(form: Matrix, row: ShownRow, code: string | null, option: string | undefined): ToAsk {
  const reason = row.answer !== undefined && option === undefined ? 'unknownOption' : askReason(row);
  const text = form.rowTextLabel === null ? null : (row.comment ?? null);
  const pointed = code !== null && option !== undefined;
  return {
    row: code,
    reason,
    shown: row.marks ? `${row.label} [${row.marks}]` : row.label,
    hint: pointed
      ? {
          value: { kind: 'matrix', rows: { [code]: { option, text } } },
          because: null,
          certainty: row.confidence ?? null,
        }
      : null,
  };
}

function askReason({ reading, answer }: ShownRow): ToAsk['reason'] {
  return reading === 'unreadable' || answer === undefined ? 'unreadable' : 'unsure';
}
