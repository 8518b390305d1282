import { globSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A table of codes that a noun exports: statuses, roles, kinds. `rows` holds what the table says of each code. */
export type CodeTable = {
  readonly file: string;
  readonly name: string;
  readonly codes: readonly string[];
  readonly rows: Readonly<Record<string, unknown>>;
};

/** One way from a state to the next: by which action, and for whom when the table says it. */
export type TransitionRow = { readonly from: string; readonly by: string; readonly to: string; readonly who: string };

export type TransitionTable = { readonly file: string; readonly noun: string; readonly rows: readonly TransitionRow[] };

/** Every table of codes in the pure files of the domain, found by its form, so that a new table cannot be forgotten. */
export async function codeTables(): Promise<readonly CodeTable[]> {
  const tables: CodeTable[] = [];
  for (const file of domainFiles('src/domain/*/*.ts')) {
    if (!writesTables(file)) continue;
    // Tables before lists, because a table says what its codes mean.
    const exported = Object.entries(await modules(file)).sort(
      ([, a], [, b]) => Number(Array.isArray(a)) - Number(Array.isArray(b)),
    );
    for (const [name, value] of exported) {
      const table = tableFrom(file, name, value);
      // `roleNames` is `roles` again: the list of a table that has already been found.
      if (table && !tables.some((other) => other.file === file && sameCodes(other, table))) tables.push(table);
    }
  }
  return tables;
}

/** Every table of transitions: what a `-transitions.ts` exports under a name that ends in `Transitions`. */
export async function transitionTables(): Promise<readonly TransitionTable[]> {
  const tables: TransitionTable[] = [];
  for (const file of domainFiles('src/domain/*/*-transitions.ts')) {
    const exported = Object.entries(await modules(file)).filter(([name]) => isTransitionsName(name));
    const rows = exported.flatMap(([, table]) => transitionRows(table));
    const noun = /([^/]+)-transitions\.ts$/.exec(file)?.[1] ?? file;
    if (rows.length === 0)
      throw new Error(
        `${file} exports no table that can be read: export rows { from, action, to } under a name that ends in Transitions.`,
      );
    tables.push({ file, noun, rows });
  }
  return tables;
}

/** Reads a table in either of the forms in use: a list of { from, action, to }, or states as keys with the actions under them; `same` and null stay where they are. */
export function transitionRows(table: unknown): readonly TransitionRow[] {
  if (Array.isArray(table)) return table.flatMap((row: Record<string, unknown>) => listed(row));
  if (!isRecord(table)) return [];
  return Object.entries(table).flatMap(([key, under]) => {
    if (!isRecord(under)) return [];
    if ('to' in under && 'from' in under) return listed({ action: key, ...under });
    return Object.entries(under).flatMap(([by, to]) => {
      if (typeof to === 'string') return [{ from: key, by, to, who: '' }];
      return isRecord(to) && 'to' in to ? listed({ from: key, action: by, ...to }) : [];
    });
  });
}

function listed(row: Record<string, unknown>): readonly TransitionRow[] {
  const by = String(row.verb ?? row.by ?? row.action ?? row.event ?? row.name ?? '');
  const who = [row.roles ?? row.role ?? row.may ?? row.who ?? (row.verb || row.by ? row.action : undefined) ?? []]
    .flat()
    .join(', ');
  return [row.from].flat().map((from) => ({
    from: from === null || from === undefined ? '' : String(from),
    by,
    to: row.to === 'same' || row.to === null ? String(from) : String(row.to),
    who,
  }));
}

function isTransitionsName(name: string): boolean {
  return /transitions$/i.test(name);
}

function domainFiles(pattern: string): readonly string[] {
  return globSync(pattern, { cwd: root })
    .map((file) => file.split(sep).join('/'))
    .filter((file) => !file.endsWith('.test.ts'))
    .sort();
}

/** Whether the file itself writes constant tables; verbs and readers do not, and need not be loaded to know it. */
function writesTables(file: string): boolean {
  return (
    !/-(reader|writer|document|import)\.ts$|\/index\.ts$/.test(file) &&
    /\bas const\b/.test(readFileSync(join(root, file), 'utf8'))
  );
}

async function modules(file: string): Promise<Record<string, unknown>> {
  return (await import(pathToFileURL(join(root, file)).href)) as Record<string, unknown>;
}

const code = /^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)*$/;

function tableFrom(file: string, name: string, value: unknown): CodeTable | undefined {
  if (Array.isArray(value)) {
    const codes = value.filter((item) => typeof item === 'string' && code.test(item)) as string[];
    if (codes.length < 2 || codes.length !== value.length) return undefined;
    return { file, name, codes, rows: Object.fromEntries(codes.map((each) => [each, undefined])) };
  }
  if (!isRecord(value) || isTransitionsName(name)) return undefined;
  const codes = Object.keys(value);
  const isTable =
    codes.length > 1 &&
    codes.every((each) => code.test(each)) &&
    Object.values(value).every((row) => typeof row === 'object');
  return isTable ? { file, name, codes, rows: value } : undefined;
}

function sameCodes(a: CodeTable, b: CodeTable): boolean {
  return a.codes.length === b.codes.length && a.codes.every((each) => b.codes.includes(each));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
