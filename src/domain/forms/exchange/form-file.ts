import * as z from 'zod';
import type { Problem } from '../../../kernel/problem.ts';
import { type FormPurpose, type FormVersion, formPurposes } from '../form.ts';
import type { FormStructure } from '../form-structure.ts';
import { formStructureShape } from './form-structure-shape.ts';
import { readTable } from './form-table.ts';

/** A form as it leaves one organisation and comes to another. `kansliForm` is the version of this format. */
export type FormFile = {
  readonly kansliForm: 1;
  readonly purpose: FormPurpose;
  readonly year: number | null;
  readonly structure: FormStructure;
};

const formFileShape: z.ZodType<FormFile> = z.strictObject({
  kansliForm: z.literal(1),
  purpose: z.enum(Object.keys(formPurposes) as [FormPurpose, ...FormPurpose[]]),
  year: z.int().min(1900).max(2200).nullable(),
  structure: formStructureShape,
});

/** A version as JSON, for another organisation or for safe keeping. */
export function formFileText({ form, year, structure }: Pick<FormVersion, 'form' | 'year' | 'structure'>): string {
  const file: FormFile = { kansliForm: 1, purpose: form.purpose, year, structure };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** The JSON Schema that such a file validates against, made from the same shape that reads it. */
export function formFileSchema(): unknown {
  return { title: 'Kansli: formulär', ...z.toJSONSchema(formFileShape) };
}

/** A form that was read from a file, or what is wrong with the file and where. Nothing is guessed. */
export type ReadForm =
  | { readonly file: Omit<FormFile, 'kansliForm'>; readonly problems: readonly [] }
  | { readonly file: undefined; readonly problems: readonly Problem[] };

/** No more is told of one file than a person can put right at a time. */
const mostProblems = 20;

/** Reads the text of a JSON file, or of a table with one row for each question, answer and row. */
export function readFormFile(written: string): ReadForm {
  const text = written.replace(/^\uFEFF/u, '').trim();
  return text.startsWith('{') ? readJson(text) : readTable(text);
}

function readJson(text: string): ReadForm {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return refused([{ path: 'file', key: 'form.fileNotJson', values: { line: lineOf(text, error) } }]);
  }
  const parsed = formFileShape.safeParse(json);
  if (parsed.success) {
    const { kansliForm: _, ...file } = parsed.data;
    return { file, problems: [] };
  }
  return refused(
    parsed.error.issues.map(({ path, code }) => ({
      path: 'file',
      key: code === 'unrecognized_keys' ? 'form.fileUnknownKey' : 'form.fileWrongPlace',
      values: { place: path.length > 0 ? path.join('.') : 'kansliForm' },
    })),
  );
}

function refused(problems: readonly Problem[]): ReadForm {
  return { file: undefined, problems: problems.slice(0, mostProblems) };
}

/** The line at which JSON ends being JSON; V8 tells the place as an offset or as a line. */
function lineOf(text: string, error: unknown): number {
  const message = error instanceof Error ? error.message : '';
  const line = /\(line (\d+) column/u.exec(message)?.[1];
  if (line) return Number(line);
  const at = Number(/position (\d+)/u.exec(message)?.[1] ?? text.length);
  return text.slice(0, at).split('\n').length;
}
