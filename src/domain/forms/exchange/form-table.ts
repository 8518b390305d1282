import { type FormPurpose, formPurposes } from '../form.ts';
import type { FormStructure, Question } from '../form-structure.ts';
import {
  answerCells,
  answerFromCells,
  type Cells,
  type FormColumn,
  formColumns,
  formRowKinds,
} from './answer-cells.ts';
import { readCsv } from './csv-rows.ts';
import type { ReadForm } from './form-file.ts';
import { formStructureShape } from './form-structure-shape.ts';
import { bindingCell, bindingsIn, conditionCell, conditionIn, periodCell, periodIn } from './question-cells.ts';

type Row = Cells & { readonly line: number };

/** A form as a table: one row for the form, each part, section, question, answer and row of a matrix, in their order. */
export function formTable(
  structure: FormStructure,
  { purpose, year }: { readonly purpose: FormPurpose; readonly year: number | null },
): readonly (readonly string[])[] {
  const rows: Partial<Record<FormColumn, string>>[] = [
    {
      slag: formRowKinds.form,
      text: structure.title,
      vagledning: structure.introduction ?? '',
      svarssatt: purpose,
      tid: year === null ? '' : String(year),
    },
    ...structure.parts.flatMap((part) => [
      { slag: formRowKinds.part, beteckning: part.code, text: part.title, vagledning: part.introduction ?? '' },
      ...part.sections.flatMap((section) => [
        { slag: formRowKinds.section, beteckning: section.code, text: section.title },
        ...section.questions.flatMap(questionRows),
      ]),
    ]),
  ];
  return [[...formColumns], ...rows.map((row) => formColumns.map((column) => row[column] ?? ''))];
}

function questionRows(question: Question): readonly Partial<Record<FormColumn, string>>[] {
  const { own, below } = answerCells(question.answer);
  return [
    {
      slag: formRowKinds.question,
      beteckning: question.code,
      text: question.text,
      vagledning: question.guidance ?? '',
      delfraga_till: question.parent ?? '',
      tid: periodCell(question.period),
      obligatorisk: question.required ? 'ja' : '',
      villkor: conditionCell(question.condition),
      kommentar: question.commentLabel ?? '',
      bilaga: question.attachment?.label ?? '',
      underlag: bindingCell(question.bindings),
      ...own,
    },
    ...below,
  ];
}

/** Reads a table that was written so, perhaps edited in a spreadsheet since. What does not fit is told with its line, and nothing is taken. */
export function readTable(text: string): ReadForm {
  const [heads = [], ...lines] = readCsv(text);
  const missing = formColumns.filter((column) => !heads.includes(column));
  if (missing.length > 0)
    return {
      file: undefined,
      problems: [{ path: 'file', key: 'form.tableHeads', values: { heads: missing.join(', ') } }],
    };
  const rows = lines
    .map((cells, index): Row => ({ line: index + 2, ...cellsOf(heads, cells) }))
    .filter((row) => formColumns.some((column) => row[column] !== ''));
  const wrong: number[] = [];
  const read = structureOf(rows, wrong);
  const head = rows[0];
  const purpose = Object.keys(formPurposes).find((one) => one === head?.svarssatt) as FormPurpose | undefined;
  if (head && (head.slag !== formRowKinds.form || purpose === undefined || !/^(?:\d{4})?$/u.test(head.tid)))
    wrong.push(2);
  const structure = formStructureShape.safeParse(read);
  if (!head || purpose === undefined || wrong.length > 0 || !structure.success)
    return {
      file: undefined,
      problems: [...new Set(wrong.length > 0 ? wrong : [2])]
        .sort((one, other) => one - other)
        .slice(0, 20)
        .map((line) => ({ path: 'file', key: 'form.tableLine', values: { line } })),
    };
  return {
    file: { purpose, year: head.tid === '' ? null : Number(head.tid), structure: structure.data },
    problems: [],
  };
}

function cellsOf(heads: readonly string[], cells: readonly string[]): Cells {
  const entries = formColumns.map((column) => [column, cells[heads.indexOf(column)] ?? '']);
  return Object.fromEntries(entries) as Cells;
}

type Growing = {
  readonly title: string;
  readonly introduction: string | null;
  readonly parts: {
    code: string;
    title: string;
    introduction: string | null;
    sections: { code: string; title: string; questions: unknown[] }[];
  }[];
};

function structureOf(rows: readonly Row[], wrong: number[]): Growing {
  const [head] = rows;
  const form: Growing = { title: head?.text ?? '', introduction: head?.vagledning || null, parts: [] };
  rows.forEach((row, at) => {
    const { slag, beteckning: code, text } = row;
    const part = form.parts.at(-1);
    const section = part?.sections.at(-1);
    if (at === 0) return;
    if (slag === formRowKinds.part)
      form.parts.push({ code, title: text, introduction: row.vagledning || null, sections: [] });
    else if (slag === formRowKinds.section && part) part.sections.push({ code, title: text, questions: [] });
    else if (slag === formRowKinds.question && section)
      section.questions.push(questionOf(row, rowsBelow(rows, at), wrong));
    else if (!isBelow(row) || !section || section.questions.length === 0) wrong.push(row.line);
  });
  return form;
}

function questionOf(row: Row, below: readonly Row[], wrong: number[]): unknown {
  const parts = {
    period: periodIn(row.tid),
    condition: conditionIn(row.villkor),
    bindings: bindingsIn(row.underlag),
    answer: answerFromCells(row, below),
  };
  if (Object.values(parts).includes(undefined)) wrong.push(row.line);
  return {
    code: row.beteckning,
    parent: row.delfraga_till || null,
    text: row.text,
    guidance: row.vagledning || null,
    required: row.obligatorisk.trim() !== '',
    commentLabel: row.kommentar || null,
    attachment: row.bilaga === '' ? null : { label: row.bilaga },
    ...parts,
  };
}

const isBelow = ({ slag }: Row): boolean => slag === formRowKinds.option || slag === formRowKinds.row;

/** The answers and rows that follow a question. */
function rowsBelow(rows: readonly Row[], at: number): readonly Row[] {
  const end = rows.findIndex((row, index) => index > at && !isBelow(row));
  return rows.slice(at + 1, end < 0 ? rows.length : end);
}
